using System.Diagnostics;
using System.Runtime;

namespace BoneMets.Rules.Bench.Measuring;

/// <summary>
/// Compiling with Roslyn leaves the JIT with tens of thousands of methods to improve, one after the other in the background. A contestant who is
/// timed before its own turn has come seems ten times as slow as it is.
/// </summary>
internal static class JustInTime
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    /// <summary>Does the work over and over until the JIT has compiled nothing for that long.</summary>
    public static void Settle(TimeSpan quietTime, Action work)
    {
        var clock = Stopwatch.StartNew();
        var compiled = JitInfo.GetCompiledMethodCount();
        for (var quietSince = clock.Elapsed; clock.Elapsed - quietSince < quietTime && clock.Elapsed < Longest;)
        {
            work();
            var now = JitInfo.GetCompiledMethodCount();
            if (now == compiled) continue;
            compiled = now;
            quietSince = clock.Elapsed;
        }
    }
}
