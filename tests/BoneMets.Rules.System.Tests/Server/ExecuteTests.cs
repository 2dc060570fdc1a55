using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using static System.FormattableString;

namespace BoneMets.Rules.System.Tests.Server;

public sealed class ExecuteTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Agent = "BoneTargetedAgent";

    private const string CompletePatient = """
        {"patient":{"boneMetastasisConfirmed":true,"primaryTumor":"breast","sex":"female","ageYears":60,
         "totalCalcium":{"value":2.4,"unit":"mmol/L"},"albumin":4,"osteonecrosisOfJaw":false,"zoledronicHypersensitivity":false,
         "denosumabHypersensitivity":false,"creatinineClearance":55,"currentBoneAgent":"none","dentalAssessmentDone":true,
         "invasiveDentalWorkPlanned":false,"creatinine":1.0,"baselineCreatinine":1.0,"vitaminD25":40,"painScore":3,
         "calciumVitaminDSupplemented":true}}
        """;

    [Fact]
    public async Task A_complete_patient_gets_the_dose_of_the_label_and_nothing_is_missing()
    {
        using var response = await server.ExecuteAsync(Agent, Invariant($$"""{"facts":{{CompletePatient}},"asOf":"2026-01-31"}"""));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        var decision = await RunningServer.JsonAsync(response);
        Assert.Equal("complete", Text(decision, "status"));
        Assert.Equal("2026-01-31", Text(decision, "asOf"));
        Assert.Equal("3.5", decision["outputs"]!["zoledronicDose"]!.ToJsonString());
        Assert.Equal("9.6192", decision["outputs"]!["correctedCalcium"]!.ToJsonString());
        Assert.Equal("met", Text(decision["verdicts"]!, "ZoledronicAcid3Point5"));
        Assert.Contains(decision["recommendations"]!.AsArray(), r => Text(r!, "rule") == "ZoledronicAcid3Point5");
        Assert.Empty(decision["missing"]!.AsArray());
        Assert.Empty(decision["withheld"]!.AsArray());
    }

    [Theory]
    [InlineData("auto-0f")]
    [InlineData("mine")]
    public async Task A_folder_keeps_no_idempotency_key_decides_all_the_same_and_says_so(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workflows/{Agent}/execute") { Content = new StringContent("""{"facts":{}}""", global::System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await server.Client.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, "false"), (response.StatusCode, response.Headers.GetValues("Idempotency-Kept").Single()));
    }

    [Fact]
    public async Task Members_may_come_in_any_order()
    {
        string[] members = [$"\"facts\":{CompletePatient}", "\"asOf\":\"2026-01-31\"", "\"explain\":\"none\"", "\"release\":\"latest\""];
        var answers = new List<string>();
        foreach (var order in new[] { "0123", "3210", "1302" })
        {
            using var response = await server.ExecuteAsync(Agent, "{" + string.Join(",", order.Select(i => members[i - '0'])) + "}");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var decision = await RunningServer.JsonAsync(response);
            decision["decisionId"] = null;
            decision["evaluatedAt"] = null;
            answers.Add(decision.ToJsonString());
        }
        Assert.Single(answers.Distinct());
    }

    [Theory]
    [InlineData("none", false, false)]
    [InlineData("rules", true, false)]
    [InlineData("full", true, true)]
    [InlineData(null, true, false)]
    public async Task Explain_says_how_much_of_its_reasons_a_decision_carries(string? explain, bool rules, bool explanations)
    {
        var option = explain is null ? "" : $",\"explain\":\"{explain}\"";
        using var response = await server.ExecuteAsync("MirelsFractureRisk", """{"facts":{"lesion":{"site":"peritrochanteric"}}""" + option + "}");
        var decision = await RunningServer.JsonAsync(response);
        Assert.Equal(rules, decision["rules"] is not null);
        Assert.Equal(explanations, decision["explanations"] is not null);
        Assert.Equal("incomplete", Text(decision, "status"));
    }

    [Fact]
    public async Task The_date_is_today_in_UTC_when_none_is_given()
    {
        var before = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var response = await server.ExecuteAsync("MirelsFractureRisk", """{"asOf":null,"explain":null,"release":null,"facts":{}}""");
        var asOf = Text(await RunningServer.JsonAsync(response), "asOf");
        Assert.Contains(asOf, (string[])[before, DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    public async Task The_content_type_is_compared_as_HTTP_says(string contentType)
    {
        using var response = await server.ExecuteAsync("MirelsFractureRisk", """{"facts":{}}""", contentType);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_mistake()
    {
        using var response = await server.ExecuteAsync("MirelsFractureRisk", "\uFEFF{\"facts\":{}}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Every_golden_case_gets_the_verdicts_that_it_expects()
    {
        foreach (var workflow in RuleLibrary.Load(Repository.Library).Library.Workflows)
            foreach (var golden in workflow.Cases?.Cases ?? [])
            {
                var asOf = golden.AsOf is { } date ? $",\"asOf\":\"{date:yyyy-MM-dd}\"" : "";
                using var response = await server.ExecuteAsync(workflow.Name, $$"""{"facts":{{golden.Facts.Raw}}{{asOf}},"explain":"none"}""");
                Assert.True(response.IsSuccessStatusCode, $"{golden.Id}: {await response.Content.ReadAsStringAsync()}");
                var verdicts = (await RunningServer.JsonAsync(response))["verdicts"]!;
                foreach (var (rule, verdict) in golden.Expect.Rules) Assert.Equal((golden.Id, rule, Name(verdict)), (golden.Id, rule, Text(verdicts, rule)));
            }
    }

    private static string Name(Verdict verdict) => BoneMets.Rules.Decisions.DecisionWriter.VerdictName(verdict);

    private static string Text(JsonNode node, string key) => node[key]!.GetValue<string>();
}
