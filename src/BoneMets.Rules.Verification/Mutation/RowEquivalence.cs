using BoneMets.Rules.Binding;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Mutation;

/// <summary>
/// Exact for tables, score items, and conditions over plain comparisons: both versions are compared for every combination of values that
/// either tells apart, as the proof of a table's completeness does, with unknown facts too. So is the condition of a used workflow none of
/// whose rules has an urgency that the condition is about.
/// </summary>
public sealed class RowEquivalence : IEquivalence
{
    public string? Proof(Mutant mutant, BoundWorkflow original, BoundWorkflow mutated, CancellationToken cancellation)
    {
        var isProved = mutant.Part.Kind switch
        {
            MutatedPartKind.Table or MutatedPartKind.ScoreItem => Tables(mutant.Part.Name, original, mutated),
            MutatedPartKind.Rule => Rules(mutant.Part.Name, original, mutated),
            MutatedPartKind.Parameter => Parameters(mutant.Part.Name, original, mutated),
            _ => PutsOffNothing(mutant, original),
        };
        if (isProved && mutant.Part.Kind == MutatedPartKind.Use) return "no rule there has an urgency that the condition is about";
        return isProved ? "both decide the same for every combination of values and of unknown facts" : null;
    }

    private static bool Tables(string name, BoundWorkflow original, BoundWorkflow mutated) =>
        original.Tables.FirstOrDefault(t => t.Name == name) is { } one && mutated.Tables.FirstOrDefault(t => t.Name == name) is { } other && Equivalence.IsProved(one, other);

    /// <summary>Only of a rule without parameters of its own, in which the mistake may be.</summary>
    private static bool Rules(string name, BoundWorkflow original, BoundWorkflow mutated) =>
        original.Rules.FirstOrDefault(r => r.Name == name) is { LocalParams.Count: 0 } one && mutated.Rules.FirstOrDefault(r => r.Name == name) is { } other
        && Equivalence.IsProved(one.Condition, other.Condition);

    private static bool Parameters(string name, BoundWorkflow original, BoundWorkflow mutated) =>
        original.Params.FirstOrDefault(p => p.Name == name) is { } one && mutated.Params.FirstOrDefault(p => p.Name == name) is { } other
        && Equivalence.IsProved(one.Expression, other.Expression);

    private static bool PutsOffNothing(Mutant mutant, BoundWorkflow original)
    {
        var includes = original.Includes.Where(i => i.Use.Workflow.Name == mutant.Part.Name).ToList();
        return mutant.Place.Pointer.EndsWith("/When", StringComparison.Ordinal)
            && includes.Count > 0 && includes.TrueForAll(i => i.WhenAppliesTo.Count > 0 && !Urgencies(i.Use.Workflow).Intersect(i.WhenAppliesTo).Any());
    }

    /// <summary>Of the rules of a workflow and of those that it includes, which its conditions are passed on to.</summary>
    private static IEnumerable<Urgency> Urgencies(BoundWorkflow workflow) =>
        workflow.Rules.Select(r => r.Model.Recommendation?.Urgency).OfType<Urgency>().Concat(workflow.Includes.SelectMany(i => Urgencies(i.Use.Workflow)));
}
