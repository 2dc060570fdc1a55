using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Server;
using BoneMets.Rules.System.Tests.Store;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>A request with an <c>Idempotency-Key</c>, sent again.</summary>
public sealed class RepeatedRequestTests : SmallStore
{
    private const string Execute = "/api/v1/workflows/Limit/execute", Twelve = """{"facts":{"patient":{"calcium":12}}}""";

    [Fact]
    public async Task The_same_request_gets_the_same_decision_to_the_byte_also_when_other_content_is_live()
    {
        await using var server = await StoreServer.StartAsync(Store, Library);
        var root = await server.AdministratorAsync();
        var (anna, rita) = (await server.PersonAsync(root, "anna", "author"), await server.PersonAsync(root, "rita", "reviewer", "publisher"));
        var (ward, other) = (await server.KeyAsync(root, "ward 7", ["execute", "record"]), await server.KeyAsync(root, "ward 8", ["execute"]));
        var (first, isFirstRepeated) = await SendAsync(ward, "k-1", Twelve);
        await PlatformStory.PublishAsync(anna, rita, await PlatformStory.DraftAsync(anna, "Other limit", 20));
        var (again, isRepeated) = await SendAsync(ward, "k-1", Twelve);
        Assert.Equal((first, false, true), (again, isFirstRepeated, isRepeated));
        Assert.Equal(12, (await ward.GetAsync($"/api/v1/decisions/{JsonNode.Parse(first)!["decisionId"]}"))["facts"]!["patient"]!["calcium"]!.GetValue<int>());

        // Another body is refused, to the byte; so is another workflow's. Another application's key of the same name is another key.
        await RefusedAsync(ward, "k-1", Twelve + " ", HttpStatusCode.UnprocessableEntity, "key-reused");
        Assert.NotEqual(first, (await SendAsync(other, "k-1", Twelve)).Text);
        Assert.NotEqual(first, (await SendAsync(ward, "k-2", Twelve)).Text);
        await RefusedAsync(ward, "two words", Twelve, HttpStatusCode.BadRequest, "invalid-action");
        await RefusedAsync(ward, new string('k', 256), Twelve, HttpStatusCode.BadRequest, "invalid-action");

        // What was refused is not remembered as answered.
        await RefusedAsync(ward, "k-3", """{"facts":{"patient":{"calcium":"12"}}}""", HttpStatusCode.BadRequest, "wrong-facts");
        await SendAsync(ward, "k-3", Twelve);

        // What was taken out of use is not said again.
        var retired = await root.PostAsync("/api/v1/retirements", new { workflow = "Limit", reason = "a wrong limit" });
        await RetiredAsync(other, isRetired: true);
        await RefusedAsync(ward, "k-1", Twelve, HttpStatusCode.Conflict, "retired");
        await root.PostAsync($"/api/v1/retirements/{retired["id"]!.GetValue<long>()}/lift", new { text = "it is right" });
        await RetiredAsync(other, isRetired: false);
        Assert.Equal(first, (await SendAsync(ward, "k-1", Twelve)).Text);
    }

    /// <summary>Clients add keys to every request; they must cost nobody anything who has nothing recorded.</summary>
    [Fact]
    public async Task A_key_that_a_client_adds_by_itself_counts_where_decisions_are_recorded_and_is_refused_to_nobody()
    {
        await using var server = await StoreServer.StartAsync(Store, Library);
        var root = await server.AdministratorAsync();
        var (ward, silent) = (await server.KeyAsync(root, "ward 7", ["execute", "record"]), await server.KeyAsync(root, "silent", ["execute"]));
        var (first, _) = await SendAsync(ward, "auto-1", Twelve);
        Assert.Equal((first, true), await SendAsync(ward, "auto-1", Twelve));
        foreach (var who in new[] { silent, server.Anyone, root })
        {
            Assert.False((await SendAsync(who, "auto-1", Twelve)).IsRepeated);
            using var again = await who.SendAsync(HttpMethod.Post, Execute, new StringContent(Twelve + " ", Encoding.UTF8, "application/json"), ("Idempotency-Key", "auto-1"));
            Assert.Equal((HttpStatusCode.OK, "false"), (again.StatusCode, again.Headers.GetValues("Idempotency-Kept").Single()));
        }
        await RefusedAsync(silent, "auto 1", Twelve, HttpStatusCode.BadRequest, "invalid-action");
    }

