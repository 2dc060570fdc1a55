using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>Patterns: the syntax that <c>is</c>, table cells and score bands share.</summary>
internal sealed partial class ExpressionBinder
{
    private static readonly IReadOnlyList<object> Booleans = [true, false];

    private BoundPattern? BindPattern(PatternSyntax syntax, FactType operand)
    {
        if (!TypeRules.IsScalar(operand))
        {
            Error(syntax.Span, DiagnosticCode.TypeMismatch, $"a pattern cannot match {operand.Describe()}", "only `is null` and `is not null` can ask about lists and objects");
            return null;
        }
        if (operand is AbsentType) operand = KindOfConstants(syntax);
        var pattern = BindPart(syntax, operand);
        if (pattern is { Matches.IsEmpty: true, OnUnknown: not true })
        {
            Error(syntax.Span, DiagnosticCode.EmptyPattern, $"nothing can match `{Slice(syntax.Span)}`");
            return null;
        }
        return pattern;
    }

    private BoundPattern? BindPart(PatternSyntax syntax, FactType operand)
    {
        switch (syntax)
        {
            case DiscardPatternSyntax discard:
                return new BoundDiscardPattern(discard.Span, Everything(operand));
            case ConstantPatternSyntax { Value: LiteralSyntax { Value: null } } isNull:
                return new BoundNullPattern(isNull.Span, Everything(operand).Complement());
            case ConstantPatternSyntax constant:
                return PatternConstant(constant.Value, operand) is { } value ? new BoundValuePattern(constant.Span, Single(operand, value.Value), value) : null;
            case RelationalPatternSyntax relational:
                return BindRelational(relational, operand);
            case NotPatternSyntax not:
                return BindPart(not.Operand, operand) is { } negated ? new BoundNotPattern(not.Span, negated) : null;
            case AndPatternSyntax and:
                return Binary(and.Span, true, and.Left, and.Right, operand);
            case OrPatternSyntax or:
                return Binary(or.Span, false, or.Left, or.Right, operand);
            default:
                throw new InvalidOperationException($"no binding for {syntax.GetType().Name}");
        }
    }

    private BoundPattern? Binary(TextSpan span, bool isAnd, PatternSyntax first, PatternSyntax second, FactType operand)
    {
        var left = BindPart(first, operand);
        var right = BindPart(second, operand);
        return left is null || right is null ? null : new BoundBinaryPattern(span, isAnd, left, right);
    }

    private BoundValuePattern? BindRelational(RelationalPatternSyntax syntax, FactType operand)
    {
        if (!TypeRules.Ordered(operand))
        {
            Error(syntax.Span, DiagnosticCode.TypeMismatch, $"`{Slice(syntax.Span)}` compares numbers and dates, but the value is {operand.Describe()}");
            return null;
        }
        if (PatternConstant(syntax.Value, operand) is not { } constant) return null;
        var number = constant.Value is DateOnly date ? date.DayNumber : constant.Value as decimal?;
        if (number is null)
        {
            Error(syntax.Span, DiagnosticCode.TypeMismatch, $"`{Slice(syntax.Value.Span)}` is neither a number nor a date");
            return null;
        }
        var interval = syntax.Operator switch
        {
            RelationalOperator.Less => new Interval(Bound.Open, new Bound(number, false)),
            RelationalOperator.LessOrEqual => new Interval(Bound.Open, new Bound(number, true)),
            RelationalOperator.Greater => new Interval(new Bound(number, false), Bound.Open),
            _ => new Interval(new Bound(number, true), Bound.Open),
        };
        return new BoundValuePattern(syntax.Span, NumberSet.Of(IsWhole(operand), interval), constant, syntax.Operator);
    }

    /// <summary>The constant that stands in a pattern, checked against the operand; null after an error.</summary>
    private BoundConstant? PatternConstant(Syntax syntax, FactType operand)
    {
        if (!LooksConstant(syntax))
        {
            Error(syntax.Span, DiagnosticCode.PatternNotConstant, $"`{Slice(syntax.Span)}` is not a constant, and a pattern only holds constants",
                "`or` and `and` join patterns; to join conditions write `||` and `&&`; to compare with another value write `==`");
            return null;
        }
        if (Bind(syntax) is not { } bound) return null;
        if (bound is not BoundConstant constant)
        {
            Error(syntax.Span, DiagnosticCode.PatternNotConstant, $"`{Slice(syntax.Span)}` is not a constant", "write `||` to join conditions");
            return null;
        }
        if (!TypeRules.Comparable(operand, constant.Type))
        {
            Error(syntax.Span, DiagnosticCode.TypeMismatch, $"`{Slice(syntax.Span)}` is {constant.Type.Describe()}, but the value is {operand.Describe()}");
            return null;
        }
        return operand is EnumType words && !InEnumeration(words, constant) ? null : constant;
    }

    private static bool LooksConstant(Syntax syntax) => syntax switch
    {
        LiteralSyntax => true,
        UnarySyntax { Operator: UnaryOperator.Minus or UnaryOperator.Plus, Operand: LiteralSyntax } => true,
        CallSyntax { Target: NameSyntax { Name: "Date" } } => true,
        _ => false,
    };

    /// <summary>What an absent field is compared with tells what it would be.</summary>
    private static FactType KindOfConstants(PatternSyntax syntax) => syntax switch
    {
        NotPatternSyntax not => KindOfConstants(not.Operand),
        AndPatternSyntax and => KindOfConstants(and.Left) is AbsentType ? KindOfConstants(and.Right) : KindOfConstants(and.Left),
        OrPatternSyntax or => KindOfConstants(or.Left) is AbsentType ? KindOfConstants(or.Right) : KindOfConstants(or.Left),
        RelationalPatternSyntax { Value: CallSyntax } or ConstantPatternSyntax { Value: CallSyntax } => FactType.Date,
        RelationalPatternSyntax => FactType.Number,
        ConstantPatternSyntax { Value: LiteralSyntax { Value: bool } } => FactType.Boolean,
        ConstantPatternSyntax { Value: LiteralSyntax { Value: string } } => FactType.Text,
        ConstantPatternSyntax { Value: LiteralSyntax { Value: null } } or DiscardPatternSyntax => FactType.Absent,
        _ => FactType.Number,
    };

    private static bool IsWhole(FactType operand) => operand is DateType or NumberType { IsInteger: true };

    private static ValueSet Everything(FactType operand) => operand switch
    {
        NumberType or DateType => NumberSet.All(IsWhole(operand)),
        EnumType words => WordSet.All(words.Values),
        BooleanType => WordSet.All(Booleans),
        _ => WordSet.All(null),
    };

    private static ValueSet Single(FactType operand, object value) => (operand, value) switch
    {
        (_, decimal number) => NumberSet.Single(operand is NumberType { IsInteger: true }, number),
        (_, DateOnly date) => NumberSet.Single(true, date.DayNumber),
        (EnumType words, _) => WordSet.Of(words.Values, value),
        (BooleanType, _) => WordSet.Of(Booleans, value),
        _ => WordSet.Of(null, value),
    };
}
