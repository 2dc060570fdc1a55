using BoneMets.Rules.Verification.Cases;
using BoneMets.Rules.Verification.Coverage;

namespace BoneMets.Rules.Verification.Mutation;

/// <summary>
/// The golden cases that can notice a mutant, those of its own workflow first. Cases that fail anyway notice nothing, and a case in whose
/// decision the mutated definition takes no part decides the same with the mistake. Immutable.
/// </summary>
internal sealed class KillingCases
{
    private readonly IReadOnlyList<ReplayableCase> cases;
    private readonly Dictionary<(string Workflow, string Definition), List<int>> reached = [];

    /// <summary>By workflow, the cases in whose decision it takes part with any definition.</summary>
    private readonly Dictionary<string, SortedSet<int>> users = new(StringComparer.Ordinal);

    private KillingCases(IReadOnlyList<ReplayableCase> cases) => this.cases = cases;

    public static KillingCases Of(RuleEngine engine, CaseSuite suite, ParallelOptions options)
    {
        var passed = new EvaluatedDefinitions?[suite.Cases.Count];
        Parallel.For(0, passed.Length, options, i => passed[i] = Evaluated(engine, suite.Cases[i]));
        var result = new KillingCases(suite.Cases);
        for (var i = 0; i < passed.Length; i++)
        {
            if (passed[i] is not { } evaluated) continue;
            foreach (var (workflow, _, names) in evaluated.Scopes)
            {
                if (!result.users.TryGetValue(workflow.Name, out var taking)) result.users.Add(workflow.Name, taking = []);
                taking.Add(i);
                foreach (var name in names)
                {
                    if (!result.reached.TryGetValue((workflow.Name, name), out var list)) result.reached.Add((workflow.Name, name), list = []);
                    if (list.Count == 0 || list[^1] != i) list.Add(i);
                }
            }
        }
        return result;
    }

    public IEnumerable<ReplayableCase> Of(Mutant mutant)
    {
        IEnumerable<int> found = mutant.Definitions.Count == 0
            ? users.GetValueOrDefault(mutant.Workflow) ?? []
            : mutant.Definitions.SelectMany(d => reached.GetValueOrDefault((mutant.Workflow, d.Name)) ?? []).Distinct().Order();
        return found.Select(i => cases[i]).OrderBy(c => c.Workflow == mutant.Workflow ? 0 : 1);
    }

    /// <summary>Null when the case does not pass.</summary>
    private static EvaluatedDefinitions? Evaluated(RuleEngine engine, ReplayableCase replayable)
    {
        if (!engine.Library.TryGet(replayable.Workflow, out var workflow) || workflow.Bound is null) return null;
        var decider = engine.For(replayable.Workflow);
        var facts = decider.Facts.Rent();
        try
        {
            if (!decider.Facts.Read(replayable.Facts.Span, facts, null)) return null;
            var evaluated = new EvaluatedDefinitions();
            var judgement = decider.Judge(facts, replayable.Case.AsOf, evaluated);
            return CaseComparison.Compare(judgement, replayable.Case.Expect).Count == 0 ? evaluated : null;
        }
        finally
        {
            decider.Facts.Return(facts);
        }
    }
}
