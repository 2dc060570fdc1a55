using BoneMets.Rules.Verification.Analysis.Analyzers;
using BoneMets.Rules.Verification.Analysis.Solving;

namespace BoneMets.Rules.Verification.Analysis;

/// <summary>
/// Looks for faults that no golden case would have to show: asks about all patients that the fact schemas allow. Proofs are over real numbers and
/// lists of bounded length; every example is decided by the engine before it is reported. Thread safe.
/// </summary>
public static class LibraryAnalysis
{
    /// <summary>How long the solver may think about one question.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long all questions about one workflow may take, unless a caller says otherwise.</summary>
    public static readonly TimeSpan PatienceForWorkflow = TimeSpan.FromMinutes(1);

    private static readonly IAnalyzer[] Structural = [new UnreadDefinitions()];

    /// <summary>Rules that nobody meets come first: the others leave them alone.</summary>
    private static readonly IAnalyzer[] BySolver = [new UnmeetableRules(), new InevitableRules(), new FailingRules(), new SilentRows(), new TableGaps(), new WithheldAdvice(), new MutualObjections(), new ContradictoryAdvice(), new RelatedRules()];

    /// <summary>All workflows, or those named. Workflows with errors or without fact schemas are left out.</summary>
    public static AnalysisReport Of(RuleEngine engine, IReadOnlyCollection<string>? workflows = null, bool useSolver = true, TimeSpan? perWorkflow = null, CancellationToken cancellation = default)
    {
        var subjects = engine.Library.Workflows.Where(w => w.Bound is not null && !w.IsShapeBound && (workflows is null || workflows.Contains(w.Name))).ToList();
        var solver = useSolver ? Z3Process.Version : null;
        var analyzers = solver is null ? Structural : [.. Structural, .. BySolver];
        var results = new WorkflowAnalysis[subjects.Count];
        // The largest first: a long one that starts last would keep the others waiting.
        var order = Enumerable.Range(0, subjects.Count).OrderByDescending(i => subjects[i].Bound!.Rules.Count).ToList();
        var options = Cores.Options(cancellation);
        Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(order, loadBalance: true), options, i =>
        {
            using var subject = new WorkflowUnderAnalysis(engine, subjects[i], Patience, perWorkflow ?? PatienceForWorkflow);
            var findings = analyzers.SelectMany(a => a.Analyze(subject, cancellation)).ToList();
            var open = solver is not null ? subject.Open : [new OpenQuestion(subject.Name, "all rules and tables", useSolver ? Z3Process.NotInstalled : "skipped: asked to be left out")];
            results[i] = new WorkflowAnalysis(
                subjects[i].Name, [.. findings.OrderBy(f => f.Diagnostic.Code.Id, StringComparer.Ordinal).ThenBy(f => f.Diagnostic.Line).ThenBy(f => f.Diagnostic.Column)], open, subject.Questions, subject.LongestList);
        });
        return new AnalysisReport(results, solver);
    }
}
