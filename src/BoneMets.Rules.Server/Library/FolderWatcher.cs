using System.Threading.Channels;
using BoneMets.Rules.Server.Hosting;

namespace BoneMets.Rules.Server.Library;

/// <summary>
/// Loads the library at start and again whenever its folder changes: when the operating system reports a change and the folder has been quiet
/// for a moment, and from time to time without a report, because reports get lost (network drives, too many watches, a replaced folder).
/// </summary>
internal sealed class FolderWatcher(FolderReader folder, ServerOptions options, ILogger<FolderWatcher> log) : BackgroundService
{
    private const int MostReadings = 20;
    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private FileSystemWatcher? watcher;

    /// <summary>The first content is there before the first request.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Library is null) return;
        await LoadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        watcher?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Watch();
            await WaitForChangeAsync(stoppingToken);
            await LoadAsync(stoppingToken);
        }
    }

    private async Task LoadAsync(CancellationToken stopping)
    {
        for (var i = 0; i < MostReadings; i++)
        {
            try
            {
                if (folder.Load()) return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                log.LogWarning("The library {Library} cannot be read: {Reason}", options.Library, e.Message);
                return;
            }
            await Task.Delay(options.QuietTime, stopping);
        }
    }

    private async Task WaitForChangeAsync(CancellationToken stopping)
    {
        using var poll = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        poll.CancelAfter(options.PollInterval);
        try
        {
            await changes.Reader.ReadAsync(poll.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return; // time to look without a report
        }
        for (var i = 0; i < MostReadings; i++)
        {
            await Task.Delay(options.QuietTime, stopping);
            if (!changes.Reader.TryRead(out _)) return;
        }
    }

    private void Watch()
    {
        if (watcher is not null || options.Library is not { } library || !Directory.Exists(library)) return;
        try
        {
            watcher = new FileSystemWatcher(library, "*.json")
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Changed += (_, _) => changes.Writer.TryWrite(true);
            watcher.Created += (_, _) => changes.Writer.TryWrite(true);
            watcher.Deleted += (_, _) => changes.Writer.TryWrite(true);
            watcher.Renamed += (_, _) => changes.Writer.TryWrite(true);
            watcher.Error += (_, _) => changes.Writer.TryWrite(true);
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            watcher?.Dispose();
            watcher = null;
            log.LogWarning("Changes of {Library} are not reported and are looked for instead: {Reason}", options.Library, e.Message);
        }
    }
}
