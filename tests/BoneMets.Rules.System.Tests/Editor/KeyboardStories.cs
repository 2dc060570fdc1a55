using BoneMets.Rules.System.Tests.Platform;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>Everything that an author does can be done without a mouse, and the focus is never lost.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KeyboardStories(Browser browser)
{
    [Fact]
    public async Task A_condition_is_edited_a_case_is_made_and_the_change_is_submitted_by_keyboard_alone()
    {
        await using var site = await EditorSite.OpenStoreAsync(SmallLibrary.Folder());
        using var root = await site.AdministratorAsync();
        using var anna = await site.InvitedAsync(root, "anna", "author");
        await anna.PostAsync("/api/v1/changes", new { title = "Severe is above 14" });
        await browser.PlayAsync(async editor =>
        {
            var (page, keys) = (editor.Page, editor.Page.Keyboard);
            await editor.OpenAsync();
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Sign in" })).ToBeVisibleAsync();
            await editor.GoAsync("sign", "Sign in");
            await Expect(editor.Title).ToHaveTextAsync("Sign in");
            await editor.FocusIsSomewhereAsync();
            if (!await editor.Field("Name").EvaluateAsync<bool>("field => field === document.activeElement")) await editor.TabToAsync(editor.Field("Name"));
            await keys.TypeAsync("anna");
            await editor.TabToAsync(editor.Field("Password"));
            await keys.TypeAsync(Person.Password);
            await editor.PressKeysAsync("Enter");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Account: anna" })).ToBeVisibleAsync();

            await editor.GoAsync("changes", "Changes");
            await Expect(editor.Title).ToHaveTextAsync("Changes");
            await editor.FocusIsSomewhereAsync();
            await editor.TabToAsync(page.GetByRole(AriaRole.Link, new() { Name = "Severe is above 14" }));
            await editor.PressKeysAsync("Enter");
            await Expect(editor.Title).ToHaveTextAsync("Severe is above 14");
            await editor.TabToAsync(page.GetByRole(AriaRole.Link, new() { Name = "Calcium above a limit" }).First);
            await editor.PressKeysAsync("Enter");
            await Expect(editor.Title).ToHaveTextAsync("Calcium above a limit");

            await editor.GoAsync("above limit", "Above the limit");
            await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Title of the rule" })).ToHaveValueAsync("Above the limit");
            await editor.FocusIsSomewhereAsync();
            await WriteConditionAsync(editor);
            await MakeCaseAsync(editor);
            await editor.IsSavedAsync();

            await editor.GoAsync("severe", "Change: Severe is above 14");
            await editor.FocusIsSomewhereAsync();
            var submit = page.GetByRole(AriaRole.Button, new() { Name = "Submit for review" });
            await Expect(submit).ToBeVisibleAsync();
            await editor.TabToAsync(submit);
            await editor.PressKeysAsync("Enter");
            await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Change" })).ToContainTextAsync("In review");
        }, on: site);
        var submitted = await anna.GetAsync("/api/v1/changes/1");
        Assert.Equal(("inReview", 0), (submitted["state"]!.GetValue<string>(), submitted["against"]!.GetValue<int>()));
        Assert.Contains("patient.calcium > 14", await Writing.TextAsync(anna), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/workflows/MirelsFractureRisk")]
    public Task The_sheet_of_keys_opens_closes_and_gives_the_focus_back(string address) => browser.PlayAsync(async editor =>
    {
        var sheet = editor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });
        await editor.OpenAsync(address);
        var before = editor.Page.GetByRole(AriaRole.Link, new() { Name = "Workflows", Exact = true }).First;
        await editor.TabToAsync(before);
        await editor.PressKeysAsync("?");
        await Expect(sheet).ToContainTextAsync("Find a page, a workflow or a command");
        await editor.FocusIsSomewhereAsync();
        Assert.True(await sheet.EvaluateAsync<bool>("sheet => sheet.contains(document.activeElement)"));
        await editor.IsAccessibleAsync();
        await editor.PressKeysAsync("Escape");
        await Expect(sheet).ToHaveCountAsync(0);
        await Expect(before).ToBeFocusedAsync();
        await editor.PressKeysAsync("Control+k", "Escape");
        await Expect(editor.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(before).ToBeFocusedAsync();
    }, name: $"sheet-of-keys-{address.Length}");

    /// <summary>With the completion, whose first offer is taken with Enter.</summary>
    private static async Task WriteConditionAsync(EditorPage editor)
    {
        var (page, keys) = (editor.Page, editor.Page.Keyboard);
        var views = page.GetByRole(AriaRole.Radiogroup, new() { Name = "Show condition as" });
        await editor.TabToAsync(views.GetByRole(AriaRole.Radio, new() { Name = "Builder" }));
        await editor.PressKeysAsync("ArrowRight");
        await Expect(editor.ConditionText).ToBeVisibleAsync();
        await editor.TabToAsync(editor.ConditionText);
        await editor.PressKeysAsync("Control+a");
        await keys.TypeAsync("patient.cal");
        var offers = page.GetByRole(AriaRole.Listbox, new() { Name = "Completions" });
        await Expect(offers.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("calcium");
        await editor.IsAccessibleAsync();
        await editor.PressKeysAsync("Enter");
        await Expect(offers).ToHaveCountAsync(0);
        await keys.TypeAsync(" > 14");
        await Expect(editor.Section("Condition")).ToContainTextAsync("Calcium is above 14");
        await Expect(editor.ConditionText).ToBeFocusedAsync();
    }

    private static async Task MakeCaseAsync(EditorPage editor)
    {
        var (page, keys) = (editor.Page, editor.Page.Keyboard);
        var save = page.GetByRole(AriaRole.Button, new() { Name = "Save as golden case" });
        await editor.TabToAsync(editor.Field("Calcium"));
        await keys.TypeAsync("15");
        await Expect(save).ToBeEnabledAsync();
        await editor.TabToAsync(save, "Shift+Tab");
        await editor.PressKeysAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Save as golden case" });
        await Expect(dialog).ToBeVisibleAsync();
        await editor.TabToAsync(dialog.GetByLabel("Why is this right?"));
        await keys.TypeAsync("15 is severe.");
        await editor.TabToAsync(dialog.GetByRole(AriaRole.Button, new() { Name = "Save case" }));
        await editor.PressKeysAsync("Enter");
        await Expect(dialog).ToHaveCountAsync(0);
        await editor.FocusIsSomewhereAsync();
    }
}
