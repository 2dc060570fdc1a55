using BoneMets.Rules.Bench.Http;
using BoneMets.Rules.Bench.Measuring;
using BoneMets.Rules.Bench.Reporting;

namespace BoneMets.Rules.Bench.Curves;

/// <summary>What grows outside: clients that ask the server at the same time.</summary>
internal static class ClientsCurve
{
    public static IReadOnlyList<Curve> Measure(Effort effort, bool isShort)
    {
        using var server = new ServerProcess();
        var asked = HttpSection.Executed(HttpSection.Rules, "rules");
        var (perSecond, median, slowest, processor) = (new List<(double, double)>(), new List<(double, double)>(), new List<(double, double)>(), new List<(double, double)>());
        var warmUp = effort.HttpWarmUp;
        foreach (var clients in isShort ? [1, 16] : new[] { 1, 2, 4, 8, 16, 32, 64, 128, 256 })
        {
            var race = new HttpRace(server, [asked]).RunAsync(clients, effort.HttpRounds / 2, effort.HttpRound, warmUp).GetAwaiter().GetResult();
            warmUp = effort.HttpRound;
            perSecond.Add((clients, race.Median(asked.Name, r => r.PerSecond)));
            median.Add((clients, race.Median(asked.Name, r => r.Median)));
            slowest.Add((clients, race.Median(asked.Name, r => r.Slowest)));
            processor.Add((clients, race.Median(asked.Name, r => r.Processor)));
        }
        return
        [
            new Curve("clients-throughput", "Clients at the same time, execute with rules", "clients", "answers per second", [new Series("answers per second", perSecond)]) { IsYield = true },
            new Curve("clients-latency", "Clients at the same time, execute with rules", "clients", "milliseconds", [new Series("median", median), new Series("99th percentile", slowest)]),
            new Curve("clients-processor", "Clients at the same time, execute with rules", "clients", "µs of the server's processor time per answer", [new Series("processor time per answer", processor)]),
        ];
    }
}
