using System.Diagnostics.CodeAnalysis;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Language;

internal sealed partial class Parser
{
    private TokenKind Ahead(int count) => position + count < tokens.Count ? tokens[position + count].Kind : TokenKind.End;

    /// <summary>Never passes the end, which is always the last token.</summary>
    private Token Advance() => Kind == TokenKind.End ? Current : tokens[position++];

    private bool Accept(TokenKind kind)
    {
        if (Kind != kind) return false;
        Advance();
        return true;
    }

    private bool Expect(TokenKind kind, string what)
    {
        if (Accept(kind)) return true;
        if (kind == TokenKind.Identifier) Fail(Current.Span, $"expected {what}, found {Found()}", null);
        else FailAfterOperand(what);
        return false;
    }

    private void ExpectClosing()
    {
        if (Accept(TokenKind.CloseParenthesis)) return;
        if (Kind == TokenKind.Comma)
        {
            Fail(Current.Span, "expected `)`, found `,`", "a lambda has one parameter `x => …`; a list is written `new[] { 1, 2 }`");
            return;
        }
        FailAfterOperand("`)`");
    }

    private TextSpan Since(int start) => TextSpan.Between(start, PreviousEnd);

    private T Node<T>(T node)
    {
        if (++NodeCount > LanguageLimits.Nodes)
        {
            Fail(new Diagnostic(DiagnosticCode.ExpressionTooLarge, $"the expression has more than {LanguageLimits.Nodes} parts",
                "give names to its parts: declare them as params", Span: Current.Span));
        }
        return node;
    }

    private void Enter()
    {
        if (++depth > LanguageLimits.NestingDepth) Fail(Tokenizer.TooDeep(Current.Span));
    }

    private void Leave() => depth--;

    private void Fail(TextSpan span, string message, string? help) => Fail(new Diagnostic(DiagnosticCode.Syntax, message, help, Span: span));

    [MemberNotNull(nameof(Diagnostic))]
    private void Fail(Diagnostic diagnostic)
    {
        Diagnostic ??= diagnostic;
        position = tokens.Count - 1;
    }

    private string Found() => Kind == TokenKind.End ? "the end" : Quote.Text(text.AsSpan(Current.Span.Start, Current.Span.Length));

    private void FailBeforeOperand()
    {
        var previous = position > 0 ? tokens[position - 1].Kind : TokenKind.End;
        var afterJoin = previous is TokenKind.AmpersandAmpersand or TokenKind.BarBar;
        var help = Kind switch
        {
            TokenKind.Less or TokenKind.LessEquals or TokenKind.Greater or TokenKind.GreaterEquals or TokenKind.EqualsEquals or TokenKind.BangEquals when afterJoin =>
                "name the value on both sides, `x > 3 && x < 5`, or use a pattern, `x is > 3 and < 5`",
            TokenKind.Less or TokenKind.LessEquals or TokenKind.Greater or TokenKind.GreaterEquals when previous == TokenKind.End =>
                "write the value that is compared before it",
            TokenKind.Not when previous == TokenKind.EqualsEquals => "write `!=`, or `x is not …`",
            TokenKind.Not => "write `!`; `not` belongs to patterns: `x is not null`",
            TokenKind.And => "write `&&`",
            TokenKind.Or => "write `||`",
            TokenKind.Is => "write the value that is tested before `is`",
            TokenKind.Arrow => LambdaHelp,
            TokenKind.End when previous == TokenKind.Percent => "`%` is the remainder of a division: leave it out after a number",
            _ => null,
        };
        Fail(Current.Span, $"expected a value, found {Found()}", help);
    }

    private const string LambdaHelp = "write `>=` for «at least»; a lambda `x => …` stands only as an argument: `list.Any(x => …)`";

    private void FailAfterOperand(string expected)
    {
        var afterNumber = position > 0 && tokens[position - 1].Kind == TokenKind.Number;
        var help = Kind switch
        {
            TokenKind.And => "`and` belongs to patterns, `x is > 3 and < 5`; between conditions write `&&`",
            TokenKind.Or => "`or` belongs to patterns, `x is 3 or 5`; between conditions write `||`",
            TokenKind.Not => "`not` belongs to patterns: `x is not null`",
            TokenKind.Arrow => LambdaHelp,
            TokenKind.Bang => "write `!=` to compare",
            TokenKind.Comma when afterNumber && Ahead(1) == TokenKind.Number => "decimals are written with a point: `2.6`",
            TokenKind.Identifier when afterNumber => "a number stands without its unit: the unit comes from the schema",
            TokenKind.Identifier when position > 0 && tokens[position - 1].Kind == TokenKind.Identifier => "a name is one word; between two conditions write `&&` or `||`",
            TokenKind.Question => "write `condition ? value : otherValue`, in parentheses",
            _ => null,
        };
        Fail(Current.Span, $"expected {expected}, found {Found()}", help);
    }

    private Syntax FailChained(Syntax left)
    {
        // `x is > 3 and y > 4` is read by C# as a comparison with the outcome of the pattern.
        var help = left is IsSyntax { Pattern: AndPatternSyntax } ? "a pattern goes on after `and`: write `&&` before the next condition"
            : left is IsSyntax { Pattern: OrPatternSyntax } ? "a pattern goes on after `or`: write `||` before the next condition"
            : "write two comparisons joined by `&&`, or put the first into parentheses";
        Fail(Current.Span, $"a comparison cannot be compared again with {Found()}", help);
        return left;
    }

    /// <summary>
    /// C# reads <c>f(a &lt; b, c &gt; (d))</c> as a call of a generic function with the types <c>b</c> and <c>c</c>; a reader sees two comparisons.
    /// Neither may win silently.
    /// </summary>
    private void RefuseTypeArguments()
    {
        if (tokens[position - 1].Kind != TokenKind.Identifier) return;
        var i = position;
        do
        {
            if (tokens[i + 1].Kind != TokenKind.Identifier) return;
            i += 2;
        }
        while (tokens[i].Kind is TokenKind.Dot or TokenKind.Comma);
        if (tokens[i].Kind == TokenKind.Greater && tokens[i + 1].Kind == TokenKind.OpenParenthesis)
        {
            Fail(tokens[position].Span.To(tokens[i].Span), "C# reads this as type arguments, not as comparisons", "put each comparison into parentheses");
        }
    }

    /// <summary>C# reads <c>x is &gt; (a) and b</c> as a conversion of <c>and</c> to the type <c>a</c>.</summary>
    private void RefuseConversion(Token open, Syntax inner)
    {
        var root = inner;
        while (root is MemberSyntax member) root = member.Target;
        if (root is NameSyntax && root.Span.Start == tokens[tokens.IndexOf(open) + 1].Span.Start)
        {
            Fail(TextSpan.Between(open.Span.Start, PreviousEnd), "C# reads the parentheses before `and` and `or` as a conversion", "leave out the parentheses");
        }
    }
}
