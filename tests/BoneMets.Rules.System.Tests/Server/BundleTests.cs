using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BoneMets.Rules.System.Tests.Server;

/// <summary>A FHIR Bundle as facts, over HTTP. What Bundles say is in the tables of <c>tests/spec/fhir</c>.</summary>
public sealed class BundleTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Bundle = """
        {"resourceType":"Bundle","type":"collection","entry":[
          {"resource":{"resourceType":"Patient","id":"p","birthDate":"1960-05-01","gender":"female"}},
          {"resource":{"resourceType":"Observation","id":"ca","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"2000-8"}]},
            "subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-01-30T08:00:00+01:00","valueQuantity":{"value":2.60,"unit":"mmol/l"}}},
          {"resource":{"resourceType":"Observation","id":"alb","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"1751-7"}]},
            "subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-01-30","valueQuantity":{"value":41}}}]}
        """;

    [Fact]
    public async Task A_Bundle_becomes_facts_and_a_report_and_the_facts_decide()
    {
        using var response = await PostAsync("Hypercalcemia", $$"""{"bundle":{{Bundle}},"asOf":"2026-01-31"}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        var answer = await RunningServer.JsonAsync(response);
        Assert.Equal("2026-01-31", Text(answer, "asOf"));
        Assert.Equal("""{"patient":{"ageYears":65,"sex":"female","totalCalcium":{"value":2.6,"unit":"mmol/L"}}}""", answer["facts"]!.ToJsonString());
        var calcium = answer["taken"]!.AsArray().Single(t => Text(t!, "fact") == "patient.totalCalcium")!;
        Assert.Equal("""{"fact":"patient.totalCalcium","resource":"Observation/ca","path":"valueQuantity","date":"2026-01-30T08:00:00+01:00","value":"2.60 mmol/l","note":"the unit is read from its text `mmol/l`; 10.4208 mg/dL"}""", Plain(calcium));
        Assert.Equal("""{"fact":"patient.albumin","resource":"Observation/alb","date":"2026-01-30","value":"41","kind":"unit","reason":"the quantity has no unit","more":0}""", Plain(Assert.Single(answer["rejected"]!.AsArray())!));
        Assert.Empty(answer["notes"]!.AsArray());

        using var executed = await server.ExecuteAsync("Hypercalcemia", $$"""{"facts":{{answer["facts"]!.ToJsonString()}},"asOf":"2026-01-31"}""");
        Assert.Equal(HttpStatusCode.OK, executed.StatusCode);
        Assert.Contains((await RunningServer.JsonAsync(executed))["missing"]!.AsArray(), m => Text(m!, "fact") == "patient.albumin");
    }

    [Fact]
    public async Task A_workflow_whose_facts_are_not_mapped_gets_none_and_a_note()
    {
        using var response = await PostAsync("MirelsFractureRisk", $$"""{"bundle":{{Bundle}}}""");
        var answer = await RunningServer.JsonAsync(response);
        Assert.Equal("{}", answer["facts"]!.ToJsonString());
        Assert.Contains("all of them have to be given", answer["notes"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hypercalcemia", """{"bundle":{"resourceType":"Patient"}}""", 400, "wrong-bundle", "/bundle")]
    [InlineData("Hypercalcemia", """{"bundle":null}""", 400, "wrong-bundle", "/bundle")]
    [InlineData("Hypercalcemia", """{"bundle":{"resourceType":"Bundle","resourceType":"Bundle"}}""", 400, "wrong-bundle", "/bundle")]
    [InlineData("Hypercalcemia", """{"bundle":{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"p"}},{"resource":{"resourceType":"Patient","id":"q"}}]}}""", 400, "wrong-bundle", "/bundle")]
    [InlineData("Hypercalcemia", """{"bundle":{"resourceType":"Bundle"},"asOf":"31.01.2026"}""", 400, "malformed-body", "/asOf")]
    [InlineData("Hypercalcemia", """{"bundle":{"resourceType":"Bundle"},"facts":{}}""", 400, "malformed-body", null)]
    [InlineData("Hypercalcemia", """{"asOf":"2026-01-31"}""", 400, "malformed-body", null)]
    [InlineData("Hypercalcemia", """{"bundle":""", 400, "malformed-body", null)]
    [InlineData("Hypercalcaemia", """{"bundle":{"resourceType":"Bundle"}}""", 404, "unknown-workflow", null)]
    public async Task What_cannot_be_read_is_refused(string workflow, string body, int status, string problem, string? pointer)
    {
        using var response = await PostAsync(workflow, body);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var answer = await RunningServer.JsonAsync(response);
        Assert.EndsWith("/problems/" + problem, Text(answer, "type"), StringComparison.Ordinal);
        if (pointer is not null) Assert.Equal(pointer, Text(Assert.Single(answer["errors"]!.AsArray())!, "pointer"));
    }

    [Fact]
    public async Task Eight_mebibytes_are_read_and_more_is_refused()
    {
        const int most = 8 * 1024 * 1024;
        using var read = await PostAsync("Hypercalcemia", """{"bundle":{"resourceType":"Bundle","id":""" + $"\"{new string('x', most - 100)}\"}}}}");
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        using var refused = await PostAsync("Hypercalcemia", """{"bundle":{"resourceType":"Bundle","id":""" + $"\"{new string('x', most)}\"}}}}");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.EndsWith("/problems/body-too-large", Text(await RunningServer.JsonAsync(refused), "type"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("rules")]
    [InlineData("full")]
    public async Task A_Bundle_decides_as_its_facts_do_and_the_answer_says_what_was_read(string explain)
    {
        using var read = await PostAsync("Hypercalcemia", $$"""{"bundle":{{Bundle}},"asOf":"2026-01-31"}""");
        var report = (await RunningServer.JsonAsync(read)).AsObject();
        using var byFacts = await server.ExecuteAsync("Hypercalcemia", $$"""{"facts":{{report["facts"]!.ToJsonString()}},"asOf":"2026-01-31","explain":"{{explain}}"}""");
        using var byBundle = await server.ExecuteAsync("Hypercalcemia", $$"""{"explain":"{{explain}}","bundle":{{Bundle}},"asOf":"2026-01-31"}""");
        Assert.Equal(HttpStatusCode.OK, byBundle.StatusCode);
        var (expected, decision) = ((await RunningServer.JsonAsync(byFacts)).AsObject(), (await RunningServer.JsonAsync(byBundle)).AsObject());
        report.Remove("asOf");
        Assert.Equal(report.ToJsonString(), decision["bundle"]!.ToJsonString());
        Assert.Equal("bundle", decision.Last().Key);
        decision.Remove("bundle");
        foreach (var stamp in new[] { "decisionId", "evaluatedAt" }) (expected[stamp], decision[stamp]) = (null, null);
        Assert.Equal(expected.ToJsonString(), decision.ToJsonString());
    }

    [Fact]
    public async Task A_workflow_without_declared_inputs_takes_nothing_from_a_Bundle_and_says_so()
    {
        const string workflow = """{"WorkflowName":"Shaped","Rules":[{"RuleName":"Heavy","Expression":"input1.weight > 100"}]}""";
        var shaped = await RunningServer.StartAsync(prepare: s =>
        {
            Directory.CreateDirectory(Path.Combine(s.Library, "shaped"));
            File.WriteAllText(Path.Combine(s.Library, "shaped", "workflow.json"), workflow);
        });
        try
        {
            using var response = await shaped.ExecuteAsync("Shaped", $$"""{"bundle":{{Bundle}}}""");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var report = (await RunningServer.JsonAsync(response))["bundle"]!;
            Assert.Equal("{}", report["facts"]!.ToJsonString());
            Assert.Contains("all of them have to be given", report["notes"]!.ToJsonString(), StringComparison.Ordinal);
        }
        finally
        {
            await shaped.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("""{"bundle":{"resourceType":"Bundle"},"facts":{}}""", "malformed-body", "BMR3018", "/bundle")]
    [InlineData("""{"facts":{},"bundle":null}""", "malformed-body", "BMR3018", "/bundle")]
    [InlineData("""{"facts":{},"patient":"Patient/p"}""", "malformed-body", "BMR3018", "/patient")]
    [InlineData("""{"asOf":"2026-01-31"}""", "malformed-body", "BMR1004", "/facts")]
    [InlineData("""{"bundle":{"resourceType":"Bundle"},"patient":7}""", "malformed-body", "BMR1005", "/patient")]
    [InlineData("""{"bundle":{"resourceType":"Bundle"},"bundle":{"resourceType":"Bundle"}}""", "malformed-body", "BMR1002", "/bundle")]
    [InlineData("""{"bundle":{"resourceType":"Bundle"},"bundel":1}""", "malformed-body", "BMR1003", "/bundel")]
    [InlineData("""{"bundle":{"resourceType":"Bundle","entry":[""", "malformed-body", "BMR3001", "")]
    [InlineData("""{"bundle":null}""", "wrong-bundle", "BMR3017", "/bundle")]
    [InlineData("""{"bundle":{"resourceType":"Patient"}}""", "wrong-bundle", "BMR3017", "/bundle")]
    [InlineData("""{"bundle":{"resourceType":"Bundle","type":"x","type":"y"}}""", "wrong-bundle", "BMR3017", "/bundle")]
    [InlineData("""{"bundle":{"resourceType":"Bundle"},"patient":"Patient/other"}""", "wrong-bundle", "BMR3017", "/bundle")]
    [InlineData("""{"bundle":{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"p"}},{"resource":{"resourceType":"Patient","id":"q"}}]}}""", "wrong-bundle", "BMR3017", "/bundle")]
    public async Task An_execute_request_with_a_Bundle_that_cannot_be_used_is_refused_with_its_place(string body, string problem, string code, string pointer)
    {
        using var response = await server.ExecuteAsync("Hypercalcemia", body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var answer = await RunningServer.JsonAsync(response);
        Assert.EndsWith("/problems/" + problem, Text(answer, "type"), StringComparison.Ordinal);
        Assert.Contains((code, pointer), answer["errors"]!.AsArray().Select(e => (Text(e!, "code"), Text(e!, "pointer"))));
    }

    [Fact]
    public async Task Of_several_patients_the_named_one_is_decided_for()
    {
        const string two = """{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"p","gender":"female"}},{"resource":{"resourceType":"Patient","id":"\u00fc","gender":"male"}}]}""";
        using var response = await server.ExecuteAsync("Hypercalcemia", $$"""{"patient":"Patient/\u00fc","bundle":{{two}}}""");
        Assert.Equal("male", (await RunningServer.JsonAsync(response))["bundle"]!["facts"]!["patient"]!["sex"]!.GetValue<string>());
    }

    /// <summary>The same rule for whoever asks for advice; reading facts is none.</summary>
    [Theory]
    [InlineData("\"deceasedBoolean\":true", null, false)]
    [InlineData("\"deceasedBoolean\":true", "1990-01-31", false)]
    [InlineData("\"deceasedBoolean\":false", null, true)]
    [InlineData("\"deceasedDateTime\":\"2026-01-20\"", null, false)]
    [InlineData("\"deceasedDateTime\":\"2026-01-20\"", "2026-01-20", false)]
    [InlineData("\"deceasedDateTime\":\"2026-01-20T08:00:00Z\"", "2026-01-19", true)]
    [InlineData("\"deceasedDateTime\":\"2026-01\"", "2026-01-19", false)]
    [InlineData("\"deceasedDateTime\":\"2026-01\"", "2025-12-31", true)]
    [InlineData("\"deceasedDateTime\":\"yesterday\"", "2025-12-31", false)]
    public async Task Nobody_is_advised_about_a_patient_who_has_died(string written, string? asOf, bool isDecided)
    {
        var rest = $$$"""{{{(asOf is null ? "" : $"\"asOf\":\"{asOf}\",")}}}"bundle":{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"p",{{{written}}}}}]}}""";
        foreach (var (route, body) in new[] { ("execute", "{" + rest), ("questions", "{" + rest), ("contrast", "{\"rule\":\"SevereHypercalcemia\"," + rest), ("facts", "{" + rest) })
        {
            using var response = await server.Client.PostAsync(new Uri($"/api/v1/workflows/Hypercalcemia/{route}", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));
            var answer = await RunningServer.JsonAsync(response);
            if (isDecided || route is "facts")
            {
                Assert.True(response.IsSuccessStatusCode, $"{route}: {answer.ToJsonString()}");
                if (route is "facts") Assert.Equal(written.EndsWith("false", StringComparison.Ordinal), !answer["notes"]!.ToJsonString().Contains("has died", StringComparison.Ordinal));
                continue;
            }
            Assert.True(HttpStatusCode.UnprocessableEntity == response.StatusCode, $"{route}: {(int)response.StatusCode} {answer.ToJsonString()}");
            Assert.EndsWith("/problems/patient-died", Text(answer, "type"), StringComparison.Ordinal);
            Assert.Contains("`asOf`", Text(answer, "detail"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Facts_have_two_mebibytes_and_a_Bundle_eight()
    {
        const int most = 2 * 1024 * 1024;
        using var facts = await server.ExecuteAsync("Hypercalcemia", $$"""{"facts":{"patient":{"primaryTumor":"{{new string('x', most)}}"} } }""");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, facts.StatusCode);
        using var bundle = await server.ExecuteAsync("Hypercalcemia", $$"""{"bundle":{"resourceType":"Bundle","id":"{{new string('x', 2 * most)}}"} }""");
        Assert.Equal(HttpStatusCode.OK, bundle.StatusCode);
        using var larger = await server.ExecuteAsync("Hypercalcemia", $$"""{"bundle":{"resourceType":"Bundle","id":"{{new string('x', 4 * most)}}"} }""");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, larger.StatusCode);
    }

    private Task<HttpResponseMessage> PostAsync(string workflow, string body) =>
        server.Client.PostAsync(new Uri($"/api/v1/workflows/{workflow}/facts", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

    private static string Plain(JsonNode node) => node.ToJsonString(Relaxed);

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
