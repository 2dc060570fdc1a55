using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BoneMets.Rules.System.Tests.Server;

/// <summary>What to ask next, and what would change a rule, over HTTP. What the engine finds is tested with the engine.</summary>
public sealed class ContrastTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Lesion = """{"lesion":{"site":"lowerLimb","bone":"femur","pain":"mild","appearance":"mixed","corticalPercent":50,"fractured":false}}""";

    [Fact]
    public async Task A_rule_that_is_not_met_says_why_and_what_would_change_it()
    {
        var answer = await AnswerAsync("MirelsFractureRisk/contrast", $$"""{"rule":"ProphylacticFixationIndicated","facts":{{Lesion}},"asOf":"2026-01-31"}""");
        Assert.Equal(("notMet", "2026-01-31"), (Text(answer, "verdict"), Text(answer, "asOf")));
        Assert.Equal(["yes", "no"], answer["conditions"]!.AsArray().Select(c => Text(c!, "state")));
        Assert.Equal("mirelsScore = 7", Text(answer["conditions"]![1]!, "readings"));
        var change = Assert.Single(Assert.Single(answer["alternatives"]!.AsArray())!["changes"]!.AsArray())!;
        Assert.Equal("""{"fact":"lesion.pain","label":"Pain","unit":null,"kind":"enum","from":"mild","to":"functional","others":[],"through":null}""", change.ToJsonString());
        Assert.Null(answer["reading"]);

        var changed = Lesion.Replace("\"mild\"", "\"functional\"", StringComparison.Ordinal);
        using var executed = await server.ExecuteAsync("MirelsFractureRisk", $$"""{"facts":{{changed}},"asOf":"2026-01-31"}""");
        Assert.Equal("met", Text((await RunningServer.JsonAsync(executed))["verdicts"]!, "ProphylacticFixationIndicated"));
    }

    [Fact]
    public async Task The_most_telling_missing_fact_comes_first()
    {
        var answer = await AnswerAsync("Hypercalcemia/questions", """{"facts":{"patient":{"totalCalcium":9.2,"albumin":3.1}}}""");
        var first = answer["questions"]![0]!;
        Assert.Equal(("patient.ionizedCalcium", "number", "emergency"), (Text(first, "fact"), Text(first, "kind"), Text(first, "urgency")));
        Assert.Equal(["HypercalcemiaPresent"], first["always"]!.AsArray().Select(r => r!.GetValue<string>()));
        Assert.All(first["answers"]!.AsArray(), a => Assert.NotEmpty(a!["values"]!.AsArray()));
    }

    [Fact]
    public async Task A_Bundle_says_where_its_values_come_from()
    {
        const string bundle = """
            {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"p","birthDate":"1960-05-01"}},
              {"resource":{"resourceType":"Observation","id":"ca","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"1995-0"}]},
                "subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-01-30","valueQuantity":{"value":1.2,"unit":"mmol/L"}}}]}
            """;
        var answer = await AnswerAsync("Hypercalcemia/contrast", $$"""{"rule":"HypercalcemiaPresent","bundle":{{bundle}},"asOf":"2026-01-31"}""");
        var taken = answer["reading"]!["taken"]!.AsArray().Single(t => Text(t!, "fact") == "patient.ionizedCalcium")!;
        Assert.Equal("Observation/ca", Text(taken, "resource"));
        Assert.Contains(answer["alternatives"]!.AsArray(), a => a!["changes"]!.AsArray() is [{ } only] && Text(only, "fact") == "patient.ionizedCalcium" && only["to"]!.ToJsonString() == "1.4");
    }

    [Theory]
    [InlineData("Hypercalcemia/questions", "{}", 400, "malformed-body", "neither `facts` nor a `bundle`")]
    [InlineData("Hypercalcemia/questions", """{"facts":{},"bundle":{}}""", 400, "malformed-body", "`facts` and a `bundle`")]
    [InlineData("Hypercalcemia/questions", """{"facts":{},"patient":"p"}""", 400, "malformed-body", "there is none")]
    [InlineData("Hypercalcemia/questions", """{"facts":{"patient":{"totalCalcum":9}}}""", 400, "wrong-facts", "totalCalcium")]
    [InlineData("Hypercalcemia/questions", """{"facts":{"patient":{"sex":"male","sex":"male"}}}""", 400, "wrong-facts", "twice")]
    [InlineData("Hypercalcemia/questions", """{"facts":{},"asOf":"31.1.2026"}""", 400, "malformed-body", "no calendar date")]
    [InlineData("Hypercalcemia/questions", """{"facts":{},"release":3}""", 400, "malformed-body", "a folder, which has no releases")]
    [InlineData("Hypercalcaemia/questions", """{"facts":{}}""", 404, "unknown-workflow", "Hypercalcemia")]
    [InlineData("Hypercalcemia/contrast", """{"facts":{}}""", 400, "malformed-body", "rule")]
    [InlineData("Hypercalcemia/contrast", """{"facts":{},"rule":"Nobody"}""", 404, "unknown-rule", "`Nobody`")]
    [InlineData("Hypercalcemia/contrast", """{"bundle":[],"rule":"HypercalcemiaPresent"}""", 400, "wrong-bundle", "")]
    public async Task Wrong_requests_say_what_is_wrong(string path, string body, int status, string kind, string says)
    {
        using var response = await PostAsync(path, body);
        var problem = await RunningServer.JsonAsync(response);
        Assert.Equal((status, kind), ((int)response.StatusCode, Text(problem, "type").Split('/')[^1]));
        Assert.Contains(says, problem.ToJsonString(Relaxed), StringComparison.Ordinal);
    }

    private async Task<JsonNode> AnswerAsync(string path, string body)
    {
        using var response = await PostAsync(path, body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        return await RunningServer.JsonAsync(response);
    }

    private Task<HttpResponseMessage> PostAsync(string path, string body) =>
        server.Client.PostAsync(new Uri($"/api/v1/workflows/{path}", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
