using System.Runtime.CompilerServices;
using System.Text;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Language;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Verification.Analysis;
using BoneMets.Rules.Verification.Cases;
using BoneMets.Rules.Verification.Coverage;
using BoneMets.Rules.Verification.Mutation;

namespace BoneMets.Rules.Server.Verification;

/// <summary>
/// Verifies what is live and what changes hold, and keeps what it found: of one workflow as long as neither its text nor what it builds on
/// changes, so that after an edit only the workflows that it touches are looked at again. One at a time, on all cores. Thread safe.
/// </summary>
internal sealed class VerifiedContent(DraftLibraries drafts, LongWork turn)
{
    private readonly RecentlyUsed<WorkflowText, WorkflowAnalysis> analyses = new(most: 256) { VersionOf = text => text.Workflow, MostVersions = 8 };

    /// <summary>What is known of a whole library goes with it.</summary>
    private readonly ConditionalWeakTable<DraftLibrary, Known> known = [];

    /// <param name="change">Null for what is live.</param>
    /// <param name="workflow">Null for all of them.</param>
    public Task<VerificationAnswer> VerifyAsync(long? change, string? workflow, CancellationToken cancellation) => WithAsync(change, workflow, draft =>
    {
        var asked = draft.Library.Workflows.Where(w => workflow is null || w.Name == workflow).ToList();
        var analysed = Analyse(draft, asked, cancellation);
        var coverage = Cover(draft, cancellation);
        var covered = coverage.Workflows.Where(w => asked.Exists(a => a.Name == w.Workflow)).ToList();
        return new VerificationAnswer(
            analysed.Solver, analysed.Questions, analysed.LongestList, VerificationAnswers.Of(CoverageTotals.Of([.. covered.SelectMany(w => w.Elements)])),
            [.. covered.Select(w => new VerifiedWorkflowAnswer(w.Workflow, VerificationAnswers.Of(w.Totals), analysed.Findings.Count(f => f.Workflow == w.Workflow), analysed.Open.Count(o => o.Workflow == w.Workflow)))],
            [.. analysed.Findings.Select(VerificationAnswers.Of)], [.. analysed.Open.Select(VerificationAnswers.Of)],
            [.. asked.Where(w => w.Bound is null).Select(w => w.Name)]);
    }, cancellation);

    public Task<CoverageAnswer> CoverAsync(long? change, string workflow, CancellationToken cancellation) => WithAsync(change, workflow, draft =>
    {
        var coverage = Cover(draft, cancellation);
        var found = coverage.Workflows.Single(w => w.Workflow == workflow);
        return new CoverageAnswer(workflow, coverage.Cases, VerificationAnswers.Of(found.Totals), [.. found.Elements.Select(VerificationAnswers.Of)]);
    }, cancellation);

    public Task<MutationAnswer> MutateAsync(long? change, string workflow, CancellationToken cancellation) => WithAsync(change, workflow, draft =>
    {
        var kept = known.GetOrCreateValue(draft).Mutations;
        if (!kept.TryGetValue(workflow, out var found))
            kept[workflow] = found = VerificationAnswers.Of(MutationTest.Run(draft.Library, new MutationOptions { Workflows = [workflow] }, cancellation).Workflows.Single());
        return found;
    }, cancellation);

    /// <summary>A workflow that is named has to be one that can decide.</summary>
    private async Task<T> WithAsync<T>(long? change, string? workflow, Func<DraftLibrary, T> work, CancellationToken cancellation)
    {
        var draft = await drafts.LoadAsync(change, null, cancellation);
        if (workflow is not null && draft.Deciding(workflow).Bound is null)
            throw new ProblemException(ProblemKind.InvalidAction, $"workflow `{workflow}` declares no `Inputs`, so nothing is known of its patients and nothing can be verified");
        return await turn.PassAsync(() => Task.Run(() => work(draft), cancellation), cancellation);
    }

    private AnalysisReport Analyse(DraftLibrary draft, IReadOnlyList<LibraryWorkflow> asked, CancellationToken cancellation)
    {
        var wanted = asked.Where(w => w.Bound is not null && !w.IsShapeBound).ToList();
        var found = new Dictionary<string, WorkflowAnalysis>(StringComparer.Ordinal);
        foreach (var workflow in wanted)
            if (analyses.TryGet(WorkflowText.Of(workflow), out var kept)) found[workflow.Name] = kept;
        var fresh = LibraryAnalysis.Of(draft.Engine, [.. wanted.Select(w => w.Name).Where(n => !found.ContainsKey(n))], cancellation: cancellation);
        foreach (var analysis in fresh.Workflows)
        {
            found[analysis.Workflow] = analysis;
            // What stayed open may be answered when the machine has more time.
            if (analysis.Open.Count == 0) analyses.Keep(WorkflowText.Of(draft.Library[analysis.Workflow]), analysis);
        }
        return new AnalysisReport([.. wanted.Select(w => found[w.Name])], fresh.Solver);
    }

    private CaseCoverage Cover(DraftLibrary draft, CancellationToken cancellation) =>
        known.GetOrCreateValue(draft).Coverage ??= CaseCoverage.Of(draft.Engine, CaseSuite.Of(draft.Library, []), cancellation: cancellation);

    /// <summary>Written by who has the turn.</summary>
    private sealed class Known
    {
        public CaseCoverage? Coverage { get; set; }

        public Dictionary<string, MutationAnswer> Mutations { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>What findings about a workflow depend on: what it means, with all that it builds on, and where its parts stand. It holds no document, of which there is another one after each edit.</summary>
    private sealed record WorkflowText(string Workflow, string Hash, string Text)
    {
        public static WorkflowText Of(LibraryWorkflow workflow) =>
            new(workflow.Name, workflow.Bound!.Hash, ContentHash.Of(Encoding.UTF8.GetBytes(workflow.Model.Node.Document.Text)));
    }
}
