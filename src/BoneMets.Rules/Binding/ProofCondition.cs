using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>When a row applies, over the variables of a proof: three-valued, because variables are chosen one after the other.</summary>
internal abstract class ProofCondition
{
    /// <summary>Null while a variable that decides it comes after <paramref name="last"/>.</summary>
    public abstract bool? Holds(object[] assignment, int last);

    /// <summary>
    /// The same where each variable has one of its <see cref="ProofStates"/>, and the variables that leave it undecided as bits; none when it is decided.
    /// </summary>
    public abstract (bool? Truth, ulong Missing) In(object?[] states);

    /// <summary>What it depends on.</summary>
    public abstract IEnumerable<ProofVariable> Variables { get; }

    public bool CanHold(object[] assignment, int last) => Holds(assignment, last) != false;

    public static ProofCondition Of(TableDefinition table, BoundRow row, ProofVariables variables)
    {
        var parts = new List<ProofCondition>();
        for (var i = 0; i < row.Cells.Count; i++)
            if (row.Cells[i] is { } cell) parts.Add(OfPattern(table.Columns[i].Expression, cell, variables));
        if (row.Condition is { } condition) parts.Add(OfCondition(condition, variables));
        return new All(parts);
    }

    public static ProofCondition OfCondition(BoundNode node, ProofVariables variables) => node switch
    {
        BoundConstant { Value: bool truth } => new Constant(truth),
        BoundNot not => new Negation(OfCondition(not.Operand, variables)),
        BoundLogic { IsAnd: true } logic => new All([.. logic.Operands.Select(o => OfCondition(o, variables))]),
        BoundLogic logic => new Negation(new All([.. logic.Operands.Select(o => new Negation(OfCondition(o, variables)))])),
        BoundReference { Target: ParameterDefinition { Type: BooleanType } parameter } => OfCondition(parameter.Expression, variables),
        BoundPatternTest test => OfPattern(test.Operand, test.Pattern, variables),
        BoundComparison comparison => OfComparison(comparison, variables),
        BoundFact { Type: BooleanType } => Member(node, WordSet.Of([true, false], true), variables),
        _ => new Flag(variables.Opaque(node)),
    };

    /// <summary>A pattern that asks for null depends on what is known, not on values: nothing can be proved from it.</summary>
    private static ProofCondition OfPattern(BoundNode operand, BoundPattern pattern, ProofVariables variables) =>
        pattern.TestsKnown
            ? pattern is BoundDiscardPattern ? new Constant(true) : new Flag(variables.Opaque(new BoundPatternTest(pattern.Span, operand, pattern)))
            : Member(operand, pattern.Matches, variables);

    private static Membership Member(BoundNode operand, ValueSet set, ProofVariables variables)
    {
        var variable = variables.Get(operand);
        variable.Watch(set);
        return new Membership(variable, set);
    }

    private static ProofCondition OfComparison(BoundComparison comparison, ProofVariables variables)
    {
        var (left, right, op) = (comparison.Left, comparison.Right, comparison.Operator);
        if (left is BoundConstant) (left, right, op) = (right, left, op.Mirrored());
        if (right is BoundConstant constant && left is not BoundConstant)
        {
            var set = SetOf(op, constant.Value, left.Type);
            return Member(left, set, variables);
        }
        if (TypeRules.Ordered(left.Type) && TypeRules.Ordered(right.Type))
            return new Membership(variables.Sign(left, right), SetOf(op, 0m, FactType.Number));
        return new Flag(variables.Opaque(comparison));
    }

    private static ValueSet SetOf(ComparisonOperator op, object value, FactType operand)
    {
        var number = value is DateOnly date ? date.DayNumber : value as decimal?;
        if (number is null)
        {
            IReadOnlyList<object>? domain = operand is EnumType words ? words.Values : operand is BooleanType ? [true, false] : null;
            var single = WordSet.Of(domain, value);
            return op == ComparisonOperator.Equal ? single : single.Complement();
        }
        var whole = operand is DateType or NumberType { IsInteger: true };
        return op switch
        {
            ComparisonOperator.Equal => NumberSet.Single(whole, number.Value),
            ComparisonOperator.NotEqual => NumberSet.Single(whole, number.Value).Complement(),
            ComparisonOperator.Less => NumberSet.Of(whole, new Interval(Bound.Open, new Bound(number, false))),
            ComparisonOperator.LessOrEqual => NumberSet.Of(whole, new Interval(Bound.Open, new Bound(number, true))),
            ComparisonOperator.Greater => NumberSet.Of(whole, new Interval(new Bound(number, false), Bound.Open)),
            _ => NumberSet.Of(whole, new Interval(new Bound(number, true), Bound.Open)),
        };
    }

    private sealed class Constant(bool truth) : ProofCondition
    {
        public override IEnumerable<ProofVariable> Variables => [];

        public override bool? Holds(object[] assignment, int last) => truth;

        public override (bool? Truth, ulong Missing) In(object?[] states) => (truth, 0);
    }

    private sealed class Flag(ProofVariable variable) : ProofCondition
    {
        public override IEnumerable<ProofVariable> Variables => [variable];

        public override bool? Holds(object[] assignment, int last) => variable.Index > last ? null : (bool)assignment[variable.Index];

        public override (bool? Truth, ulong Missing) In(object?[] states) => states[variable.Index] is bool truth ? (truth, 0) : (null, variable.Bit);
    }

    private sealed class Membership(ProofVariable variable, ValueSet set) : ProofCondition
    {
        public override IEnumerable<ProofVariable> Variables => [variable];

        public override bool? Holds(object[] assignment, int last) => variable.Index > last ? null : set.Contains(assignment[variable.Index]);

        public override (bool? Truth, ulong Missing) In(object?[] states)
        {
            if (states[variable.Index] is not { } state) return (null, variable.Bit);
            if (state is not object[] several) return (set.Contains(state), 0);
            var matching = several.Count(set.Contains);
            return matching == several.Length ? (true, 0) : matching == 0 ? (false, 0) : (null, variable.Bit);
        }
    }

    private sealed class Negation(ProofCondition operand) : ProofCondition
    {
        public override IEnumerable<ProofVariable> Variables => operand.Variables;

        public override bool? Holds(object[] assignment, int last) => !operand.Holds(assignment, last);

        public override (bool? Truth, ulong Missing) In(object?[] states) => operand.In(states) is var (truth, missing) ? (!truth, missing) : default;
    }

    private sealed class All(IReadOnlyList<ProofCondition> parts) : ProofCondition
    {
        public override IEnumerable<ProofVariable> Variables => parts.SelectMany(p => p.Variables);

        public override bool? Holds(object[] assignment, int last)
        {
            bool? result = true;
            foreach (var part in parts)
            {
                result &= part.Holds(assignment, last);
                if (result == false) return false;
            }
            return result;
        }

        public override (bool? Truth, ulong Missing) In(object?[] states)
        {
            var (result, missing) = ((bool?)true, 0UL);
            foreach (var part in parts)
            {
                var (truth, lacks) = part.In(states);
                if (truth == false) return (false, 0);
                if (truth is null) (result, missing) = (null, missing | lacks);
            }
            return (result, missing);
        }
    }
}
