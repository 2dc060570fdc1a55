using System.Globalization;
using BoneMets.Rules.Server.CdsHooks.Cards;
using BoneMets.Rules.Server.CdsHooks.Services;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Language;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.CdsHooks.Feedback;

/// <summary>
/// Finds what cards stood for, from their UUIDs and the content of the releases that those name: feedback comes hours after the card, perhaps from
/// a release that is no longer live. Such a release is read whole, so that one is read at a time, a request has a few of them, and the names of its
/// rules are remembered. Thread safe.
/// </summary>
internal sealed class FeedbackSubjects(LibraryHost host, StoreHost storage, FeedbackTurn turn)
{
    public const int MostOlderReleases = 8;
    private const int MostKnown = 64;
    private static readonly IReadOnlyDictionary<uint, string> NoRules = new Dictionary<uint, string>();
    private readonly RecentlyUsed<(int Release, string Service), IReadOnlyDictionary<uint, string>> known = new(MostKnown);

    /// <summary>In the order of the cards; null for a card that this service cannot have given.</summary>
    public async Task<IReadOnlyList<CardSubject?>> FindAsync(string service, IReadOnlyList<string> cards, CancellationToken cancellation)
    {
        var ids = cards.Select(c => Guid.TryParse(c, out var uuid) && CardId.Read(uuid) is { Kind: not CardKind.Suggestion } id ? id : (CardId?)null).ToList();
        var rules = await RulesAsync(service, ids.OfType<CardId>().Where(id => !IsOfNoRule(service, id)).Select(id => id.Release).ToHashSet(), cancellation);
        return [.. ids.Select(id => id is { } one ? Find(service, one, rules) : null)];
    }

    private static CardSubject? Find(string service, CardId id, IReadOnlyDictionary<int, IReadOnlyDictionary<uint, string>> rules)
    {
        var release = id.Release == 0 ? null : (int?)id.Release;
        if (IsOfNoRule(service, id)) return new CardSubject(EnumWord.Of(id.Kind), null, release);
        return rules[id.Release].TryGetValue(id.Subject, out var rule) ? new CardSubject(EnumWord.Of(id.Kind), rule, release) : null;
    }

    private static bool IsOfNoRule(string service, CardId id) => id.Subject == CardId.SubjectOf(service, null, id.Kind);

    private async Task<Dictionary<int, IReadOnlyDictionary<uint, string>>> RulesAsync(string service, HashSet<int> releases, CancellationToken cancellation)
    {
        var found = new Dictionary<int, IReadOnlyDictionary<uint, string>>();
        var older = new List<int>();
        // Most UUIDs that are not ours name a release that there never was.
        var latest = releases.Count > 0 ? (await storage.Store.Releases.LatestAsync(cancellation))?.Number ?? 0 : 0;
        foreach (var release in releases)
        {
            if (Live(service, release) is { } live) found[release] = live;
            else if (known.TryGet((release, service), out var rules)) found[release] = rules;
            else if (release is 0 || release > latest) found[release] = NoRules;
            else older.Add(release);
        }
        if (older.Count > MostOlderReleases)
            throw new ProblemException(ProblemKind.InvalidAction, string.Create(CultureInfo.InvariantCulture, $"these are reports about cards of {older.Count} older releases; one request takes those of at most {MostOlderReleases}: send them in several requests"));
        foreach (var release in older) found[release] = await turn.PassAsync(() => ReadAsync(service, release, cancellation), cancellation);
        return found;
    }

    private Dictionary<uint, string>? Live(string service, int release)
    {
        using var live = host.Acquire();
        return live is not null && (live.Release?.Number ?? 0) == release ? Rules(live.Library, service) : null;
    }

    private async Task<IReadOnlyDictionary<uint, string>> ReadAsync(string service, int release, CancellationToken cancellation)
    {
        // Somebody may have read it while this waited.
        if (known.TryGet((release, service), out var rules)) return rules;
        return known.Keep((release, service), Rules(LibraryDocuments.Load(await storage.Store.Releases.DocumentsAsync(release, cancellation)).Library, service));
    }

    private static Dictionary<uint, string> Rules(RuleLibrary library, string service)
    {
        var rules = new Dictionary<uint, string>();
        if (!library.TryGet(service, out var workflow) || workflow.Bound is not { } bound) return rules;
        foreach (var name in CardRules.Of(bound).Names) rules.TryAdd(CardId.SubjectOf(service, name, CardKind.Recommendation), name);
        return rules;
    }
}
