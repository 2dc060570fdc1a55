using System.Net;
using System.Text.Json.Nodes;

namespace BoneMets.Rules.System.Tests.Server;

public sealed class LibraryTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly string[] Summary = ["blocked", "cases", "description", "folder", "hash", "inputs", "name", "reviewDue", "rules", "status", "tags", "title", "uses"];

    private static readonly string[] Detail =
    [
        "cases", "description", "diagnostics", "document", "facts", "folder", "hash", "inputs", "metadata", "name", "params", "rules",
        "scores", "status", "tables", "tags", "title", "uses",
    ];

    [Fact]
    public async Task The_list_names_every_workflow_of_the_folder()
    {
        var answer = await server.JsonAsync("/api/v1/workflows");
        var expected = RuleLibrary.Load(Repository.Library).Library;
        Assert.Equal(expected.Workflows.Select(w => w.Name).Order(), answer["workflows"]!.AsArray().Select(w => w!["name"]!.GetValue<string>()).Order());
        Assert.All(answer["workflows"]!.AsArray(), w => Assert.Equal(Summary, Keys(w!)));
        Assert.Equal(expected.Hash, answer["library"]!["hash"]!.GetValue<string>());
        Assert.Equal("ok", answer["library"]!["status"]!.GetValue<string>());
        Assert.Equal("unreviewed", answer["library"]!["releaseStatus"]!.GetValue<string>());
        Assert.NotNull(answer["diagnostics"]);
    }

    [Fact]
    public async Task A_workflow_shows_what_was_authored_and_what_was_understood()
    {
        var answer = await server.JsonAsync("/api/v1/workflows/MirelsFractureRisk");
        Assert.Equal(Detail, Keys(answer));
        var authored = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Library, "mirels-fracture-risk", "workflow.json")));
        Assert.True(JsonNode.DeepEquals(authored, answer["document"]));
        var score = answer["scores"]![0]!;
        Assert.Equal(("mirelsScore", 4, 12), (score["name"]!.GetValue<string>(), score["min"]!.GetValue<int>(), score["max"]!.GetValue<int>()));
        Assert.Equal(["band", "enum"], [answer["tables"]![0]!["outputs"]![0]!["name"]!.GetValue<string>(), answer["tables"]![0]!["outputs"]![0]!["type"]!.GetValue<string>()]);
        Assert.Contains("lesion.corticalPercent", answer["facts"]!.AsArray().Select(f => f!.GetValue<string>()));
        Assert.NotNull(answer["rules"]![0]!["evidence"]![0]!["verified"]);
    }

    [Fact]
    public async Task The_hash_of_a_workflow_is_the_one_that_its_decisions_carry()
    {
        var answer = await server.JsonAsync("/api/v1/workflows/Hypercalcemia");
        using var response = await server.ExecuteAsync("Hypercalcemia", """{"facts":{}}""");
        Assert.Equal(answer["hash"]!.GetValue<string>(), (await RunningServer.JsonAsync(response))["hash"]!.GetValue<string>());
        Assert.Equal("mg/dL", answer["params"]![0]!["unit"]!.GetValue<string>());
        Assert.Equal("number", answer["params"]![0]!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task Fact_schemas_refer_to_each_other_by_addresses_that_work()
    {
        var patient = await server.JsonAsync("/api/v1/facts/patient");
        var reference = patient["properties"]!["lesions"]!["items"]!["$ref"]!.GetValue<string>();
        Assert.Equal("/api/v1/facts/lesion", reference);
        Assert.Equal(reference, (await server.JsonAsync(reference))["$id"]!.GetValue<string>());
        Assert.Equal("4.008", patient["properties"]!["totalCalcium"]!["x-units"]!["mmol/L"]!.ToJsonString());
    }

    [Theory]
    [InlineData("/api/v1/workflows")]
    [InlineData("/api/v1/workflows/MirelsFractureRisk")]
    [InlineData("/api/v1/facts/lesion")]
    public async Task An_answer_that_the_client_has_is_not_sent_again(string path)
    {
        using var first = await server.GetAsync(path);
        var tag = first.Headers.ETag!.ToString();
        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
        foreach (var known in new[] { tag, "W/" + tag, "\"other\", " + tag, "*" })
        {
            using var again = await server.GetAsync(path, known);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(tag, again.Headers.ETag!.ToString());
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        }
        using var other = await server.GetAsync(path, "\"other\"");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task HEAD_answers_without_a_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/v1/workflows");
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(response.Headers.ETag);
    }

    [Theory]
    [InlineData("/api/v1/workflows/MirelsFractureRsk", "did you mean `MirelsFractureRisk`?")]
    [InlineData("/api/v1/facts/lession", "did you mean `lesion`?")]
    [InlineData("/api/v1/facts/..%2Fevidence", "there is no fact schema")]
    [InlineData("/api/v2/workflows", "nothing is served here")]
    public async Task What_is_not_there_is_404(string path, string said)
    {
        using var response = await server.GetAsync(path);
        var problem = await BadRequestTests.ProblemAsync(response, HttpStatusCode.NotFound);
        Assert.Contains(said, problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Keys(JsonNode node) => node.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal);
}
