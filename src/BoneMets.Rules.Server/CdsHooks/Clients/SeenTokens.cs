using System.Collections.Concurrent;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.CdsHooks.Clients;

/// <summary>
/// Which tokens were used, until they expire: each is good for one request, at one of the servers on the store. Only tokens with a valid signature
/// get here, and none lives longer than an hour, so that it stays small. Without a store, and while it does not answer (decisions go on), each
/// server knows only those that it has seen itself. Thread safe.
/// </summary>
internal sealed class SeenTokens(StoreHost storage, TimeProvider clock, ILogger<SeenTokens> log)
{
    private const int Most = 200_000, CleanEvery = 1_024;
    private readonly ConcurrentDictionary<(string Issuer, string Id), DateTimeOffset> seen = new();
    private readonly StoreOutage outage = new(clock);
    private int uses;

    /// <summary>False when it was used before, and when no more can be remembered: a token that cannot be remembered could be used again.</summary>
    public async Task<bool> TryUseAsync(string issuer, string id, DateTimeOffset expires, CancellationToken cancellation)
    {
        if (!TryUseHere(issuer, id, expires)) return false;
        if (!storage.IsUsed || outage.IsRecent) return true;
        try
        {
            return await storage.Store.UsedTokens.TryUseAsync(issuer, id, expires, cancellation);
        }
        catch (StoreUnavailableException e)
        {
            if (outage.Note()) log.LogWarning("Which tokens other servers have seen is not known: {Reason}", e.Message);
            return true;
        }
    }

    private bool TryUseHere(string issuer, string id, DateTimeOffset expires)
    {
        var now = clock.GetUtcNow();
        if (Interlocked.Increment(ref uses) % CleanEvery == 0 || seen.Count >= Most)
            foreach (var (key, until) in seen)
                if (until <= now) seen.TryRemove(key, out _);
        return seen.Count < Most && seen.TryAdd((issuer, id), expires);
    }
}
