using System.Diagnostics;
using System.Globalization;

namespace BoneMets.Rules.Tests.Fuzzing;

/// <summary>How long this thread itself was at work: on a machine with other work to do the clock on the wall says nothing about a text.</summary>
internal static class ProcessorTime
{
    private const string Statistics = "/proc/thread-self/stat";
    private const int TicksPerSecond = 100;

    /// <summary>Where the system does not tell, the time on the wall.</summary>
    public static TimeSpan Of(Action action)
    {
        if (!File.Exists(Statistics))
        {
            var started = Stopwatch.GetTimestamp();
            action();
            return Stopwatch.GetElapsedTime(started);
        }
        var before = Now();
        action();
        return Now() - before;
    }

    /// <summary>Fields 14 and 15 of proc(5), in user and in kernel mode; the name in parentheses before them may hold anything.</summary>
    private static TimeSpan Now()
    {
        var text = File.ReadAllText(Statistics);
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / (double)TicksPerSecond);
    }
}
