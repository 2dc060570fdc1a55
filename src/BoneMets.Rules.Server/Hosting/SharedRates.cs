using System.Collections.Concurrent;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Hosting;

/// <summary>
/// How often each key may ask, counted by all servers on a store together. The database gives out requests in slices of a tenth of a second's, and
/// the next slice is fetched before the last one is used up, so that a request hardly ever waits for the database. What was given out is never more
/// than the key is allowed; what a server still holds of it, others cannot use. While the database does not answer, each server counts for
/// itself: decisions go on. Where a server is alone it always does. Thread safe.
/// </summary>
internal sealed class SharedRates(StoreHost storage, OwnRates own, ServerOptions options, TimeProvider clock, ILogger<SharedRates> log) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2), ShortestPause = TimeSpan.FromMilliseconds(50);
    private readonly ConcurrentDictionary<string, Share> shares = new(StringComparer.Ordinal);
    private readonly StoreOutage outage = new(clock);
    private readonly int slice = Math.Max(1, options.KeyRate / 10);

    /// <summary>Null lets the request in; otherwise in how long to come again.</summary>
    public async ValueTask<TimeSpan?> TakeAsync(string key)
    {
        if (!storage.IsUsed || storage.Store.KeyRates is not { } store) return own.Take(key);
        var share = shares.GetOrAdd(key, _ => new Share()); // of keys that were found good: there are no others here
        while (true)
        {
            Task fetching;
            lock (share)
            {
                if (share.Left > 0)
                {
                    share.Left--;
                    if (slice > 1 && share.Left < slice / 2 && share.Fetching is null && !outage.IsRecent && Wait(share) is null) share.Fetching = FetchAsync(store, key, share);
                    return null;
                }
                if (outage.IsRecent) return own.Take(key);
                if (share.Fetching is null && Wait(share) is { } wait) return wait;
                fetching = share.Fetching ??= FetchAsync(store, key, share);
            }
            // A database that is only slow is waited for: what each server lets in by itself is too much.
            if (await Task.WhenAny(fetching, Task.Delay(Patience, clock)) == fetching) await fetching; // a defect is not tried again for ever
            else Note("it takes longer than a request can wait");
        }
    }

    /// <summary>What is being fetched needs the store, which is closed next.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var share in shares.Values)
            if (share.Fetching is { } fetching) await fetching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private TimeSpan? Wait(Share share) => share.EmptyUntil - clock.GetUtcNow() is { Ticks: > 0 } wait ? wait : null;

    private async Task FetchAsync(KeyRateStore store, string key, Share share)
    {
        await Task.Yield(); // out of the lock
        var granted = 0;
        var emptyUntil = default(DateTimeOffset);
        try
        {
            var taken = await store.TakeAsync(key, options.KeyRate, options.KeyBurst, slice);
            granted = taken.Granted;
            if (granted == 0) emptyUntil = clock.GetUtcNow() + Longer(TimeSpan.FromSeconds((1 - taken.Left) / options.KeyRate), ShortestPause);
        }
        catch (StoreUnavailableException e)
        {
            Note(e.Message);
        }
        finally
        {
            lock (share)
            {
                share.Left += granted;
                (share.EmptyUntil, share.Fetching) = (emptyUntil, null);
            }
        }
    }

    private void Note(string reason)
    {
        if (outage.Note()) log.LogWarning("The rates of keys are counted by this server alone, the store does not answer: {Reason}", reason);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>What this server holds of a key's requests. Guarded by itself.</summary>
    private sealed class Share
    {
        public int Left { get; set; }

        public Task? Fetching { get; set; }

        /// <summary>The database had none: it is not asked again before.</summary>
        public DateTimeOffset EmptyUntil { get; set; }
    }
}
