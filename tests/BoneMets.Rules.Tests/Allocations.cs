namespace BoneMets.Rules.Tests;

/// <summary>What a piece of work allocates on its thread.</summary>
internal static class Allocations
{
    /// <summary>
    /// Fails unless the work can be done without allocating. What it costs itself shows in every round of many;
    /// the runtime may allocate in one of them, while it compiles a loop anew.
    /// </summary>
    public static void None(int times, Action work)
    {
        work();
        Assert.Contains(0, Enumerable.Range(0, 5).Select(_ => Of(times, work)));
    }

    private static long Of(int times, Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < times; i++) work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
