using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>
/// Binds one authored expression. Every method gives null when it has reported an error (once), so that the rest of the expression
/// is still checked and an author sees all findings together.
/// </summary>
internal sealed partial class ExpressionBinder(AuthoredText text, BindingScope scope, DiagnosticBag bag)
{
    private BindingScope scope = scope;

    /// <summary>Parses and binds an expression.</summary>
    public static BoundNode? Bind(AuthoredText text, BindingScope scope, DiagnosticBag bag)
    {
        var parsed = ExpressionParser.ParseExpression(text.Text);
        Report(parsed.Diagnostics, text, bag);
        return parsed.Root is { } root ? new ExpressionBinder(text, scope, bag).Bind(root) : null;
    }

    /// <summary>The same, where only true or false makes sense.</summary>
    public static BoundNode? BindCondition(AuthoredText text, BindingScope scope, DiagnosticBag bag)
    {
        var parsed = ExpressionParser.ParseExpression(text.Text);
        Report(parsed.Diagnostics, text, bag);
        return parsed.Root is { } root ? new ExpressionBinder(text, scope, bag).BindCondition(root) : null;
    }

    /// <summary>A table cell or a score band over a column.</summary>
    public static BoundPattern? BindPattern(AuthoredText text, FactType operand, BindingScope scope, DiagnosticBag bag)
    {
        var parsed = ExpressionParser.ParsePattern(text.Text);
        Report(parsed.Diagnostics, text, bag);
        return parsed.Root is { } root ? new ExpressionBinder(text, scope, bag).BindPattern(root, operand) : null;
    }

    internal static void Report(IReadOnlyList<Diagnostic> found, AuthoredText text, DiagnosticBag bag)
    {
        foreach (var diagnostic in found)
            bag.Add(text.Node.At(diagnostic.Code, diagnostic.Message, diagnostic.Help, diagnostic.Span));
    }

    public BoundNode? Bind(Syntax syntax) => syntax switch
    {
        LiteralSyntax literal => BindLiteral(literal),
        NameSyntax name => BindName(name),
        MemberSyntax member => BindMember(member),
        CallSyntax call => BindCall(call),
        UnarySyntax unary => BindUnary(unary),
        BinarySyntax binary => BindBinary(binary),
        ConditionalSyntax conditional => BindConditional(conditional),
        IsSyntax isPattern => BindIs(isPattern),
        ListSyntax list => BindList(list),
        LambdaSyntax lambda => Error(lambda.Span, DiagnosticCode.Syntax, "a lambda stands where a value is expected", "a lambda is the argument of Any, All, Count, Sum, Where and the like"),
        _ => throw new InvalidOperationException($"no binding for {syntax.GetType().Name}"),
    };

    public BoundNode? BindCondition(Syntax syntax)
    {
        var bound = Bind(syntax);
        if (bound is null || TypeRules.IsBoolean(bound.Type)) return bound;
        return Error(syntax.Span, DiagnosticCode.NotBoolean, $"`{Slice(syntax.Span)}` is {bound.Type.Describe()}, not true or false", "compare it with something");
    }

    private BoundNode? BindLiteral(LiteralSyntax literal) => literal.Value switch
    {
        null => Error(literal.Span, DiagnosticCode.MisplacedNull, "`null` stands where a value is expected", "ask with `x is null` or `x is not null`"),
        bool value => new BoundConstant(literal.Span, FactType.Boolean, value),
        decimal value => new BoundConstant(literal.Span, literal.IsInteger ? FactType.Integer : FactType.Number, value),
        string value => new BoundConstant(literal.Span, FactType.Text, value),
        _ => throw new InvalidOperationException("no such literal"),
    };

    private BoundNode? BindUnary(UnarySyntax unary)
    {
        if (unary.Operator == UnaryOperator.Not)
            return BindCondition(unary.Operand) is { } condition ? new BoundNot(unary.Span, condition) : null;
        if (Bind(unary.Operand) is not { } operand) return null;
        if (!TypeRules.IsNumber(operand.Type)) return NotANumber(unary.Operand, operand);
        if (unary.Operator == UnaryOperator.Plus) return operand;
        return operand is BoundConstant { Value: decimal value } ? new BoundConstant(unary.Span, operand.Type, -value) : new BoundNegate(unary.Span, operand);
    }

