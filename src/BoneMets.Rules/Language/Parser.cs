using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Language;

/// <summary>
/// Precedence climbing over the tokens. The first finding is kept and the parser jumps to the end, so that every method may
/// go on without asking; the tree is worthless then. Each recursion passes <see cref="Enter"/>, binary operators excepted:
/// they recurse at most once per level of precedence.
/// </summary>
internal sealed partial class Parser(string text, List<Token> tokens)
{
    private int position;
    private int depth;
    private int lambdas;

    public Diagnostic? Diagnostic { get; private set; }

    public int NodeCount { get; private set; }

    private Token Current => tokens[position];

    private TokenKind Kind => tokens[position].Kind;

    private int PreviousEnd => position == 0 ? 0 : tokens[position - 1].Span.End;

    public Syntax WholeExpression()
    {
        if (Kind == TokenKind.End) Fail(Current.Span, "the expression is empty", "write a value or a condition");
        var root = Expression();
        if (Kind != TokenKind.End) FailAfterOperand("an operator or the end");
        return root;
    }

    private Syntax Expression()
    {
        var start = Current.Span.Start;
        var condition = Coalesce();
        if (Kind != TokenKind.Question) return condition;
        Advance();
        Enter();
        var whenTrue = Expression();
        Expect(TokenKind.Colon, "`:` and the other value");
        var whenFalse = Expression();
        Leave();
        return Node(new ConditionalSyntax(Since(start), condition, whenTrue, whenFalse));
    }

    private Syntax Coalesce()
    {
        var start = Current.Span.Start;
        var left = Binary(Precedence.Or);
        if (Kind != TokenKind.QuestionQuestion) return left;
        var sign = Advance().Span;
        Enter();
        var right = Coalesce();
        Leave();
        return Node(new BinarySyntax(Since(start), BinaryOperator.Coalesce, left, right, sign));
    }

    private Syntax Binary(Precedence weakest)
    {
        var start = Current.Span.Start;
        return BinaryAfter(start, Unary(), weakest);
    }

    /// <summary>Goes on after an operand that has been read. Chains lean to the left without recursion.</summary>
    private Syntax BinaryAfter(int start, Syntax left, Precedence weakest)
    {
        var compared = false;
        while (true)
        {
            var (precedence, kind) = OperatorOf(Kind);
            if (precedence == Precedence.None || precedence < weakest) return left;
            if (precedence == Precedence.Relational)
            {
                if (compared) return FailChained(left);
                compared = true;
            }
            if (Kind == TokenKind.Less) RefuseTypeArguments();
            var sign = Advance().Span;
            if (kind is null)
            {
                var pattern = Pattern();
                left = Node(new IsSyntax(Since(start), left, pattern));
                if (OperatorOf(Kind).Precedence > Precedence.Relational) FailAfterPattern("`&&`, `||` or the end");
            }
            else
            {
                var right = Binary(precedence + 1);
                left = Node(new BinarySyntax(Since(start), kind.Value, left, right, sign));
            }
        }
    }

    private Syntax Unary()
    {
        UnaryOperator? sign = Kind switch
        {
            TokenKind.Bang => UnaryOperator.Not,
            TokenKind.Minus => UnaryOperator.Minus,
            TokenKind.Plus => UnaryOperator.Plus,
            _ => null,
        };
        if (sign is null) return Postfix();
        var start = Advance().Span.Start;
        Enter();
        var operand = Unary();
        Leave();
        return Node(new UnarySyntax(Since(start), sign.Value, operand));
    }

    private Syntax Postfix()
    {
        var start = Current.Span.Start;
        return PostfixAfter(start, Primary());
    }

    private Syntax PostfixAfter(int start, Syntax target)
    {
        while (true)
        {
            if (Kind == TokenKind.Dot)
            {
                Advance();
                var name = Current;
                if (!Expect(TokenKind.Identifier, "a name after `.`")) return target;
                target = Node(new MemberSyntax(Since(start), target, name.Name, name.Span));
            }
            else if (Kind == TokenKind.OpenParenthesis)
            {
                // C# reads `(f)(x)` as a cast, so the name must stand bare before its parenthesis.
                if (target is not (NameSyntax or MemberSyntax) || tokens[position - 1].Kind != TokenKind.Identifier)
                {
                    Fail(Current.Span, "only a name can be called", "write an operator before `(`");
                    return target;
                }
                target = Call(start, target);
            }
            else
            {
                return target;
            }
        }
    }

    private CallSyntax Call(int start, Syntax target)
    {
        Advance();
        Enter();
        List<ArgumentSyntax> arguments = [];
        if (Kind != TokenKind.CloseParenthesis)
        {
            do arguments.Add(Argument());
            while (Accept(TokenKind.Comma));
        }
        Expect(TokenKind.CloseParenthesis, "`,` or `)`");
        Leave();
        return Node(new CallSyntax(Since(start), target, arguments));
    }