    [Fact]
    public async Task Many_at_once_get_one_decision_that_is_recorded_once()
    {
        await using var server = await StoreServer.StartAsync(Store, Library);
        var ward = await server.KeyAsync(await server.AdministratorAsync(), "ward 7", ["execute", "record"]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(ward, "k", Twelve)));
        Assert.Single(answers.Select(a => a.Text).Distinct());
        await ward.GetAsync($"/api/v1/decisions/{JsonNode.Parse(answers[0].Text)!["decisionId"]}");
    }

    [Fact]
    public async Task It_ends_after_its_time_and_keeps_nothing_of_the_patient()
    {
        await using (var server = await StoreServer.StartAsync(Store, Library, o => o with { RepeatLifetime = TimeSpan.FromSeconds(1) }))
        {
            var (first, _) = await SendAsync(server.Anyone, "k", """{"facts":{"patient":{"calcium":47.625}}}""");
            await FaultStory.UntilAsync(async () => (await SendAsync(server.Anyone, "k", """{"facts":{"patient":{"calcium":47.625}}}""")).Text != first, "the end of the key");
        }
        foreach (var file in Directory.EnumerateFiles(Library, "store.db*")) Assert.DoesNotContain("47.625", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Bundle_is_repeated_with_what_was_read_from_it()
    {
        await using var server = await StoreServer.StartAsync(Store, Library);
        const string bundle = """{"bundle":{"resourceType":"Bundle","type":"collection"}}""";
        var (first, _) = await SendAsync(server.Anyone, "k", bundle);
        Assert.Contains("\"bundle\":{", first, StringComparison.Ordinal);
        Assert.Equal(first, (await SendAsync(server.Anyone, "k", bundle)).Text);
    }

    [Fact]
    public async Task A_batch_is_not_for_keys_that_record_and_reads_the_release_that_it_names()
    {
        await using var server = await StoreServer.StartAsync(Store, Library);
        var root = await server.AdministratorAsync();
        var (anna, rita) = (await server.PersonAsync(root, "anna", "author"), await server.PersonAsync(root, "rita", "reviewer", "publisher"));
        await PlatformStory.PublishAsync(anna, rita, await PlatformStory.DraftAsync(anna, "Other limit", 20));
        var (silent, ward) = (await server.KeyAsync(root, "silent", ["execute"]), await server.KeyAsync(root, "ward 7", ["execute", "record"]));
        var bound = await server.KeyAsync(root, "bound", ["execute"], "Other");
        async Task<HttpResponseMessage> Batch(Person who, string query) => await who.SendAsync(HttpMethod.Post, Execute + "/batch" + query, new StringContent("""{"patient":{"calcium":12}}""", Encoding.UTF8, "application/x-ndjson"));
        foreach (var (query, limit) in new[] { ("", 20), ("?release=1", 10), ("?release=latest", 20) })
        {
            using var response = await Batch(silent, query);
            Assert.Equal(limit, JsonNode.Parse(await response.Content.ReadAsStringAsync())!["decision"]!["outputs"]!["limit"]!.GetValue<int>());
        }
        await Person.ProblemAsync(await Batch(silent, "?release=7"), HttpStatusCode.NotFound, "unknown-release");
        await Person.ProblemAsync(await Batch(ward, ""), HttpStatusCode.Forbidden, "key-scope");
        await Person.ProblemAsync(await Batch(bound, ""), HttpStatusCode.Forbidden, "key-scope");
        await root.PostAsync("/api/v1/retirements", new { workflow = "Limit", reason = "a wrong limit" });
        await RetiredAsync(silent, isRetired: true);
        await Person.ProblemAsync(await Batch(silent, ""), HttpStatusCode.Conflict, "retired");
    }

    [Fact]
    public async Task A_key_that_asks_too_often_is_told_when_to_go_on_and_others_are_not_held_up()
    {
        await using var server = await StoreServer.StartAsync(Store, Library, o => o with { KeyRate = 5 });
        var root = await server.AdministratorAsync();
        var (hasty, calm) = (await server.KeyAsync(root, "hasty", ["execute"]), await server.KeyAsync(root, "calm", ["execute"]));
        HttpResponseMessage? refused = null;
        for (var i = 0; i < 200 && refused is null; i++)
        {
            var response = await hasty.SendAsync(HttpMethod.Post, Execute, new StringContent(Twelve, Encoding.UTF8, "application/json"));
            if (response.StatusCode == HttpStatusCode.TooManyRequests) refused = response;
            else response.Dispose();
        }
        Assert.NotNull(refused);
        using (refused)
        {
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
            await Person.ProblemAsync(refused, HttpStatusCode.TooManyRequests, "key-rate");
        }
        await StoreServer.DecideAsync(calm, 12);
        await FaultStory.UntilAsync(async () => (await StoreServer.DecideAsync(hasty, 12))["decisionId"] is not null, "the next second");
    }

    /// <summary>The server hears of it within a second.</summary>
    private static Task RetiredAsync(Person who, bool isRetired) =>
        FaultStory.UntilAsync(async () => isRetired == ((await StoreServer.DecideAsync(who, 12))["type"]?.GetValue<string>() == "/problems/retired"), "the kill switch");

    internal static async Task<(string Text, bool IsRepeated)> SendAsync(Person who, string key, string body)
    {
        using var response = await who.SendAsync(HttpMethod.Post, Execute, new StringContent(body, Encoding.UTF8, "application/json"), ("Idempotency-Key", key));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return (text, response.Headers.Contains("Idempotency-Replayed"));
    }

    private static async Task RefusedAsync(Person who, string key, string body, HttpStatusCode status, string kind)
    {
        using var response = await who.SendAsync(HttpMethod.Post, Execute, new StringContent(body, Encoding.UTF8, "application/json"), ("Idempotency-Key", key));
        await Person.ProblemAsync(response, status, kind);
    }
}

/// <summary>The same at two processes on one PostgreSQL.</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class RepeatedAtTwoServers(PostgreSqlServer database) : FaultStory
{
    [Fact]
    public async Task A_request_that_is_sent_again_to_another_server_gets_the_same_decision()
    {
        var options = new StoreOptions { PostgreSql = await database.NewDatabaseAsync() };
        await using var one = await ServerProcess.StartAsync(options, Library, SharedImages.Directory);
        await using var two = await ServerProcess.StartAsync(options, Library, SharedImages.Directory);
        using var here = new Person(one.Address, "anyone");
        using var there = new Person(two.Address, "anyone");
        const string body = """{"facts":{"patient":{"calcium":12}},"explain":"full"}""";
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => RepeatedRequestTests.SendAsync(i % 2 == 0 ? here : there, "k", body)));
        Assert.Single(answers.Select(a => a.Text).Distinct());
        Assert.True((await RepeatedRequestTests.SendAsync(there, "k", body)).IsRepeated);
    }
}
