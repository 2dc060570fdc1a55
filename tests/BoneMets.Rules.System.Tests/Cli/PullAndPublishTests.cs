using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.Platform;

namespace BoneMets.Rules.System.Tests.Cli;

/// <summary>Content out of a server, into a folder under version control, and back through review.</summary>
public sealed class PullAndPublishTests : IAsyncLifetime
{
    private Exchange exchange = null!;

    public async Task InitializeAsync() => exchange = await Exchange.StartAsync();

    public async Task DisposeAsync() => await exchange.DisposeAsync();

    [Fact]
    public async Task What_was_pulled_edited_and_published_is_pulled_by_others_byte_for_byte()
    {
        var (mine, hers) = (exchange.Folder("mine"), exchange.Folder("hers"));
        var pulled = await exchange.PullAsync(mine);
        Assert.Equal((0, "", $"release 1 of {exchange.Address.TrimEnd('/')} → {mine}: 4 written, 0 removed, 0 unchanged\n"), (pulled.Exit, pulled.Error, pulled.Output));
        Assert.Equal(Exchange.Files(exchange.Library), Exchange.Files(mine));
        Assert.EndsWith(": 0 written, 0 removed, 4 unchanged\n", (await exchange.PullAsync(mine)).Output, StringComparison.Ordinal);

        Exchange.Edit(mine, 12);
        File.Delete(Path.Combine(mine, "limit/README.md"));
        await File.WriteAllTextAsync(Path.Combine(mine, "notes.txt"), "mine");
        var published = await exchange.PublishAsync(mine, "--submit", "--description", "As the label has it");
        Assert.Equal((0, ""), (published.Exit, published.Error));
        Assert.Equal(
            [
                "change 1 Raise the limit on release 1; it goes live after review",
                "  removed  limit/README.md", "  edited   limit/cases.json", "  edited   limit/workflow.json",
                $"{exchange.Address}changes/1",
                "golden cases: 1 passed, 0 failed",
                "  case changed Limit at-the-limit",
            ], published.Output.Split('\n').Take(7));
        Assert.EndsWith("submitted; nothing found speaks against it\n", published.Output, StringComparison.Ordinal);
        var change = await exchange.Rita.GetAsync("/api/v1/changes/1");
        Assert.Equal(("inReview", "As the label has it"), (change["state"]!.GetValue<string>(), change["description"]!.GetValue<string>()));

        await exchange.ReleaseAsync(1);
        await exchange.PullAsync(hers);
        var (here, there) = (Exchange.Files(mine), Exchange.Files(hers));
        Assert.True(here.Remove("notes.txt"));
        Assert.Equal(here, there);
        Assert.EndsWith(": 0 written, 0 removed, 3 unchanged\n", (await exchange.PullAsync(mine)).Output, StringComparison.Ordinal);
        Assert.Equal(2, ReleaseIn(mine));

        // Back, and forth again: what a release has no more goes, what was never of the library stays.
        Assert.EndsWith(": 3 written, 0 removed, 1 unchanged\n", (await exchange.PullAsync(mine, "--release", "1")).Output, StringComparison.Ordinal);
        Assert.EndsWith(": 2 written, 1 removed, 1 unchanged\n", (await exchange.PullAsync(mine)).Output, StringComparison.Ordinal);
        Assert.Equal(["facts/patient.schema.json", "limit/cases.json", "limit/workflow.json", "notes.txt"], Exchange.Files(mine).Keys);
        Assert.DoesNotContain(Directory.GetDirectories(mine), d => Path.GetFileName(d).StartsWith(".bonemets", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_with_edits_is_left_as_it_is_unless_force_is_used()
    {
        var folder = exchange.Folder("edited");
        await exchange.PullAsync(folder);
        await File.AppendAllTextAsync(Path.Combine(folder, "limit/README.md"), "Mine.\n");
        File.Delete(Path.Combine(folder, SmallLibrary.Cases));
        var before = Exchange.Files(folder);
        var refused = await exchange.PullAsync(folder);
        Assert.Equal((2, ""), (refused.Exit, refused.Output));
        Assert.Equal(["`limit/README.md` was edited here", "`limit/cases.json` was removed here"], refused.Error.Split('\n').Take(2).Order(StringComparer.Ordinal));
        Assert.Contains("release 1 was not written to", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, Exchange.Files(folder));
        Assert.Equal(0, (await exchange.PullAsync(folder, "--force")).Exit);
        Assert.Equal(Exchange.Files(exchange.Library), Exchange.Files(folder));
    }

    [Fact]
    public async Task A_folder_that_was_never_pulled_is_not_overwritten_with_another_library()
    {
        var folder = SmallLibrary.Folder();
        Assert.EndsWith(": 0 written, 0 removed, 4 unchanged\n", (await exchange.PullAsync(folder)).Output, StringComparison.Ordinal);
        File.Delete(Path.Combine(folder, ".bonemets.json"));
        Exchange.Edit(folder, 11);
        Directory.CreateDirectory(Path.Combine(folder, "other"));
        await File.WriteAllTextAsync(Path.Combine(folder, "other/workflow.json"), "{}");
        var refused = await exchange.PullAsync(folder);
        Assert.Equal(2, refused.Exit);
        Assert.Contains("`limit/workflow.json` was never pulled, and release 1 has another one", refused.Error, StringComparison.Ordinal);
        Assert.Contains("`other/workflow.json` was never pulled, and release 1 does not have it", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await exchange.PullAsync(folder, "--force")).Exit);
        Assert.Equal(Exchange.Files(exchange.Library), Exchange.Files(folder));
        Assert.False(Directory.Exists(Path.Combine(folder, "other")));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_document_that_was_added_to_a_pulled_folder_stays_and_is_told()
    {
        var folder = exchange.Folder("added");
        await exchange.PullAsync(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "evidence.json"), """{ "Sources": [] }""");
        var pulled = await exchange.PullAsync(folder);
        Assert.Equal((0, "note: `evidence.json` is not in release 1 and stays\n"), (pulled.Exit, pulled.Error));
        Assert.True(File.Exists(Path.Combine(folder, "evidence.json")));
    }

    [Fact]
    public async Task Who_started_from_an_older_release_is_told_to_take_the_newer_one_first()
    {
        var (fast, slow) = (exchange.Folder("fast"), exchange.Folder("slow"));
        await exchange.PullAsync(fast);
        await exchange.PullAsync(slow);
        Exchange.Edit(fast, 30);
        Assert.Equal(0, (await exchange.PublishAsync(fast, "--submit")).Exit);
        await exchange.ReleaseAsync(1);
        Exchange.Edit(slow, 20);
        var overtaken = await exchange.PublishAsync(slow, "--submit");
        Assert.Equal(1, overtaken.Exit);
        Assert.Contains("change 2 was drafted but not submitted, because a newer release than 1 is live", overtaken.OnlyError, StringComparison.Ordinal);
        Assert.Equal((1, "draft"), ((await exchange.Rita.GetAsync("/api/v1/changes/2"))["base"]!.GetValue<int>(), (await exchange.Rita.GetAsync("/api/v1/changes/2"))["state"]!.GetValue<string>()));
        Assert.Equal(2, (await exchange.PullAsync(slow)).Exit);
        // Merged by hand: the edits stand on release 2 now.
        await exchange.PullAsync(slow, "--force");
        Exchange.Edit(slow, 20);
        Assert.Equal(0, (await exchange.PublishAsync(slow, "--submit")).Exit);
    }

    [Fact]
    public async Task A_golden_case_that_fails_is_told_with_what_it_expected()
    {
        var folder = exchange.Folder("failing");
        await exchange.PullAsync(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, SmallLibrary.Workflow), SmallLibrary.WorkflowText(5, """{ "Purpose": "A test.", "UseOf": { "Sex": "not used" } }"""));
        var published = await exchange.PublishAsync(folder, "--submit");
        Assert.Equal((1, ""), (published.Exit, published.Error));
        Assert.Contains("golden cases: 0 passed, 1 failed\n  FAILED Limit at-the-limit\n", published.Output, StringComparison.Ordinal);
        Assert.Contains("AboveLimit: expected notMet, got met\n", published.Output, StringComparison.Ordinal);
        Assert.Contains("impact: 1 of 1 golden cases and recorded decisions are decided otherwise\n", published.Output, StringComparison.Ordinal);
        Assert.Contains("  other verdict Limit AboveLimit: 1\n", published.Output, StringComparison.Ordinal);
        Assert.Contains("missing before publication: ", published.Output, StringComparison.Ordinal);
        Assert.Contains("submitted, but 1 finding speaks against it", published.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_line_ends_alone_are_nothing_to_publish_but_a_comment_is()
    {
        var folder = exchange.Folder("same");
        await exchange.PullAsync(folder);
        var workflow = Path.Combine(folder, SmallLibrary.Workflow);
        var text = await File.ReadAllTextAsync(workflow);
        await File.WriteAllTextAsync(workflow, text.Replace("\n", "\r\n", StringComparison.Ordinal));
        var published = await exchange.PublishAsync(folder, "--submit");
        Assert.Equal((0, ""), (published.Exit, published.Error));
        Assert.StartsWith("nothing to publish: ", published.Output, StringComparison.Ordinal);
        Assert.Equal(0, await exchange.ChangesAsync());
        await File.WriteAllTextAsync(workflow, "// why\n" + text);
        Assert.StartsWith("change 1 ", (await exchange.PublishAsync(folder)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmallLibrary.Workflow, "{}", 1, "BMR")]
    [InlineData("limit/sub folder/workflow.json", null, 1, "may hold letters, digits")]
    [InlineData(SmallLibrary.Workflow, "", 2, "holds no workflow")]
    public async Task A_folder_with_errors_is_not_sent(string document, string? text, int exit, string expected)
    {
        var folder = exchange.Folder("errors");
        await exchange.PullAsync(folder);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, document))!);
        await File.WriteAllTextAsync(Path.Combine(folder, document), text ?? SmallLibrary.WorkflowText(10).Replace("\"Limit\"", "\"Other\"", StringComparison.Ordinal));
        if (text is "") foreach (var file in Directory.GetFiles(Path.Combine(folder, "limit"))) File.Delete(file);
        var published = await exchange.PublishAsync(folder);
        Assert.Equal((exit, ""), (published.Exit, published.Output));
        Assert.Contains(expected, published.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was sent", published.Error, StringComparison.Ordinal);
        Assert.Equal(0, await exchange.ChangesAsync());
    }

    [Fact]
    public async Task The_key_may_come_from_the_environment()
    {
        var folder = exchange.Folder("environment");
        await exchange.PullAsync(folder);
        Exchange.Edit(folder, 12);
        var published = await CommandProcess.RunAsync(
            ["publish", "--server", exchange.Address, "--title", "From the environment", "--library", folder], null, ("BONEMETS_KEY", (await File.ReadAllTextAsync(exchange.DraftKey)).Trim()));
        Assert.Equal((0, ""), (published.Exit, published.Error));
        Assert.StartsWith("change 1 From the environment on release 1", published.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_another_server_does_not_lend_its_release_numbers()
    {
        var folder = exchange.Folder("elsewhere");
        await exchange.PullAsync(folder);
        var record = Path.Combine(folder, ".bonemets.json");
        await File.WriteAllTextAsync(record, (await File.ReadAllTextAsync(record)).Replace(exchange.Address.TrimEnd('/'), "https://rules.example.org", StringComparison.Ordinal));
        Exchange.Edit(folder, 12);
        var refused = await exchange.PublishAsync(folder);
        Assert.Equal(2, refused.Exit);
        Assert.Contains("was pulled from https://rules.example.org, not from", refused.OnlyError, StringComparison.Ordinal);
        Assert.Equal(0, (await exchange.PublishAsync(folder, "--base", "1")).Exit);
        await File.WriteAllTextAsync(record, "[]");
        Assert.Contains("is not what `bonemets pull` wrote", (await exchange.PullAsync(folder)).OnlyError, StringComparison.Ordinal);
    }

    private static int ReleaseIn(string folder) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, ".bonemets.json")))!["release"]!.GetValue<int>();
}
