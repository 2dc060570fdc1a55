using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Cohorts;

/// <summary>Cohort runs on a server with a file of its own.</summary>
public sealed class CohortTests : SmallStore
{
    private const string Csv = "id,Calcium,Ward\n=HYPERLINK(1),12,7\np2,,7\np3,x,8\np4,-1,8\n";

    [Fact]
    public async Task Lines_are_answered_to_the_byte_as_a_batch_answers_them_and_counted()
    {
        await using var server = await StoreServer.StartAsync(Store, Library);
        var root = await server.AdministratorAsync();
        var input = Encoding.UTF8.GetBytes($$$"""
            {"id":1,"patient":{"calcium":12}}

            {"id":"b","line":77,"patient":{"calcium":9}}
            {"patient":{}}
            {"id":"d","patient":{"calcium":9,"x":1}}
            no json
            {"id":"{{{new string('x', 3 * 1024 * 1024)}}}","patient":{}}
            {"id":"f","patient":{"calcium":12}}
            """.Replace("\r", "", StringComparison.Ordinal)).Concat(CohortInputs.Lines(12_000)).ToArray();
        var run = await CohortRun.CreateAsync(root, SmallLibrary.Name);
        await run.UploadAsync(input);
        await run.StartAsync();
        var ended = await run.UntilAsync("completed");
        Assert.Equal((12_006, 5), (ended["input"]!["patients"]!.GetValue<int>(), ended["input"]!["partitions"]!.GetValue<int>() + 1));
        var results = await run.ResultsAsync();
        using var batch = await root.SendAsync(HttpMethod.Post, $"/api/v1/workflows/{SmallLibrary.Name}/execute/batch?asOf=2026-01-31", Content(input));
        Assert.Equal(await batch.Content.ReadAsStringAsync(), results);

        var counts = await root.GetAsync($"{run.Path}/summary");
        var lines = results.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        var decisions = lines.Select(l => l["decision"]).OfType<JsonNode>().ToList();
        Assert.Equal((lines.Count, lines.Count - decisions.Count), (counts["patients"]!.GetValue<int>(), counts["refused"]!.GetValue<int>()));
        foreach (var rule in counts["rules"]!.AsArray())
            foreach (var verdict in (string[])["met", "notMet", "undetermined", "failed"])
                Assert.Equal(decisions.Count(d => d["verdicts"]![rule!["name"]!.GetValue<string>()]!.GetValue<string>() == verdict), rule![verdict]!.GetValue<int>());
        var lacking = decisions.Count(d => d["missing"]!.AsArray().Count > 0);
        Assert.Equal([("patient.calcium", lacking)], counts["missing"]!.AsArray().Select(m => (m!["fact"]!.GetValue<string>(), m["patients"]!.GetValue<int>())));
        Assert.Equal(["BMR3001", "BMR3002", "BMR3003", "BMR3015"], counts["errors"]!.AsArray().Select(e => e!["code"]!.GetValue<string>()).Order(StringComparer.Ordinal));

        var seen = new List<string>();
        for (string? after = null; ;)
        {
            var page = await root.GetAsync($"{run.Path}/undetermined?fact=patient.calcium&limit=500{(after is null ? "" : $"&after={after}")}");
            Assert.Equal(lacking, page["total"]!.GetValue<int>());
            seen.AddRange(page["patients"]!.AsArray().Select(p => p!["line"]!.ToJsonString()));
            if ((after = page["next"]?.GetValue<string>()) is null) break;
        }
        Assert.Equal(lines.Where(l => l["decision"]?["missing"]!.AsArray().Count > 0).Select(l => l["line"]!.ToJsonString()), seen);
    }

