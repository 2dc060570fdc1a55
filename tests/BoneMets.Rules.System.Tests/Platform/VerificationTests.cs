using System.Net;
using System.Text.Json.Nodes;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>Does a change hold up, over HTTP: findings with patients, coverage, mutation and proofs, of the texts as they were saved.</summary>
public sealed class VerificationTests : OneChange
{
    private string Verification => $"/api/v1/changes/{Change}/verification";

    [Fact]
    public async Task A_finding_of_a_change_has_its_place_and_a_patient_of_whom_the_change_decides_it()
    {
        Assert.Empty((await Anna.GetAsync(Verification))["findings"]!.AsArray());
        await EditAsync(SmallLibrary.Workflow, WithRules("""
            { "RuleName": "One", "Expression": "patient.calcium >= 20", "Recommendation": { "Text": "Give it.", "Urgency": "routine" }, "Withholds": ["Other"] },
            { "RuleName": "Other", "Expression": "patient.calcium <= 20", "Recommendation": { "Text": "Leave it.", "Urgency": "urgent" }, "Withholds": ["One"] },
            { "RuleName": "Nobody", "Expression": "patient.calcium > 30 && patient.calcium < 25" }
            """));
        var found = await Anna.GetAsync(Verification);
        Assert.Contains("Z3", found["solver"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(found["questions"]!.GetValue<int>() > 0);
        Assert.Empty(found["open"]!.AsArray());
        Assert.Empty(found["notVerified"]!.AsArray());
        var byCode = found["findings"]!.AsArray().ToDictionary(f => f!["diagnostic"]!["code"]!.GetValue<string>(), f => f!);
        Assert.Equal("limit/workflow.json /Rules/4", $"{byCode["BMR7001"]["diagnostic"]!["document"]} {byCode["BMR7001"]["diagnostic"]!["pointer"]}");
        Assert.Null(byCode["BMR7001"]["example"]);
        var example = byCode["BMR7005"]["example"]!;
        Assert.Equal("""{"patient":{"calcium":20}}""", example["facts"]!.ToJsonString());
        var decision = await Anna.PostAsync("/api/v1/language/decide", new { workflow = "Limit", facts = example["facts"]!, asOf = example["asOf"]?.GetValue<string>(), change = Change });
        Assert.Equal(["One", "Other"], decision["withheld"]!.AsArray().Select(w => w!["rule"]!.GetValue<string>()).Order());
        // What is live has none of it, and what is saved next is looked at anew.
        Assert.Empty((await Anna.GetAsync("/api/v1/verification"))["findings"]!.AsArray());
        await EditAsync(SmallLibrary.Workflow, SmallLibrary.WorkflowText(12));
        Assert.Empty((await Anna.GetAsync(Verification + "?workflow=Limit"))["findings"]!.AsArray());
    }

    [Fact]
    public async Task What_no_case_shows_is_told_until_a_case_shows_it()
    {
        var before = await Anna.GetAsync(Verification + "/coverage?workflow=Limit");
        Assert.Equal(1, before["cases"]!.GetValue<int>());
        Assert.Equal(["rule AboveLimit met", "rule AboveLimit undetermined", "rule AboveLimit patient.calcium > limit"], Uncovered(before).Where(e => e.StartsWith("rule AboveLimit", StringComparison.Ordinal)));
        var shown = Elements(before).Single(e => Name(e) == "rule AboveLimit notMet");
        Assert.Equal(["at-the-limit"], shown["sides"]![0]!["cases"]!.AsArray().Select(c => c!.GetValue<string>()));
        Assert.Equal("/Rules/0/RuleName", shown["place"]!["pointer"]!.GetValue<string>());
        Assert.Equal("a case in which the rule is met", Elements(before).Single(e => Name(e) == "rule AboveLimit met")["sides"]![0]!["wanted"]!.GetValue<string>());
        await AddCaseAsync("""{ "Id": "above", "Facts": { "patient": { "calcium": 11 } }, "Expect": { "Rules": { "AboveLimit": "met" } } }""");
        Assert.DoesNotContain("rule AboveLimit met", Uncovered(await Anna.GetAsync(Verification + "/coverage?workflow=Limit")));
        var totals = (await Anna.GetAsync(Verification))["coverage"]!["rules"]!;
        Assert.Equal((4, 6, 66.6m), (totals["covered"]!.GetValue<int>(), totals["total"]!.GetValue<int>(), totals["percent"]!.GetValue<decimal>()));
        Assert.Contains("rule AboveLimit met", Uncovered(await Anna.GetAsync("/api/v1/verification/coverage?workflow=Limit")));
    }

    [Fact]
    public async Task A_mistake_that_no_case_notices_comes_with_a_case_that_does()
    {
        var before = await Anna.GetAsync(Verification + "/mutation?workflow=Limit");
        var survivor = before["survivors"]!.AsArray().First(s => s!["suggestion"] is not null)!;
        Assert.Equal(before["score"]!["survived"]!.GetValue<int>(), before["survivors"]!.AsArray().Count);
        Assert.NotEqual(survivor["before"]!.GetValue<string>(), survivor["after"]!.GetValue<string>());
        Assert.Equal("Limit", survivor["suggestion"]!["workflow"]!.GetValue<string>());
        await AddCaseAsync(survivor["suggestion"]!["text"]!.GetValue<string>());
        var replay = await Anna.PostAsync("/api/v1/language/replay", new { change = Change });
        Assert.Equal((2, 0), (replay["passed"]!.GetValue<int>(), replay["failed"]!.GetValue<int>()));
        var after = await Anna.GetAsync(Verification + "/mutation?workflow=Limit");
        Assert.True(after["score"]!["killed"]!.GetValue<int>() > before["score"]!["killed"]!.GetValue<int>());
        Assert.DoesNotContain(after["survivors"]!.AsArray(), s => s!.ToJsonString() == survivor.ToJsonString());
    }

    [Fact]
    public async Task A_change_is_proved_rule_by_rule_against_its_base_or_a_patient_shows_the_difference()
    {
        Assert.Empty((await Anna.GetAsync(Verification + "/proofs"))["workflows"]!.AsArray());
        await EditAsync(SmallLibrary.Workflow, SmallLibrary.WorkflowText(10).Replace("patient.calcium > limit", "patient.calcium >= limit", StringComparison.Ordinal).Replace("patient.calcium <= limit", "!(patient.calcium > limit)", StringComparison.Ordinal));
        var proofs = await Anna.GetAsync(Verification + "/proofs");
        Assert.Equal((await Anna.GetAsync($"/api/v1/changes/{Change}"))["contentHash"]!.GetValue<string>(), proofs["contentHash"]!.GetValue<string>());
        var compared = Assert.Single(proofs["workflows"]!.AsArray())!;
        Assert.Null(compared["obstacle"]);
        Assert.Equal(["limit same", "AboveLimit different", "BelowLimit same"], compared["definitions"]!.AsArray().Select(d => $"{d!["name"]} {d["relation"]}"));
        var different = compared["definitions"]![1]!;
        Assert.Equal(("""{"patient":{"calcium":10}}""", "notMet", "met"), (different["example"]!["facts"]!.ToJsonString(), different["before"]!.GetValue<string>(), different["after"]!.GetValue<string>()));
        Assert.True(proofs["impact"]!["affected"]!.GetValue<int>() > 0);
    }

    [Fact]
    public async Task What_cannot_be_verified_says_so()
    {
        await Anna.RefusedAsync(HttpStatusCode.NotFound, "unknown-workflow", HttpMethod.Get, Verification + "?workflow=Limits");
        await Anna.RefusedAsync(HttpStatusCode.NotFound, "not-in-store", HttpMethod.Get, "/api/v1/changes/99/verification");
        await Anna.RefusedAsync(HttpStatusCode.BadRequest, "malformed-body", HttpMethod.Get, Verification + "/coverage");
        await Anna.PutAsync(Change, "free/workflow.json", """{"WorkflowName": "Free", "Rules": [{"RuleName": "R", "Expression": "input1.x > 1"}]}""", null);
        Assert.Equal(["Free"], (await Anna.GetAsync(Verification))["notVerified"]!.AsArray().Select(w => w!.GetValue<string>()));
        await Anna.RefusedAsync(HttpStatusCode.BadRequest, "invalid-action", HttpMethod.Get, Verification + "/coverage?workflow=Free");
        await EditAsync(SmallLibrary.Workflow, SmallLibrary.WorkflowText(10).Replace("> limit", "> limt", StringComparison.Ordinal));
        foreach (var part in new[] { "", "/coverage", "/mutation" })
            await Anna.RefusedAsync(HttpStatusCode.UnprocessableEntity, "draft-broken", HttpMethod.Get, $"{Verification}{part}?workflow=Limit");
        Assert.Equal(["Free", "Limit"], (await Anna.GetAsync(Verification))["notVerified"]!.AsArray().Select(w => w!.GetValue<string>()).Order());
        var compared = (await Anna.GetAsync(Verification + "/proofs"))["workflows"]!.AsArray().Single(w => w!["workflow"]!.GetValue<string>() == "Limit")!;
        Assert.Contains("errors", compared["obstacle"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static IEnumerable<JsonNode> Elements(JsonNode coverage) => coverage["elements"]!.AsArray().Select(e => e!);

    private static string Name(JsonNode element) => $"{element["part"]!["kind"]} {element["part"]!["name"]} {element["text"]}";

    private static IEnumerable<string> Uncovered(JsonNode coverage) => Elements(coverage).Where(e => !e["isCovered"]!.GetValue<bool>() && e["notRequired"] is null).Select(Name);

    private static string WithRules(string rules) => SmallLibrary.WorkflowText(10).Replace("patient.calcium <= limit\" }", "patient.calcium <= limit\" },\n" + rules, StringComparison.Ordinal);

    private Task AddCaseAsync(string json) => EditAsync(SmallLibrary.Cases, SmallLibrary.CasesText(10).Replace("\"limit\": 10 } } }]", "\"limit\": 10 } } },\n" + json + "]", StringComparison.Ordinal));
}
