using System.Collections.Concurrent;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Releases;

/// <summary>
/// Engines for releases that were asked for by number and are not live any more: a few are kept, the one that was asked for longest ago goes
/// first. Thread safe.
/// </summary>
internal sealed class ReleaseEngines(LibraryHost host, StoreHost storage, LongWork turn) : IDisposable
{
    private const int Most = 4;
    private readonly ConcurrentDictionary<int, Entry> entries = new();
    private long uses;

    /// <summary>Null when that release has errors. <see cref="StoreRefusedException"/> when there is none of that number.</summary>
    public async Task<LibrarySnapshot.Lease?> AcquireAsync(int number, CancellationToken cancellation)
    {
        for (var isAwaited = false; ; isAwaited = true)
        {
            var isNewer = false;
            if (host.Acquire() is { } live)
            {
                if (live.Release?.Number == number) return live;
                isNewer = live.Release?.Number < number;
                live.Dispose();
            }
            // Its status can change once, from unreviewed to approved, so it is looked at each time.
            var release = await storage.Store.Releases.GetAsync(number, cancellation);
            if (isNewer && !isAwaited && !host.State.IsStale)
            {
                // Published a moment ago, perhaps at another server: it is being read here already.
                await host.ServesAsync(number, cancellation);
                continue;
            }
            var entry = entries.GetOrAdd(number, _ => new Entry(new Lazy<Task<LibrarySnapshot?>>(() => LoadAsync(release))));
            entry.LastUse = Interlocked.Increment(ref uses);
            LibrarySnapshot? snapshot;
            try
            {
                snapshot = await entry.Snapshot.Value.WaitAsync(cancellation);
            }
            catch when (entry.Snapshot.Value.IsFaulted)
            {
                entries.TryRemove(KeyValuePair.Create(number, entry)); // the next one tries again
                throw;
            }
            Shrink(number);
            if (snapshot is null) return null;
            if (snapshot.Release != release)
            {
                Drop(number, entry);
                continue;
            }
            if (snapshot.TryAcquire() is { } lease) return lease;
        }
    }

    /// <summary>The same for a request: what is wrong with that release is its answer.</summary>
    public async Task<LibrarySnapshot.Lease> RequireAsync(int number, CancellationToken cancellation)
    {
        try
        {
            return await AcquireAsync(number, cancellation) ?? throw new ProblemException(ProblemKind.ReleaseBroken, $"release {number} has errors for this version of the engine");
        }
        catch (StoreRefusedException e) when (e.Kind == RefusalKind.NotFound)
        {
            throw new ProblemException(ProblemKind.UnknownRelease, $"there is no release {number}");
        }
    }

    /// <summary>Why a workflow of that release gives no decision, because something was taken out of use; null when nothing was.</summary>
    public async Task<string?> RefusalAsync(int number, string workflow, CancellationToken cancellation)
    {
        if (host.State.Retired.Count == 0) return null;
        using var lease = await AcquireAsync(number, cancellation);
        return lease is not null && lease.Library.TryGet(workflow, out var found) ? RetiredContent.Refusal(lease.Library, found, host.State.Retired)?.Message : null;
    }

    public void Dispose()
    {
        foreach (var (number, entry) in entries) Drop(number, entry);
    }

    private Task<LibrarySnapshot?> LoadAsync(Release release) => turn.PassAsync(async () =>
    {
        var load = LibraryDocuments.Load(await storage.Store.Releases.DocumentsAsync(release.Number, CancellationToken.None));
        return load.HasErrors ? null : host.Snapshot(load.Library, release);
    }, CancellationToken.None);

    private void Shrink(int keep)
    {
        while (entries.Count > Most && entries.Where(e => e.Key != keep).OrderBy(e => e.Value.LastUse).Select(e => (KeyValuePair<int, Entry>?)e).FirstOrDefault() is { } oldest)
            Drop(oldest.Key, oldest.Value);
    }

    private void Drop(int number, Entry entry)
    {
        if (!entries.TryRemove(KeyValuePair.Create(number, entry))) return;
        _ = entry.Snapshot.Value.ContinueWith(t => t.Result?.Retire(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
    }

    private sealed class Entry(Lazy<Task<LibrarySnapshot?>> snapshot)
    {
        public Lazy<Task<LibrarySnapshot?>> Snapshot { get; } = snapshot;

        public long LastUse { get; set; }
    }
}
