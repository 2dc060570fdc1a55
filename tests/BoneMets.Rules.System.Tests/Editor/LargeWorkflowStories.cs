using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>A workflow of a thousand rules is edited like one of ten.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LargeWorkflowStories(Browser browser, ITestOutputHelper output)
{
    private const string About = "/changes/1/workflows/limit";

    [Fact]
    public Task A_rule_among_a_thousand_is_found_edited_checked_and_saved() => browser.WriteAsync(LargeLibrary.OfRules(), async (editor, _, anna) =>
    {
        var page = editor.Page;
        var parts = page.GetByRole(AriaRole.Navigation, new() { Name = "Parts of the workflow" });
        await editor.OpenAsync($"{About}/rules/Rule500");
        var title = page.GetByRole(AriaRole.Textbox, new() { Name = "Title of the rule" });
        await Expect(title).ToHaveValueAsync("Rule number 500");
        await Expect(parts.GetByRole(AriaRole.Link, new() { Name = "Rule number 500" })).ToHaveAttributeAsync("aria-current", "page");

        await title.FillAsync("The one in the middle");
        await Expect(parts.GetByRole(AriaRole.Link, new() { Name = "The one in the middle" })).ToBeVisibleAsync();
        await editor.ShowConditionAsTextAsync();
        await editor.ConditionText.FillAsync("patient.n1 > 500 && patient.n2 < 7");
        await Expect(editor.Section("Condition")).ToContainTextAsync("Number 1 is above 500");
        await editor.IsSavedAsync();
        var saved = await Writing.TextAsync(anna);
        Assert.Contains("\"Title\": \"The one in the middle\", \"Expression\": \"patient.n1 > 500 && patient.n2 < 7\"", saved, StringComparison.Ordinal);

        await parts.GetByRole(AriaRole.Searchbox, new() { Name = "Search parts" }).FillAsync("number 77");
        await Expect(parts.GetByRole(AriaRole.Link, new() { Name = "Rule number 777", Exact = true })).ToBeVisibleAsync();
        await Expect(parts.GetByRole(AriaRole.Link, new() { Name = "Rule number 500" })).ToHaveCountAsync(0);
        await parts.GetByRole(AriaRole.Link, new() { Name = "Rule number 777", Exact = true }).ClickAsync();
        await Expect(title).ToHaveValueAsync("Rule number 777");
        await editor.GoAsync("number 1000", "Rule number 1000");
        await Expect(title).ToHaveValueAsync("Rule number 1000");
        await Expect(editor.Section("Condition")).ToContainTextAsync("Number 0 is above 1000");
    });

    /// <summary>A measurement, not a judgement: this machine may be busy with other things.</summary>
    [NightlyFact]
    public Task How_soon_a_wrong_name_is_told_among_a_thousand_rules_is_measured() => browser.WriteAsync(LargeLibrary.OfRules(), async (editor, _, _) =>
    {
        await editor.OpenAsync($"{About}/rules/Rule500");
        var took = await editor.MisspellAsync("patient.n1 > patient.n2", edits: 20);
        await Meter.TellAsync(output, "diagnostics-large.txt", $"{LargeLibrary.Rules} rules, keystroke to diagnostic on screen over {Meter.Told(took)}");
        await Expect(editor.Page.GetByRole(AriaRole.Group, new() { Name = "Change" })).ToContainTextAsync("1 error");
        await editor.IsSavedAsync();
    });
}
