using BoneMets.Rules.Libraries;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Storing;

/// <summary>Serves what is live in the store: at start, and again whenever anybody publishes, rolls back, approves or retires something.</summary>
internal sealed class StoreWatcher(StoreHost storage, LibraryHost host, ServerOptions options, ILogger<StoreWatcher> log) : BackgroundService
{
    private bool isTroubled;

    /// <summary>The first content is there before the first request.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await storage.OpenAsync(cancellationToken);
        if (!storage.IsUsed) return;
        if (await storage.Store.Live.NowAsync(cancellationToken) is { } live) await TakeAsync(live, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var live in storage.Store.Live.WatchAsync(options.PollInterval, Trouble, stoppingToken))
        {
            // The watch tells of each release once: one whose documents cannot be read yet is tried until they can.
            while (!await TriesAsync(live, stoppingToken)) await Task.Delay(options.PollInterval, stoppingToken);
        }
    }

    private async Task<bool> TriesAsync(LiveContent live, CancellationToken cancellation)
    {
        try
        {
            await TakeAsync(live, cancellation);
            return true;
        }
        catch (StoreUnavailableException e)
        {
            Trouble(e);
            return false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A defect of ours must not end the watch, nor the server: what was live goes on, and the next release may do.
            log.LogError(e, "Release {Release} could not be taken into service", live.Release.Number);
            return true;
        }
    }

    private async Task TakeAsync(LiveContent live, CancellationToken cancellation)
    {
        if (!host.NeedsContentOf(live.Release)) host.Take(live, null);
        else host.Take(live, await LoadAsync(live.Release.Number, cancellation));
        if (isTroubled) log.LogInformation("The store answers again");
        isTroubled = false;
    }

    private async Task<LibraryLoad> LoadAsync(int release, CancellationToken cancellation) =>
        LibraryDocuments.Load(await storage.Store.Releases.DocumentsAsync(release, cancellation));

    private void Trouble(StoreUnavailableException e)
    {
        if (!isTroubled) log.LogWarning("The store does not answer, what was live goes on serving: {Reason}", e.Message);
        isTroubled = true;
    }
}
