namespace BoneMets.Rules.Server.Hosting;

/// <summary>
/// The runtime begins with a worker thread for each processor and adds others only after half a second: on two processors, the
/// checks of an author's draft kept the answer to the next key waiting for up to 0.8 s. With threads enough the short request gets its share of
/// a processor at once.
/// </summary>
internal static class WorkerThreads
{
    private const int Least = 16, PerProcessor = 4;

    /// <summary>For the whole process; never takes threads away.</summary>
    public static void Ensure()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        var wanted = Math.Max(Math.Max(Least, PerProcessor * Environment.ProcessorCount), workers);
        if (!ThreadPool.SetMinThreads(wanted, ports)) throw new InvalidOperationException($"the runtime grants no {wanted} worker threads; see DOTNET_ThreadPool_ForceMaxWorkerThreads");
    }
}
