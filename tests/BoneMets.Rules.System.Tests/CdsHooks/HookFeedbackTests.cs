using System.Net;
using System.Text.Json.Nodes;
using BoneMets.Rules.Server.CdsHooks;
using BoneMets.Rules.Server.CdsHooks.Cards;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Server;
using Microsoft.Extensions.DependencyInjection;

namespace BoneMets.Rules.System.Tests.CdsHooks;

/// <summary>What clinicians make of cards comes back to the rule and the release that gave them.</summary>
public sealed class HookFeedbackTests : IAsyncLifetime, IDisposable
{
    private const string Feedback = "/cds-services/Hypercalcemia/feedback";
    private readonly string library = Repository.CopyLibrary();
    private StoreServer server = null!;
    private HttpClient client = null!;
    private Person reviewer = null!, root = null!;

    public async Task InitializeAsync()
    {
        HookTable.Offer(library);
        server = await StoreServer.StartAsync(new StoreOptions { File = Path.Combine(library, "store.db") }, library);
        client = new HttpClient { BaseAddress = server.Address };
        root = await server.AdministratorAsync();
        reviewer = await server.PersonAsync(root, "rita", "reviewer");
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(library, recursive: true);
    }

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Feedback_is_counted_by_rule_release_outcome_and_reason_once_each()
    {
        var severe = await CardAsync();
        var body = new JsonObject { ["feedback"] = new JsonArray(Overridden(severe, "2026-01-31T10:00:00Z"), Accepted(severe, "2026-01-31T10:05:00+01:00"), Overridden(Guid.NewGuid().ToString(), "2026-01-31T10:00:00Z")) };
        for (var i = 0; i < 2; i++)
        {
            using var response = await PostAsync(body);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("{}", await response.Content.ReadAsStringAsync());
        }
        var answer = await reviewer.GetAsync("/api/v1/feedback");
        Assert.Equal("1 2 1", $"{answer["accepted"]} {answer["overridden"]} {answer["unknown"]}");
        Assert.Equal(
            [
                "Hypercalcemia unknown - release - overridden patient-refuses 1 comments 1",
                "Hypercalcemia recommendation SevereHypercalcemia release 1 accepted - 1 comments 0",
                "Hypercalcemia recommendation SevereHypercalcemia release 1 overridden patient-refuses 1 comments 1",
            ],
            answer["counts"]!.AsArray().Select(Line));
        Assert.Empty(answer["comments"]!.AsArray()); // it may name a patient
        Assert.Empty((await reviewer.GetAsync("/api/v1/feedback?service=BoneTargetedAgent"))["counts"]!.AsArray());
    }

    [Fact]
    public async Task Cards_of_an_older_release_keep_their_rule_and_release()
    {
        var severe = await CardAsync();
        await PublishAsync();
        var newer = await CardAsync();
        Assert.NotEqual(CardId.Read(Guid.Parse(severe)), CardId.Read(Guid.Parse(newer)));
        using var response = await PostAsync(new JsonObject { ["feedback"] = new JsonArray(Overridden(severe, "2026-01-31T10:00:00Z"), Overridden(newer, "2026-01-31T10:00:00Z")) });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([1, 2], (await reviewer.GetAsync("/api/v1/feedback"))["counts"]!.AsArray().Select(c => c!["release"]!.GetValue<int>()));
        Assert.All((await reviewer.GetAsync("/api/v1/feedback"))["counts"]!.AsArray(), c => Assert.Equal("SevereHypercalcemia", HookTable.Text(c!, "rule")));
    }

