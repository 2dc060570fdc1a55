using System.Diagnostics;
using System.Text;
using System.Text.Json;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace BoneMets.Rules.Tests.Documents;

public class JsonTextTests
{
    [Theory]
    [InlineData("", "d(1,1): error BMR1001: the document is empty")]
    [InlineData("  // only a comment\n", "d(2,1): error BMR1001: the document is empty")]
    [InlineData("/* open", "d(1,1): error BMR1001: a comment is not closed")]
    [InlineData("[1, /* open", "d(1,5): error BMR1001: a comment is not closed")]
    [InlineData("{\"a\": 1,}", "d(1,8): error BMR1001: a comma stands before `}` (remove it)")]
    [InlineData("[1, 2, ]", "d(1,6): error BMR1001: a comma stands before `]` (remove it)")]
    [InlineData("[1,,2]", "d(1,4): error BMR1001: a value is missing before `,`")]
    [InlineData("[1 2]", "d(1,4): error BMR1001: a comma is missing before `2`")]
    [InlineData("{\"a\": 1\n \"b\": 2}", "d(2,2): error BMR1001: a comma is missing before `\"`")]
    [InlineData("{\"a\" 1}", "d(1,6): error BMR1001: a `:` is missing after the key")]
    [InlineData("{\"a\": }", "d(1,7): error BMR1001: a value is missing before `}`")]
    [InlineData("{a: 1}", "d(1,2): error BMR1001: the key `a` must stand in double quotes")]
    [InlineData("{'a': 1}", "d(1,2): error BMR1001: a key stands in double quotes")]
    [InlineData("{\"a\": 'x'}", "d(1,7): error BMR1001: a text stands in double quotes")]
    [InlineData("{\"o\": {\"a\": [1}}", "d(1,15): error BMR1001: `}` stands where `]` is expected [/o/a] (the list began in line 1)")]
    [InlineData("{\r\n  \"a\": [\r\n", "d(3,1): error BMR1001: the document ends before `]` [/a] (the list began in line 2)")]
    [InlineData("{\"a\"", "d(1,5): error BMR1001: the document ends before `}` (the object began in line 1)")]
    [InlineData("{} {}", "d(1,4): error BMR1001: the document goes on after its end")]
    [InlineData("{} }", "d(1,4): error BMR1001: `}` closes nothing")]
    [InlineData("[True]", "d(1,2): error BMR1001: `True` is written `true`")]
    [InlineData("[NaN]", "d(1,2): error BMR1001: `NaN` is not a JSON value (leave out what is not known)")]
    [InlineData("[-Infinity]", "d(1,2): error BMR1001: `-Infinity` is not a number as JSON writes it (for example `0.5`, `-3` or `1e6`)")]
    [InlineData("[01]", "d(1,2): error BMR1001: `01` is not a number as JSON writes it (for example `0.5`, `-3` or `1e6`)")]
    [InlineData("[.5]", "d(1,2): error BMR1001: `.5` is not a number as JSON writes it (for example `0.5`, `-3` or `1e6`)")]
    [InlineData("[lytic]", "d(1,2): error BMR1001: `lytic` is not a JSON value (a text stands in double quotes)")]
    [InlineData("[\"a", "d(1,2): error BMR1001: a text is not closed")]
    [InlineData("[\"a\n\"]", "d(1,2): error BMR1001: a text is not closed on its line (a line break inside a text is written `\\n`)")]
    [InlineData("[\"a\tb\"]", "d(1,4): error BMR1001: a control character stands in a text (a tab is written `\\t`)")]
    [InlineData("[\"a\\db\"]", "d(1,4): error BMR1001: `\\d` is not an escape that JSON knows (a backslash is written `\\\\`)")]
    [InlineData("[\"\\u12G4\"]", "d(1,3): error BMR1001: `\\u` needs four hexadecimal digits")]
    [InlineData("[\"ab\\ud800c\"]", "d(1,5): error BMR1001: an escape stands for half of a character (both halves are needed, or the character itself)")]
    [InlineData("[\"\\uDC00\"]", "d(1,3): error BMR1001: an escape stands for half of a character (both halves are needed, or the character itself)")]
    [InlineData("[\"\\uD83D\\uDE00\\uD83D\"]", "d(1,15): error BMR1001: an escape stands for half of a character (both halves are needed, or the character itself)")]
    [InlineData("{\"ä€😀\": {\"b\": 1, \"B\": 2}}", "d(1,19): error BMR1002: the key `B` stands twice in this object [/ä€😀/B] (keys are compared without case)")]
    [InlineData("[1, 2] // end\n,", "d(2,1): error BMR1001: the document goes on after its end")]
    [InlineData("{\"a\" /* c */ : 1}", "d(1,6): error BMR1001: a comment stands between a key and its `:` (put it before the key or after the `:`)")]
    [InlineData("[@]", "d(1,2): error BMR1001: a value is expected instead of `@`")]
    [InlineData("[1 @]", "d(1,4): error BMR1001: `,` or `]` is expected instead of `@`")]
    public void A_malformed_document_is_answered_in_plain_words_with_its_place(string text, string expected)
    {
        Assert.Equal([expected], JsonText.Parse("d", text).Diagnostics.Select(d => d.ToString()));
        Assert.Equal([expected], JsonText.Parse("d", Encoding.UTF8.GetBytes(text)).Diagnostics.Select(d => d.ToString()));
    }