    [Fact]
    public async Task Columns_are_proposed_mapped_tried_and_decided_and_a_table_comes_back_without_formulas()
    {
        await using var server = await StoreServer.StartAsync(Store, Library);
        var root = await server.AdministratorAsync();
        var run = await CohortRun.CreateAsync(root, SmallLibrary.Name);
        await run.UploadAsync(Encoding.UTF8.GetBytes(Csv), "text/csv; charset=utf-8");
        var preview = await root.PostAsync($"{run.Path}/preview", new { });
        Assert.Equal((",", "id", "Calcium patient.calcium"), (preview["separator"]!.GetValue<string>(), preview["proposal"]!["id"]!.GetValue<string>(), string.Join(';', preview["proposal"]!["columns"]!.AsArray().Select(c => $"{c!["column"]} {c["fact"]}"))));
        Assert.Equal(["7", "7", "8"], preview["columns"]![2]!["values"]!.AsArray().Select(v => v!.GetValue<string>()));
        Assert.Single(preview["problems"]!.AsArray());
        using (var early = await run.MatchAsync(HttpMethod.Post, "start", null)) await Person.ProblemAsync(early, HttpStatusCode.UnprocessableEntity, "wrong-mapping");

        var terms = await root.GetAsync($"{run.Path}/terms");
        Assert.Equal("patient.calcium Calcium number True", string.Join(';', terms["facts"]!.AsArray().Select(f => $"{f!["path"]} {f["label"]} {f["type"]} {f["isRead"]!.GetValue<bool>()}")));
        Assert.Equal("Limit: AboveLimit=Above the limit,BelowLimit=Not above the limit", string.Join(';', terms["workflows"]!.AsArray().Select(w => $"{w!["name"]}: {string.Join(',', w["rules"]!.AsArray().Select(r => $"{r!["name"]}={r["title"]}"))}")));

        var mapping = new { columns = new[] { new { column = "Calcium", fact = "patient.calcium" } }, id = "id", ignored = new[] { "Ward" } };
        var tried = await root.PostAsync($"{run.Path}/preview", new { mapping, lines = 2 });
        Assert.Equal([2, 3], tried["lines"]!.AsArray().Select(l => l!["line"]!.GetValue<int>()));
        Assert.Null((await run.GetAsync())["mapping"]);
        await run.MapAsync(mapping);
        await run.StartAsync();
        await run.UntilAsync("completed");
        var results = (await run.ResultsAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal(["met", "undetermined", null, null], results.Select(r => r["decision"]?["verdicts"]!["AboveLimit"]!.GetValue<string>()));
        Assert.StartsWith("column `Calcium`: ", results[2]["error"]!["detail"]!.GetValue<string>(), StringComparison.Ordinal);

        var table = (await run.ResultsAsync("?format=csv")).Split("\r\n");
        Assert.Equal("line,id,status,error,verdict AboveLimit,verdict BelowLimit,output limit,recommendations,pending,withheld,missing", table[0]);
        Assert.Equal("2,\"'=HYPERLINK(1)\",complete,,met,notMet,10,,,,", table[1]);
        Assert.Equal("3,p2,incomplete,,undetermined,undetermined,10,,,,patient.calcium", table[2]);
        Assert.StartsWith("4,p3,refused,", table[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_cancelled_within_a_moment_and_resumed_where_it_was()
    {
        await using var server = await StoreServer.StartAsync(Store, Library, o => o with { CohortWorkers = 1 });
        var root = await server.AdministratorAsync();
        var run = await CohortRun.CreateAsync(root, SmallLibrary.Name, new { explain = "full" });
        await run.UploadAsync(CohortInputs.Lines(60_000));
        await run.StartAsync();
        await FaultStory.UntilAsync(async () => (await run.GetAsync())["progress"]!["partitionsDone"]!.GetValue<int>() > 0, "something is done");
        var since = Stopwatch.StartNew();
        await root.PostAsync($"{run.Path}/cancel");
        var cancelled = await run.UntilAsync("cancelled");
        Assert.InRange(since.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5)); // alone on a machine it takes half a second
        var done = cancelled["progress"]!["patientsDone"]!.GetValue<int>();
        Assert.InRange(done, 5_000, 55_000);
        Assert.All(cancelled["progress"]!["nodes"]!.AsArray(), n => Assert.Equal(0, n!["working"]!.GetValue<int>()));
        await root.RefusedAsync(HttpStatusCode.Conflict, "wrong-state", HttpMethod.Get, $"{run.Path}/results");
        Assert.Equal(done, (await run.ResultsAsync("?partial=true")).Count(c => c == '\n'));
        Assert.False((await root.GetAsync($"{run.Path}/summary"))["isWhole"]!.GetValue<bool>());
        await root.PostAsync($"{run.Path}/resume");
        await run.UntilAsync("completed");
        var ids = (await run.ResultsAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l[..60].Split("\"id\":\"")[1].Split('"')[0]);
        Assert.Equal(Enumerable.Range(0, 60_000).Select(i => $"p{i}"), ids);
    }

    [Fact]
    public async Task A_server_that_is_started_again_goes_on_with_what_is_unfinished()
    {
        string secret;
        int before;
        CohortRun run;
        await using (var server = await StoreServer.StartAsync(Store, Library, o => o with { CohortWorkers = 1 }))
        {
            var root = await server.AdministratorAsync();
            secret = (await root.PostAsync("/api/v1/keys", new { name = "k", scopes = new[] { "execute" }, days = 1 }))["secret"]!.GetValue<string>();
            using var key = new Person(server.Address, "key", secret);
            run = await CohortRun.CreateAsync(key, SmallLibrary.Name, new { explain = "full" });
            await run.UploadAsync(CohortInputs.Lines(60_000));
            await run.StartAsync();
            await FaultStory.UntilAsync(async () => (await run.GetAsync())["progress"]!["partitionsDone"]!.GetValue<int>() > 0, "something is done");
            before = (await run.GetAsync())["progress"]!["partitionsDone"]!.GetValue<int>();
        }
        Assert.InRange(before, 1, 11);
        await using var again = await StoreServer.StartAsync(Store, Library);
        using var same = new Person(again.Address, "key", secret);
        var ended = await run.As(same).UntilAsync("completed");
        Assert.Equal((60_000, 2), (ended["progress"]!["patientsDone"]!.GetValue<int>(), ended["progress"]!["nodes"]!.AsArray().Count));
    }

    [Fact]
    public async Task Taking_a_workflow_out_of_use_ends_its_runs_with_the_reason()
    {
        await using var server = await StoreServer.StartAsync(Store, Library, o => o with { CohortWorkers = 1 });
        var root = await server.AdministratorAsync();
        var run = await CohortRun.CreateAsync(root, SmallLibrary.Name, new { explain = "full" });
        await run.UploadAsync(CohortInputs.Lines(40_000));
        await run.StartAsync();
        var retired = await root.PostAsync("/api/v1/retirements", new { workflow = SmallLibrary.Name, reason = "a wrong limit" });
        var failed = await run.UntilAsync("failed");
        Assert.Contains("a wrong limit", failed["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("a wrong limit", failed["retired"]!.GetValue<string>(), StringComparison.Ordinal);
        await root.RefusedAsync(HttpStatusCode.Conflict, "retired", HttpMethod.Post, $"{run.Path}/resume");
        await root.RefusedAsync(HttpStatusCode.Conflict, "retired", HttpMethod.Post, "/api/v1/cohorts", new { name = "x", workflow = SmallLibrary.Name });
        await root.PostAsync($"/api/v1/retirements/{retired["id"]!.GetValue<long>()}/lift", new { text = "it is right" });
        await FaultStory.UntilAsync(async () => (await run.GetAsync())["retired"] is null, "it is back in use");
        await root.PostAsync($"{run.Path}/resume");
        Assert.Equal(40_000, (await run.UntilAsync("completed"))["progress"]!["patientsDone"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_is_done_with_a_run_stands_in_the_log_and_nothing_of_a_patient_does()
    {
        await using var server = await StoreServer.StartAsync(Store, Library);
        var root = await server.AdministratorAsync();
        var run = await CohortRun.CreateAsync(root, SmallLibrary.Name);
        await run.UploadAsync("{\"id\":\"Secretus\",\"patient\":{\"calcium\":12}}\n"u8.ToArray());
        await run.StartAsync();
        await run.UntilAsync("completed");
        await run.ResultsAsync();
        await root.RefusedAsync(HttpStatusCode.Conflict, "wrong-state", HttpMethod.Post, $"{run.Path}/cancel");
        await root.OkAsync(HttpMethod.Delete, run.Path);
        await root.RefusedAsync(HttpStatusCode.NotFound, "not-in-store", HttpMethod.Get, run.Path);
        var log = await root.GetAsync("/api/v1/audit");
        var entries = (log as JsonArray ?? log["entries"]!.AsArray()).Where(e => e!["subject"]!.GetValue<string>() == $"cohort {run.Id}").Select(e => e!["action"]!.GetValue<string>()).Reverse();
        Assert.Equal(["cohort.created", "cohort.input", "cohort.started", "cohort.completed", "cohort.downloaded", "cohort.deleted"], entries);
        Assert.DoesNotContain("Secretus", log.ToJsonString(), StringComparison.Ordinal);
        Assert.True((await root.GetAsync("/api/v1/audit/verification"))["intact"]!.GetValue<bool>());
    }

    private static ByteArrayContent Content(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new("application/x-ndjson");
        return content;
    }
}
