using BoneMets.Rules.Server.Cohorts.Input;
using BoneMets.Rules.Server.Hosting;
using Npgsql;
using Quartz;

namespace BoneMets.Rules.Server.Cohorts.Running;

/// <summary>Puts the running of cohorts together.</summary>
internal static class CohortServices
{
    /// <summary>The same for all servers of a store: it makes them a cluster.</summary>
    private const string Cluster = "bonemets";

    /// <summary>A server that has not been heard of for the sum of both is taken for dead. One that was only slow loses nothing but its work.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(2), Grace = TimeSpan.FromSeconds(4);

    /// <summary>How long until another server's jobs are noticed.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    public static void AddCohorts(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton<CohortFiles>();
        if (options.Library is not null) return;
        services.AddSingleton<PartitionBytes>();
        services.AddSingleton<CohortWatch>();
        services.AddSingleton<CohortSchedule>();
        services.AddSingleton<CohortWorker>();
        services.AddSingleton<CohortKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<CohortKeeper>());
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(options.CohortWorkers);
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = Cluster;
                scheduler.InstanceId = $"{Environment.MachineName}-{Guid.NewGuid():N}"[..Math.Min(Environment.MachineName.Length + 9, 60)];
                scheduler.IdleWaitTime = Idle;
                scheduler.MaxBatchSize = 1; // what a server has taken, no other can take: one after the other spreads them evenly
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs;
            });
            if (options.Store.SharedConnection is { } connection)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(NpgsqlFactory.Instance, connection);
                    store.ConfigureStore(ado => ado.StoreJobDataAsStrings = true);
                    store.ProvisionSchema();
                    store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (CheckIn, Grace));
                });
            }
            else
            {
                quartz.UseInMemoryStore();
            }
        });
    }
}