    [Fact]
    public void Every_prefix_of_a_document_is_refused_without_a_generic_exception()
    {
        const string Text = "\uFEFF{ \"a\": [1.5e3, true, null, \"x\\u00e4\\n😀\"], // c\r\n \"b\": {\"c\": {}} /* d */ }";
        for (var length = 1; length < Text.Length; length++)
        {
            var finding = Assert.Single(JsonText.Parse("d", Text[..length]).Diagnostics);
            Assert.Equal(DiagnosticCode.MalformedJson, finding.Code);
            Assert.True(finding.Line > 0 && finding.Column > 0);
        }
        Assert.Empty(JsonText.Parse("d", Text).Diagnostics);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Places_are_right_after_a_byte_order_mark_foreign_letters_and_any_line_end(string lineEnd)
    {
        var text = "\uFEFF{ \"ä😀\": 1," + lineEnd + "  // 😀" + lineEnd + "  \"b\": [ \"€\", 2.50 ] }";
        var root = JsonText.Parse("d", Encoding.UTF8.GetBytes(text)).Root!;
        var number = root["B"]!.Items[1];
        Assert.Equal("2.50", number.Raw);
        Assert.Equal("/b/1", number.Pointer);
        Assert.Equal((3, 15), number.Document.LineColumn(number.Span.Start));
        Assert.Equal((1, 3), root.Document.LineColumn(root.Properties[0].NameSpan.Start));
        Assert.Equal((1, 1), root.Document.LineColumn(root.Span.Start));
        Assert.Equal(text, root.Document.Text);
    }

    [Fact]
    public void A_place_inside_a_text_is_found_through_its_escapes()
    {
        var node = JsonText.Parse("d", """{ "e": "a == \"ü\" \u0026& b" }""").Root!["e"]!;
        Assert.Equal("a == \"ü\" && b", node.Text);
        for (var i = 0; i <= node.Text!.Length; i++)
        {
            var rest = JsonText.Parse("d", "\"" + node.Document.Text[node.OffsetInText(i)..node.Span.End]).Root!;
            Assert.Equal(node.Text[i..], rest.Text);
        }
        var finding = node.At(DiagnosticCode.UnknownName, "m", "h", new TextSpan(12, 1));
        Assert.Equal(("d", "/e", 1, 28, (TextSpan?)new TextSpan(12, 1)), (finding.Document, finding.Pointer, finding.Line, finding.Column, finding.Span));
    }

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0xC3)]
    public void Bytes_that_are_no_UTF8_are_refused_at_their_place(byte bad)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("{\n \"ä\": \""), bad, .. "\"}"u8];
        Assert.Equal("d(2,8): error BMR1001: the document is not UTF-8 text (save it as UTF-8)", Assert.Single(JsonText.Parse("d", bytes).Diagnostics).ToString());
    }

    [Fact]
    public void Half_a_character_in_a_string_is_refused_at_its_place() =>
        Assert.Equal("d(1,3): error BMR1001: half of a character stands here without its other half", Assert.Single(JsonText.Parse("d", "[\"\ud800\"]").Diagnostics).ToString());

    public static TheoryData<string, string> TooMuch => new()
    {
        { new string('[', 100_000), "d(1,65): error BMR1009: the document is nested more than 64 levels deep [/0" },
        { string.Concat(Enumerable.Repeat("{\"a\":", 100_000)), "d(1,321): error BMR1009: the document is nested more than 64 levels deep" },
        { new string(' ', DocumentLimits.Bytes + 1), "d: error BMR1009: the document is larger than 10 MB" },
        { "[" + new string('9', 1_001) + "]", "d(1,2): error BMR1009: a number is longer than 1,000 characters" },
        { "[" + string.Concat(Enumerable.Repeat("0,", DocumentLimits.Values)) + "0]", "error BMR1009: the document has more than 2,000,000 values" },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void Beyond_a_limit_there_is_a_clear_answer(string text, string expected) =>
        Assert.Contains(expected, Assert.Single(JsonText.Parse("d", text).Diagnostics).ToString(), StringComparison.Ordinal);

    public static TheoryData<string, int> Large => new()
    {
        { "[" + string.Concat(Enumerable.Repeat("[],", 1_000_000)) + "1]", 0 },
        { "{" + string.Join(',', Enumerable.Range(0, 500_000).Select(i => $"\"k{i}\":{i}")) + "}", 0 },
        { "{" + string.Concat(Enumerable.Repeat("\"a\":1,", 1_000_000)) + "\"a\":1}", DiagnosticBag.Capacity },
    };

    [Theory]
    [MemberData(nameof(Large))]
    public void A_million_elements_are_answered_quickly(string text, int findings)
    {
        var watch = Stopwatch.StartNew();
        Assert.Equal(findings, JsonText.Parse("d", text).Diagnostics.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"took {watch.Elapsed}");
    }

    [Fact]
    public void Sixty_four_levels_are_fine() =>
        Assert.Empty(JsonText.Parse("d", new string('[', 64) + new string(']', 64)).Diagnostics);

    [Fact]
    public void Any_text_is_JSON_here_exactly_when_it_is_for_the_platform()
    {
        var piece = Gen.Elements("{", "}", "[", "]", ",", ":", "\"", "\"a\"", "1", "-", "0.5", "1e3", "true", "null", " ", "\n", "\\", "\\u00e4", "x", "ä", "😀", "//c\n", "/*c*/", "\t");
        Prop.ForAll(Gen.ArrayOf(piece).Select(string.Concat).ToArbitrary(), text =>
        {
            var result = JsonText.Parse("d", text);
            var ours = result.Diagnostics.All(d => d.Code != DiagnosticCode.MalformedJson);
            return ours == IsJson(text) && ours == result.Root is not null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var parsed = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
