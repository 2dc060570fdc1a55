using System.Globalization;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Authoring;

/// <summary>A condition about one thing: what it is about, and what is asked of it.</summary>
internal static class TestStructure
{
    /// <summary>Null when it is something else, or says more than one test can.</summary>
    public static ConditionTest? Of(BoundNode node) => node switch
    {
        BoundIsKnown known => Test(known.Operand, ConditionOperator.IsKnown),
        BoundNot { Operand: BoundIsKnown known } => Test(known.Operand, ConditionOperator.IsNotKnown),
        BoundNot { Operand: var operand } when IsNamed(operand) => Test(operand, ConditionOperator.IsFalse),
        BoundComparison comparison => Comparison(comparison),
        BoundPatternTest test => PatternStructure.Of(test),
        _ when IsNamed(node) => Test(node, ConditionOperator.IsTrue),
        _ => null,
    };

    public static ConditionTest Test(BoundNode subject, ConditionOperator op, params IEnumerable<ConditionValue> values) =>
        new(new ConditionSubject(subject.Span, PlainEnglish.LabelOf(subject), Typing.Of(subject), subject is BoundFact), op, [.. values]);

    public static ConditionValue Value(BoundNode node, FactType shownAs) =>
        new(node.Span, PlainEnglish.LabelOf(node, shownAs), node is BoundConstant constant ? Literal(constant.Value) : null);

    /// <summary>What is true or false by itself: a fact, a rule, a parameter, an output.</summary>
    private static bool IsNamed(BoundNode node) => node is BoundFact or BoundReference or BoundUseReference or BoundVariable && node.Type is BooleanType;

    private static ConditionTest? Comparison(BoundComparison comparison)
    {
        var (subject, value, op) = (comparison.Left, comparison.Right, comparison.Operator);
        if (subject is BoundConstant) (subject, value, op) = (value, subject, op.Mirrored());
        if (subject is BoundConstant) return null;
        if (value is BoundConstant { Value: bool truth }) return Test(subject, truth == (op == ComparisonOperator.Equal) ? ConditionOperator.IsTrue : ConditionOperator.IsFalse);
        return Test(subject, op switch
        {
            ComparisonOperator.Equal => ConditionOperator.Is,
            ComparisonOperator.NotEqual => ConditionOperator.IsNot,
            ComparisonOperator.Less => ConditionOperator.Below,
            ComparisonOperator.LessOrEqual => ConditionOperator.AtMost,
            ComparisonOperator.Greater => ConditionOperator.Above,
            _ => ConditionOperator.AtLeast,
        }, Value(value, subject.Type));
    }

    private static string Literal(object value) => value switch
    {
        decimal number => ValueText.Number(number),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        _ => (string)value,
    };
}
