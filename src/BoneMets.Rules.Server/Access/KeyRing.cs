using System.Collections.Concurrent;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Access;

/// <summary>
/// Looks API keys up, and remembers each for a second, so that an application's hundreds of requests are not hundreds of queries. A revoked
/// key ends within that second. While the store does not answer, keys that it knew lately stay good: decisions go on. Thread safe.
/// </summary>
internal sealed class KeyRing(StoreHost storage, TimeProvider clock, ILogger<KeyRing> log) : IAsyncDisposable
{
    private const int Most = 10_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1), Usable = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, (ApiKey Key, DateTimeOffset At)> known = new(StringComparer.Ordinal);
    private readonly StoreOutage outage = new(clock);
    private readonly ConcurrentDictionary<string, bool> beingNoted = new(StringComparer.Ordinal);

    public async Task<ApiKey?> FindAsync(string secret, CancellationToken cancellation)
    {
        if (!storage.IsUsed) return null;
        var now = clock.GetUtcNow();
        var id = RandomSecret.HashOf(secret);
        var isKnown = known.TryGetValue(id, out var entry);
        if (isKnown && now - entry.At < Fresh && now < entry.Key.Expires) return entry.Key;
        var isUsable = isKnown && now - entry.At < Usable && now < entry.Key.Expires;
        if (isUsable && outage.IsRecent) return entry.Key;
        try
        {
            var key = await storage.Store.Keys.FindAsync(secret, cancellation);
            if (key is null) known.TryRemove(id, out _);
            else
            {
                if (known.Count >= Most) known.Clear();
                known[id] = (key, now);
                _ = NoteUseAsync(key);
            }
            return key;
        }
        catch (StoreUnavailableException)
        {
            outage.Note();
            if (isUsable) return entry.Key;
            throw;
        }
    }

    /// <summary>What is being noted needs the store, which is closed next.</summary>
    public async ValueTask DisposeAsync()
    {
        while (!beingNoted.IsEmpty) await Task.Delay(10);
    }

    /// <summary>Beside the request, which does not wait for a store that is busy or full, and once at a time.</summary>
    private async Task NoteUseAsync(ApiKey key)
    {
        if (!beingNoted.TryAdd(key.Id, true)) return;
        try
        {
            await Task.Yield();
            await storage.Store.Keys.UsedAsync(key);
        }
        catch (StoreUnavailableException e)
        {
            log.LogWarning("That key {Key} was used is not noted: {Reason}", key.Id, e.Message);
        }
        finally
        {
            beingNoted.TryRemove(key.Id, out _);
        }
    }
}
