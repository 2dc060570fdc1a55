using System.Net;
using System.Text.Json.Nodes;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Store;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>
/// The whole story over HTTP, as four people and an application: draft, conflict, fix, submit, sent back for a failing case, fixed, approved,
/// published, executed, rolled back, audit verified.
/// </summary>
public abstract class PlatformStory : IAsyncLifetime
{
    private const string Limit10 = SmallLibrary.Workflow;
    private readonly string library = SmallLibrary.Folder();

    protected abstract Task<StoreOptions> NewDatabaseAsync();

    public Task InitializeAsync() => Task.CompletedTask;

    public virtual Task DisposeAsync()
    {
        Directory.Delete(library, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Nobody_edits_what_is_live_and_everything_that_is_live_was_replayed_and_approved()
    {
        await using var server = await StoreServer.StartAsync(await NewDatabaseAsync(), library);
        var root = await server.AdministratorAsync();
        var anna = await server.PersonAsync(root, "anna", "author");
        var ben = await server.PersonAsync(root, "ben", "author", "reviewer");
        var rita = await server.PersonAsync(root, "rita", "reviewer");
        var paul = await server.PersonAsync(root, "paul", "publisher");
        var ward = await server.KeyAsync(root, "ward 7", ["execute"]);

        // What was imported decides, and says that nobody has reviewed it, until a reviewer has.
        Assert.Equal((1, "unreviewed", 10), Named(await StoreServer.DecideAsync(ward, 12)));
        var first = await rita.GetAsync("/api/v1/releases/1");
        await rita.PostAsync("/api/v1/releases/1/approval", new { manifestHash = first["manifestHash"]!.GetValue<string>(), comment = "read" });
        await rita.RefusedAsync(HttpStatusCode.Conflict, "wrong-state", HttpMethod.Post, "/api/v1/releases/1/approval", new { manifestHash = first["manifestHash"]!.GetValue<string>() });
        await UntilAsync(async () => Named(await StoreServer.DecideAsync(ward, 12)) == (1, "approved", 10));

        // Draft. Two authors edit the same document; the second is shown both versions and loses nothing.
        var id = (await anna.PostAsync("/api/v1/changes", new { title = "Raise the limit" }))["id"]!.GetValue<long>();
        var read = await anna.HashAsync(id, Limit10);
        await anna.RefusedAsync(HttpStatusCode.PreconditionRequired, "etag-needed", HttpMethod.Put, $"/api/v1/changes/{id}/documents/{Limit10}", new { });
        await anna.PutAsync(id, Limit10, SmallLibrary.WorkflowText(11), read);
        using (var refused = await ben.PutRawAsync(id, Limit10, SmallLibrary.WorkflowText(13), read))
        {
            var conflict = await Person.ProblemAsync(refused, HttpStatusCode.PreconditionFailed, "document-changed");
            Assert.Equal(SmallLibrary.WorkflowText(11), conflict["current"]!["text"]!.GetValue<string>());
            Assert.Equal(SmallLibrary.WorkflowText(13), conflict["sent"]!["text"]!.GetValue<string>());
            await ben.PutAsync(id, Limit10, SmallLibrary.WorkflowText(12), conflict["current"]!["hash"]!.GetValue<string>());
        }

        // Submitted, but a golden case fails: it cannot be approved, and is sent back with a remark on the rule.
        var submitted = await anna.PostAsync($"/api/v1/changes/{id}/submit");
        Assert.Equal(("inReview", 1), (submitted["state"]!.GetValue<string>(), submitted["against"]!.GetValue<int>()));
        Assert.Equal("at-the-limit", submitted["evidence"]!["cases"]!["failed"]![0]!["id"]!.GetValue<string>());
        Assert.Equal(1, submitted["evidence"]!["impact"]!["affected"]!.GetValue<int>());
        await ben.RefusedAsync(HttpStatusCode.Conflict, "already-submitted", HttpMethod.Post, $"/api/v1/changes/{id}/submit");
        var content = submitted["contentHash"]!.GetValue<string>();
        await rita.RefusedAsync(HttpStatusCode.Conflict, "evidence-against", HttpMethod.Post, $"/api/v1/changes/{id}/reviews", new { contentHash = content, verdict = "approve" });
        var remark = await rita.PostAsync($"/api/v1/changes/{id}/comments", new { document = Limit10, place = "AboveLimit", text = "The case at the limit still says 10." });
        await rita.PostAsync($"/api/v1/changes/{id}/reviews", new { contentHash = content, verdict = "sendBack", comment = "see the remark" });

        // Fixed, submitted again, approved by somebody who had no part in it, for exactly this content.
        await anna.PutAsync(id, SmallLibrary.Cases, SmallLibrary.CasesText(12), await anna.HashAsync(id, SmallLibrary.Cases));
        await anna.PostAsync($"/api/v1/changes/{id}/comments/{remark["id"]!.GetValue<long>()}/resolve");
        submitted = await anna.PostAsync($"/api/v1/changes/{id}/submit");
        Assert.Equal(0, submitted["against"]!.GetValue<int>());
        Assert.Equal("changed", submitted["evidence"]!["caseChanges"]![0]!["kind"]!.GetValue<string>());
        await rita.RefusedAsync(HttpStatusCode.Conflict, "content-changed", HttpMethod.Post, $"/api/v1/changes/{id}/reviews", new { contentHash = content, verdict = "approve" });
        content = submitted["contentHash"]!.GetValue<string>();
        await ben.RefusedAsync(HttpStatusCode.Forbidden, "own-change", HttpMethod.Post, $"/api/v1/changes/{id}/reviews", new { contentHash = content, verdict = "approve" });
        await paul.RefusedAsync(HttpStatusCode.Conflict, "wrong-state", HttpMethod.Post, $"/api/v1/changes/{id}/publish");
        await rita.PostAsync($"/api/v1/changes/{id}/reviews", new { contentHash = content, verdict = "approve", comment = "replayed" });
        await anna.RefusedAsync(HttpStatusCode.Forbidden, "role-needed", HttpMethod.Post, $"/api/v1/changes/{id}/publish");

        // Published: the next decision is the new one, the old release still answers by its number.
        var published = await paul.PostAsync($"/api/v1/changes/{id}/publish");
        Assert.Equal(("published", 2), (published["state"]!.GetValue<string>(), published["publishedAs"]!.GetValue<int>()));
        await paul.RefusedAsync(HttpStatusCode.Conflict, "already-published", HttpMethod.Post, $"/api/v1/changes/{id}/publish");
        Assert.Equal((2, "approved", 12), Named(await StoreServer.DecideAsync(ward, 12)));
        Assert.Equal((1, "approved", 10), Named(await StoreServer.DecideAsync(ward, 12, release: 1)));
        Assert.Equal((2, "approved", 12), Named(await StoreServer.DecideAsync(ward, 12, release: "latest")));
        Assert.Equal("/problems/unknown-release", (await StoreServer.DecideAsync(ward, 12, release: 9))["type"]!.GetValue<string>());

        // Rolled back: a new release with the old documents.
        var back = await paul.PostAsync("/api/v1/releases/1/rollback", new { text = "12 was a misreading" });
        Assert.Equal((3, 1, true), (back["number"]!.GetValue<int>(), back["restores"]!.GetValue<int>(), back["live"]!.GetValue<bool>()));
        Assert.Equal((3, "approved", 10), Named(await StoreServer.DecideAsync(ward, 12)));
        await paul.RefusedAsync(HttpStatusCode.Conflict, "nothing-changed", HttpMethod.Post, "/api/v1/releases/1/rollback", new { text = "again" });

        // The log tells all of it, and nobody has touched it.
        var verified = await anna.GetAsync("/api/v1/audit/verification");
        Assert.True(verified["intact"]!.GetValue<bool>(), verified.ToJsonString());
        var about = (await anna.GetAsync($"/api/v1/audit?subject=change%20{id}")).AsArray().Select(e => $"{e!["actor"]} {e["action"]}").Reverse();
        Assert.Equal(
            [
                "anna change.created", "anna document.edited", "ben document.edited", "anna change.submitted", "rita comment.added", "rita change.sent-back",
                "anna document.edited", "anna comment.resolved", "anna change.submitted", "rita change.approved", "paul change.published",
            ], about);
    }

    [Fact]
    public async Task A_change_that_a_newer_release_overtook_shows_its_conflicts_and_is_put_on_top_of_it()
    {
        await using var server = await StoreServer.StartAsync(await NewDatabaseAsync(), library);
        var root = await server.AdministratorAsync();
        var anna = await server.PersonAsync(root, "anna", "author");
        var rita = await server.PersonAsync(root, "rita", "reviewer", "publisher");
        var slow = await DraftAsync(anna, "Slow", 20);
        await PublishAsync(anna, rita, await DraftAsync(anna, "Fast", 30));
        await anna.RefusedAsync(HttpStatusCode.Conflict, "base-moved", HttpMethod.Post, $"/api/v1/changes/{slow}/submit");
        var conflict = await anna.RefusedAsync(HttpStatusCode.Conflict, "conflicts", HttpMethod.Post, $"/api/v1/changes/{slow}/rebase", new { });
        var workflow = conflict["conflicts"]!.AsArray().Single(c => c!["document"]!.GetValue<string>() == Limit10)!;
        Assert.Equal([10, 30, 20], new[] { "base", "theirs", "mine" }.Select(v => LimitOf(workflow[v]!["text"]!.GetValue<string>())));
        var rebased = await anna.PostAsync($"/api/v1/changes/{slow}/rebase", new { resolutions = new Dictionary<string, string> { [Limit10] = SmallLibrary.WorkflowText(25), [SmallLibrary.Cases] = SmallLibrary.CasesText(25) } });
        Assert.Equal(2, rebased["base"]!.GetValue<int>());
        await PublishAsync(anna, rita, slow);
        Assert.Equal((3, "approved", 25), Named(await StoreServer.DecideAsync(anna, 1)));
        var withdrawn = await DraftAsync(anna, "Never mind", 40);
        Assert.Equal("withdrawn", (await anna.PostAsync($"/api/v1/changes/{withdrawn}/withdraw", new { text = "not needed" }))["state"]!.GetValue<string>());
        Assert.Equal([withdrawn], (await anna.GetAsync("/api/v1/changes?state=withdrawn")).AsArray().Select(c => c!["id"]!.GetValue<long>()));
    }

    [Fact]
    public async Task A_workflow_that_does_not_say_what_it_is_for_is_not_published_and_the_refusal_lists_what_is_missing()
    {
        await using var server = await StoreServer.StartAsync(await NewDatabaseAsync(), library);
        var root = await server.AdministratorAsync();
        var anna = await server.PersonAsync(root, "anna", "author");
        var rita = await server.PersonAsync(root, "rita", "reviewer", "publisher");
        var id = await DraftAsync(anna, "Says little", 10, """{ "Purpose": "A test.", "UseOf": { "Sex": "not used" } }""");
        var submitted = await anna.PostAsync($"/api/v1/changes/{id}/submit");
        Assert.NotEmpty(submitted["evidence"]!["missingMetadata"]!.AsArray());
        await rita.PostAsync($"/api/v1/changes/{id}/reviews", new { contentHash = submitted["contentHash"]!.GetValue<string>(), verdict = "approve" });
        var refusal = await rita.RefusedAsync(HttpStatusCode.Conflict, "metadata-missing", HttpMethod.Post, $"/api/v1/changes/{id}/publish");
        var missing = string.Join('\n', refusal["errors"]!.AsArray().Select(e => e!["message"]!.GetValue<string>()));
        foreach (var name in new[] { "IntendedUse", "IntendedUsers", "IntendedPopulation", "OutOfScope", "Developer", "Funding", "LastReviewDate", "ReviewDue", "DateOfBirth" })
            Assert.Contains(name, missing, StringComparison.Ordinal);
        Assert.DoesNotContain("Purpose", missing, StringComparison.Ordinal);
        await anna.PutAsync(id, Limit10, SmallLibrary.WorkflowText(10).Replace("Above the limit", "Over the limit", StringComparison.Ordinal), await anna.HashAsync(id, Limit10));
        await PublishAsync(anna, rita, id);
    }

    [Fact]
    public async Task A_review_that_is_overdue_shows_up_in_the_list_at_the_workflow_and_in_the_decision()
    {
        await using var server = await StoreServer.StartAsync(await NewDatabaseAsync(), library);
        var root = await server.AdministratorAsync();
        var anna = await server.PersonAsync(root, "anna", "author");
        var rita = await server.PersonAsync(root, "rita", "reviewer", "publisher");
        await PublishAsync(anna, rita, await DraftAsync(anna, "Due", 11, SmallLibrary.Metadata.Replace("2099-01-31", "2026-01-31", StringComparison.Ordinal)));
        foreach (var path in new[] { "/api/v1/workflows", "/api/v1/workflows/Limit" })
        {
            var finding = Assert.Single((await server.Anyone.GetAsync(path))["diagnostics"]!.AsArray())!;
            Assert.Equal(("BMR5014", "warning"), (finding["code"]!.GetValue<string>(), finding["severity"]!.GetValue<string>()));
        }
        var decision = await server.Anyone.PostAsync("/api/v1/workflows/Limit/execute", new { facts = new { }, asOf = "2026-02-01" });
        Assert.Equal(("Tests.", "2026-01-31", true), (decision["source"]!["intendedUse"]!.GetValue<string>(), decision["source"]!["reviewDue"]!.GetValue<string>(), decision["source"]!["reviewOverdue"]!.GetValue<bool>()));
        Assert.Null((await server.Anyone.PostAsync("/api/v1/workflows/Limit/execute", new { facts = new { }, asOf = "2026-01-31" }))["source"]!["reviewOverdue"]);
    }

    /// <summary>A change of the limit, with its case.</summary>
    internal static async Task<long> DraftAsync(Person author, string title, int limit, string metadata = SmallLibrary.Metadata)
    {
        var id = (await author.PostAsync("/api/v1/changes", new { title }))["id"]!.GetValue<long>();
        await author.PutAsync(id, Limit10, SmallLibrary.WorkflowText(limit, metadata), await author.HashAsync(id, Limit10));
        await author.PutAsync(id, SmallLibrary.Cases, SmallLibrary.CasesText(limit), await author.HashAsync(id, SmallLibrary.Cases));
        return id;
    }

    /// <summary>Through review to release; the reviewer also publishes. The number of the release.</summary>
    internal static async Task<int> PublishAsync(Person author, Person reviewer, long id)
    {
        await ApproveAsync(author, reviewer, id);
        return (await reviewer.PostAsync($"/api/v1/changes/{id}/publish"))["publishedAs"]!.GetValue<int>();
    }

    internal static async Task ApproveAsync(Person author, Person reviewer, long id)
    {
        var submitted = await author.PostAsync($"/api/v1/changes/{id}/submit");
        await reviewer.PostAsync($"/api/v1/changes/{id}/reviews", new { contentHash = submitted["contentHash"]!.GetValue<string>(), verdict = "approve" });
    }

    internal static (int Release, string Status, int Limit) Named(JsonNode decision) =>
        decision["release"] is { } release
            ? (release.GetValue<int>(), decision["releaseStatus"]!.GetValue<string>(), decision["outputs"]!["limit"]!.GetValue<int>())
            : throw new InvalidOperationException(decision.ToJsonString());

    internal static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var deadline = DateTime.UtcNow.AddSeconds(20);
        while (!await holds()) Assert.True(DateTime.UtcNow < deadline, "it never came to be so");
    }

    private static int LimitOf(string workflow) => int.Parse(JsonNode.Parse(workflow)!["GlobalParams"]![0]!["Expression"]!.GetValue<string>(), global::System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class SqlitePlatformStory : PlatformStory
{
    private readonly string folder = Directory.CreateTempSubdirectory("bonemets-story-").FullName;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    protected override Task<StoreOptions> NewDatabaseAsync() => Task.FromResult(new StoreOptions { File = Path.Combine(folder, $"{Guid.NewGuid():N}.db") });
}

[Collection(PostgreSqlCollection.Name)]
public sealed class PostgreSqlPlatformStory(PostgreSqlServer server) : PlatformStory
{
    protected override async Task<StoreOptions> NewDatabaseAsync() => new() { PostgreSql = await server.NewDatabaseAsync() };
}
