using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace BoneMets.Rules.System.Tests.Cohorts;

/// <summary>
/// No partition but the first of each run is begun on a server until this is disposed: a test that needs a run in its middle need not be faster
/// than the run. The server makes the jobs anew that ended without a result.
/// </summary>
internal sealed class HeldPartitions : ITriggerListener, IDisposable
{
    private readonly IScheduler scheduler;

    private HeldPartitions(IScheduler scheduler) => this.scheduler = scheduler;

    public string Name => nameof(HeldPartitions);

    public static async Task<HeldPartitions> OnAsync(IServiceProvider server)
    {
        var held = new HeldPartitions(await server.GetRequiredService<ISchedulerFactory>().GetScheduler());
        held.scheduler.ListenerManager.AddTriggerListener(held);
        return held;
    }

    public ValueTask<bool> VetoJobExecution(ITrigger trigger, IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(int.Parse(trigger.JobKey.Name, CultureInfo.InvariantCulture) > 0);

    public void Dispose() => scheduler.ListenerManager.RemoveTriggerListener(Name);
}
