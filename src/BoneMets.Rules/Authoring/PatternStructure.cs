using BoneMets.Rules.Language;

namespace BoneMets.Rules.Authoring;

/// <summary>The patterns that say what one test can say: a constant, a relation, constants to choose from, both ends of a range, <c>null</c>.</summary>
internal static class PatternStructure
{
    /// <summary>Of <c>subject is pattern</c>; null when the pattern says more.</summary>
    public static ConditionTest? Of(BoundPatternTest test)
    {
        ConditionTest Test(ConditionOperator op, params IEnumerable<BoundConstant> constants) =>
            TestStructure.Test(test.Operand, op, constants.Select(c => TestStructure.Value(c, test.Operand.Type)));
        return test.Pattern switch
        {
            BoundNullPattern => Test(ConditionOperator.IsNotKnown),
            BoundNotPattern { Operand: BoundNullPattern } => Test(ConditionOperator.IsKnown),
            BoundValuePattern { Constant: { Value: bool truth }, Relation: null } => Test(truth ? ConditionOperator.IsTrue : ConditionOperator.IsFalse),
            BoundNotPattern { Operand: BoundValuePattern { Constant: { Value: bool truth }, Relation: null } } => Test(truth ? ConditionOperator.IsFalse : ConditionOperator.IsTrue),
            BoundValuePattern { Constant: { } constant, Relation: null } => Test(ConditionOperator.Is, constant),
            BoundNotPattern { Operand: BoundValuePattern { Constant: { } constant, Relation: null } } => Test(ConditionOperator.IsNot, constant),
            BoundValuePattern { Constant: { } constant, Relation: { } relation } => Test(Of(relation), constant),
            BoundBinaryPattern { IsAnd: false } choice when Constants(choice, isAnd: false) is { } chosen => Test(ConditionOperator.IsOneOf, chosen),
            BoundNotPattern { Operand: BoundBinaryPattern { IsAnd: false } choice } when Constants(choice, isAnd: false) is { } refused => Test(ConditionOperator.IsNotOneOf, refused),
            BoundBinaryPattern { IsAnd: true } both when Constants(both, isAnd: true) is { } refused => Test(ConditionOperator.IsNotOneOf, refused),
            BoundBinaryPattern { IsAnd: true, Left: BoundValuePattern { Constant: { } left } l, Right: BoundValuePattern { Constant: { } right } r } => (l.Relation, r.Relation) switch
            {
                (RelationalOperator.GreaterOrEqual, RelationalOperator.LessOrEqual) => Test(ConditionOperator.Between, left, right),
                (RelationalOperator.LessOrEqual, RelationalOperator.GreaterOrEqual) => Test(ConditionOperator.Between, right, left),
                _ => null,
            },
            _ => null,
        };
    }

    private static ConditionOperator Of(RelationalOperator op) => op switch
    {
        RelationalOperator.Less => ConditionOperator.Below,
        RelationalOperator.LessOrEqual => ConditionOperator.AtMost,
        RelationalOperator.Greater => ConditionOperator.Above,
        _ => ConditionOperator.AtLeast,
    };

    /// <summary>The constants of <c>a or b or c</c>, or of <c>not a and not b</c>, in their order; null when anything else is joined.</summary>
    private static List<BoundConstant>? Constants(BoundPattern pattern, bool isAnd)
    {
        var found = new List<BoundConstant>();
        var open = new Stack<BoundPattern>([pattern]);
        while (open.TryPop(out var next))
        {
            if (next is BoundBinaryPattern binary && binary.IsAnd == isAnd)
            {
                open.Push(binary.Right);
                open.Push(binary.Left);
                continue;
            }
            if (isAnd) next = next is BoundNotPattern not ? not.Operand : null;
            if (next is not BoundValuePattern { Constant: { } constant, Relation: null }) return null;
            found.Add(constant);
        }
        return found;
    }
}
