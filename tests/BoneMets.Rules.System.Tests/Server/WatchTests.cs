using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;

namespace BoneMets.Rules.System.Tests.Server;

public sealed class WatchTests
{
    private const string Mirels = "mirels-fracture-risk/workflow.json";
    private const string HighRisk = "!lesion.fractured && mirelsScore >= 9";
    private const string SitePoints = "\"When\": \"\\\"peritrochanteric\\\"\", \"Points\": ";
    private const string Facts = """{"facts":{"lesion":{"site":"peritrochanteric"}},"explain":"none"}""";

    [Fact]
    public async Task A_valid_edit_takes_the_place_of_the_old_content()
    {
        var server = await RunningServer.StartAsync();
        try
        {
            var (old, tag) = await HashAndTagAsync(server);
            server.Edit(Mirels, SitePoints + "3", SitePoints + "5");
            await server.UntilAsync("/api/v1/workflows", a => LibraryHash(a) != old);
            Assert.Equal("5", await SitePointsAsync(server));
            using var changed = await server.GetAsync("/api/v1/workflows/MirelsFractureRisk", tag);
            Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_invalid_edit_keeps_the_old_content_and_shows_what_is_wrong_until_it_is_mended()
    {
        var server = await RunningServer.StartAsync();
        try
        {
            var (old, _) = await HashAndTagAsync(server);
            server.Edit(Mirels, HighRisk, HighRisk.Replace("mirelsScore", "mirelScore", StringComparison.Ordinal));
            var stale = await server.UntilAsync("/api/v1/workflows", a => Status(a) == "stale");
            Assert.Equal(old, LibraryHash(stale));
            var found = Assert.Single(stale["diagnostics"]!.AsArray(), d => d!["severity"]!.GetValue<string>() == "error")!;
            Assert.Equal("BMR2003", found["code"]!.GetValue<string>());
            Assert.Equal(Mirels, found["document"]!.GetValue<string>());
            Assert.Equal("/Rules/3/Expression", found["pointer"]!.GetValue<string>());
            Assert.True(found["line"]!.GetValue<int>() > 0);
            Assert.Equal("stale", stale["workflows"]!.AsArray().Single(w => w!["name"]!.GetValue<string>() == "MirelsFractureRisk")!["status"]!.GetValue<string>());
            Assert.Equal("3", await SitePointsAsync(server));
            Assert.Equal("stale", (await server.JsonAsync("/health/ready"))["status"]!.GetValue<string>());

            server.Edit(Mirels, "mirelScore", "mirelsScore");
            server.Edit(Mirels, SitePoints + "3", SitePoints + "4");
            var mended = await server.UntilAsync("/api/v1/workflows", a => Status(a) == "ok" && LibraryHash(a) != old);
            Assert.DoesNotContain(mended["diagnostics"]!.AsArray(), d => d!["severity"]!.GetValue<string>() == "error");
            Assert.Equal("4", await SitePointsAsync(server));
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Without_a_valid_library_there_is_a_clear_503_until_it_is_mended()
    {
        var server = await RunningServer.StartAsync(prepare: s => s.Edit(Mirels, HighRisk, "1 +"));
        try
        {
            using (var refused = await server.ExecuteAsync("MirelsFractureRisk", Facts))
            {
                var problem = await BadRequestTests.ProblemAsync(refused, HttpStatusCode.ServiceUnavailable);
                Assert.Equal(Mirels, problem["errors"]![0]!["document"]!.GetValue<string>());
            }
            foreach (var path in new[] { "/api/v1/workflows", "/api/v1/workflows/X", "/api/v1/facts/lesion", "/health/ready" })
                using (var refused = await server.GetAsync(path)) await BadRequestTests.ProblemAsync(refused, HttpStatusCode.ServiceUnavailable);
            using (var alive = await server.GetAsync("/health/live")) Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
            server.Edit(Mirels, "\"1 +\"", $"\"{HighRisk}\"");
            await server.UntilAsync("/health/ready", a => a["status"]!.ToJsonString() == "\"ready\"");
            Assert.Equal("3", await SitePointsAsync(server));
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_folder_that_appears_later_is_found_and_one_that_empties_keeps_serving()
    {
        var server = await RunningServer.StartAsync(prepare: s => Directory.Move(s.Library, s.Library + "-away"));
        try
        {
            using (var refused = await server.GetAsync("/health/ready")) Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Directory.Move(server.Library + "-away", server.Library);
            await server.UntilAsync("/health/ready", a => a["status"]!.ToJsonString() == "\"ready\"");
            foreach (var folder in Directory.GetDirectories(server.Library)) Directory.Delete(folder, recursive: true);
            await server.UntilAsync("/api/v1/workflows", a => Status(a) == "stale");
            Assert.Equal("3", await SitePointsAsync(server));
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Under_constant_load_twenty_swaps_give_only_right_answers()
    {
        const int swaps = 20;
        var server = await RunningServer.StartAsync();
        using var stop = new CancellationTokenSource();
        var pointsOfHash = new ConcurrentDictionary<string, string>();
        var load = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var answered = 0;
            for (; !stop.IsCancellationRequested; answered++)
            {
                using var response = await server.ExecuteAsync("MirelsFractureRisk", Facts);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                var decision = await RunningServer.JsonAsync(response);
                var points = decision["outputs"]!["mirelsSitePoints"]!.ToJsonString();
                Assert.Equal(points, pointsOfHash.GetOrAdd(decision["hash"]!.GetValue<string>(), points));
            }
            return answered;
        })).ToArray();
        try
        {
            for (var i = 0; i < swaps; i++)
            {
                var (old, _) = await HashAndTagAsync(server);
                server.Edit(Mirels, $"{SitePoints}{3 + i} }}", $"{SitePoints}{4 + i} }}");
                await server.UntilAsync("/api/v1/workflows", a => LibraryHash(a) != old && Status(a) == "ok");
                Assert.Equal($"{4 + i}", await SitePointsAsync(server));
            }
            await stop.CancelAsync();
            Assert.All(await Task.WhenAll(load), answered => Assert.True(answered > swaps));
            Assert.Subset(Enumerable.Range(3, swaps + 1).Select(p => $"{p}").ToHashSet(), pointsOfHash.Values.ToHashSet());
            Assert.Equal(pointsOfHash.Count, pointsOfHash.Values.Distinct().Count());
        }
        finally
        {
            await stop.CancelAsync();
            await server.DisposeAsync();
        }
    }

    private static async Task<(string Hash, string Tag)> HashAndTagAsync(RunningServer server)
    {
        using var workflow = await server.GetAsync("/api/v1/workflows/MirelsFractureRisk");
        return (LibraryHash(await server.JsonAsync("/api/v1/workflows")), workflow.Headers.ETag!.ToString());
    }

    private static async Task<string> SitePointsAsync(RunningServer server)
    {
        using var response = await server.ExecuteAsync("MirelsFractureRisk", Facts);
        return (await RunningServer.JsonAsync(response))["outputs"]!["mirelsSitePoints"]!.ToJsonString();
    }

    private static string LibraryHash(JsonNode answer) => answer["library"]!["hash"]!.GetValue<string>();

    private static string Status(JsonNode answer) => answer["library"]!["status"]!.GetValue<string>();
}
