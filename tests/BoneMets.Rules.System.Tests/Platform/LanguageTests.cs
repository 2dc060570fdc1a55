using System.Net;
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
        var hover = await anna.PostAsync("/api/v1/language/hover", new { workflow = "Limit", text = "Round(limit, ", offset = 8 });
        Assert.Equal(("limit", "10", "Round"), (hover["name"]!["title"]!.GetValue<string>(), hover["name"]!["expression"]!.GetValue<string>(), hover["call"]!["name"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_does_not_exist_is_said()
    {
        await anna.RefusedAsync(HttpStatusCode.NotFound, "unknown-workflow", HttpMethod.Post, "/api/v1/language/complete", new { workflow = "Limt", text = "", offset = 0 });
        await anna.RefusedAsync(HttpStatusCode.NotFound, "not-in-store", HttpMethod.Post, "/api/v1/language/check", new { change = 99 });
        await anna.RefusedAsync(HttpStatusCode.BadRequest, "invalid-action", HttpMethod.Post, "/api/v1/language/hover", new { workflow = "Limit", text = "x", offset = 2 });
        await anna.RefusedAsync(HttpStatusCode.BadRequest, "invalid-action", HttpMethod.Post, "/api/v1/language/check", new { documents = new Dictionary<string, string?> { ["../x.json"] = "{}" } });
    }
}
