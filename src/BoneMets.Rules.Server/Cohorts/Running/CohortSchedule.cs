using System.Globalization;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;
using Quartz;

namespace BoneMets.Rules.Server.Cohorts.Running;

/// <summary>
/// Partitions as jobs of Quartz.NET: a job for each, in the group of its run. Servers on one PostgreSQL are a cluster, in which those that live
/// take over what a dead one was deciding; a server with a file of its own keeps its jobs in memory and makes them anew when it starts.
/// </summary>
internal sealed class CohortSchedule(ISchedulerFactory factory, StoreHost storage) : IDisposable
{
    public const string RunKey = "run", PartitionKey = "partition";
    private const int AtOnce = 100;
    private readonly SemaphoreSlim turn = new(1);
    private IScheduler? scheduler;
    private Task starting = Task.CompletedTask;

    /// <summary>The name of this server among those that work on a run.</summary>
    public string Node => Opened.SchedulerInstanceId;

    private IScheduler Opened => scheduler ?? throw new InvalidOperationException("the schedule is not open");

    public async Task OpenAsync(CancellationToken cancellation)
    {
        // Several servers that start at once would make the tables at once.
        await using var alone = await storage.Store.AloneAsync(cancellation);
        scheduler = await factory.GetScheduler(cancellation);
    }

    public Task StartAsync() => starting = Opened.Start(CancellationToken.None).AsTask();

    /// <summary>Jobs hear that they are to end, and are waited for. So is a start that is not over yet: Quartz cannot be ended in the middle of it.</summary>
    public async Task StopAsync()
    {
        await starting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (scheduler is { } open) await open.Shutdown(waitForJobsToComplete: true);
    }

    /// <summary>Sees to it that every partition without a result has a job: after a start, and whenever a job ended without one.</summary>
    public async Task EnsureAsync(Cohort run, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            var pending = await storage.Store.CohortResults.PendingAsync(run.Id, cancellation);
            if (pending.Count == 0) return;
            var known = (await Opened.QueryJobs(new JobQuery { Group = Group(run.Id), Take = int.MaxValue }, cancellation)).Items.Select(j => j.Key.Name).ToHashSet(StringComparer.Ordinal);
            await PullForwardAsync(run, cancellation);
            foreach (var slice in pending.Where(n => !known.Contains(Name(n))).Chunk(AtOnce)) await AddAsync(run, slice, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Takes away what has not begun.</summary>
    public async Task ClearAsync(string run, CancellationToken cancellation) => await Opened.DeleteJobs(Group(run), cancellation);

    /// <summary>No server decides a partition of this run. What a dead server had begun counts until the others have noticed.</summary>
    public async Task<bool> IsIdleAsync(string run, CancellationToken cancellation) =>
        (await Opened.QueryFireInstances(new FireInstanceQuery { State = null, Take = int.MaxValue }, cancellation)).Items.All(f => f.JobKey?.Group != run && f.TriggerKey.Group != run);

    public void Dispose() => turn.Dispose();

    /// <summary>Quartz puts what it takes over at the end of the queue, behind all other runs: the last partition of this one would wait for them.</summary>
    private async Task PullForwardAsync(Cohort run, CancellationToken cancellation)
    {
        var taken = await Opened.QueryTriggers(new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals(SchedulerConstants.DefaultRecoveryGroup), Take = int.MaxValue }, cancellation);
        foreach (var late in taken.Items.Where(t => t.JobKey.Group == run.Id && t.NextFireTimeUtc > run.StartedAt))
            await Opened.RescheduleJob(late.Key, Trigger(late.Key, late.JobKey, First(run)), cancellation);
    }

    private async Task AddAsync(Cohort run, IReadOnlyList<int> partitions, CancellationToken cancellation)
    {
        var jobs = new Dictionary<IJobDetail, IReadOnlyCollection<ITrigger>>();
        foreach (var number in partitions)
        {
            var job = JobBuilder.Create<CohortJob>().WithIdentity(Name(number), run.Id).RequestRecovery()
                .UsingJobData(RunKey, run.Id).UsingJobData(PartitionKey, Name(number)).Build();
            // Whatever began first goes first, in the order of its input.
            var trigger = Trigger(new TriggerKey(Name(number), run.Id), job.Key, First(run).AddMilliseconds(number));
            jobs.Add(job, [trigger]);
        }
        try
        {
            await Opened.ScheduleJobs(jobs, default(ScheduleJobOptions), cancellation);
        }
        catch (ObjectAlreadyExistsException)
        {
            // Another server is doing the same; what it leaves out is added the next time.
        }
    }

    /// <summary>All are due when the run has started.</summary>
    private static DateTimeOffset First(Cohort run) => run.StartedAt!.Value.AddMilliseconds(-run.Input!.Partitions);

    private static ITrigger Trigger(TriggerKey key, JobKey job, DateTimeOffset due) => TriggerBuilder.Create().WithIdentity(key).ForJob(job).StartAt(due)
        .WithSchedule(SimpleScheduleBuilder.Create().WithRepeatCount(0).WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires)).Build();

    private static GroupMatcher<JobKey> Group(string run) => GroupMatcher<JobKey>.GroupEquals(run);

    private static string Name(int number) => number.ToString("D6", CultureInfo.InvariantCulture);
}
