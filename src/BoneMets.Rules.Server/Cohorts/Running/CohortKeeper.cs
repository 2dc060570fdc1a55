using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Releases;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;
using Quartz;

namespace BoneMets.Rules.Server.Cohorts.Running;

/// <summary>
/// Looks after runs, on every server: makes jobs of partitions that have none, ends work on runs that were cancelled or deleted, stops those whose
/// workflow was taken out of use, and deletes what has expired. Each of these can be done by several servers at once.
/// </summary>
internal sealed class CohortKeeper(
    StoreHost storage, CohortSchedule schedule, CohortWatch watch, ReleaseEngines engines, ServerOptions options, TimeProvider clock, ILogger<CohortKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500), Again = TimeSpan.FromSeconds(5), Cleaning = TimeSpan.FromHours(1);
    private readonly Dictionary<string, (long At, DateTimeOffset? Started)> ensured = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim news = new(0);
    private long? cleaned;
    private bool isTroubled;

    /// <summary>Something was started or ended here: it is seen to at once.</summary>
    public void Nudge() => news.Release();

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!storage.IsUsed) return;
        try
        {
            await schedule.OpenAsync(cancellationToken);
        }
        catch (Exception e) when (e is StoreUnavailableException or SchedulerException)
        {
            throw new ServerRefusedException($"cohort runs cannot be scheduled: {e.Message}");
        }
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!storage.IsUsed) return;
        await base.StopAsync(cancellationToken);
        await schedule.StopAsync();
    }

    public override void Dispose()
    {
        news.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await schedule.StartAsync();
        if (log.IsEnabled(LogLevel.Information)) log.LogInformation("This server works on cohort runs as {Node}, on {Workers} partitions at a time", schedule.Node, options.CohortWorkers);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                if (isTroubled) log.LogInformation("Cohort runs are looked after again");
                isTroubled = false;
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                if (!isTroubled) log.LogWarning("Cohort runs are not looked after at the moment: {Type}: {Reason}", e.GetType().Name, e.Message);
                isTroubled = true;
            }
            await news.WaitAsync(Look, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        var known = watch.Known();
        var runs = await storage.Store.Cohorts.AtWorkAsync(cancellation);
        foreach (var run in known.Except(runs.Where(r => r.State == CohortState.Running).Select(r => r.Id), StringComparer.Ordinal)) watch.End(run);
        foreach (var run in runs)
        {
            if (run.State == CohortState.Cancelling) await EndAsync(run, cancellation);
            // The kill switch holds for what has begun, too.
            else if (await engines.RefusalAsync(run.Release, run.Workflow, cancellation) is { } reason) await storage.Store.Cohorts.FailAsync(run.Id, reason, cancellation);
            else await EnsureAsync(run, cancellation);
        }
        foreach (var gone in ensured.Keys.Except(runs.Select(r => r.Id), StringComparer.Ordinal).ToList())
        {
            await schedule.ClearAsync(gone, cancellation);
            ensured.Remove(gone);
        }
        if (cleaned is not { } at || clock.GetElapsedTime(at) >= Cleaning) await CleanAsync(cancellation);
    }

    private async Task EnsureAsync(Cohort run, CancellationToken cancellation)
    {
        if (ensured.TryGetValue(run.Id, out var last) && clock.GetElapsedTime(last.At) < Again && last.Started == run.StartedAt) return;
        var now = clock.GetTimestamp();
        await schedule.EnsureAsync(run, cancellation);
        ensured[run.Id] = (now, run.StartedAt);
    }

    private async Task EndAsync(Cohort run, CancellationToken cancellation)
    {
        await schedule.ClearAsync(run.Id, cancellation);
        if (await schedule.IsIdleAsync(run.Id, cancellation)) await storage.Store.Cohorts.EndCancellingAsync(run.Id, cancellation);
    }

    private async Task CleanAsync(CancellationToken cancellation)
    {
        var count = await storage.Store.Cohorts.DeleteExpiredAsync(cancellation);
        cleaned = clock.GetTimestamp();
        if (count > 0 && log.IsEnabled(LogLevel.Information)) log.LogInformation("Deleted {Count} cohort runs that had expired, {Days} days after their end", count, options.CohortLifetime.TotalDays);
    }
}
