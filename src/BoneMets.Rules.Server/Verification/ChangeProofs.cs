using BoneMets.Rules.Libraries;
using BoneMets.Rules.Server.Changes;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Language;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Verification.Analysis.Versions;

namespace BoneMets.Rules.Server.Verification;

/// <summary>What is proved of a change against its base; kept while neither changes. One at a time, on all cores. Thread safe.</summary>
internal sealed class ChangeProofs(StoreHost storage, LongWork turn)
{
    private readonly RecentlyUsed<(int Base, string Content), ProofsAnswer> kept = new(most: 16);

    public Task<ProofsAnswer> OfAsync(long id, CancellationToken cancellation) => turn.PassAsync(async () =>
    {
        var store = storage.Store;
        var (change, documents) = await store.Changes.WithDocumentsAsync(id, cancellation);
        if (kept.TryGet((change.Base, change.ContentHash), out var known)) return known;
        var old = await store.Releases.DocumentsAsync(change.Base, cancellation);
        var found = await Task.Run(() => LibraryComparison.Of(LibraryDocuments.Load(old), LibraryDocuments.Load(documents), LibraryDocuments.Files(old), LibraryDocuments.Files(documents), prove: true, cancellation), cancellation);
        var answer = new ProofsAnswer(
            change.ContentHash, change.Base, found.Versions?.Solver, [.. (found.Versions?.Workflows ?? []).Select(VerificationAnswers.Of)],
            found.Impact is { } impact ? ImpactAnswers.Of(impact) : null);
        // What stayed undecided may be decided when the machine has more time.
        return found.Versions?.Workflows.Any(w => w.Definitions.Any(d => d.Relation == Relation.Undecided)) == true ? answer : kept.Keep((change.Base, change.ContentHash), answer);
    }, cancellation);
}
