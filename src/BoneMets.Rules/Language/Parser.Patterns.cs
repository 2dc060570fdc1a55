using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Language;

internal sealed partial class Parser
{
    public PatternSyntax WholePattern()
    {
        if (Kind == TokenKind.End) Fail(Current.Span, "the pattern is empty", "write `_` for any value");
        var root = Pattern();
        if (Kind != TokenKind.End) FailAfterPattern("`and`, `or` or the end");
        return root;
    }

    private PatternSyntax Pattern()
    {
        var start = Current.Span.Start;
        var left = AndPattern();
        while (Accept(TokenKind.Or))
        {
            var right = AndPattern();
            left = Node(new OrPatternSyntax(Since(start), left, right));
        }
        return left;
    }

    private PatternSyntax AndPattern()
    {
        var start = Current.Span.Start;
        var left = NotPattern();
        while (Accept(TokenKind.And))
        {
            var right = NotPattern();
            left = Node(new AndPatternSyntax(Since(start), left, right));
        }
        return left;
    }

    private PatternSyntax NotPattern()
    {
        var start = Current.Span.Start;
        if (!Accept(TokenKind.Not)) return PrimaryPattern();
        Enter();
        var operand = NotPattern();
        Leave();
        return Node(new NotPatternSyntax(Since(start), operand));
    }

    private PatternSyntax PrimaryPattern()
    {
        var token = Current;
        RelationalOperator? comparison = token.Kind switch
        {
            TokenKind.Less => RelationalOperator.Less,
            TokenKind.LessEquals => RelationalOperator.LessOrEqual,
            TokenKind.Greater => RelationalOperator.Greater,
            TokenKind.GreaterEquals => RelationalOperator.GreaterOrEqual,
            _ => null,
        };
        if (comparison is not null)
        {
            Advance();
            var value = Binary(Precedence.Additive);
            return Node(new RelationalPatternSyntax(Since(token.Span.Start), comparison.Value, value));
        }
        if (token.Name == "_")
        {
            Advance();
            return Node(new DiscardPatternSyntax(token.Span));
        }
        if (PatternHelp() is { } help) Fail(Current.Span, $"expected a value, found {Found()}", help);
        var call = FindCall();
        if (token.Kind == TokenKind.OpenParenthesis) return ParenthesizedPattern(holdsExpression: !call && HoldsExpression());
        return call ? CallConstant() : Constant(token.Span.Start, Unary());
    }

    /// <summary>
    /// True when a call opens the pattern. C# reads <c>x is F(…)</c> as a type with patterns for its parts; we give a meaning to exactly
    /// <c>Date("…")</c> and its like, a name with one literal, which looks the same in both readings, and refuse the rest.
    /// </summary>
    private bool FindCall()
    {
        var first = position;
        while (tokens[first].Kind == TokenKind.OpenParenthesis) first++;
        if (tokens[first].Kind != TokenKind.Identifier || tokens[first].Name == "_") return false;
        var last = first;
        while (tokens[last + 1].Kind == TokenKind.Dot && tokens[last + 2].Kind == TokenKind.Identifier) last += 2;
        if (tokens[last + 1].Kind != TokenKind.OpenParenthesis) return false;
        var isConstant = last == first && tokens[last + 3].Kind == TokenKind.CloseParenthesis
            && tokens[last + 2].Kind is TokenKind.Text or TokenKind.Number or TokenKind.True or TokenKind.False or TokenKind.Null;
        if (!isConstant)
        {
            var span = tokens[first].Span.To(tokens[last].Span);
            Fail(new Diagnostic(DiagnosticCode.PatternNotConstant, $"the call of {Quote.Text(text.AsSpan(span.Start, span.Length))} is not a constant, and a pattern compares with constants",
                "between two conditions write `||` or `&&`", Span: span));
        }
        return true;
    }

    private ConstantPatternSyntax CallConstant()
    {
        var start = Current.Span.Start;
        var name = Advance();
        var call = Call(start, Node(new NameSyntax(name.Span, name.Name)));
        return Node(new ConstantPatternSyntax(call.Span, call));
    }

    /// <summary>
    /// Looks whether the parenthesis in place of a pattern holds an expression, <c>x is (a || b)</c>, or a pattern, <c>x is (a or b)</c>.
    /// Decided by its first operator: trying both readings would take exponential time.
    /// </summary>
    private bool HoldsExpression()
    {
        var level = 0;
        var first = position;
        while (tokens[first].Kind == TokenKind.OpenParenthesis) first++;
        if (tokens[first].Name == "_") return false;
        for (var i = position; ; i++)
        {
            switch (tokens[i].Kind)
            {
                case TokenKind.OpenParenthesis or TokenKind.OpenBrace:
                    level++;
                    break;
                case TokenKind.CloseParenthesis or TokenKind.CloseBrace:
                    if (--level == 0) return false;
                    break;
                case TokenKind.And or TokenKind.Or or TokenKind.Not when level == 1:
                    return false;
                case TokenKind.Question or TokenKind.QuestionQuestion when level == 1:
                    return true;
                case var kind when level == 1 && OperatorOf(kind).Precedence is > Precedence.None and < Precedence.Additive:
                    return i > position + 1;
                case TokenKind.End:
                    return false;
            }
        }
    }

    private PatternSyntax ParenthesizedPattern(bool holdsExpression)
    {
        var start = Advance().Span.Start;
        Enter();
        var expression = holdsExpression ? Expression() : null;
        var pattern = holdsExpression ? null : Pattern();
        Leave();
        if (Kind == TokenKind.CloseParenthesis) Advance();
        else FailAfterPattern("`)`");
        // As in C#, a constant in parentheses may begin a calculation, `(2) * 3`, but has no members.
        return pattern switch
        {
            null => Constant(start, expression!),
            ConstantPatternSyntax { Value: not CallSyntax { Target: NameSyntax } } constant => Constant(start, constant.Value),
            _ => pattern,
        };
    }

    private ConstantPatternSyntax Constant(int start, Syntax operand)
    {
        var value = BinaryAfter(start, operand, Precedence.Additive);
        return Node(new ConstantPatternSyntax(Since(start), value));
    }

    private string? PatternHelp() => Kind switch
    {
        TokenKind.AmpersandAmpersand => "write `and` inside a pattern",
        TokenKind.BarBar or TokenKind.Comma => "write `or` inside a pattern",
        TokenKind.EqualsEquals => "a pattern has no `==`: write the value alone",
        TokenKind.BangEquals => "write `not` inside a pattern",
        TokenKind.Is => "a pattern begins after `is`: leave it out",
        _ => null,
    };

    private void FailAfterPattern(string expected)
    {
        if (PatternHelp() is { } help) Fail(Current.Span, $"expected {expected}, found {Found()}", help);
        else FailAfterOperand(expected);
    }
}
