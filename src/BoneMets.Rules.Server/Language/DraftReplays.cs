using System.Diagnostics;
using System.Text.Json;
using BoneMets.Rules.Server.Changes;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Server.Language;

/// <summary>
/// Replays golden cases on every edit. A workflow decides the same while its hash is the same, so what its cases came to is kept under that
/// hash, and an edit replays only the workflows that it touches. Requests for the same rules share one replay. Thread safe.
/// </summary>
internal sealed class DraftReplays
{
    private const int MostOfOthers = 500;
    private readonly RecentlyUsed<(string Hash, GoldenCaseFile Cases), Lazy<ReplayedFile>> kept = new(most: 256) { VersionOf = replayed => replayed.Cases.Workflow, MostVersions = 8 };

    public DraftReplayAnswer Replay(DraftLibrary draft, IReadOnlyList<string>? wanted, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var replayed = draft.Library.Workflows.Where(w => w.Cases is not null).Select(w => (Workflow: w, File: w.CanDecide ? Of(draft, w, cancellation) : null)).ToList();
        bool IsWanted(LibraryWorkflow workflow) => wanted is null || wanted.Contains(workflow.Name, StringComparer.Ordinal);
        var others = replayed.Where(r => !IsWanted(r.Workflow)).SelectMany(r => r.File?.Results.Where(c => !c.Passed) ?? []).Take(MostOfOthers).ToLookup(c => c.Workflow, StringComparer.Ordinal);
        return new DraftReplayAnswer(
            replayed.Sum(r => r.File?.Passed ?? 0), replayed.Sum(r => r.File?.Failed ?? 0), (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds,
            [.. replayed.Select(r => new ReplayedWorkflowAnswer(r.Workflow.Name, r.File?.Passed ?? 0, r.File?.Failed ?? 0, r.File is null))],
            [.. replayed.SelectMany(r => IsWanted(r.Workflow) ? r.File?.Results ?? [] : others[r.Workflow.Name])]);
    }

    private ReplayedFile Of(DraftLibrary draft, LibraryWorkflow workflow, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        // A workflow that is bound by shape has no hash that covers what it builds on.
        var key = (workflow.Bound?.Hash ?? draft.Library.Hash, workflow.Cases!);
        if (!kept.TryGet(key, out var replay)) replay = kept.Keep(key, new Lazy<ReplayedFile>(() => new ReplayedFile([.. CaseRunner.Run(draft.Engine, [workflow.Name], cancellation: CancellationToken.None).Select(Answer)])));
        try
        {
            return replay.Value;
        }
        catch
        {
            kept.Forget(key); // nobody else is to get this failure
            throw;
        }
    }

    private static ReplayedCaseAnswer Answer(CaseResult result) => new(
        result.Workflow, result.Case.Id, result.Passed, result.Judgement is { } judgement ? EnumWord.Of(judgement.Status) : null,
        [.. result.Differences.Select(d => new DifferenceAnswer(d.Subject, d.Expected, d.Actual))],
        result is { Passed: false, Judgement: { } made } ? JsonElement.Parse(ActualExpectation.Of(made, result.Case.Expect)) : null);

    private sealed record ReplayedFile(IReadOnlyList<ReplayedCaseAnswer> Results)
    {
        public int Passed { get; } = Results.Count(r => r.Passed);

        public int Failed => Results.Count - Passed;
    }
}
