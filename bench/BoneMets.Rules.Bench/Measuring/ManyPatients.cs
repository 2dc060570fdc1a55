using System.Diagnostics;
using BoneMets.Rules.Bench.Workloads;

namespace BoneMets.Rules.Bench.Measuring;

/// <summary><c>bonemets evaluate</c> over a file of many patients, half of them with gaps.</summary>
/// <param name="Seconds">From its start to its end.</param>
/// <param name="Megabytes">The most memory that it held, as the operating system counts.</param>
internal sealed record ManyPatients(double Seconds, double Megabytes)
{
    private const int Chunk = 10_000;

    public static (ManyPatients? Result, string? Problem) Run(string? commandLine, int patients)
    {
        if (commandLine is null || !File.Exists(commandLine)) return (null, "the command line was not published");
        var directory = Directory.CreateTempSubdirectory("bonemets-bench-").FullName;
        try
        {
            BenchLibrary.Write(Path.Combine(directory, "library"));
            var (input, output) = (Path.Combine(directory, "patients.ndjson"), Path.Combine(directory, "decisions.ndjson"));
            Write(input, patients);
            return Evaluate(commandLine, Path.Combine(directory, "library"), input, output, patients);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static void Write(string path, int patients)
    {
        using var file = File.Create(path);
        for (var from = 0; from < patients; from += Chunk)
            foreach (var line in PatientGenerator.Create(Math.Min(Chunk, patients - from), 0.5, seed: (ulong)from + 1))
            {
                file.Write(PatientGenerator.Json(line));
                file.WriteByte((byte)'\n');
            }
    }

    private static (ManyPatients? Result, string? Problem) Evaluate(string commandLine, string library, string input, string output, int patients)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardError = true };
        foreach (var argument in new[] { commandLine, "evaluate", BenchLibrary.First, "--library", library, "--input", input, "--output", output, "--explain", "none" })
            start.ArgumentList.Add(argument);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var most = 0L;
        while (!process.WaitForExit(20))
        {
            process.Refresh();
            if (!process.HasExited) most = Math.Max(most, process.PeakWorkingSet64);
        }
        var seconds = clock.Elapsed.TotalSeconds;
        if (process.ExitCode != 0) return (null, $"`bonemets evaluate` ended with {process.ExitCode}: {errors.Result.Trim()}");
        var lines = File.ReadLines(output).Count();
        return lines == patients ? (new ManyPatients(seconds, most / 1e6), null) : (null, $"{lines} decisions for {patients} patients");
    }
}
