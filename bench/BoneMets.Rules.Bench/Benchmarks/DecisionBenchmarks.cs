using BenchmarkDotNet.Attributes;
using BoneMets.Rules.Bench.Measuring;
using BoneMets.Rules.Bench.Workloads;

namespace BoneMets.Rules.Bench.Benchmarks;

/// <summary>BenchmarkDotNet's view of the same contestants: absolute times and allocated bytes. Ratios come from <see cref="Race"/>.</summary>
public class DecisionBenchmarks
{
    private static readonly string[] Order =
        [Names.Engine, Names.Evaluator, Names.Results, Names.Nullable, Names.Plain, Names.Branchless, Names.EngineLine, Names.SourceGenerated, Names.HandRead];

    private Arena arena = null!;
    private Contestant current = null!;

    /// <summary>All pairs of workload and contestant; BenchmarkDotNet runs one at a time.</summary>
    public static IEnumerable<string> Cases => Order.Where(n => n != Names.Branchless).Select(n => $"20 rules · {n}").Concat(Order.Select(n => $"1,000 rules · {n}"));

    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = "";

    /// <summary>Decisions per operation of the last case that was set up.</summary>
    internal static Dictionary<string, int> DecisionsPerPass { get; } = new(StringComparer.Ordinal);

    [GlobalSetup]
    public void Setup()
    {
        arena = Arena.Shared;
        current = Contestants().First(c => c.Case == Case).Contestant;
        DecisionsPerPass[Case] = current.Decisions;
    }

    [Benchmark]
    public ulong Decide() => current.Pass();

    private IEnumerable<(string Case, Contestant Contestant)> Contestants()
    {
        var first = arena.FirstSampleOffLimits();
        var second = arena.SecondSample(0);
        Contestant[] ones = [first.Compiled(), first.Evaluator(), first.Results(), first.Nullable(), first.Plain(), .. arena.FirstLines.Contestants(first)];
        Contestant[] twos =
            [second.Compiled(), second.Evaluator(), second.Results(), second.Nullable(), second.Plain(), second.Branchless(), .. arena.SecondLines.Contestants(second)];
        return ones.Select(c => ($"20 rules · {c.Name}", c)).Concat(twos.Select(c => ($"1,000 rules · {c.Name}", c)));
    }
}
