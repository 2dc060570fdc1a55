using BoneMets.Rules.Decisions;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Contrasts;

/// <summary>Asks for one rule of a decision, without the others, as often as the facts change. Not thread safe.</summary>
internal sealed class RuleProbe(BoundWorkflow workflow, FactSet facts, DateOnly? asOf, string rule)
{
    /// <summary>Null when the decision on these facts has no rule of that name.</summary>
    public ScopedRule? Ask()
    {
        foreach (var scope in DecisionScopes.Of(workflow, new Evaluator(workflow, facts.Inputs, asOf)))
        {
            if (!rule.StartsWith(scope.Prefix, StringComparison.Ordinal)) continue;
            foreach (var candidate in scope.Rules)
                if (string.Equals(scope.NameOf(candidate.Name), rule, StringComparison.Ordinal)) return new ScopedRule(scope, candidate, scope.ValueOf(candidate));
        }
        return null;
    }

    /// <summary>How far the rule is from the wanted verdict: 0 when it has it, else about one for each condition that stands in the way. With the facts behind these conditions.</summary>
    public (decimal Distance, IReadOnlyList<FactPlace> Facts) Measure(bool isMet)
    {
        if (Ask() is not { } asked) return (decimal.MaxValue, []);
        var measure = new TruthDistance();
        return (measure.Of(asked, isMet), [.. measure.Facts]);
    }
}
