using System.Net;
using System.Text.Json.Nodes;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>Recorded decisions, and what becomes of them.</summary>
public sealed class RecordingTests : SmallStore
{
    [Theory]
    [InlineData("none")]
    [InlineData("rules")]
    [InlineData("full")]
    public async Task A_recorded_decision_comes_out_to_the_byte_also_when_other_content_is_live(string explain)
    {
        await using var server = await StoreServer.StartAsync(Store, Library);
        var root = await server.AdministratorAsync();
        var anna = await server.PersonAsync(root, "anna", "author");
        var rita = await server.PersonAsync(root, "rita", "reviewer", "publisher");
        var ward = await server.KeyAsync(root, "ward 7", ["execute", "record"]);
        var decision = await ward.PostAsync("/api/v1/workflows/Limit/execute", new { facts = new { patient = new { calcium = 12 } }, explain, asOf = "2026-01-31" });
        var id = decision["decisionId"]!.GetValue<string>();
        await PlatformStory.PublishAsync(anna, rita, await PlatformStory.DraftAsync(anna, "Other limit", 20));
        var record = await ward.GetAsync($"/api/v1/decisions/{id}");
        Assert.Equal((12, 1, ward.Name["key:".Length..]), (record["facts"]!["patient"]!["calcium"]!.GetValue<int>(), record["release"]!.GetValue<int>(), record["key"]!.GetValue<string>()));
        Assert.Equal(decision.ToJsonString(), record["decision"]!.ToJsonString());
        var replayed = await rita.PostAsync($"/api/v1/decisions/{id}/replay");
        Assert.True(replayed["identical"]!.GetValue<bool>(), replayed.ToJsonString());
        Assert.Equal(decision.ToJsonString(), replayed["decision"]!.ToJsonString());
        // Other facts are another decision, which is no replay.
        var other = await rita.PostAsync($"/api/v1/decisions/{id}/replay", new { facts = new { patient = new { calcium = 3 } } });
        Assert.False(other["identical"]!.GetValue<bool>());
        Assert.Contains("not the facts", other["reasons"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(other["decision"]);
        await rita.RefusedAsync(HttpStatusCode.BadRequest, "malformed-body", HttpMethod.Post, $"/api/v1/decisions/{id}/replay", new { fact = 1 });
    }

    [Fact]
    public async Task The_first_review_of_a_release_does_not_change_what_was_decided_before()
    {
        await using var server = await StoreServer.StartAsync(Store, Library);
        var root = await server.AdministratorAsync();
        var rita = await server.PersonAsync(root, "rita", "reviewer");
        var ward = await server.KeyAsync(root, "ward 7", ["execute", "record"]);
        var id = (await StoreServer.DecideAsync(ward, 12))["decisionId"]!.GetValue<string>();
        await rita.PostAsync("/api/v1/releases/1/approval", new { manifestHash = (await rita.GetAsync("/api/v1/releases/1"))["manifestHash"]!.GetValue<string>() });
        Assert.True((await rita.PostAsync($"/api/v1/decisions/{id}/replay"))["identical"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Masked_records_hold_nothing_of_the_patient_and_still_prove_what_was_said()
    {
        await using var server = await StoreServer.StartAsync(Store, Library, o => o with { KeepFacts = false });
        var root = await server.AdministratorAsync();
        var rita = await server.PersonAsync(root, "rita", "reviewer");
        var ward = await server.KeyAsync(root, "ward 7", ["execute", "record"]);
        var decision = await ward.PostAsync("/api/v1/workflows/Limit/execute", new { facts = new { patient = new { calcium = 47.58315 } }, explain = "full", asOf = "2026-01-31" });
        var id = decision["decisionId"]!.GetValue<string>();
        var record = await rita.GetAsync($"/api/v1/decisions/{id}");
        Assert.Null(record["facts"]);
        Assert.DoesNotContain("47.58315", record.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("met", record["decision"]!["verdicts"]!["AboveLimit"]!.GetValue<string>());
        await rita.RefusedAsync(HttpStatusCode.UnprocessableEntity, "facts-not-kept", HttpMethod.Post, $"/api/v1/decisions/{id}/replay");
        Assert.True((await rita.PostAsync($"/api/v1/decisions/{id}/replay", new { facts = new { patient = new { calcium = 47.58315 } } }))["identical"]!.GetValue<bool>());
        var other = await rita.PostAsync($"/api/v1/decisions/{id}/replay", new { facts = new { patient = new { calcium = 3 } } });
        Assert.Equal((false, null, 1), (other["identical"]!.GetValue<bool>(), other["decision"], other["reasons"]!.AsArray().Count));
        await server.DisposeAsync();
        foreach (var file in Directory.EnumerateFiles(Library, "store.db*")) Assert.DoesNotContain("47.58315", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_keys_that_record_are_recorded_and_each_sees_its_own()
    {
        await using var server = await StoreServer.StartAsync(Store, Library);
        var root = await server.AdministratorAsync();
        var (silent, ward, other) = (await server.KeyAsync(root, "silent", ["execute"]), await server.KeyAsync(root, "ward 7", ["execute", "record"]), await server.KeyAsync(root, "ward 8", ["execute", "record"]));
        var unrecorded = (await StoreServer.DecideAsync(silent, 1))["decisionId"]!.GetValue<string>();
        var recorded = (await StoreServer.DecideAsync(ward, 1))["decisionId"]!.GetValue<string>();
        await root.RefusedAsync(HttpStatusCode.NotFound, "unknown-decision", HttpMethod.Get, $"/api/v1/decisions/{unrecorded}");
        await other.RefusedAsync(HttpStatusCode.NotFound, "unknown-decision", HttpMethod.Get, $"/api/v1/decisions/{recorded}");
        await ward.GetAsync($"/api/v1/decisions/{recorded}");
        await root.GetAsync($"/api/v1/decisions/{recorded}");
    }

    [Fact]
    public async Task Many_at_the_same_time_are_all_recorded_and_count_as_patients_to_try_a_change_on()
    {
        await using var server = await StoreServer.StartAsync(Store, Library);
        var root = await server.AdministratorAsync();
        var anna = await server.PersonAsync(root, "anna", "author");
        var ward = await server.KeyAsync(root, "ward 7", ["execute", "record"]);
        var decided = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => StoreServer.DecideAsync(ward, i)));
        foreach (var decision in decided) await ward.GetAsync($"/api/v1/decisions/{decision["decisionId"]!.GetValue<string>()}");
        var impact = (await anna.GetAsync($"/api/v1/changes/{await PlatformStory.DraftAsync(anna, "Other limit", 20)}/examination"))["impact"]!;
        // 60 patients of the ward and the two cases; 11 to 20 are above the old limit and not above the new one, and so is the new case.
        Assert.Equal(62, impact["tried"]!.GetValue<int>());
        var group = impact["groups"]!.AsArray().Single(g => g!["subject"]!.GetValue<string>() == "AboveLimit")!;
        Assert.Equal(11, group["count"]!.GetValue<int>());
        // Of recorded patients an author learns how many, and nothing else: what a draft could make them say least of all.
        var recorded = group["patients"]!.AsArray().Where(p => p!["origin"]!.GetValue<string>().StartsWith("decision ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(recorded);
        Assert.All(recorded, p => Assert.Equal((null, null), (p!["before"], p["after"])));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_decision_on_a_Bundle_is_recorded_with_what_was_read_and_replayed_from_it(bool keepFacts)
    {
        File.WriteAllText(Path.Combine(Library, SmallLibrary.Facts), SmallLibrary.MappedFacts);
        await using var server = await StoreServer.StartAsync(Store, Library, o => o with { KeepFacts = keepFacts });
        var root = await server.AdministratorAsync();
        var rita = await server.PersonAsync(root, "rita", "reviewer");
        var ward = await server.KeyAsync(root, "ward 7", ["execute", "record"]);
        var answer = (await ward.PostAsync("/api/v1/workflows/Limit/execute", new { bundle = SmallLibrary.BundleOf("47.58315"), explain = "full", asOf = "2026-01-31" })).AsObject();
        var read = answer["bundle"]!;
        answer.Remove("bundle");
        Assert.Equal("met", answer["verdicts"]!["AboveLimit"]!.GetValue<string>());
        var id = answer["decisionId"]!.GetValue<string>();
        var record = await rita.GetAsync($"/api/v1/decisions/{id}");
        if (keepFacts)
        {
            Assert.Equal((read["facts"]!.ToJsonString(), read.ToJsonString(), answer.ToJsonString()), (record["facts"]!.ToJsonString(), record["bundle"]!.ToJsonString(), record["decision"]!.ToJsonString()));
            Assert.True((await rita.PostAsync($"/api/v1/decisions/{id}/replay"))["identical"]!.GetValue<bool>());
        }
        else
        {
            Assert.Equal((null, null), (record["facts"], record["bundle"]));
            Assert.DoesNotContain("47.58315", record.ToJsonString(), StringComparison.Ordinal);
            await rita.RefusedAsync(HttpStatusCode.UnprocessableEntity, "facts-not-kept", HttpMethod.Post, $"/api/v1/decisions/{id}/replay");
        }
        var replayed = await rita.PostAsync($"/api/v1/decisions/{id}/replay", new { bundle = SmallLibrary.BundleOf("47.58315") });
        Assert.True(replayed["identical"]!.GetValue<bool>(), replayed.ToJsonString());
        Assert.True((await rita.PostAsync($"/api/v1/decisions/{id}/replay", new { facts = read["facts"] }))["identical"]!.GetValue<bool>());
        var other = await rita.PostAsync($"/api/v1/decisions/{id}/replay", new { bundle = SmallLibrary.BundleOf("3") });
        Assert.False(other["identical"]!.GetValue<bool>());
        Assert.Contains("not the facts", other["reasons"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        await rita.RefusedAsync(HttpStatusCode.BadRequest, "malformed-body", HttpMethod.Post, $"/api/v1/decisions/{id}/replay", new { bundle = SmallLibrary.BundleOf("3"), facts = read["facts"] });
        await rita.RefusedAsync(HttpStatusCode.BadRequest, "malformed-body", HttpMethod.Post, $"/api/v1/decisions/{id}/replay", new { patient = "Patient/p" });
    }
}
