using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Telemetry;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Library;

/// <summary>
/// Holds the library that is served. A valid new content takes the place of the old one in one step; one with errors takes nobody's place,
/// its errors are shown, and the old content goes on serving. Thread safe.
/// </summary>
internal sealed class LibraryHost(ServerOptions options, TimeProvider clock, ServerMeter meter, ILogger<LibraryHost> log) : IDisposable
{
    private static readonly TimeSpan FollowsWithin = TimeSpan.FromSeconds(5);

    private readonly Lock taking = new();
    private volatile LibraryState state = new(null, [], [], isStale: false);
    private LiveContent? newest;
    private TaskCompletionSource next = NewSource();

    public LibraryState State => state;

    /// <summary>In UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The content that serves now, held until the lease is disposed of; null when there has been no valid one yet.</summary>
    public LibrarySnapshot.Lease? Acquire()
    {
        while (state.Serving is { } serving)
            if (serving.TryAcquire() is { } lease) return lease;
        return null;
    }

    /// <summary>The same; a refusal that says what is wrong with the content where there is none.</summary>
    public LibrarySnapshot.Lease Require() => Acquire() ?? throw NoLibrary.Of(state);

    /// <summary>An engine for a release that somebody asked for by its number.</summary>
    public LibrarySnapshot Snapshot(RuleLibrary library, Release? release) => new(library, new RuleEngine(library, EngineOptions(release)), release, clock.GetUtcNow());

    /// <summary>The release is not the one that serves: its documents are needed.</summary>
    public bool NeedsContentOf(Release release) => state.Serving?.Release != release;

    /// <summary>
    /// What is live in the store, heard of before its documents are read. What was taken out of use is so at once. What came back into use did so
    /// for that release, perhaps because it is mended there: until it serves, nothing comes back.
    /// </summary>
    public void Hear(LiveContent live)
    {
        lock (taking)
        {
            newest = live;
            var retired = NeedsContentOf(live.Release) ? Both(state.Retired, live.Retired) : live.Retired;
            Put(new LibraryState(state.Serving, state.Diagnostics, retired, state.IsStale && NeedsContentOf(live.Release)));
        }
    }

    /// <summary>The documents of a release that was live when they were asked for; there may be a newer one by now, which follows.</summary>
    public void Take(Release release, LibraryLoad load)
    {
        lock (taking)
        {
            IReadOnlyList<Retirement> heard = newest?.Retired ?? [];
            var retired = newest?.Release == release && !load.HasErrors ? heard : Both(state.Retired, heard);
            Take(load, release, retired, $"release {release.Number}");
        }
    }

    /// <summary>What is live cannot be read: an older content may be serving.</summary>
    public void FallBehind()
    {
        lock (taking)
        {
            if (state is { IsStale: false, Serving: not null } now) Put(new LibraryState(now.Serving, now.Diagnostics, now.Retired, isStale: true));
        }
    }

    /// <summary>What a folder holds.</summary>
    public void Take(LibraryLoad load)
    {
        lock (taking) TakeFolder(load);
    }

    private void TakeFolder(LibraryLoad load)
    {
        if (!load.HasErrors && load.Library.Workflows.Count == 0)
            load = load with { Diagnostics = [.. load.Diagnostics, new Diagnostic(DiagnosticCode.UnreadableFile, $"the folder `{options.Library}` holds no workflows", "a workflow is a file `workflow.json` in a folder of its own", options.Library!)] };
        if (!load.HasErrors && state.Serving?.Library.Hash == load.Library.Hash)
        {
            Put(new LibraryState(state.Serving, load.Diagnostics, [], isStale: false));
            meter.LibraryLoaded("unchanged");
            return;
        }
        Take(load, null, [], options.Library!);
    }

    /// <summary>Completes when a release from this number on serves, or after a moment: whoever published it here is to find it here.</summary>
    public Task ServesAsync(int release, CancellationToken cancellation) => ComesToBeAsync(now => now.Serving?.Release?.Number >= release, cancellation);

    /// <summary>Completes when what was done in the store holds on this server, or after a moment: then this server follows.</summary>
    public async Task ComesToBeAsync(Func<LibraryState, bool> holds, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        enough.CancelAfter(FollowsWithin);
        try
        {
            while (true)
            {
                var change = Volatile.Read(ref next).Task;
                if (holds(state)) return;
                await change.WaitAsync(enough.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The answer says what was done.
        }
    }

    public void Dispose()
    {
        var last = state;
        state = new LibraryState(null, [], [], isStale: false);
        last.Serving?.Retire();
    }

    private void Take(LibraryLoad load, Release? release, IReadOnlyList<Retirement> retired, string origin)
    {
        var serving = state.Serving;
        if (load.HasErrors)
        {
            Put(new LibraryState(serving, load.Diagnostics, retired, isStale: serving is not null));
            meter.LibraryLoaded("invalid");
            log.LogWarning("{Origin} holds {Errors} errors; {Serving} goes on serving", origin, load.Diagnostics.Count(d => d.IsError), serving?.Library.Hash ?? "nothing");
            foreach (var error in load.Diagnostics.Where(d => d.IsError)) log.LogWarning("{Diagnostic}", error);
            return;
        }
        Put(new LibraryState(Snapshot(load.Library, release), load.Diagnostics, retired, isStale: false));
        serving?.Retire();
        meter.LibraryLoaded("loaded");
        if (log.IsEnabled(LogLevel.Information)) log.LogInformation("Serving {Workflows} workflows of {Origin}, content {Hash}", load.Library.Workflows.Count, origin, load.Library.Hash);
    }

    private EngineOptions EngineOptions(Release? release)
    {
        var common = new EngineOptions { Clock = clock, CacheDirectory = options.Cache };
        return release is null ? common : common with { Release = release.Number, ReleaseStatus = EnumWord.Of(release.Status) };
    }

    private void Put(LibraryState now)
    {
        state = now;
        Interlocked.Exchange(ref next, NewSource()).SetResult();
    }

    private static IReadOnlyList<Retirement> Both(IReadOnlyList<Retirement> held, IReadOnlyList<Retirement> heard) =>
        [.. held.Concat(heard).DistinctBy(r => r.Id).OrderBy(r => r.Id)];

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
