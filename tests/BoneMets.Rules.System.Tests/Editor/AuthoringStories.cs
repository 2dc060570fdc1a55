using BoneMets.Rules.System.Tests.Platform;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>What an author types is saved by itself, and nothing of it is ever lost.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AuthoringStories(Browser browser)
{
    private const string About = "/changes/1/workflows/limit";

    [Fact]
    public Task What_is_typed_saves_itself_and_can_be_taken_back_from_another_page() => WriteAsync(async (editor, _, anna) =>
    {
        await editor.OpenAsync(About);
        await editor.Field("Title").FillAsync("Calcium above the limit of the laboratory");
        await editor.IsSavedAsync();
        Assert.Contains("above the limit of the laboratory", await TextAsync(anna), StringComparison.Ordinal);
        await editor.FollowAsync("Parameters 1");
        await Expect(editor.Page.GetByRole(AriaRole.Heading, new() { Name = "Parameters" })).ToBeVisibleAsync();
        await editor.IsAccessibleAsync();
        await editor.Page.Keyboard.PressAsync("Control+z");
        await editor.FollowAsync("About");
        await Expect(editor.Field("Title")).ToHaveValueAsync("Calcium above a limit");
        await editor.Page.Keyboard.PressAsync("Control+Shift+z");
        await Expect(editor.Field("Title")).ToHaveValueAsync("Calcium above the limit of the laboratory");
        await editor.IsSavedAsync();
    });

    [Fact]
    public Task Two_authors_of_one_document_see_both_texts_and_decide() => WriteAsync(async (editor, _, anna) =>
    {
        await editor.OpenAsync(About);
        await Expect(editor.Field("Title")).ToHaveValueAsync("Calcium above a limit");
        await anna.PutAsync(1, SmallLibrary.Workflow, SmallLibrary.WorkflowText(12), await anna.HashAsync(1, SmallLibrary.Workflow));
        await editor.Field("Title").FillAsync("Calcium above what is usual");
        await Expect(editor.Alert("Somebody else changed limit/workflow.json too")).ToBeVisibleAsync();
        await editor.IsAccessibleAsync();
        await editor.PressAsync("Compare and decide");
        var dialog = editor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Two versions of limit/workflow.json" });
        await Expect(dialog.GetByLabel("What is saved now")).ToContainTextAsync("\"12\"");
        await Expect(dialog.GetByLabel("Your text of limit/workflow.json")).ToContainTextAsync("Calcium above what is usual");
        await editor.IsAccessibleAsync();
        await editor.PressAsync("Save what stands on the right");
        await editor.IsSavedAsync();
        Assert.Contains("what is usual", await TextAsync(anna), StringComparison.Ordinal);
    });

    [Fact]
    public Task What_is_typed_while_the_server_is_away_is_saved_when_it_is_back() => WriteAsync(async (editor, site, _) =>
    {
        await editor.OpenAsync(About);
        await Expect(editor.Field("Title")).ToHaveValueAsync("Calcium above a limit");
        await site.StopAsync();
        await editor.Field("Title").FillAsync("Written in a tunnel");
        await Expect(editor.Alert("Connection lost")).ToBeVisibleAsync();
        await Expect(editor.Page.GetByText("Not saved: no connection")).ToBeVisibleAsync();
        await editor.IsAccessibleAsync();
        await site.StartAsync();
        await editor.IsSavedAsync();
        using var anna = site.Person("anna");
        await anna.SignInAsync();
        Assert.Contains("Written in a tunnel", await TextAsync(anna), StringComparison.Ordinal);
    });

    [Fact]
    public Task What_is_typed_after_the_session_ended_is_saved_after_signing_in_again() => WriteAsync(async (editor, _, anna) =>
    {
        await editor.OpenAsync(About);
        await Expect(editor.Field("Title")).ToHaveValueAsync("Calcium above a limit");
        await editor.Page.Context.ClearCookiesAsync();
        await editor.Field("Title").FillAsync("Typed too late");
        var banner = editor.Alert("You are signed out");
        await Expect(banner).ToBeVisibleAsync();
        await editor.IsAccessibleAsync();
        await banner.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await editor.EnterPasswordAsync("anna");
        await Expect(editor.Field("Title")).ToHaveValueAsync("Typed too late");
        await editor.IsSavedAsync();
        Assert.Contains("Typed too late", await TextAsync(anna), StringComparison.Ordinal);
    });

    [Fact]
    public Task A_text_that_cannot_be_read_is_kept_and_shown_until_it_is_mended() => WriteAsync(async (editor, _, _) =>
    {
        await editor.OpenAsync(About + "/text");
        var text = editor.Page.GetByRole(AriaRole.Textbox, new() { Name = "Text of limit/workflow.json" });
        var parts = editor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Parts of the workflow" });
        await Expect(text).ToContainTextAsync("AboveLimit");
        await text.FillAsync(SmallLibrary.WorkflowText(10).Replace("\"Rules\": [", "\"Rules\": [[", StringComparison.Ordinal));
        await Expect(editor.Page.GetByText("limit/workflow.json cannot be read as it stands")).ToBeVisibleAsync();
        await Expect(editor.Alert("limit/workflow.json is not saved")).ToBeVisibleAsync();
        await Expect(text).ToBeFocusedAsync();
        await editor.IsAccessibleAsync();
        editor.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await editor.OpenAsync(About + "/rules/AboveLimit");
        await Expect(editor.Page.GetByText("limit/workflow.json cannot be read as it stands")).ToBeVisibleAsync();
        await Expect(text).ToContainTextAsync("\"Rules\": [[");
        await text.FillAsync(SmallLibrary.WorkflowText(10));
        await Expect(parts).ToContainTextAsync("Above the limit");
        await editor.IsSavedAsync();
    });

    [Fact]
    public Task Text_that_looks_like_markup_is_shown_as_text() => WriteAsync(async (editor, _, anna) =>
    {
        const string markup = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        editor.Page.Dialog += (_, dialog) => Assert.Fail($"a script ran: {dialog.Message}");
        await editor.OpenAsync(About);
        foreach (var field in new[] { "Title", "Description", "Purpose", "Remarks" }) await editor.Field(field).FillAsync(markup);
        await editor.IsSavedAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Parts of the workflow" })).ToContainTextAsync(markup);
        await anna.PostAsync("/api/v1/changes", new { title = markup, description = markup });
        await editor.OpenAsync("/changes/2/workflows/limit");
        await Expect(editor.Page.GetByRole(AriaRole.Group, new() { Name = "Change" })).ToContainTextAsync(markup);
        Assert.Equal(0, await editor.Page.Locator("img[src=x]").CountAsync());
    });

    private Task WriteAsync(Func<EditorPage, EditorSite, Person, Task> story, [global::System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        browser.WriteAsync(SmallLibrary.Folder(), story, name);

    private static Task<string> TextAsync(Person who) => Writing.TextAsync(who);
}
