using System.Globalization;
using Quartz;

namespace BoneMets.Rules.Server.Cohorts.Running;

/// <summary>One partition, as Quartz calls for it.</summary>
internal sealed class CohortJob(CohortWorker worker) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var data = context.MergedJobDataMap;
        await worker.WorkAsync((string)data[CohortSchedule.RunKey]!, int.Parse((string)data[CohortSchedule.PartitionKey]!, CultureInfo.InvariantCulture), context.Recovering, cancellationToken);
    }
}
