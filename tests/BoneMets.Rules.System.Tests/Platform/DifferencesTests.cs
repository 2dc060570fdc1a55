using System.Net;
using System.Text.Json.Nodes;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>What a reviewer sees of a change over HTTP: parts with their sentences, from the documents as they would be published.</summary>
public sealed class DifferencesTests : OneChange
{
    [Fact]
    public async Task A_change_is_told_part_by_part_against_its_base()
    {
        var untouched = await DifferencesAsync();
        Assert.Equal(1, untouched["base"]!.GetValue<int>());
        Assert.Empty(untouched["documents"]!.AsArray());
        await EditAsync(SmallLibrary.Workflow, SmallLibrary.WorkflowText(12).Replace("patient.calcium > limit", "patient.calcium >= limit", StringComparison.Ordinal));
        await EditAsync(SmallLibrary.Cases, SmallLibrary.CasesText(12));
        await EditAsync("limit/README.md", "# Another limit\n");
        var found = await DifferencesAsync();
        Assert.Equal((await Anna.GetAsync($"/api/v1/changes/{Change}"))["contentHash"]!.GetValue<string>(), found["contentHash"]!.GetValue<string>());
        Assert.Equal(["limit/README.md text Limit", "limit/cases.json cases Limit", "limit/workflow.json workflow Limit"], found["documents"]!.AsArray().Select(d => $"{d!["name"]} {d["of"]} {d["workflow"]}"));
        var workflow = found["documents"]![2]!;
        Assert.Equal(("edited", "Calcium above a limit", false), (workflow["kind"]!.GetValue<string>(), workflow["title"]!.GetValue<string>(), workflow["unreadable"]!.GetValue<bool>()));
        Assert.Equal(["changed parameter limit /GlobalParams/0", "changed rule AboveLimit /Rules/0"], Parts(workflow));
        var condition = Assert.Single(workflow["parts"]![1]!["fields"]!.AsArray())!;
        Assert.Equal("""
            {"name":"Expression","label":"Condition","before":"patient.calcium > limit","after":"patient.calcium >= limit","beforeSentence":"Calcium is above limit","afterSentence":"Calcium is at least limit","isExpression":true}
            """.Trim(), condition.ToJsonString(new global::System.Text.Json.JsonSerializerOptions { Encoder = global::System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(["Calcium: 10 → 12", "Limit: 10 → 12"], found["documents"]![1]!["parts"]![0]!["fields"]!.AsArray().Select(f => $"{f!["label"]}: {f["before"]} → {f["after"]}"));
    }

    [Fact]
    public async Task A_draft_with_errors_another_layout_and_a_document_that_goes_are_told_too()
    {
        await EditAsync(SmallLibrary.Cases, SmallLibrary.CasesText(10).Replace("\n", "\n\n", StringComparison.Ordinal));
        await EditAsync(SmallLibrary.Facts, """{"type": "object", "properties": {"sodium": {"type": "number"}}}""");
        await EditAsync(SmallLibrary.Workflow, SmallLibrary.WorkflowText(10).Replace("\"patient.calcium > limit\"", "\"patient.calcium >\"", StringComparison.Ordinal));
        await Anna.PutAsync(Change, "new/workflow.json", """{"WorkflowName": "New", "Rules": "none yet"}""", null);
        var found = await DifferencesAsync();
        Assert.Equal(["facts/patient.schema.json", "limit/cases.json", "limit/workflow.json", "new/workflow.json"], found["documents"]!.AsArray().Select(d => d!["name"]!.GetValue<string>()));
        Assert.Equal(["removed fact calcium /properties/calcium", "added fact sodium /properties/sodium"], Parts(found["documents"]![0]!));
        Assert.Empty(found["documents"]![1]!["parts"]!.AsArray());
        var condition = Assert.Single(found["documents"]![2]!["parts"]![0]!["fields"]!.AsArray())!;
        Assert.Equal(("Calcium is above limit", null), (condition["beforeSentence"]!.GetValue<string>(), condition["afterSentence"]));
        Assert.Equal(["added metadata WorkflowName /WorkflowName", "added other Rules /Rules"], Parts(found["documents"]![3]!));
        await Anna.RefusedAsync(HttpStatusCode.NotFound, "not-in-store", HttpMethod.Get, "/api/v1/changes/99/differences");
    }

    private static IEnumerable<string> Parts(JsonNode document) => document["parts"]!.AsArray().Select(p => $"{p!["kind"]} {p["of"]} {p["name"]} {p["pointer"]}");

    private Task<JsonNode> DifferencesAsync() => Anna.GetAsync($"/api/v1/changes/{Change}/differences");
}
