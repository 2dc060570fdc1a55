using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.Bench.Http;
using BoneMets.Rules.Bench.Measuring;
using BoneMets.Rules.Bench.Workloads;

namespace BoneMets.Rules.Bench.Reporting;

/// <summary>The server's <c>execute</c> beside a route of the same server that parses and echoes the body.</summary>
internal static class HttpSection
{
    private const string Workflow = "MirelsFractureRisk";
    private const string Echo = "parse and echo";
    private const string None = "execute, explain none";
    public const string Rules = "execute, explain rules";
    private const int Clients = 16;

    public static Section Measure(string title, Effort effort)
    {
        using var server = new ServerProcess();
        var race = new HttpRace(server, [Echoed(), Executed(None, "none"), Executed(Rules, "rules")]).RunAsync(Clients, effort.HttpRounds, effort.HttpRound, effort.HttpWarmUp).GetAwaiter().GetResult();
        var rows = new List<Row>();
        foreach (var name in new[] { None, Rules })
        {
            rows.Add(Row.AtLeast($"HTTP {name}, requests per second against {Echo}, {Clients} clients", race.Ratio(name, Echo, r => r.PerSecond), 0.7,
                $"{Row.Show(race.Median(name, r => r.PerSecond))} /s against {Row.Show(race.Median(Echo, r => r.PerSecond))} /s; {Row.Show(race.Median(name, r => r.Processor))} µs against {Row.Show(race.Median(Echo, r => r.Processor))} µs of the server's processor time each"));
            rows.Add(Row.AtMost($"HTTP {name}, 99th percentile against {Echo}, {Clients} clients", race.Ratio(name, Echo, r => r.Slowest), 3, "×",
                $"{Row.Show(race.Median(name, r => r.Slowest))} ms against {Row.Show(race.Median(Echo, r => r.Slowest))} ms; medians {Row.Show(race.Median(name, r => r.Median))} and {Row.Show(race.Median(Echo, r => r.Median))} ms"));
        }
        return new Section(title, $"`{Workflow}` on a server of its own with the shipped library, clients and server on the same machine.", rows);
    }

    public static Asked Executed(string name, string explain) => new(name, $"/api/v1/workflows/{Workflow}/execute", Body(explain));

    /// <summary>The same body as the first of those that are executed.</summary>
    private static Asked Echoed() => new(Echo, ServedLibrary.EchoPath, Body("none"));

    private static byte[] Body(string explain)
    {
        var cases = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Repository.Library, "mirels-fracture-risk", "cases.json")))!;
        var facts = cases["Cases"]![0]!["Facts"]!;
        return Encoding.UTF8.GetBytes(new JsonObject { ["facts"] = facts.DeepClone(), ["asOf"] = "2026-01-31", ["explain"] = explain }.ToJsonString());
    }
}
