using System.Diagnostics;
using BoneMets.Rules.Bench.Workloads;

namespace BoneMets.Rules.Bench.Measuring;

/// <summary>From starting <c>bonemets run</c> on the shipped library to its end, decision written.</summary>
internal static class ProcessStart
{
    private const string Facts = """{"lesion":{"site":"peritrochanteric","pain":"functional","appearance":"lytic","fractured":false}}""";

    /// <summary>Milliseconds of each launch, or why there are none.</summary>
    public static (double[] Milliseconds, string? Problem) Run(string? commandLine, int launches)
    {
        if (commandLine is null || !File.Exists(commandLine)) return ([], "the command line was not published");
        var facts = Path.GetTempFileName();
        try
        {
            File.WriteAllText(facts, Facts);
            var times = new double[launches];
            for (var i = 0; i < launches; i++)
                if (Launch(commandLine, facts, out times[i]) is { } problem) return ([], problem);
            return (times, null);
        }
        finally
        {
            File.Delete(facts);
        }
    }

    private static string? Launch(string commandLine, string facts, out double milliseconds)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { commandLine, "run", "MirelsFractureRisk", "--facts", facts, "--library", Repository.Library, "--explain", "none" })
            start.ArgumentList.Add(argument);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        milliseconds = clock.Elapsed.TotalMilliseconds;
        return process.ExitCode == 0 && output.Contains("verdicts", StringComparison.Ordinal) ? null : $"`bonemets run` ended with {process.ExitCode}";
    }
}
