using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BoneMets.Rules.Server.Telemetry;
using BoneMets.Rules.System.Tests.Clients;
using BoneMets.Rules.System.Tests.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BoneMets.Rules.System.Tests.Operations;

/// <summary>What operators build on: the metrics, the alerts and the dashboard of the documentation are those of the server.</summary>
public sealed partial class TelemetryTests
{
    private static readonly string Docs = Path.Combine(Repository.Root, "docs");

    [Fact]
    public async Task The_documentation_lists_the_metrics_that_there_are_and_alerts_and_dashboard_use_no_others()
    {
        var metrics = await MetricsAsync();
        var rows = (await File.ReadAllLinesAsync(Path.Combine(Docs, "operations.md"))).Where(l => l.StartsWith("| `bonemets_", StringComparison.Ordinal)).Select(l => string.Join('|', l.Split('|')[..6]) + "|");
        Assert.Equal(metrics.Select(m => m.Row), rows);

        var series = metrics.SelectMany(m => m.Series.Select(s => (s, m.Labels))).ToDictionary(s => s.s, s => s.Labels, StringComparer.Ordinal);
        foreach (var expression in await ExpressionsAsync())
        {
            var used = Names().Matches(expression).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
            Assert.NotEmpty(used);
            Assert.Empty(used.Except(series.Keys));
            var labels = Matchers().Matches(expression).Select(m => m.Groups["name"].Value).Concat(Groupings().Matches(expression).SelectMany(m => m.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries)));
            // What Prometheus adds: the server, and the class of a histogram.
            Assert.All(labels.Except(["instance", "le"]), l => Assert.All(used, u => Assert.Contains($"`{l}`", series[u], StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Every_alert_is_raised_by_its_test_and_has_its_place_in_the_documentation()
    {
        var folder = Path.Combine(Docs, "operations");
        await ProgramRun.OutputAsync("promtool", ["check", "rules", "alerts.yml"], folder);
        await ProgramRun.OutputAsync("promtool", ["test", "rules", "alerts.test.yml"], folder);
        var alerts = Alerts().Matches(await File.ReadAllTextAsync(Path.Combine(folder, "alerts.yml"))).Select(m => m.Groups["name"].Value).ToList();
        var tests = await File.ReadAllTextAsync(Path.Combine(folder, "alerts.test.yml"));
        Assert.All(alerts, a => Assert.Matches($@"alertname: {a}\n\s+exp_alerts: \[\{{", tests));
        var headings = (await File.ReadAllLinesAsync(Path.Combine(Docs, "operations.md"))).Where(l => l.StartsWith("#### Bonemets", StringComparison.Ordinal)).Select(l => l["#### ".Length..]);
        Assert.Equal(alerts, headings);
    }

    [Fact]
    public async Task Numbers_and_traces_go_to_the_collector_and_facts_do_not()
    {
        var received = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        await using var collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.AddOrUpdate(context.Request.Path, _ => Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
        });
        await collector.StartAsync();
        var server = await RunningServer.StartAsync(o => o with { Otlp = new Uri($"{collector.Urls.Single()}/collect") });
        using (var decided = await server.ExecuteAsync("MirelsFractureRisk", """{"facts": {"lesion": {"site": "peritrochanteric"}}}""")) Assert.Equal(HttpStatusCode.OK, decided.StatusCode);
        // The span of a caller that is sent is the parent; one that is not sent has no children that are.
        const string trace = "0af7651916cd43dd8448eb211c80319c", parent = "b7ad6b7169203331", silent = "1af7651916cd43dd8448eb211c80319c";
        foreach (var traceparent in (string[])[$"00-{trace}-{parent}-01", $"00-{silent}-{parent}-00"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/workflows");
            request.Headers.Add("traceparent", traceparent);
            using var answer = await server.Client.SendAsync(request);
        }
        await server.DisposeAsync();

        var (metrics, traces) = (received["/collect/v1/metrics"], received["/collect/v1/traces"]);
        foreach (var metric in (string[])["bonemets.requests", "bonemets.request.duration", "bonemets.library.stale", "bonemets-server", "MirelsFractureRisk", "dotnet.gc.collections"]) Assert.Contains(metric, metrics, StringComparison.Ordinal);
        Assert.Contains("/execute", traces, StringComparison.Ordinal);
        Assert.Contains(Bytes(trace), traces, StringComparison.Ordinal);
        Assert.Contains(Bytes(parent), traces, StringComparison.Ordinal);
        Assert.DoesNotContain(Bytes(silent), traces, StringComparison.Ordinal);
        Assert.All(received.Values, r => Assert.DoesNotContain("peritrochanteric", r, StringComparison.Ordinal));
    }

    private static string Bytes(string hex) => Encoding.Latin1.GetString(Convert.FromHexString(hex));

    /// <summary>After everything that is counted has happened once.</summary>
    private static async Task<IReadOnlyList<SeenMetric>> MetricsAsync()
    {
        var server = await RunningServer.StartAsync();
        using var seen = new SeenMetrics(server.App.Services.GetRequiredService<IMeterFactory>());
        const string facts = """{"lesion": {}}""";
        using (var decided = await server.ExecuteAsync("MirelsFractureRisk", $$"""{"facts": {{facts}}}""")) Assert.Equal(HttpStatusCode.OK, decided.StatusCode);
        using (var batch = await server.Client.PostAsync(new Uri("/api/v1/workflows/MirelsFractureRisk/execute/batch", UriKind.Relative), new StringContent(facts + "\n", Encoding.UTF8, "application/x-ndjson"))) await batch.Content.ReadAsStringAsync();
        // A server of a folder runs no cohorts: what one counts is said to the meter as the run says it.
        server.App.Services.GetRequiredService<ServerMeter>().Partition("MirelsFractureRisk", "kept", isRecovered: false, patients: 1, TimeSpan.FromSeconds(1));
        server.Edit("evidence.json", "\"Sources\"", "\"Sourcez\"");
        await server.UntilAsync("/health/ready", h => h["status"]!.GetValue<string>() == "stale");
        var all = seen.All();
        await server.DisposeAsync();
        return all;
    }

    /// <summary>Of the alerts, and of the panels.</summary>
    private static async Task<IReadOnlyList<string>> ExpressionsAsync()
    {
        var dashboard = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Docs, "operations", "dashboard.json")))!;
        var panels = dashboard["panels"]!.AsArray().SelectMany(p => p!["targets"]!.AsArray()).Select(t => t!["expr"]!.GetValue<string>()).ToList();
        Assert.Equal(panels.Count, panels.Distinct().Count());
        var alerts = Expressions().Matches(await File.ReadAllTextAsync(Path.Combine(Docs, "operations", "alerts.yml"))).Select(m => m.Groups["text"].Value).ToList();
        Assert.True(panels.Count > 10 && alerts.Count > 7);
        return [.. panels, .. alerts];
    }

    [GeneratedRegex(@"bonemets_\w+", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Names();

    [GeneratedRegex(@"[{,]\s*(?<name>\w+)\s*=", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Matchers();

    [GeneratedRegex(@"by \((?<names>[^)]*)\)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Groupings();

    [GeneratedRegex(@"- alert: (?<name>\w+)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Alerts();

    [GeneratedRegex(@"expr: (?<text>(\|\n)?[\s\S]*?)\n        \w+:", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Expressions();
}
