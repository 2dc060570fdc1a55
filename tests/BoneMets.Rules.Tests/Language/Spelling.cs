using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Language;

/// <summary>Other ways to write the same tree: parentheses that change nothing, and white space between any two tokens.</summary>
internal static class Spelling
{
    private static readonly string[] Gaps = [" ", " ", "", "  ", "\t", "\n", "\r\n", "\u00a0"];

    public static string Of(string canonical, int seed)
    {
        var random = new Random(seed);
        var root = ExpressionParser.ParseExpression(canonical).Root;
        // The test that asked will report that its canonical text cannot be read.
        if (root is null) return canonical;

        Dictionary<int, int> before = [];
        Dictionary<int, int> after = [];
        foreach (var (span, _) in Parts(root))
        {
            if (random.Next(6) != 0) continue;
            before[span.Start] = before.GetValueOrDefault(span.Start) + 1;
            after[span.End] = after.GetValueOrDefault(span.End) + 1;
        }
        StringBuilder text = new();
        var end = 0;
        foreach (var token in Tokenizer.Scan(canonical).Tokens!)
        {
            var gap = Gaps[random.Next(Gaps.Length)];
            // Where the canonical text has a space two tokens may run together without one.
            text.Append(gap.Length == 0 && token.Span.Start > end ? " " : gap);
            text.Append('(', before.GetValueOrDefault(token.Span.Start));
            text.Append(canonical, token.Span.Start, token.Span.Length);
            text.Append(')', token.Kind == TokenKind.End ? 0 : after.GetValueOrDefault(token.Span.End));
            end = token.Span.End;
        }
        return text.ToString();
    }

    /// <summary>
    /// The parts that may be put into parentheses: not the name that is called, not the literal in <c>x is Date("…")</c>, and not a name
    /// inside a pattern, where C# may take the parentheses for a conversion, nor the beginning of a constant: C# refuses <c>x is (5).a</c>.
    /// </summary>
    public static IEnumerable<(TextSpan Span, Syntax Node)> Parts(Syntax syntax) => syntax switch
    {
        LambdaSyntax n => Parts(n.Body),
        CallSyntax { Target: MemberSyntax target } n => [(n.Span, n), .. Parts(target.Target), .. n.Arguments.SelectMany(a => Parts(a.Value))],
        CallSyntax n => [(n.Span, n), .. n.Arguments.SelectMany(a => Parts(a.Value))],
        MemberSyntax n => [(n.Span, n), .. Parts(n.Target)],
        UnarySyntax n => [(n.Span, n), .. Parts(n.Operand)],
        BinarySyntax n => [(n.Span, n), .. Parts(n.Left), .. Parts(n.Right)],
        ConditionalSyntax n => [(n.Span, n), .. Parts(n.Condition), .. Parts(n.WhenTrue), .. Parts(n.WhenFalse)],
        IsSyntax n => [(n.Span, n), .. Parts(n.Operand), .. Parts(n.Pattern)],
        ListSyntax n => [(n.Span, n), .. n.Items.SelectMany(Parts)],
        _ => [(syntax.Span, syntax)],
    };

    private static IEnumerable<(TextSpan Span, Syntax Node)> Parts(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax { Value: CallSyntax { Target: NameSyntax } } n => [(n.Span, n)],
        ConstantPatternSyntax n => [(n.Span, n), .. ValueParts(n.Value).Where(p => p.Span.Start > n.Value.Span.Start)],
        RelationalPatternSyntax n => [(n.Span, n), .. ValueParts(n.Value)],
        NotPatternSyntax n => [(n.Span, n), .. Parts(n.Operand)],
        AndPatternSyntax n => [(n.Span, n), .. Parts(n.Left), .. Parts(n.Right)],
        OrPatternSyntax n => [(n.Span, n), .. Parts(n.Left), .. Parts(n.Right)],
        _ => [(pattern.Span, pattern)],
    };

    private static IEnumerable<(TextSpan Span, Syntax Node)> ValueParts(Syntax value) => Parts(value).Where(p => p.Node is not (NameSyntax or MemberSyntax));
}
