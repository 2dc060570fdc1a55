using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>
/// Expressions that cannot fail whatever the facts, so that it does not matter whether and in which order they are evaluated.
/// What is not known to be harmless is taken to be harmful.
/// </summary>
internal static class Faultless
{
    /// <summary>Far from what a decimal can hold.</summary>
    private const decimal Largest = 1_000_000_000_000m;

    public static bool Is(BoundNode node) => node switch
    {
        BoundConstant or BoundInput or BoundAsOf => true,
        BoundFact fact => Is(fact.Owner),
        BoundReference reference => Is(reference.Target),
        BoundNot or BoundLogic or BoundComparison or BoundPatternTest or BoundIsKnown or BoundCoalesce or BoundConditional => BoundTree.Children(node).All(Is),
        BoundArithmetic or BoundNegate or BoundValueIn => Magnitude(node) is { } most && most <= Largest && BoundTree.Children(node).All(Is),
        _ => false,
    };

    public static bool Is(TableDefinition table) =>
        (table.HitPolicy == HitPolicy.First || (table.HitPolicy == HitPolicy.Unique && table.IsDisjoint))
        && table.Columns.All(c => Is(c.Expression)) && table.Rows.All(r => (r.Condition is null || Is(r.Condition)) && r.Then.All(Is));

    private static bool Is(Definition definition) => definition switch
    {
        ParameterDefinition parameter => Is(parameter.Expression),
        RuleDefinition rule => Is(rule.Condition),
        TableOutputDefinition output => Is(output.Table),
        ScoreDefinition score => score.Items.All(i => Is(i.Table)),
        _ => false,
    };

    /// <summary>The most that a number can be, either way; null when nobody can tell.</summary>
    private static decimal? Magnitude(BoundNode node)
    {
        switch (node)
        {
            case BoundConstant { Value: decimal number }: return Math.Abs(number);
            case BoundFact { Property: { Minimum: { } least, Maximum: { } most } }: return Small(Math.Max(Math.Abs(least), Math.Abs(most)));
            case BoundReference { Target: ParameterDefinition parameter }: return Magnitude(parameter.Expression);
            case BoundReference { Target: ScoreDefinition score }: return score.Items.Aggregate((decimal?)0, (sum, item) => Small(sum + Points(item.Table)));
            case BoundNegate negate: return Magnitude(negate.Operand);
            case BoundValueIn { Conversion: null } same: return Magnitude(same.Operand);
            case BoundValueIn { Conversion: { } conversion } converted when Magnitude(converted.Operand) is { } most && most <= Largest: return Small(Math.Abs(conversion.FromCanonical(most)));
            case BoundArithmetic { Operator: ArithmeticOperator.Add or ArithmeticOperator.Subtract } sum: return Small(Magnitude(sum.Left) + Magnitude(sum.Right));
            case BoundArithmetic { Operator: ArithmeticOperator.Multiply } product: return Small(Magnitude(product.Left) * Magnitude(product.Right));
            default: return null;
        }
    }

    private static decimal? Points(TableDefinition item)
    {
        var points = item.Rows.Select(r => r.Then is [BoundConstant { Value: decimal number }] ? Small(Math.Abs(number)) : null).ToList();
        return points.Contains(null) ? null : points.Max();
    }

    private static decimal? Small(decimal? number) => number <= Largest ? number : null;
}
