using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>Help for authors over HTTP: on top of a change, with texts that are only on the screen yet.</summary>
public sealed class LanguageTests : IAsyncLifetime
{
    private readonly string library = SmallLibrary.Folder();
    private StoreServer server = null!;
    private Person anna = null!;
    private long change;

    public async Task InitializeAsync()
    {
        server = await StoreServer.StartAsync(new StoreOptions { File = Path.Combine(library, "store.db") }, library);
        anna = await server.PersonAsync(await server.AdministratorAsync(), "anna", "author");
        change = await PlatformStory.DraftAsync(anna, "Rename", 12);
        await anna.PutAsync(change, SmallLibrary.Workflow, SmallLibrary.WorkflowText(12).Replace("\"limit\"", "\"upperLimit\"", StringComparison.Ordinal).Replace("calcium > limit", "calcium > upperLimit", StringComparison.Ordinal)
            .Replace("calcium <= limit", "calcium <= upperLimit", StringComparison.Ordinal), await anna.HashAsync(change, SmallLibrary.Workflow));
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(library, recursive: true);
    }

    [Fact]
    public async Task A_place_is_completed_by_what_the_change_has_and_not_by_what_is_live()
    {
        var draft = await anna.PostAsync("/api/v1/language/complete", new { workflow = "Limit", text = "patient.calcium > ", offset = 18, change });
        Assert.Contains(draft["items"]!.AsArray(), i => i!["label"]!.GetValue<string>() == "upperLimit");
        Assert.DoesNotContain(draft["items"]!.AsArray(), i => i!["label"]!.GetValue<string>() == "limit");
        var live = await anna.PostAsync("/api/v1/language/complete", new { workflow = "Limit", text = "patient.calcium > ", offset = 18 });
        Assert.Contains(live["items"]!.AsArray(), i => i!["label"]!.GetValue<string>() == "limit");
        var fact = (await anna.PostAsync("/api/v1/language/complete", new { workflow = "Limit", text = "patient.", offset = 8 }))["items"]!.AsArray().Single(i => i!["label"]!.GetValue<string>() == "calcium")!;
        Assert.Equal(("fact", "a number, 0 to 100"), (fact["kind"]!.GetValue<string>(), fact["detail"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Texts_on_the_screen_are_checked_without_being_saved()
    {
        var text = SmallLibrary.WorkflowText(12).Replace("patient.calcium > limit", "patient.calcum > limit", StringComparison.Ordinal);
        var found = await anna.PostAsync("/api/v1/language/check", new { change, documents = new Dictionary<string, string?> { [SmallLibrary.Workflow] = text } });
        Assert.Contains(found["diagnostics"]!.AsArray(), d => d!["severity"]!.GetValue<string>() == "error" && d["help"]!.GetValue<string>() == "did you mean `calcium`?");
        Assert.DoesNotContain((await anna.PostAsync("/api/v1/language/check", new { change }))["diagnostics"]!.AsArray(), d => d!["severity"]!.GetValue<string>() == "error");
        Assert.Contains((await anna.PostAsync("/api/v1/language/check", new { documents = new Dictionary<string, string?> { [SmallLibrary.Facts] = null } }))["diagnostics"]!.AsArray(), d => d!["severity"]!.GetValue<string>() == "error");
        Assert.Contains((await anna.PostAsync("/api/v1/language/check", new { documents = new Dictionary<string, string?> { [SmallLibrary.Workflow] = "{" } }))["diagnostics"]!.AsArray(), d => d!["severity"]!.GetValue<string>() == "error");
    }

    [Fact]
    public async Task An_expression_is_a_sentence_a_name_says_what_it_is_and_a_slip_has_its_place()
    {
        Assert.Equal("Calcium is above upper limit", (await anna.PostAsync("/api/v1/language/explain", new { workflow = "Limit", text = "patient.calcium > upperLimit", change }))["sentence"]!.GetValue<string>());
        Assert.Equal("Calcium is at least 3 and below 4", (await anna.PostAsync("/api/v1/language/explain", new { workflow = "Limit", column = "patient.calcium", text = ">= 3 and < 4" }))["sentence"]!.GetValue<string>());
        var slip = await anna.PostAsync("/api/v1/language/explain", new { workflow = "Limit", text = "1 < patient.calcum" });
        Assert.Null(slip["sentence"]);
        Assert.Equal((12, 6), (slip["diagnostics"]![0]!["start"]!.GetValue<int>(), slip["diagnostics"]![0]!["length"]!.GetValue<int>()));
        Assert.Equal("""{"title":"write `calcium`","start":12,"length":6,"insert":"calcium"}""", slip["diagnostics"]![0]!["fix"]!.ToJsonString().Replace("\\u0060", "`", StringComparison.Ordinal));
        var hover = await anna.PostAsync("/api/v1/language/hover", new { workflow = "Limit", text = "Round(limit, ", offset = 8 });
        Assert.Equal(("limit", "10", "Round"), (hover["name"]!["title"]!.GetValue<string>(), hover["name"]!["expression"]!.GetValue<string>(), hover["call"]!["name"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_finding_has_its_place_in_the_expression_and_what_to_write_instead()
    {
        var text = SmallLibrary.WorkflowText(12).Replace("patient.calcium > limit", "patient.calcum > limit", StringComparison.Ordinal);
        var found = (await CheckAsync(text))["diagnostics"]!.AsArray().Single(d => d!["severity"]!.GetValue<string>() == "error")!;
        Assert.Equal((8, 6, "calcium", "/Rules/0/Expression"), (found["start"]!.GetValue<int>(), found["length"]!.GetValue<int>(), found["fix"]!["insert"]!.GetValue<string>(), found["pointer"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_condition_has_its_parts_and_names_have_their_types()
    {
        const string text = "(patient.calcium > 3) && AboveLimit";
        var explained = await anna.PostAsync("/api/v1/language/explain", new { workflow = "Limit", text, isCondition = true });
        Assert.Equal("boolean", explained["typeInfo"]!["kind"]!.GetValue<string>());
        var parts = explained["structure"]!["operands"]!.AsArray();
        Assert.Equal(["test", "test"], parts.Select(p => p!["kind"]!.GetValue<string>()));
        Assert.Equal((1, 19, 0, 21, "above"), (parts[0]!["start"]!.GetValue<int>(), parts[0]!["length"]!.GetValue<int>(), parts[0]!["outerStart"]!.GetValue<int>(), parts[0]!["outerLength"]!.GetValue<int>(), parts[0]!["operator"]!.GetValue<string>()));
        Assert.Equal((0m, 100m), (parts[0]!["subject"]!["type"]!["minimum"]!.GetValue<decimal>(), parts[0]!["subject"]!["type"]!["maximum"]!.GetValue<decimal>()));
        Assert.Equal(("3", true), (parts[0]!["values"]![0]!["literal"]!.GetValue<string>(), parts[0]!["values"]![0]!["isLiteral"]!.GetValue<bool>()));
        Assert.Null((await anna.PostAsync("/api/v1/language/explain", new { workflow = "Limit", text = "limit + 1" }))["structure"]);
        Assert.Equal("BMR2011", (await anna.PostAsync("/api/v1/language/explain", new { workflow = "Limit", text = "limit + 1", isCondition = true }))["diagnostics"]![0]!["code"]!.GetValue<string>());
        var items = (await anna.PostAsync("/api/v1/language/complete", new { workflow = "Limit", text = "", offset = 0 }))["items"]!.AsArray();
        Assert.Equal("boolean", items.Single(i => i!["label"]!.GetValue<string>() == "AboveLimit")!["typeInfo"]!["kind"]!.GetValue<string>());
        Assert.Equal("integer", items.Single(i => i!["label"]!.GetValue<string>() == "limit")!["typeInfo"]!["kind"]!.GetValue<string>());
        Assert.Null(items.First(i => i!["kind"]!.GetValue<string>() == "function")!["typeInfo"]);
    }

    [Fact]
    public async Task However_deep_or_long_a_condition_is_it_is_answered()
    {
        var deep = string.Concat(Enumerable.Repeat("!(true && ", 30)) + "true" + new string(')', 30);
        Assert.NotNull((await anna.PostAsync("/api/v1/language/explain", new { workflow = "Limit", text = deep }))["structure"]);
        var wide = string.Join(" || ", Enumerable.Repeat("limit > 3", 400));
        Assert.Equal(400, (await anna.PostAsync("/api/v1/language/explain", new { workflow = "Limit", text = wide }))["structure"]!["operands"]!.AsArray().Count);
        Assert.NotEmpty((await anna.PostAsync("/api/v1/language/explain", new { workflow = "Limit", text = new string('(', 5_000_000) }))["diagnostics"]!.AsArray());
    }

    [Fact]
    public async Task A_workflow_is_outlined_as_it_stands_on_the_screen()
    {
        var outline = await OutlineAsync(SmallLibrary.WorkflowText(12).Replace("patient.calcium <= limit", "!AboveLimit", StringComparison.Ordinal));
        Assert.Equal(("Limit", "limit", "Calcium above a limit"), (outline["workflow"]!.GetValue<string>(), outline["folder"]!.GetValue<string>(), outline["title"]!.GetValue<string>()));
        Assert.Equal(["patient.calcium"], Texts(outline["facts"]!));
        var (above, below) = (outline["rules"]![0]!, outline["rules"]![1]!);
        Assert.Equal(("/Rules/0", "AboveLimit", "Calcium is above limit"), (above["pointer"]!.GetValue<string>(), above["name"]!.GetValue<string>(), above["sentence"]!.GetValue<string>()));
        Assert.Equal("""["patient.calcium"] ["limit"] ["BelowLimit"]""", $"{above["facts"]!.ToJsonString()} {above["uses"]!.ToJsonString()} {above["usedBy"]!.ToJsonString()}");
        Assert.Equal("""["patient.calcium"] ["AboveLimit"] []""", $"{below["facts"]!.ToJsonString()} {below["uses"]!.ToJsonString()} {below["usedBy"]!.ToJsonString()}");
        Assert.Equal(("/GlobalParams/0", "12", "integer"), (outline["params"]![0]!["pointer"]!.GetValue<string>(), outline["params"]![0]!["sentence"]!.GetValue<string>(), outline["params"]![0]!["typeInfo"]!["kind"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Parts_without_errors_are_outlined_beside_parts_with_errors()
    {
        var outline = await OutlineAsync(SmallLibrary.WorkflowText(12).Replace("patient.calcium > limit", "patient.calcum > limit", StringComparison.Ordinal));
        Assert.Null(outline["rules"]![0]!["sentence"]);
        Assert.True(outline["rules"]![0]!["hasErrors"]!.GetValue<bool>());
        Assert.Equal("Calcium is at most limit", outline["rules"]![1]!["sentence"]!.GetValue<string>());
        Assert.False(outline["rules"]![1]!["hasErrors"]!.GetValue<bool>());
        Assert.Contains(outline["diagnostics"]!.AsArray(), d => d!["pointer"]!.GetValue<string>() == "/Rules/0/Expression");
        var twice = await OutlineAsync(SmallLibrary.WorkflowText(12).Replace("\"BelowLimit\"", "\"AboveLimit\"", StringComparison.Ordinal));
        Assert.NotEmpty(twice["diagnostics"]!.AsArray());
    }

    [Fact]
    public async Task Tables_and_scores_are_outlined_with_their_gaps_and_overlaps()
    {
        var outline = await OutlineAsync(SmallLibrary.WorkflowText(12).Replace("\"Rules\": [", """
            "Scores": [{ "Name": "points", "Items": [{ "Name": "calciumPoints", "Input": "patient.calcium", "Points": [{ "When": "< 10", "Points": 1 }, { "When": "<= 10", "Points": 2 }, { "When": "sixty", "Points": 3 }] },
                                                     { "Name": "morePoints", "Input": "patient.calcium", "Points": [{ "When": "< 10", "Points": 0 }, { "When": "<= 10", "Points": 2 }] }] }],
            "Tables": [{ "Name": "dose", "Inputs": [{ "Name": "c", "Expression": "patient.calcium" }], "Outputs": [{ "Name": "mg", "Type": "number" }], "Rows": [{ "When": ["< 10"], "Then": ["1"] }, { "When": [">= 10 and < 20"], "Then": ["2"] }, { "When": ["15"], "Then": ["2"] }] }],
            "Rules": [
            """, StringComparison.Ordinal));
        var table = outline["tables"]![0]!;
        Assert.Equal(("/Tables/0", "First", false, false, "patient.calcium = 20"), (table["pointer"]!.GetValue<string>(), table["hitPolicy"]!.GetValue<string>(), table["complete"]!.GetValue<bool>(), table["disjoint"]!.GetValue<bool>(), table["gap"]!.GetValue<string>()));
        Assert.Equal([">= 20"], Texts(table["gapCells"]!));
        Assert.Equal("""[{"first":1,"second":2,"example":"patient.calcium = 15"}]""", table["overlaps"]!.ToJsonString());
        Assert.Equal(("Calcium", "number"), (table["columns"]![0]!["label"]!.GetValue<string>(), table["columns"]![0]!["typeInfo"]!["kind"]!.GetValue<string>()));
        Assert.Equal("is at least 10 and below 20", table["rows"]![1]!["cells"]![0]!.GetValue<string>());
        var items = outline["scores"]![0]!["items"]!.AsArray();
        Assert.Equal((1m, 5m), (outline["scores"]![0]!["min"]!.GetValue<decimal>(), outline["scores"]![0]!["max"]!.GetValue<decimal>()));
        Assert.Equal(["Calcium is below 10", "Calcium is at most 10", null], items[0]!["bands"]!.AsArray().Select(b => b!["sentence"]?.GetValue<string>()));
        Assert.Null(items[0]!["complete"]);
        Assert.Equal((false, "/Scores/0/Items/1/Points/0"), (items[1]!["complete"]!.GetValue<bool>(), items[1]!["bands"]![0]!["pointer"]!.GetValue<string>()));
        Assert.Single(items[1]!["overlaps"]!.AsArray());
    }

    [Fact]
    public async Task A_draft_decides_as_it_stands_on_the_screen_with_exact_numbers()
    {
        var edits = new Dictionary<string, string?> { [SmallLibrary.Workflow] = SmallLibrary.WorkflowText(12).Replace("\"12\"", "\"patient.calcium * 1\"", StringComparison.Ordinal) };
        using var body = new StringContent($$$"""{"workflow":"Limit","facts":{"patient":{"calcium":10.0000000000000000000000001}},"asOf":"2026-01-31","explain":"none","documents":{{{JsonSerializer.Serialize(edits)}}}}""", Encoding.UTF8, "application/json");
        using var response = await anna.SendAsync(HttpMethod.Post, "/api/v1/language/decide", body);
        var decision = await response.Content.ReadAsStringAsync();
        Assert.Contains("\"release\":null,\"releaseStatus\":\"draft\"", decision, StringComparison.Ordinal);
        Assert.Contains("\"limit\":10.0000000000000000000000001", decision, StringComparison.Ordinal);
        Assert.DoesNotContain("\"rules\":[{\"name\"", decision, StringComparison.Ordinal);
        var live = await anna.PostAsync("/api/v1/language/decide", new { workflow = "Limit", facts = new { patient = new { calcium = 11 } } });
        var changed = await anna.PostAsync("/api/v1/language/decide", new { workflow = "Limit", facts = new { patient = new { calcium = 11 } }, change });
        Assert.Equal(("met", "notMet"), (live["verdicts"]!["AboveLimit"]!.GetValue<string>(), changed["verdicts"]!["AboveLimit"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("""{"patient":{"calcum":1}}""", "", "wrong-facts", "/facts/patient/calcum")]
    [InlineData("""{"patient":{"calcium":1,"calcium":2}}""", "", "wrong-facts", "/facts/patient/calcium")]
    [InlineData("""{"patient":{"calcium":101}}""", "", "wrong-facts", "/facts/patient/calcium")]
    [InlineData("[]", "", "wrong-facts", "/facts")]
    [InlineData("{}", ""","asOf":"yesterday" """, "malformed-body", "/asOf")]
    [InlineData("{}", ""","explain":"all" """, "malformed-body", "/explain")]
    [InlineData("{}", ""","release":3 """, "malformed-body", null)]
    public async Task Wrong_facts_are_refused_as_execute_refuses_them(string facts, string more, string kind, string? pointer)
    {
        using var body = new StringContent($$"""{"workflow":"Limit","facts":{{facts}} {{more}} }""", Encoding.UTF8, "application/json");
        using var response = await anna.SendAsync(HttpMethod.Post, "/api/v1/language/decide", body);
        var problem = await Person.ProblemAsync(response, HttpStatusCode.BadRequest, kind);
        if (pointer is not null) Assert.Equal(pointer, problem["errors"]![0]!["pointer"]!.GetValue<string>());
    }

    [Fact]
    public async Task Golden_cases_are_replayed_with_what_they_would_have_to_expect()
    {
        var passed = await anna.PostAsync("/api/v1/language/replay", new { });
        Assert.Equal((1, 0), (passed["passed"]!.GetValue<int>(), passed["failed"]!.GetValue<int>()));
        var edits = new Dictionary<string, string?> { [SmallLibrary.Workflow] = SmallLibrary.WorkflowText(9) };
        var failed = await anna.PostAsync("/api/v1/language/replay", new { workflows = new[] { "Limit" }, documents = edits });
        Assert.Equal("""[{"workflow":"Limit","passed":0,"failed":1,"hasErrors":false}]""", failed["workflows"]!.ToJsonString());
        var result = failed["results"]![0]!;
        Assert.Equal(("at-the-limit", false, "complete"), (result["id"]!.GetValue<string>(), result["passed"]!.GetValue<bool>(), result["status"]!.GetValue<string>()));
        Assert.Equal("""{"Rules":{"AboveLimit":"met"},"Outputs":{"limit":9}}""", result["expect"]!.ToJsonString());
        Assert.Equal(["rule AboveLimit", "output limit"], result["differences"]!.AsArray().Select(d => d!["subject"]!.GetValue<string>()));
        Assert.Single((await anna.PostAsync("/api/v1/language/replay", new { workflows = Array.Empty<string>(), documents = edits }))["results"]!.AsArray());
        edits[SmallLibrary.Cases] = SmallLibrary.CasesText(9);
        Assert.Equal(1, (await anna.PostAsync("/api/v1/language/replay", new { documents = edits }))["passed"]!.GetValue<int>());
        edits[SmallLibrary.Workflow] = SmallLibrary.WorkflowText(9).Replace("calcium >", "calcum >", StringComparison.Ordinal);
        var broken = await anna.PostAsync("/api/v1/language/replay", new { documents = edits });
        Assert.Equal("""[{"workflow":"Limit","passed":0,"failed":0,"hasErrors":true}]""", broken["workflows"]!.ToJsonString());
        Assert.Empty(broken["results"]!.AsArray());
    }

    [Theory]
    [InlineData("outline", "{")]
    [InlineData("outline", "{}")]
    [InlineData("decide", "{")]
    [InlineData("decide", "broken")]
    [InlineData("replay", "\uD800")]
    public async Task A_draft_that_cannot_be_understood_says_what_is_wrong_with_it(string route, string text)
    {
        if (text == "broken") text = SmallLibrary.WorkflowText(12).Replace("calcium >", "calcum >", StringComparison.Ordinal);
        var documents = new Dictionary<string, string?> { [SmallLibrary.Workflow] = text };
        object request = route switch
        {
            "replay" => new { workflows = new[] { "Limit" }, documents },
            "decide" => new { workflow = "Limit", facts = new { }, documents },
            _ => new { workflow = "Limit", documents },
        };
        var problem = await anna.RefusedAsync(HttpStatusCode.UnprocessableEntity, "draft-broken", HttpMethod.Post, $"/api/v1/language/{route}", request);
        Assert.Equal(SmallLibrary.Workflow, problem["errors"]![0]!["document"]!.GetValue<string>());
    }

    [Fact]
    public async Task Requests_for_the_same_texts_at_the_same_time_all_get_their_answer_and_every_edit_its_own()
    {
        var asked = Enumerable.Range(1, 40).Select(async i =>
        {
            var edits = new Dictionary<string, string?> { [SmallLibrary.Workflow] = SmallLibrary.WorkflowText(i / 4) };
            var decision = await anna.PostAsync("/api/v1/language/decide", new { workflow = "Limit", facts = new { patient = new { calcium = 5 } }, documents = edits });
            return (Expected: i / 4, Limit: decision["outputs"]!["limit"]!.GetValue<int>());
        });
        Assert.All(await Task.WhenAll(asked), a => Assert.Equal(a.Expected, a.Limit));
    }

    [Fact]
    public async Task What_is_saved_in_the_change_counts_at_once()
    {
        async Task<int> LimitAsync() => (await anna.PostAsync("/api/v1/language/decide", new { workflow = "Limit", facts = new { }, change }))["outputs"]!["limit"]!.GetValue<int>();
        foreach (var limit in new[] { 20, 30, 20 })
        {
            await anna.PutAsync(change, SmallLibrary.Workflow, SmallLibrary.WorkflowText(limit), await anna.HashAsync(change, SmallLibrary.Workflow));
            Assert.Equal(limit, await LimitAsync());
        }
    }

    [Fact]
    public async Task What_does_not_exist_is_said()
    {
        await anna.RefusedAsync(HttpStatusCode.NotFound, "unknown-workflow", HttpMethod.Post, "/api/v1/language/complete", new { workflow = "Limt", text = "", offset = 0 });
        await anna.RefusedAsync(HttpStatusCode.NotFound, "unknown-workflow", HttpMethod.Post, "/api/v1/language/outline", new { workflow = "Limt" });
        await anna.RefusedAsync(HttpStatusCode.NotFound, "unknown-workflow", HttpMethod.Post, "/api/v1/language/decide", new { workflow = "Limt", facts = new { } });
        await anna.RefusedAsync(HttpStatusCode.NotFound, "unknown-workflow", HttpMethod.Post, "/api/v1/language/replay", new { workflows = new[] { "Limt" } });
        await anna.RefusedAsync(HttpStatusCode.NotFound, "not-in-store", HttpMethod.Post, "/api/v1/language/check", new { change = 99 });
        await anna.RefusedAsync(HttpStatusCode.BadRequest, "invalid-action", HttpMethod.Post, "/api/v1/language/hover", new { workflow = "Limit", text = "x", offset = 2 });
        await anna.RefusedAsync(HttpStatusCode.BadRequest, "invalid-action", HttpMethod.Post, "/api/v1/language/check", new { documents = new Dictionary<string, string?> { ["../x.json"] = "{}" } });
    }

    private Task<JsonNode> CheckAsync(string workflow) => anna.PostAsync("/api/v1/language/check", new { documents = new Dictionary<string, string?> { [SmallLibrary.Workflow] = workflow } });

    private Task<JsonNode> OutlineAsync(string workflow) =>
        anna.PostAsync("/api/v1/language/outline", new { workflow = "Limit", documents = new Dictionary<string, string?> { [SmallLibrary.Workflow] = workflow } });

    private static string[] Texts(JsonNode list) => [.. list.AsArray().Select(t => t!.GetValue<string>())];
}
