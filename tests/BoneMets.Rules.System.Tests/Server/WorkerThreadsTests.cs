namespace BoneMets.Rules.System.Tests.Server;

public sealed class WorkerThreadsTests(RunningServer server) : IClassFixture<RunningServer>
{
    /// <summary>The runtime's own number, one for each processor, makes short requests wait until it adds threads, twice in a second.</summary>
    [Fact]
    public async Task While_every_processor_has_long_work_a_request_gets_a_thread_without_waiting_for_the_runtime_to_add_one()
    {
        (await server.Client.GetAsync(new Uri("health/live", UriKind.Relative))).EnsureSuccessStatusCode();
        ThreadPool.GetMinThreads(out var workers, out _);
        Assert.InRange(workers, Math.Max(16, 4 * Environment.ProcessorCount), short.MaxValue);
    }
}
