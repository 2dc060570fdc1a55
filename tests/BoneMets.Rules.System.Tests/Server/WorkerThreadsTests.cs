namespace BoneMets.Rules.System.Tests.Server;

public sealed class WorkerThreadsTests(RunningServer server) : IClassFixture<RunningServer>
{
    /// <summary>The runtime's own number, one for each processor, makes short requests wait until it adds threads, twice in a second.</summary>
    [Fact]
    public async Task A_server_begins_with_worker_threads_for_short_requests_beside_long_work_on_every_processor()
    {
        (await server.Client.GetAsync(new Uri("health/live", UriKind.Relative))).EnsureSuccessStatusCode();
        ThreadPool.GetMinThreads(out var workers, out _);
        Assert.InRange(workers, Math.Max(16, 4 * Environment.ProcessorCount), short.MaxValue);
    }
}