    private ArgumentSyntax Argument()
    {
        var start = Current.Span.Start;
        string? name = null;
        if (Kind == TokenKind.Identifier && Ahead(1) == TokenKind.Colon)
        {
            name = Advance().Name;
            Advance();
        }
        var value = Lambda() ?? Expression();
        return Node(new ArgumentSyntax(Since(start), name, value));
    }

    private LambdaSyntax? Lambda()
    {
        var inParentheses = Kind == TokenKind.OpenParenthesis && Ahead(1) == TokenKind.Identifier
            && Ahead(2) == TokenKind.CloseParenthesis && Ahead(3) == TokenKind.Arrow;
        if (!inParentheses && !(Kind == TokenKind.Identifier && Ahead(1) == TokenKind.Arrow)) return null;

        var start = Current.Span.Start;
        if (inParentheses) Advance();
        var parameter = Advance();
        if (inParentheses) Advance();
        Advance();
        if (++lambdas > LanguageLimits.LambdaNesting)
        {
            Fail(new Diagnostic(DiagnosticCode.LambdaTooDeep, $"lambdas are nested more than {LanguageLimits.LambdaNesting} levels deep",
                "give a name to the inner list: declare it as a param", Span: parameter.Span));
        }
        Enter();
        var body = Expression();
        Leave();
        lambdas--;
        return Node(new LambdaSyntax(Since(start), parameter.Name, parameter.Span, body));
    }

    private Syntax Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Identifier:
                Advance();
                return Node(new NameSyntax(token.Span, token.Name));
            case TokenKind.Number or TokenKind.Text:
                Advance();
                return Node(new LiteralSyntax(token.Span, token.Value, token.IsInteger));
            case TokenKind.True or TokenKind.False:
                Advance();
                return Node(new LiteralSyntax(token.Span, token.Kind == TokenKind.True));
            case TokenKind.Null:
                Advance();
                return Node(new LiteralSyntax(token.Span, null));
            case TokenKind.OpenParenthesis:
                Advance();
                Enter();
                var inner = Expression();
                Leave();
                ExpectClosing();
                if (Kind is TokenKind.And or TokenKind.Or) RefuseConversion(token, inner);
                return inner;
            case TokenKind.New:
                return List();
            default:
                FailBeforeOperand();
                return new LiteralSyntax(token.Span, null);
        }
    }

    private ListSyntax List()
    {
        var start = Advance().Span;
        List<Syntax> items = [];
        if (!(Kind == TokenKind.OpenBracket && Ahead(1) == TokenKind.CloseBracket && Ahead(2) == TokenKind.OpenBrace))
        {
            Fail(new Diagnostic(DiagnosticCode.RefusedToken, "`new` is not part of the language, except in a list", "write `new[] { 1, 2 }`", Span: start));
            return new ListSyntax(start, items);
        }
        Advance();
        Advance();
        Advance();
        Enter();
        while (Kind != TokenKind.CloseBrace)
        {
            items.Add(Expression());
            if (!Accept(TokenKind.Comma)) break;
        }
        Expect(TokenKind.CloseBrace, "`,` or `}`");
        Leave();
        return Node(new ListSyntax(Since(start.Start), items));
    }

    private static (Precedence Precedence, BinaryOperator? Operator) OperatorOf(TokenKind kind) => kind switch
    {
        TokenKind.BarBar => (Precedence.Or, BinaryOperator.Or),
        TokenKind.AmpersandAmpersand => (Precedence.And, BinaryOperator.And),
        TokenKind.EqualsEquals => (Precedence.Equality, BinaryOperator.Equal),
        TokenKind.BangEquals => (Precedence.Equality, BinaryOperator.NotEqual),
        TokenKind.Less => (Precedence.Relational, BinaryOperator.Less),
        TokenKind.LessEquals => (Precedence.Relational, BinaryOperator.LessOrEqual),
        TokenKind.Greater => (Precedence.Relational, BinaryOperator.Greater),
        TokenKind.GreaterEquals => (Precedence.Relational, BinaryOperator.GreaterOrEqual),
        TokenKind.Is => (Precedence.Relational, null),
        TokenKind.Plus => (Precedence.Additive, BinaryOperator.Add),
        TokenKind.Minus => (Precedence.Additive, BinaryOperator.Subtract),
        TokenKind.Star => (Precedence.Multiplicative, BinaryOperator.Multiply),
        TokenKind.Slash => (Precedence.Multiplicative, BinaryOperator.Divide),
        TokenKind.Percent => (Precedence.Multiplicative, BinaryOperator.Remainder),
        _ => (Precedence.None, null),
    };
}
