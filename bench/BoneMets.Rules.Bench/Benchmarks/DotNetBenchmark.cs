using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace BoneMets.Rules.Bench.Benchmarks;

/// <summary>One line of BenchmarkDotNet's result, per decision.</summary>
internal sealed record MeasuredCase(string Name, double Nanoseconds, double Error, double Bytes);

/// <summary>Runs BenchmarkDotNet inside this process (its own builds do not know central package versions), with a short job.</summary>
internal static class DotNetBenchmark
{
    public static IReadOnlyList<MeasuredCase> Run(string artifacts)
    {
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(3).WithIterationCount(5).WithIterationTime(TimeInterval.FromMilliseconds(100));
        var config = ManualConfig.CreateEmpty().AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(NullLogger.Instance).WithArtifactsPath(artifacts).WithOptions(ConfigOptions.DisableLogFile);
        var summary = BenchmarkRunner.Run<DecisionBenchmarks>(config);
        return [.. summary.Reports.Select(Measured)];
    }

    private static MeasuredCase Measured(BenchmarkReport report)
    {
        var name = (string)report.BenchmarkCase.Parameters[nameof(DecisionBenchmarks.Case)];
        var decisions = DecisionBenchmarks.DecisionsPerPass[name];
        var statistics = report.ResultStatistics ?? throw new InvalidOperationException($"BenchmarkDotNet has no result for {name}");
        var bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
        return new MeasuredCase(name, statistics.Mean / decisions, statistics.StandardError / decisions, (double)bytes / decisions);
    }
}