    private BoundNode? BindConditional(ConditionalSyntax conditional)
    {
        var condition = BindCondition(conditional.Condition);
        var whenTrue = Bind(conditional.WhenTrue);
        var whenFalse = Bind(conditional.WhenFalse);
        if (condition is null || whenTrue is null || whenFalse is null) return null;
        if (TypeRules.Join(whenTrue.Type, whenFalse.Type) is { } type)
            return new BoundConditional(conditional.Span, type, condition, whenTrue, whenFalse);
        return Mismatch(conditional.Span, whenTrue, whenFalse, "the two branches of `? :` are");
    }

    private BoundNode? BindList(ListSyntax list)
    {
        var items = list.Items.Select(Bind).ToList();
        if (items.Any(i => i is null)) return null;
        FactType? element = FactType.Absent;
        foreach (var item in items)
        {
            element = TypeRules.Join(element, item!.Type);
            if (element is null || !TypeRules.IsScalar(element))
                return Error(item.Span, DiagnosticCode.TypeMismatch, "the elements of a list must be of one kind", "split the list");
        }
        return new BoundList(list.Span, new ListType(element), items!);
    }

    private BoundNode? BindIs(IsSyntax syntax)
    {
        if (Bind(syntax.Operand) is not { } operand) return null;
        switch (syntax.Pattern)
        {
            // `is null` and `is not null` ask whether anything is known, also of lists and objects.
            case ConstantPatternSyntax { Value: LiteralSyntax { Value: null } }:
                return new BoundNot(syntax.Span, new BoundIsKnown(syntax.Span, operand));
            case NotPatternSyntax { Operand: ConstantPatternSyntax { Value: LiteralSyntax { Value: null } } }:
                return new BoundIsKnown(syntax.Span, operand);
        }
        return BindPattern(syntax.Pattern, operand.Type) is { } pattern ? new BoundPatternTest(syntax.Span, operand, pattern) : null;
    }

    private string Slice(TextSpan span)
    {
        const int longest = 60;
        var slice = text.Text.Substring(span.Start, Math.Min(span.Length, text.Text.Length - span.Start));
        return slice.Length <= longest ? slice : slice[..(longest - 1)] + "…";
    }

    private BoundNode? Error(TextSpan span, DiagnosticCode code, string message, string? help = null)
    {
        bag.Add(text.Node.At(code, message, help, span));
        return null;
    }

    /// <summary>An error about a word that nobody knows. A near one is offered to stand in its place; for <paramref name="isText"/> in quotation marks.</summary>
    private BoundNode? Unknown(TextSpan span, DiagnosticCode code, string message, string word, IEnumerable<string> candidates, bool isText = false)
    {
        var near = Suggestion.Nearest(word, candidates);
        var fix = near is null ? null : new TextFix(span, isText ? CanonicalJson.Quote(near) : near);
        bag.Add(text.Node.At(code, message, Suggestion.Help(near), span) with { Fix = fix });
        return null;
    }

    private BoundNode? NotANumber(Syntax syntax, BoundNode bound) =>
        Error(syntax.Span, DiagnosticCode.TypeMismatch, $"`{Slice(syntax.Span)}` is {bound.Type.Describe()}, not a number");

    private BoundNode? Mismatch(TextSpan span, BoundNode left, BoundNode right, string subject)
    {
        if (left.Type is NumberType { Unit: { } a } && right.Type is NumberType { Unit: { } b })
            return Error(span, DiagnosticCode.UnitMismatch, $"{subject} in different units: `{Slice(left.Span)}` in {a}, `{Slice(right.Span)}` in {b}", $"convert one of them with ValueIn(x, \"{a}\")");
        return Error(span, DiagnosticCode.TypeMismatch, $"{subject} of different kinds: `{Slice(left.Span)}` is {left.Type.Describe()}, `{Slice(right.Span)}` is {right.Type.Describe()}");
    }
}
