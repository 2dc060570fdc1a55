using System.Diagnostics;
using System.Runtime.InteropServices;
using BoneMets.Rules.Bench.Workloads;

namespace BoneMets.Rules.Bench.Reporting;

/// <summary>What a number was measured on, and at which commit.</summary>
internal static class Machine
{
    public static IReadOnlyList<(string Name, string Value)> Describe() =>
    [
        ("Processor", Processor()),
        ("Cores", Environment.ProcessorCount.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        (".NET", $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}"),
        ("Operating system", RuntimeInformation.OSDescription),
        ("Commit", Commit()),
    ];

    /// <summary>Processes that wanted a core in the minute before; more than there are cores means a busy machine.</summary>
    public static string Load()
    {
        const string loadAverage = "/proc/loadavg";
        return File.Exists(loadAverage) ? File.ReadAllText(loadAverage).Split(' ')[0] : "unknown";
    }

    private static string Processor()
    {
        const string cpuInfo = "/proc/cpuinfo";
        if (!File.Exists(cpuInfo)) return RuntimeInformation.ProcessArchitecture.ToString();
        var line = File.ReadLines(cpuInfo).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal));
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    private static string Commit()
    {
        var commit = Git("rev-parse", "--short", "HEAD");
        if (commit is null) return "unknown";
        return Git("status", "--porcelain", "--untracked-files=no", "--", "src", "workflows", "bench/BoneMets.Rules.Bench") is { Length: > 0 } ? $"{commit} with changes" : commit;
    }

    private static string? Git(params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo("git", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
            using var git = Process.Start(start)!;
            var output = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