    /// <summary>The library of each older release is read whole: nobody makes the server read all of them at once.</summary>
    [Fact]
    public async Task Reports_about_many_older_releases_come_in_several_requests()
    {
        await PublishAsync();
        var store = server.App.Services.GetRequiredService<StoreHost>().Store;
        for (var release = 3; release <= 12; release++) await store.Releases.RollBackAsync("paul", release % 2 == 1 ? 1 : 2, "back and forth");
        await server.App.Services.GetRequiredService<LibraryHost>().ServesAsync(12, CancellationToken.None);
        JsonObject Reports(int from, int to) => new() { ["feedback"] = new JsonArray([.. Enumerable.Range(from, to - from + 1).Select(r => (JsonNode?)Overridden(CardId.New("Hypercalcemia", "SevereHypercalcemia", CardKind.Recommendation, r, Guid.NewGuid()), "2026-01-31T10:00:00Z"))]) };
        using var refused = await PostAsync(Reports(1, 12));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("11 older releases; one request takes those of at most 8", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty((await reviewer.GetAsync("/api/v1/feedback"))["counts"]!.AsArray());
        using var first = await PostAsync(Reports(1, 8));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        // Those are known now, the live one always, and what there never was is not looked for.
        using var rest = await PostAsync(Reports(1, 900 - 401));
        Assert.Equal(HttpStatusCode.OK, rest.StatusCode);
        var counts = (await reviewer.GetAsync("/api/v1/feedback"))["counts"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, 12), counts.Where(c => c!["known"]!.GetValue<bool>()).Select(c => c!["release"]!.GetValue<int>()).Order());
        Assert.Equal(499 - 12, (await reviewer.GetAsync("/api/v1/feedback"))["unknown"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_card_of_another_service_or_of_no_release_is_unknown_and_taken_all_the_same()
    {
        var severe = await CardAsync();
        var never = CardId.New("Hypercalcemia", "SevereHypercalcemia", CardKind.Recommendation, 77, Guid.NewGuid());
        using var other = await HookTable.SendAsync(client, HttpMethod.Post, "/cds-services/BoneTargetedAgent/feedback", HookTable.Json(new JsonObject { ["feedback"] = new JsonArray(Overridden(severe, "2026-01-31T10:00:00Z")) }));
        using var gone = await PostAsync(new JsonObject { ["feedback"] = new JsonArray(Overridden(never, "2026-01-31T10:00:00Z"), Overridden("no uuid at all", "2026-01-31T10:00:00Z")) });
        Assert.True(other.IsSuccessStatusCode && gone.IsSuccessStatusCode);
        Assert.Equal("3", (await reviewer.GetAsync("/api/v1/feedback"))["unknown"]!.ToString());
    }

    [Fact]
    public async Task The_sample_of_another_project_is_taken()
    {
        var sample = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "spec", "cds-hooks", "real", "cdshooks-feedback-ahrq.json")))!;
        using var response = await PostAsync(sample);
        Assert.Equal("{}", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{}""", "/feedback")]
    [InlineData("""{"feedback":[]}""", "/feedback")]
    [InlineData("""{"feedback":[7]}""", "/feedback/0")]
    [InlineData("""{"feedback":[{"outcome":"overridden","outcomeTimestamp":"2026-01-31T10:00:00Z"}]}""", "/feedback/0/card")]
    [InlineData("""{"feedback":[{"card":"c","outcome":"ignored","outcomeTimestamp":"2026-01-31T10:00:00Z"}]}""", "/feedback/0/outcome")]
    [InlineData("""{"feedback":[{"card":"c","outcome":"overridden"}]}""", "/feedback/0/outcomeTimestamp")]
    [InlineData("""{"feedback":[{"card":"c","outcome":"overridden","outcomeTimestamp":"2026-01-31T10:00:00"}]}""", "/feedback/0/outcomeTimestamp")]
    [InlineData("""{"feedback":[{"card":"c","outcome":"overridden","outcomeTimestamp":"yesterday"}]}""", "/feedback/0/outcomeTimestamp")]
    [InlineData("""{"feedback":[{"card":"c","outcome":"accepted","outcomeTimestamp":"2026-01-31T10:00:00Z"}]}""", "/feedback/0/acceptedSuggestions")]
    [InlineData("""{"feedback":[{"card":"c","outcome":"overridden","outcomeTimestamp":"2026-01-31T10:00:00Z","overrideReason":{"reason":{"code":"x"}}}]}""", "/feedback/0/overrideReason/reason/system")]
    public async Task A_report_that_cannot_be_understood_is_refused_with_its_place_and_nothing_is_kept(string body, string place)
    {
        using var response = await PostAsync(JsonNode.Parse(body)!);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var outcome = await RunningServer.JsonAsync(response);
        Assert.Empty(HookStandard.WrongInOutcome(outcome));
        Assert.Contains($"at {place}", outcome.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await reviewer.GetAsync("/api/v1/feedback"))["counts"]!.AsArray());
    }

    [Fact]
    public async Task Comments_are_kept_only_where_somebody_says_so()
    {
        await using var keeping = await StoreServer.StartAsync(new StoreOptions { File = Path.Combine(library, "store.db") }, library, o => o with { CdsHooks = new CdsHooksOptions { KeepsComments = true } });
        using var other = new HttpClient { BaseAddress = keeping.Address };
        using var response = await HookTable.SendAsync(other, HttpMethod.Post, Feedback, HookTable.Json(new JsonObject { ["feedback"] = new JsonArray(Overridden("c", "2026-01-31T10:00:00Z")) }));
        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal("He says no.", HookTable.Text((await reviewer.GetAsync("/api/v1/feedback"))["comments"]![0]!, "text"));
    }

    [Fact]
    public async Task What_is_out_of_use_gives_no_cards_until_it_is_lifted()
    {
        await root.PostAsync("/api/v1/retirements", new { workflow = "Hypercalcemia", rule = "SevereHypercalcemia", reason = "the limit is wrong" });
        HttpResponseMessage? refused = null;
        await PlatformStory.UntilAsync(async () =>
        {
            refused?.Dispose();
            refused = await HookTable.AskAsync(client, HookTable.Base());
            return refused.StatusCode == HttpStatusCode.Conflict;
        });
        var outcome = await RunningServer.JsonAsync(refused!);
        Assert.Empty(HookStandard.WrongInOutcome(outcome));
        Assert.Contains("the limit is wrong", outcome.ToJsonString(), StringComparison.Ordinal);
        using var discovery = await HookTable.SendAsync(client, HttpMethod.Get, "/cds-services");
        var services = await RunningServer.JsonAsync(discovery);
        Assert.Empty(HookStandard.WrongInDiscovery(services));
        Assert.True(HookTable.Own(services["services"]!.AsArray().First(s => HookTable.Text(s!, "id") == "Hypercalcemia")!)["outOfUse"]!.GetValue<bool>());
        refused!.Dispose();
    }

    /// <summary>Another release with the same rules.</summary>
    private async Task PublishAsync()
    {
        var store = server.App.Services.GetRequiredService<StoreHost>().Store;
        var change = await store.Changes.CreateAsync("ann", "A word", "");
        await store.Changes.PutAsync("ann", change.Id, "hypercalcemia/README.md", "# Calcium\n"u8.ToArray(), null);
        var hash = (await store.Changes.GetAsync(change.Id)).ContentHash;
        await store.Changes.SubmitAsync("ann", change.Id, new ChangeEvidence(hash, 0, "{}"));
        await store.Changes.ReviewAsync("rita", change.Id, hash, ReviewVerdict.Approve, "read");
        await store.Changes.PublishAsync("paul", change.Id);
        await server.App.Services.GetRequiredService<LibraryHost>().ServesAsync(2, CancellationToken.None);
    }

    private async Task<string> CardAsync()
    {
        using var response = await HookTable.AskAsync(client, HookTable.Base());
        var card = (await HookTable.CardsAsync(response))[0]!;
        Assert.Equal("SevereHypercalcemia", HookTable.Text(HookTable.Own(card), "rule"));
        Assert.Contains($"release {HookTable.Own(card)["release"]}", HookTable.Text(card["source"]!, "label"), StringComparison.Ordinal);
        return HookTable.Text(card, "uuid");
    }

    private Task<HttpResponseMessage> PostAsync(JsonNode body) => HookTable.SendAsync(client, HttpMethod.Post, Feedback, HookTable.Json(body));

    private static JsonObject Overridden(string card, string at) => new()
    {
        ["card"] = card,
        ["outcome"] = "overridden",
        ["outcomeTimestamp"] = at,
        ["overrideReason"] = new JsonObject { ["reason"] = new JsonObject { ["code"] = "patient-refuses", ["system"] = "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes" }, ["userComment"] = "He says no." },
    };

    private static JsonObject Accepted(string card, string at) => new() { ["card"] = card, ["outcome"] = "accepted", ["outcomeTimestamp"] = at, ["acceptedSuggestions"] = new JsonArray(new JsonObject { ["id"] = Guid.NewGuid().ToString() }) };

    private static string Line(JsonNode? count) =>
        $"{count!["service"]} {count["kind"]?.ToString() ?? "unknown"} {count["rule"]?.ToString() ?? "-"} release {count["release"]?.ToString() ?? "-"} {count["outcome"]} {count["reason"]?["code"]?.ToString() ?? "-"} {count["count"]} comments {count["comments"]}";
}
