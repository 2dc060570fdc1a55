using System.Threading.Channels;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Storing;

/// <summary>
/// Serves what is live in the store: at start, and again whenever anybody publishes, rolls back, approves or retires something. Reading a large
/// release takes its time, and the kill switch does not wait for it: one loop hears, another one reads.
/// </summary>
internal sealed class StoreWatcher(StoreHost storage, LibraryHost host, ServerOptions options, ILogger<StoreWatcher> log) : BackgroundService
{
    /// <summary>The newest release that is not served yet; older ones are not worth reading any more.</summary>
    private readonly Channel<Release> wanted = Channel.CreateBounded<Release>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private volatile bool isTroubled;

    /// <summary>The first content is there before the first request.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await storage.OpenAsync(cancellationToken);
        if (!storage.IsUsed) return;
        try
        {
            if (await storage.Store.Live.NowAsync(cancellationToken) is { } live)
            {
                host.Hear(live);
                host.Take(live.Release, await LoadAsync(live.Release, cancellationToken));
            }
        }
        catch (StoreUnavailableException e)
        {
            throw new ServerRefusedException(e.Message);
        }
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(HearAsync(stoppingToken), ReadAsync(stoppingToken));

    private async Task HearAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await TryAsync(async () =>
            {
                await foreach (var live in storage.Store.Live.WatchAsync(options.PollInterval, Trouble, stopping))
                {
                    host.Hear(live);
                    if (host.NeedsContentOf(live.Release)) await wanted.Writer.WriteAsync(live.Release, stopping);
                    else AllIsWell();
                }
            }, stopping);
            await Task.Delay(options.PollInterval, stopping);
        }
    }

    /// <summary>Whatever goes wrong, what was live goes on serving; the next try may do, or there is a newer one by then.</summary>
    private async Task ReadAsync(CancellationToken stopping)
    {
        await foreach (var heard in wanted.Reader.ReadAllAsync(stopping))
        {
            if (!host.NeedsContentOf(heard)) continue; // heard of twice while it was being read
            var release = heard;
            while (!await TryAsync(async () => host.Take(release, await LoadAsync(release, stopping)), stopping))
            {
                await Task.Delay(options.PollInterval, stopping);
                if (wanted.Reader.TryRead(out var newer)) release = newer;
            }
            AllIsWell();
        }
    }

    private async Task<bool> TryAsync(Func<Task> work, CancellationToken stopping)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception e) when (e is StoreUnavailableException || !stopping.IsCancellationRequested)
        {
            Trouble(e);
            return false;
        }
    }

    private async Task<LibraryLoad> LoadAsync(Release release, CancellationToken cancellation) =>
        LibraryDocuments.Load(await storage.Store.Releases.DocumentsAsync(release.Number, cancellation));

    /// <summary>Something may be published or retired meanwhile, and this server does not hear of it.</summary>
    private void Trouble(Exception e)
    {
        if (!isTroubled && e is StoreUnavailableException) log.LogWarning("The store does not answer, what was live goes on serving: {Reason}", e.Message);
        else if (!isTroubled) log.LogError(e, "What is live in the store could not be taken into service; it is tried again");
        isTroubled = true;
        host.FallBehind();
    }

    private void AllIsWell()
    {
        if (isTroubled) log.LogInformation("The store answers again");
        isTroubled = false;
    }
}
