using System.Collections.Concurrent;

namespace BoneMets.Rules.Server.CdsHooks.Clients;

/// <summary>
/// Which tokens were used, until they expire: each is good for one request. Only tokens with a valid signature get here, and none lives longer
/// than an hour, so that it stays small. It is this server's alone. Thread safe.
/// </summary>
internal sealed class SeenTokens
{
    private const int Most = 200_000, CleanEvery = 1_024;
    private readonly ConcurrentDictionary<(string Issuer, string Id), DateTimeOffset> seen = new();
    private int uses;

    /// <summary>False when it was used before, and when no more can be remembered: a token that cannot be remembered could be used again.</summary>
    public bool TryUse(string issuer, string id, DateTimeOffset expires, DateTimeOffset now)
    {
        if (Interlocked.Increment(ref uses) % CleanEvery == 0 || seen.Count >= Most)
            foreach (var (key, until) in seen)
                if (until <= now) seen.TryRemove(key, out _);
        return seen.Count < Most && seen.TryAdd((issuer, id), expires);
    }
}
