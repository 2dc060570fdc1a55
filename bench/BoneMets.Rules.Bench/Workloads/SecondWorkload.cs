using BoneMets.Rules.Bench.Engine;
using BoneMets.Rules.Bench.Measuring;
using BoneMets.Rules.Bench.Opponents;

namespace BoneMets.Rules.Bench.Workloads;

/// <summary>The thousand generated rules.</summary>
internal sealed class SecondWorkload(EngineUnderTest engine, decimal?[][] patients, ThousandRules opponents, Order order)
    : Workload(engine, [.. patients.Select(MeasurementGenerator.Json)], order)
{
    private const int BitsPerWord = 64;
    private static readonly ulong InLastWord = (1UL << (GeneratedRules.Count % BitsPerWord)) - 1;

    public Contestant Nullable()
    {
        var sample = patients.Select(p => new Measurements(p)).ToArray();
        return Order.Contestant(Names.Nullable, who =>
        {
            var sum = 0UL;
            foreach (var i in who)
            {
                opponents.Nullable(sample[i], Met, NotMet);
                sum = Sum(sum, Met, NotMet);
            }
            return sum;
        });
    }

    public Contestant Plain() => Plain(Names.Plain, opponents.Plain, Order);

    public Contestant PlainAgain() => Plain(Names.PlainAgain, opponents.Plain, Order.Repeated(patients.Length));

    public Contestant Branchless() => Plain(Names.Branchless, opponents.Branchless, Order);

    private Contestant Plain(string name, PlainDecision decide, Order order)
    {
        var sample = patients.Select(p => PlainMeasurements.Of(p)).ToArray();
        return order.Contestant(name, who =>
        {
            var sum = 0UL;
            foreach (var i in who)
            {
                decide(sample[i], Met);
                for (var word = 0; word < Met.Length; word++) NotMet[word] = ~Met[word];
                NotMet[^1] &= InLastWord;
                sum = Sum(sum, Met, NotMet);
            }
            return sum;
        });
    }
}
