using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>
/// Everything that a variable of a proof can be in a decision, as classes that no watched set tells apart: each of its values, unknown (null),
/// and for what is computed from tables and scores also every selection of values that it may still have (an array).
/// </summary>
internal static class ProofStates
{
    /// <summary>Of more values there are too many selections.</summary>
    private const int MostValues = 8;

    /// <summary>Null when there are too many.</summary>
    public static IReadOnlyList<object?>? Of(ProofVariable variable)
    {
        var points = variable.Points();
        if (variable.Node is { } node ? IsSingle(node) : variable.Compared.All(IsSingle)) return [.. points, null];
        if (points.Count > MostValues) return null;
        var states = new List<object?> { null };
        for (var selection = 1; selection < 1 << points.Count; selection++)
        {
            object[] chosen = [.. points.Where((_, i) => (selection >> i & 1) == 1)];
            states.Add(chosen.Length == 1 ? chosen[0] : chosen);
        }
        return states;
    }

    /// <summary>It is known or unknown and nothing between: it comes from facts alone.</summary>
    private static bool IsSingle(BoundNode node) => node switch
    {
        BoundConstant or BoundAsOf or BoundInput => true,
        BoundFact fact => IsSingle(fact.Owner),
        BoundReference { Target: ParameterDefinition parameter } => IsSingle(parameter.Expression),
        BoundArithmetic or BoundNegate or BoundValueIn => BoundTree.Children(node).All(IsSingle),
        _ => false,
    };
}
