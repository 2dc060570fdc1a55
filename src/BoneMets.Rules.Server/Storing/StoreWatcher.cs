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
        try
        {
            if (await storage.Store.Live.NowAsync(cancellationToken) is { } live) await TakeAsync(live, cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            throw new ServerRefusedException(e.Message);
        }
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await WatchAsync(stoppingToken);
            await Task.Delay(options.PollInterval, stoppingToken);
        }
    }

    /// <summary>
    /// Until something cannot be taken into service. The watch tells of each state once, so that it begins anew then, with what is live by
    /// that time: whatever went wrong, what was live goes on serving and the next try may do.
    /// </summary>
    private async Task WatchAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var live in storage.Store.Live.WatchAsync(options.PollInterval, Trouble, stopping)) await TakeAsync(live, stopping);
        }
        catch (StoreUnavailableException e)
        {
            Trouble(e);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (!isTroubled) log.LogError(e, "What is live in the store could not be taken into service; it is tried again");
            isTroubled = true;
        }
        if (isTroubled) host.FallBehind();
    }

    private async Task TakeAsync(LiveContent live, CancellationToken cancellation)
    {
        // What was taken out of use is so at once, also when the documents of a new release cannot be read yet.
        host.Take(live, null);
        if (host.NeedsContentOf(live.Release)) host.Take(live, await LoadAsync(live.Release.Number, cancellation));
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
