using BoneMets.Rules.Decisions;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Mutation.Suggestions;

/// <summary>How plainly facts tell a mutant from the rules as they are.</summary>
internal enum Contrast
{
    None,

    /// <summary>One of the two is not decided, or they lack different facts.</summary>
    Open,

    /// <summary>Both are decided, and differently.</summary>
    Decided,
}

/// <summary>
/// Compares a mutant with the original on facts. The mutated definitions are compared first, which is quick; only where their difference is
/// nothing that a case could state are the whole decisions compared.
/// </summary>
internal sealed class MutantComparison
{
    private readonly WorkflowEngine original;
    private readonly WorkflowEngine mutated;
    private readonly IReadOnlyList<(Definition One, Definition Other)> definitions;

    public MutantComparison(Mutant mutant, RuleEngine original, RuleEngine mutated)
    {
        (this.original, this.mutated) = (original.For(mutant.Workflow), mutated.For(mutant.Workflow));
        definitions = [.. mutant.Definitions.Select(d => (d, this.mutated.Workflow.Definitions.First(m => m.Name == d.Name && m.GetType() == d.GetType())))];
    }

    public Contrast Of(FactSet facts, DateOnly? asOf)
    {
        if (definitions.Count == 0) return Whole(facts, asOf);
        var (one, other) = (new Evaluator(original.Workflow, facts.Inputs, asOf), new Evaluator(mutated.Workflow, facts.Inputs, asOf));
        var hidden = false;
        var best = Contrast.None;
        foreach (var (before, after) in definitions)
        {
            var (was, isNow) = (one.ValueOf(before), other.ValueOf(after));
            if (Text(was) == Text(isNow)) continue;
            if (was is KnownValue && isNow is KnownValue) return Contrast.Decided;
            if (before is RuleDefinition || was is KnownValue || isNow is KnownValue) best = Contrast.Open;
            else hidden = true;
        }
        return best == Contrast.None && hidden ? Whole(facts, asOf) : best;
    }

    /// <summary>What the original says, so that facts can be taken away without changing it.</summary>
    public string Originally(FactSet facts, DateOnly? asOf)
    {
        var evaluator = new Evaluator(original.Workflow, facts.Inputs, asOf);
        return string.Join("\n", definitions.Select(d => ValueText.Of(evaluator.ValueOf(d.One))));
    }

    /// <summary>A number that the original computes; null when it is not known.</summary>
    public decimal? Number(BoundNode computed, FactSet facts, DateOnly? asOf) =>
        new Evaluator(original.Workflow, facts.Inputs, asOf).Evaluate(computed) is KnownValue { Content: decimal number } ? number : null;

    private Contrast Whole(FactSet facts, DateOnly? asOf)
    {
        var (one, other) = (original.Judge(facts, asOf), mutated.Judge(facts, asOf));
        return JudgementContrast.Rules(one, other).Any() || JudgementContrast.Outputs(one, other).Any() ? Contrast.Open : Contrast.None;
    }

    private static string Text(Value value) => value is KnownValue or FaultValue ? ValueText.Of(value) : $"{ValueText.Of(value)}?{string.Join(",", value.Missing.ToSortedList())}";
}
