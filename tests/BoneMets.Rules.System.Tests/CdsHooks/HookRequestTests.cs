using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.CdsHooks;

/// <summary>A server of a folder with three services.</summary>
public sealed class HookServer : IAsyncLifetime
{
    internal RunningServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await RunningServer.StartAsync(prepare: HookTable.Offer);

    public Task DisposeAsync() => Server.DisposeAsync();
}

/// <summary>The table of requests, and what the standard says of discovery and of bodies.</summary>
public sealed class HookRequestTests(HookServer hooks) : IClassFixture<HookServer>
{
    private HttpClient Client => hooks.Server.Client;

    public static TheoryData<string> Names => [.. HookTable.Cases.Select(c => HookTable.Text(c, "name"))];

    [Theory, MemberData(nameof(Names))]
    public async Task A_request_is_answered_as_the_table_says(string name)
    {
        var expected = HookTable.Case(name);
        using var response = await HookTable.AskAsync(Client, HookTable.Request(expected), expected["service"]?.GetValue<string>() ?? "Hypercalcemia");
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        if (expected["status"] is { } status)
        {
            Assert.Equal(status.GetValue<int>(), (int)response.StatusCode);
            var outcome = await RunningServer.JsonAsync(response);
            Assert.Empty(HookStandard.WrongInOutcome(outcome));
            var issue = Assert.Single(outcome["issue"]!.AsArray(), i => HookTable.Text(i!["details"]!, "text").Contains(HookTable.Text(expected, "issue"), StringComparison.Ordinal))!;
            Assert.Equal(HookTable.Text(expected, "code"), HookTable.Text(issue, "code"));
            return;
        }
        var cards = await HookTable.CardsAsync(response);
        var wanted = expected["cards"]!.AsArray();
        var actual = string.Join("\n", cards.Select(c => $"{c!["indicator"]}: {c["summary"]}"));
        Assert.True(wanted.Count == cards.Count, actual);
        for (var i = 0; i < wanted.Count; i++) Compare(wanted[i]!, cards[i]!);
    }

