using BoneMets.Rules.System.Tests.Platform;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>From an empty browser to a published rule, in the words on the screen: nobody sees JSON, and nobody needs a manual.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PublicationStory(Browser browser)
{
    [Fact]
    public async Task A_rule_with_two_golden_cases_is_written_reviewed_published_and_decides()
    {
        await using var site = await EditorSite.OpenStoreAsync(SmallLibrary.Folder());
        using var root = await site.AdministratorAsync();
        using var anna = await site.InvitedAsync(root, "anna", "author");
        using var rita = await site.InvitedAsync(root, "rita", "reviewer");
        using var pia = await site.InvitedAsync(root, "pia", "publisher");
        await browser.PlayAsync(async editor =>
        {
            await editor.SignInAsync("anna", "/changes");
            await WriteAsync(editor);
        }, on: site, name: "publication-author");
        await browser.PlayAsync(async editor =>
        {
            await editor.SignInAsync("rita", "/changes/1/review");
            await ReviewAsync(editor);
        }, new Window(Width: 390, Scheme: ColorScheme.Dark), on: site, name: "publication-reviewer");
        await browser.PlayAsync(async editor =>
        {
            await editor.SignInAsync("pia", "/changes/1");
            await editor.PressAsync("Publish");
            await Expect(editor.Page.GetByText("Release 2").First).ToBeVisibleAsync();
            await editor.IsAccessibleAsync();
            await editor.OpenWorkflowAsync(SmallLibrary.Name);
            await editor.EnterAsync("Calcium", "15");
            await Expect(editor.Section("All rules").GetByText("Severe hypercalcaemia")).ToBeVisibleAsync();
        }, on: site, name: "publication-publisher");
        var decided = await anna.PostAsync($"/api/v1/workflows/{SmallLibrary.Name}/execute", new { facts = new { patient = new { calcium = 15 } } });
        Assert.Equal("met", decided["verdicts"]!["SevereHypercalcaemia"]!.GetValue<string>());
        Assert.Equal(2, decided["release"]!.GetValue<int>());
    }

    private static async Task WriteAsync(EditorPage editor)
    {
        await editor.PressAsync("Begin a change");
        await editor.Page.GetByLabel("What shall change?").FillAsync("Severe hypercalcaemia has a rule of its own");
        await editor.PressAsync("Begin");
        await editor.IsAccessibleAsync();
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "Calcium above a limit" }).First.ClickAsync();
        await editor.PressAsync("Add a rule");
        await editor.Page.GetByRole(AriaRole.Dialog).GetByLabel("Title").FillAsync("Severe hypercalcaemia");
        await editor.IsAccessibleAsync();
        await editor.PressAsync("Add rule");

        await editor.PressAsync("Add the first condition");
        await editor.Page.GetByRole(AriaRole.Combobox, new() { Name = "What it is about" }).FillAsync("calcium");
        await editor.Page.GetByRole(AriaRole.Option, new() { Name = "Calcium" }).First.ClickAsync();
        await editor.Page.GetByRole(AriaRole.Combobox, new() { Name = "What is asked of it" }).SelectOptionAsync(new SelectOptionValue { Label = "is at least" });
        await editor.Page.GetByRole(AriaRole.Textbox, new() { Name = "Value", Exact = true }).FillAsync("14");
        await Expect(editor.Section("Condition")).ToContainTextAsync("Calcium is at least 14.");
        await editor.IsAccessibleAsync();

        await CaseAsync(editor, "15", "15 is severe.");
        await CaseAsync(editor, "13.9", "13.9 is not severe yet.");
        await editor.IsSavedAsync();
        await editor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Parts of the workflow" }).GetByRole(AriaRole.Link, new() { Name = "Cases" }).ClickAsync();
        await Expect(editor.Page.GetByText("13.9 is not severe yet.")).ToBeVisibleAsync();
        await editor.IsAccessibleAsync();

        await editor.Page.GetByRole(AriaRole.Group, new() { Name = "Change" }).GetByRole(AriaRole.Link, new() { Name = "Severe hypercalcaemia has a rule of its own" }).ClickAsync();
        await editor.PressAsync("Submit for review");
        await Expect(editor.Page.GetByRole(AriaRole.Group, new() { Name = "Change" })).ToContainTextAsync("In review");
    }

    private static async Task CaseAsync(EditorPage editor, string calcium, string why)
    {
        await editor.EnterAsync("Calcium", calcium);
        await Expect(editor.Page.GetByRole(AriaRole.Button, new() { Name = "Save as golden case" })).ToBeEnabledAsync();
        await editor.PressAsync("Save as golden case");
        var dialog = editor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Save as golden case" });
        await dialog.GetByLabel("Why is this right?").FillAsync(why);
        await editor.IsAccessibleAsync();
        await editor.PressAsync("Save case");
        await Expect(dialog).ToHaveCountAsync(0);
    }

    private static async Task ReviewAsync(EditorPage editor)
    {
        await Expect(editor.Page.GetByText("Calcium is at least 14").First).ToBeVisibleAsync();
        await Expect(editor.Page.GetByText("Nothing speaks against it")).ToBeVisibleAsync();
        await editor.IsAccessibleAsync();
        await editor.FitsItsWindowAsync();
        await editor.PressAsync("Approve this content");
        await Expect(editor.Page.GetByRole(AriaRole.Group, new() { Name = "Change" })).ToContainTextAsync("Approved");
    }
}
