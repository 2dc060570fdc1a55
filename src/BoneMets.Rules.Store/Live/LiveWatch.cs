using System.Runtime.CompilerServices;
using BoneMets.Rules.Store.Database;

namespace BoneMets.Rules.Store;

/// <summary>Tells a server what to run: what is live now, and everything that becomes live afterwards, whoever published it.</summary>
public sealed class LiveWatch
{
    private readonly StoreDatabase database;

    internal LiveWatch(StoreDatabase database) => this.database = database;

    /// <summary>Null for an empty store.</summary>
    public Task<LiveContent?> NowAsync(CancellationToken cancellation = default) => database.ReadAsync(async context =>
        await ReleaseStore.LatestAsync(context, cancellation) is { } release
            ? new LiveContent(ReleaseStore.Of(release), await RetirementStore.InForceAsync(context, cancellation))
            : null, cancellation);

    /// <summary>
    /// Yields what is live, again at each change: at once when the database reports it, and otherwise found by looking every
    /// <paramref name="poll"/>. A database that does not answer ends nothing: <paramref name="trouble"/> hears of it and the watch goes on; when
    /// it answers again, what is live is yielded even if it is the same. Only cancelling ends it, always as an <see cref="OperationCanceledException"/>.
    /// </summary>
    public async IAsyncEnumerable<LiveContent> WatchAsync(TimeSpan poll, Action<StoreUnavailableException>? trouble = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var news = database.Listen();
        LiveContent? last = null;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            LiveContent? now = null;
            try
            {
                // Whatever is announced after this is heard by the wait below.
                await news.BeginAsync(cancellation);
                now = await NowAsync(cancellation);
            }
            catch (StoreUnavailableException e)
            {
                trouble?.Invoke(e);
                last = null;
            }
            if (now is not null && (last is null || now.Release != last.Release || !now.Retired.SequenceEqual(last.Retired))) yield return last = now;
            await news.WaitAsync(poll, cancellation);
        }
    }
}