    [Fact]
    public async Task Discovery_keeps_the_rules_of_the_standard_and_splits_the_data()
    {
        var answer = await hooks.Server.JsonAsync("/cds-services");
        Assert.Empty(HookStandard.WrongInDiscovery(answer));
        var services = answer["services"]!.AsArray();
        Assert.Equal((3 * 4) + 2, services.Count);
        Assert.Equal(["BoneMetastasisPathway", "BoneTargetedAgent", "Faulty", "Hypercalcemia", "Trap"], services.Select(s => HookTable.Text(s!, "id")).Distinct().Order(StringComparer.Ordinal));
        var pathway = services.First(s => HookTable.Text(s!, "id") == "BoneMetastasisPathway")!;
        Assert.Contains("it proposes, it does not decide", HookTable.Text(pathway, "usageRequirements"), StringComparison.Ordinal);
        Assert.Equal(["patient", "conditions"], HookTable.Own(pathway)["required"]!.AsArray().Select(k => k!.GetValue<string>()));
        Assert.Contains("observations", HookTable.Own(pathway)["optional"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("http://loinc.org|17861-6", pathway["prefetch"]!["observations"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("Patient/{{context.patientId}}", pathway["prefetch"]!["patient"]!.GetValue<string>());
    }

    [Fact]
    public async Task Discovery_follows_the_content_without_a_restart()
    {
        await using var own = new Stopped(await RunningServer.StartAsync());
        Assert.Equal(4, (await own.Server.JsonAsync("/cds-services"))["services"]!.AsArray().Count);
        own.Server.Edit(Path.Combine("bone-metastasis-pathway", "workflow.json"), "\"patient-view\", \"order-select\", \"order-sign\", \"encounter-start\"", "\"order-sign\"");
        var answer = await own.Server.UntilAsync("/cds-services", a => a["services"]!.AsArray().Count == 1);
        Assert.Equal("order-sign", HookTable.Text(answer["services"]![0]!, "hook"));
        using var refused = await HookTable.AskAsync(own.Server.Client, HookTable.Base(), "BoneMetastasisPathway");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Theory]
    [InlineData("text/plain", "{}", 415)]
    [InlineData("application/json; charset=latin1", "{}", 415)]
    [InlineData(null, "{}", 415)]
    [InlineData("application/json", "", 400)]
    [InlineData("application/json", "[1]", 400)]
    [InlineData("application/json", "{\"hook\":\"patient-view\",\"hook\":\"order-sign\"}", 400)]
    [InlineData("application/json", "{\"hook\":\"\\ud800\"}", 400)]
    [InlineData("application/json", "{\"\\ud800\":1}", 400)]
    public async Task A_body_that_cannot_be_read_is_refused_with_an_outcome(string? type, string body, int status)
    {
        foreach (var path in new[] { "/cds-services/Hypercalcemia", "/cds-services/Hypercalcemia/feedback" })
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var response = await Client.PostAsync(new Uri(path, UriKind.Relative), content);
            Assert.Equal(status, (int)response.StatusCode);
            Assert.Empty(HookStandard.WrongInOutcome(await RunningServer.JsonAsync(response)));
        }
    }

    [Fact]
    public async Task Hostile_nesting_and_size_are_refused()
    {
        using var deep = await Client.PostAsync(new Uri("/cds-services/Hypercalcemia", UriKind.Relative), new StringContent(string.Concat(Enumerable.Repeat("{\"a\":", 5_000)), Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, deep.StatusCode);
        using var large = await Client.PostAsync(new Uri("/cds-services/Hypercalcemia", UriKind.Relative), new StringContent(new string(' ', (8 * 1024 * 1024) + 1), Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Empty(HookStandard.WrongInOutcome(await RunningServer.JsonAsync(large)));
        var nested = HookTable.Base();
        JsonObject bundle = new() { ["resourceType"] = "Bundle" };
        for (var i = 0; i < 12; i++) bundle = new JsonObject { ["resourceType"] = "Bundle", ["entry"] = new JsonArray(new JsonObject { ["resource"] = bundle }) };
        HookTable.Set(nested, "/prefetch/observations", bundle);
        using var read = await HookTable.AskAsync(Client, nested);
        await HookTable.CardsAsync(read);
    }

    [Fact]
    public async Task Feedback_needs_a_store_and_says_so()
    {
        using var response = await HookTable.SendAsync(Client, HttpMethod.Post, "/cds-services/Hypercalcemia/feedback", HookTable.Json(JsonNode.Parse("""{"feedback":[{"card":"a","outcome":"overridden","outcomeTimestamp":"2026-01-31T10:00:00Z"}]}""")!));
        Assert.False(response.IsSuccessStatusCode);
        Assert.Contains("serves a folder read-only", (await RunningServer.JsonAsync(response)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_request_gives_other_cards_each_time_whose_data_name_the_decision()
    {
        using var first = await HookTable.AskAsync(Client, HookTable.Base());
        using var second = await HookTable.AskAsync(Client, HookTable.Base());
        var (one, two) = (await HookTable.CardsAsync(first), await HookTable.CardsAsync(second));
        Assert.NotEqual(HookTable.Text(one[0]!, "uuid"), HookTable.Text(two[0]!, "uuid"));
        Assert.Equal(HookTable.Text(one[0]!, "summary"), HookTable.Text(two[0]!, "summary"));
        Assert.True(Guid.TryParse(HookTable.Text(HookTable.Own(one[0]!), "decisionId"), out _));
        Assert.Equal("SevereHypercalcemia", HookTable.Text(HookTable.Own(one[0]!), "rule"));
        Assert.StartsWith("sha256:", HookTable.Text(HookTable.Own(one[0]!), "hash"), StringComparison.Ordinal);
        Assert.Equal("https://guideline.example.org/calcium", HookTable.Text(one[0]!["source"]!, "url"));
        Assert.Equal("https://guideline.example.org/calcium", HookTable.Text(Assert.Single(one[0]!["links"]!.AsArray())!, "url"));
    }

    private static void Compare(JsonNode wanted, JsonNode card)
    {
        Assert.Equal(HookTable.Text(wanted, "indicator"), HookTable.Text(card, "indicator"));
        Assert.Contains(HookTable.Text(wanted, "summary"), HookTable.Text(card, "summary"), StringComparison.Ordinal);
        foreach (var text in wanted["detail"]?.AsArray() ?? []) Assert.Contains(text!.GetValue<string>(), HookTable.Text(card, "detail"), StringComparison.Ordinal);
        foreach (var text in wanted["without"]?.AsArray() ?? []) Assert.DoesNotContain(text!.GetValue<string>(), card.ToJsonString(new global::System.Text.Json.JsonSerializerOptions { Encoder = global::System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        Assert.Equal(wanted["suggestions"]?.AsArray().Select(s => s!.GetValue<string>()) ?? [], card["suggestions"]?.AsArray().Select(s => HookTable.Text(s!, "label")) ?? []);
    }

    private sealed class Stopped(RunningServer server) : IAsyncDisposable
    {
        public RunningServer Server { get; } = server;

        public async ValueTask DisposeAsync() => await Server.DisposeAsync();
    }
}
