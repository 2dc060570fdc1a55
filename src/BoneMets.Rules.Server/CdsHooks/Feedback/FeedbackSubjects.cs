using System.Collections.Concurrent;
using BoneMets.Rules.Server.CdsHooks.Cards;
using BoneMets.Rules.Server.CdsHooks.Services;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.CdsHooks.Feedback;

/// <summary>
/// Finds what a card stood for, from its UUID and the content of the release that it names. The rules of a few releases are remembered: feedback
/// comes hours after the card, perhaps from a release that is no longer live. Thread safe.
/// </summary>
internal sealed class FeedbackSubjects(LibraryHost host, StoreHost storage)
{
    private const int MostReleases = 32;
    private static readonly IReadOnlyDictionary<uint, string> NoRules = new Dictionary<uint, string>();
    private readonly ConcurrentDictionary<(int Release, string Service), IReadOnlyDictionary<uint, string>> known = new();

    /// <summary>Null for a card that this service cannot have given.</summary>
    public async Task<CardSubject?> FindAsync(string service, string card, CancellationToken cancellation)
    {
        if (!Guid.TryParse(card, out var uuid) || CardId.Read(uuid) is not { Kind: not CardKind.Suggestion } id) return null;
        var release = id.Release == 0 ? null : (int?)id.Release;
        if (id.Subject == CardId.SubjectOf(service, null, id.Kind)) return new CardSubject(EnumWord.Of(id.Kind), null, release);
        return (await RulesAsync(service, id.Release, cancellation)).TryGetValue(id.Subject, out var rule) ? new CardSubject(EnumWord.Of(id.Kind), rule, release) : null;
    }

    private async Task<IReadOnlyDictionary<uint, string>> RulesAsync(string service, int release, CancellationToken cancellation)
    {
        if (known.TryGetValue((release, service), out var rules)) return rules;
        // A release that is not there yet may be there later.
        if (await ReadAsync(service, release, cancellation) is not { } found) return NoRules;
        if (known.Count >= MostReleases) known.Clear();
        return known[(release, service)] = found;
    }

    private async Task<IReadOnlyDictionary<uint, string>?> ReadAsync(string service, int release, CancellationToken cancellation)
    {
        using var live = host.Acquire();
        if (live?.Release?.Number == release) return Rules(live.Library, service);
        try
        {
            return Rules(LibraryDocuments.Load(await storage.Store.Releases.DocumentsAsync(release, cancellation)).Library, service);
        }
        catch (StoreRefusedException e) when (e.Kind == RefusalKind.NotFound)
        {
            return null;
        }
    }

    private static Dictionary<uint, string> Rules(RuleLibrary library, string service)
    {
        var rules = new Dictionary<uint, string>();
        if (!library.TryGet(service, out var workflow) || workflow.Bound is not { } bound) return rules;
        foreach (var name in CardRules.Of(bound).Names) rules.TryAdd(CardId.SubjectOf(service, name, CardKind.Recommendation), name);
        return rules;
    }
}
