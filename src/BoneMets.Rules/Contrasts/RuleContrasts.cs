using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Contrasts;

/// <summary>
/// Why not, and what would change it: a rule's verdict with its reasons, and the nearest other facts with which it would have the other one.
/// A rule is named as the decision names it: <c>Rule</c>, <c>Workflow.Rule</c> or <c>Workflow[patient.lesions[0]].Rule</c>.
/// Costs some thousand evaluations of the rule. Thread safe as far as nobody else uses the facts meanwhile; they are as before afterwards.
/// </summary>
public static class RuleContrasts
{
    /// <summary>Null when the decision on these facts has no such rule.</summary>
    public static RuleContrast? Of(WorkflowEngine engine, FactSet facts, DateOnly? asOf, string rule, CancellationToken cancellation = default)
    {
        var decision = engine.Decide(facts, asOf, Explain.Full);
        if (decision.Rules.FirstOrDefault(r => r.Name == rule) is not { } found) return null;
        var probe = new RuleProbe(engine.Workflow, facts, asOf, rule);
        bool[] wanted = found.Verdict switch { Verdict.Met => [false], Verdict.Undetermined => [true, false], _ => [true] };
        return new RuleContrast
        {
            Decision = decision,
            Rule = found,
            Alternatives = [.. wanted.SelectMany(isMet => new ChangeSearch(probe, ComparedConstants.Of(engine.Workflow), isMet, cancellation).Find())
                .Select(changes => Try(engine, facts, asOf, decision, rule, changes))],
        };
    }

    private static Alternative Try(WorkflowEngine engine, FactSet facts, DateOnly? asOf, Decision now, string rule, IReadOnlyList<PlaceChange> changes)
    {
        using var changed = new AppliedChanges(changes);
        var told = changes.Select(Told).ToList();
        var then = engine.Decide(facts, asOf, Explain.None);
        return new Alternative
        {
            Verdict = then[rule],
            Changes = told,
            WithheldBy = then.Withheld.FirstOrDefault(w => w.Rule == rule)?.By ?? [],
            Given = Without(then, now, rule),
            NoLongerGiven = Without(now, then, rule),
        };
    }

    private static FactChange Told(PlaceChange change)
    {
        var fact = change.Place.Fact;
        return new FactChange(change.Place.Path, fact.Label, fact.Unit, fact.Type, FactsJson.Of(change.From), FactsJson.Of(change.To))
        {
            Others = fact.Type is EnumType or TextType ? [.. change.Others.Select(o => FactsJson.Of(o)!)] : [],
            Through = fact.Type is NumberType or DateType && change.Others.Count > 0 ? FactsJson.Of(change.Others[^1]) : null,
        };
    }

    private static IReadOnlyList<RecommendationResult> Without(Decision one, Decision other, string rule) =>
        [.. one.Recommendations.Where(r => r.Rule != rule && other.Recommendations.All(o => o.Rule != r.Rule))];
}
