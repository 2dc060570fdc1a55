using System.Diagnostics;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Language;

/// <summary>Texts that crash, stall or blow up other parsers give one clear diagnostic each. The time limit only guards against a hang.</summary>
public class HostileTextTests
{
    private const int Megabyte = 1 << 20;

    public static TheoryData<string, string, string> Texts => new()
    {
        { "unclosed parentheses", new string('(', 60), "BMR2001: `(` is not closed" },
        { "3,000 unclosed parentheses", new string('(', 3_000), "BMR2016: the expression is nested more than 64 levels deep" },
        { "100,000 nested parentheses", new string('(', 100_000) + "1" + new string(')', 100_000), "BMR2015: the expression has 200001 characters; at most 10000 are allowed" },
        { "4,999 nested parentheses", new string('(', 4_999) + "1" + new string(')', 4_999), "BMR2016: the expression is nested more than 64 levels deep" },
        { "10 MB", string.Concat(Enumerable.Repeat("a + ", 10 * Megabyte / 4)), "BMR2015: the expression has 10485760 characters; at most 10000 are allowed" },
        { "type arguments", string.Concat(Enumerable.Repeat("a<", 3_000)), "BMR2001: a comparison cannot be compared again with `<`" },
        { "type arguments in a call", "f(" + string.Concat(Enumerable.Repeat("a<b,", 1_000)), "BMR2001: `(` is not closed" },
        { "conditional access", string.Concat(Enumerable.Repeat("a?[", 18)), "BMR2002: the conditional access `?[` is not part of the language" },
        { "brackets", new string('[', 3_000), "BMR2002: the square bracket `[` is not part of the language" },
        { "braces", new string('{', 3_000), "BMR2002: the brace `{` is not part of the language" },
        { "interpolated texts", string.Concat(Enumerable.Repeat("$\"{", 3_000)), "BMR2002: the interpolated text `$\"` is not part of the language" },
        { "lists in lists", string.Concat(Enumerable.Repeat("new[]{", 1_500)), "BMR2016: the expression is nested more than 64 levels deep" },
        { "signs", string.Concat(Enumerable.Repeat("- ", 4_000)) + "1", "BMR2016: the expression is nested more than 64 levels deep" },
        { "denials", new string('!', 9_000) + "a", "BMR2016: the expression is nested more than 64 levels deep" },
        { "not patterns", "x is " + string.Concat(Enumerable.Repeat("not ", 2_000)) + "1", "BMR2016: the expression is nested more than 64 levels deep" },
        { "conditionals", string.Concat(Enumerable.Repeat("a ? b : ", 1_000)) + "c", "BMR2016: the expression is nested more than 64 levels deep" },
        { "conditionals in the middle", string.Concat(Enumerable.Repeat("a ? ", 1_000)) + "c", "BMR2016: the expression is nested more than 64 levels deep" },
        { "defaults", string.Concat(Enumerable.Repeat("a ?? ", 1_000)) + "c", "BMR2016: the expression is nested more than 64 levels deep" },
        { "calls", string.Concat(Enumerable.Repeat("f(", 3_000)), "BMR2016: the expression is nested more than 64 levels deep" },
        { "members", "a" + string.Concat(Enumerable.Repeat(".b", 1_500)), "BMR2016: the expression is nested more than 64 levels deep" },
        { "members after nested calls", Nested(40, inner => "a(" + inner + ").b.b.b.b"), "BMR2016: the expression is nested more than 64 levels deep" },
        { "lambdas", Nested(4, inner => "a.Any(x => " + inner + ")"), "BMR2018: lambdas are nested more than 3 levels deep" },
        { "parenthesized patterns", "x is " + new string('(', 64) + "1" + new string(')', 64) + " and", "BMR2001: expected a value, found the end" },
        { "patterns in parentheses in patterns", Nested(60, inner => "x is (" + inner + ") and"), "BMR2001: expected a value, found `)`" },
        { "comparisons in patterns", Nested(64, inner => "y == (x is (" + inner + "))"), "BMR2016: the expression is nested more than 64 levels deep" },
        { "a sum", "a" + string.Concat(Enumerable.Repeat("+a", 4_000)), "BMR2017: the expression has more than 2000 parts" },
        { "alternatives", "x is 1" + string.Concat(Enumerable.Repeat(" or 1", 1_900)), "BMR2017: the expression has more than 2000 parts" },
        { "digits", new string('9', 9_000), "BMR2021: the number `" + new string('9', 40) + "…` cannot be held exactly" },
        { "a small number", "1e-999999999999999999", "BMR2021: the number `1e-999999999999999999` cannot be held exactly" },
        { "quotes", new string('"', 9_001), "BMR2002: the raw text `\"\"\"` is not part of the language" },
        { "a text without end", "\"" + new string('a', 9_000), "BMR2001: the text is not closed" },
        { "escapes", "\"" + string.Concat(Enumerable.Repeat("\\u", 4_000)), "BMR2002: the escape `\\u` is not part of the language" },
        { "zero", "\0", "BMR2002: the invisible character `U+0000` is not part of the language" },
        { "an invisible character", "a\u200b", "BMR2002: the invisible character `U+200B` is not part of the language" },
        { "spaces", new string(' ', 10_000), "BMR2001: the expression is empty" },
        { "commas", "f(" + new string(',', 9_000) + ")", "BMR2001: expected a value, found `,`" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_hostile_text_gives_one_diagnostic_at_once(string name, string text, string expected)
    {
        var clock = Stopwatch.StartNew();
        var result = ExpressionParser.ParseExpression(text);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"{name}: {clock.Elapsed}");

        Assert.Null(result.Root);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(expected, $"{diagnostic.Code}: {diagnostic.Message}");
        Assert.InRange(diagnostic.Span!.Value.Start, 0, text.Length);
        Assert.InRange(diagnostic.Span!.Value.End, 0, text.Length);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_hostile_pattern_gives_one_diagnostic_at_once(string name, string text, string expected)
    {
        var clock = Stopwatch.StartNew();
        var result = ExpressionParser.ParsePattern(text);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"{name}: {clock.Elapsed}");
        Assert.True(result.Root is null && result.Diagnostics.Count == 1, expected);
    }

    [Fact]
    public void Half_a_character_is_refused()
    {
        string[] texts = ["\"\ud800\"", "\"\udc00\ud800\"", "\"\\ud800\"", "a + \udc00", "a\ud83e"];
        Assert.Equal(
            [
                "the text contains half a character", "the text contains half a character", "the text contains half a character",
                "the invisible character `U+DC00` is not part of the language", "the invisible character `U+D83E` is not part of the language",
            ],
            texts.Select(text => Assert.Single(ExpressionParser.ParseExpression(text).Diagnostics).Message));
    }

    [Fact]
    public void What_the_limits_allow_is_read_on_a_small_stack()
    {
        string[] texts =
        [
            new string('(', 64) + "1" + new string(')', 64),
            "a" + string.Concat(Enumerable.Repeat(" + a", 999)),
            "x is 1" + string.Concat(Enumerable.Repeat(" or 1", 600)),
            Nested(64, inner => "-(" + inner + ")", every: 2),
            Nested(21, inner => "a ? b : x is not (" + inner + ")", every: 1),
            Nested(3, inner => "a.Any(x => " + inner + ")"),
            "a" + string.Concat(Enumerable.Repeat(".b", 64)),
        ];
        List<Diagnostic> findings = [];
        var thread = new Thread(() =>
        {
            foreach (var text in texts)
            {
                var result = ExpressionParser.ParseExpression(text);
                findings.AddRange(result.Diagnostics);
                if (result.Root is { } root) Assert.Equal(Shape.Of(root), Shape.Of(ExpressionParser.ParseExpression(SyntaxPrinter.Print(root)).Root!));
            }
        }, maxStackSize: Megabyte);
        thread.Start();
        thread.Join();
        Assert.Empty(findings);
    }

    private static string Nested(int levels, Func<string, string> wrap, int every = 1)
    {
        var text = "1";
        for (var i = 0; i < levels; i += every) text = wrap(text);
        return text;
    }
}
