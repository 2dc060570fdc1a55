using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Verification.Coverage;

/// <summary>
/// What the golden cases of a library show of its rules. An element belongs to the workflow whose document it stands in, and every case in
/// which it is evaluated shows it: also a case of another workflow that includes or uses that one, for any element of a list.
/// Whether a case passes plays no part. The same for any number of cores.
/// </summary>
public sealed class CaseCoverage
{
    private const int NamedCases = 5;

    private CaseCoverage(IReadOnlyList<WorkflowCoverage> workflows, IReadOnlyList<CoverageGap> gaps, IReadOnlyList<string> leftOut, int cases) =>
        (Workflows, Gaps, LeftOut, Cases, Totals) = (workflows, gaps, leftOut, cases, CoverageTotals.Of([.. workflows.SelectMany(w => w.Elements)]));

    /// <summary>In the order of the library.</summary>
    public IReadOnlyList<WorkflowCoverage> Workflows { get; }

    /// <summary>Workflows about which the percentages say nothing, in the order of the library.</summary>
    public IReadOnlyList<CoverageGap> Gaps { get; }

    /// <summary>Workflows that were not asked for.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    /// <summary>How many cases were looked at.</summary>
    public int Cases { get; }

    public CoverageTotals Totals { get; }

    /// <summary>Everything that counts and that no case shows, in the order of the documents.</summary>
    public IEnumerable<CoverageElement> Uncovered => Workflows.SelectMany(w => w.Uncovered);

    /// <summary>What the cases of a suite show of the named workflows, of all when none are named.</summary>
    /// <param name="cores">How many cases are evaluated at once; null for as many as there are processors.</param>
    public static CaseCoverage Of(RuleEngine engine, CaseSuite suite, IReadOnlyCollection<string>? workflows = null, int? cores = null, CancellationToken cancellation = default)
    {
        var map = new CoverageMap(engine.Library);
        var shown = new IReadOnlyCollection<int>[suite.Cases.Count];
        var options = Cores.Options(cancellation, cores);
        Parallel.For(0, shown.Length, options, i => shown[i] = Shown(engine, map, suite.Cases[i]));
        var cases = new List<ReplayableCase>?[map.Sides];
        for (var i = 0; i < shown.Length; i++)
            foreach (var side in shown[i]) (cases[side] ??= []).Add(suite.Cases[i]);
        var asked = engine.Library.Workflows.Where(w => workflows is not { Count: > 0 } || workflows.Contains(w.Name, StringComparer.Ordinal)).ToList();
        var measured = map.Targets.ToLookup(t => t.Element.Workflow, StringComparer.Ordinal);
        var covered = asked.Where(w => w.Bound is not null).Select(w => new WorkflowCoverage(w.Name, [.. measured[w.Name].Select(t => WithCases(t, cases))])).ToList();
        return new CaseCoverage(
            covered,
            [.. asked.Select(w => CoverageGap.Of(w, covered.Find(c => c.Workflow == w.Name))).OfType<CoverageGap>()],
            [.. engine.Library.Workflows.Except(asked).Select(w => w.Name)], suite.Cases.Count);
    }

    private static CoverageElement WithCases(CoverageTarget target, List<ReplayableCase>?[] cases)
    {
        var (element, first) = (target.Element, target.FirstSide);
        return element with
        {
            Sides = [.. element.Sides.Select((side, i) => cases[first + i] is not { } found ? side : side with
            {
                Count = found.Count,
                Cases = [.. found.Take(NamedCases).Select(c => c.Workflow == element.Workflow ? c.Case.Id : $"{c.Workflow}/{c.Case.Id}")],
            })],
        };
    }

    /// <summary>The sides that a case shows; none when its workflow cannot decide or its facts do not fit, which the replay reports.</summary>
    private static IReadOnlyCollection<int> Shown(RuleEngine engine, CoverageMap map, ReplayableCase replayable)
    {
        if (!engine.Library.TryGet(replayable.Workflow, out var workflow) || workflow.Bound is null) return [];
        var decider = engine.For(replayable.Workflow);
        var facts = decider.Facts.Rent();
        try
        {
            if (!decider.Facts.Read(replayable.Facts.Span, facts, null)) return [];
            var evaluated = new EvaluatedDefinitions();
            decider.Judge(facts, replayable.Case.AsOf, evaluated);
            var sides = new HashSet<int>();
            foreach (var (bound, inputs, names) in evaluated.Scopes)
                new CaseObservation(map, new Evaluator(bound, inputs, replayable.Case.AsOf), sides).Observe(names);
            return sides;
        }
        finally
        {
            decider.Facts.Return(facts);
        }
    }
}

/// <summary>What is shown of one workflow.</summary>
public sealed record WorkflowCoverage(string Workflow, IReadOnlyList<CoverageElement> Elements)
{
    public CoverageTotals Totals { get; } = CoverageTotals.Of(Elements);

    /// <summary>The same by rule, parameter, table and score item, in the order of the document.</summary>
    public IReadOnlyList<PartCoverage> Parts { get; } = [.. Elements.GroupBy(e => e.Part).Select(g => new PartCoverage(g.Key, [.. g]))];

    public IEnumerable<CoverageElement> Uncovered => Elements.Where(e => e.IsRequired && !e.IsCovered);
}

public sealed record PartCoverage(CoveredPart Part, IReadOnlyList<CoverageElement> Elements)
{
    /// <summary>Of all kinds together.</summary>
    public CoverageCount Count { get; } = CoverageCount.Of(Elements);
}
