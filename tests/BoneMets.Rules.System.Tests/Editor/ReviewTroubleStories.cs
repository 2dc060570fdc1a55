using BoneMets.Rules.System.Tests.Platform;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>Several people at one change: nobody approves what they have not seen, nothing is merged silently, and what is wrong is shown beside what is right.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ReviewTroubleStories(Browser browser)
{
    private const string Change = "/api/v1/changes/1", Review = "/changes/1/review";

    [Fact]
    public Task An_approval_of_what_was_edited_meanwhile_is_refused_and_what_is_new_can_be_looked_at() => WorkAsync(async (site, team) =>
    {
        await Team.SubmitAsync(team.Anna, 11);
        await browser.PlayAsync(async editor =>
        {
            var approve = editor.Page.GetByRole(AriaRole.Button, new() { Name = "Approve this content" });
            await editor.SignInAsync("rita", Review);
            await Expect(editor.Page.GetByText("Nothing speaks against it")).ToBeVisibleAsync();
            await Expect(approve).ToBeEnabledAsync();
            await WhileApprovingAsync(editor, () => Team.SubmitAsync(team.Anna, 12));
            await approve.ClickAsync();

            await Expect(editor.Alert("It was edited while you read").First).ToBeVisibleAsync();
            await Expect(approve).ToBeDisabledAsync();
            await Expect(editor.Section("Differences")).ToContainTextAsync("11");
            await editor.IsAccessibleAsync();
            var change = await team.Anna.GetAsync(Change);
            Assert.Equal(("inReview", 0), (change["state"]!.GetValue<string>(), change["reviews"]!.AsArray().Count));

            await editor.PressAsync("Show what it is now");
            await Expect(editor.Section("Differences")).ToContainTextAsync("12");
            await Expect(approve).ToBeEnabledAsync();
            await approve.ClickAsync();
            await Expect(editor.Page.GetByText("You approved this content")).ToBeVisibleAsync();
            await Expect(editor.Page.GetByRole(AriaRole.Group, new() { Name = "Change" })).ToContainTextAsync("Approved");
        }, on: site, name: "approval-of-old-content");
    });

    [Fact]
    public Task An_approval_of_what_became_a_draft_again_says_that_it_was_edited() => WorkAsync(async (site, team) =>
    {
        await Team.SubmitAsync(team.Anna, 11);
        await browser.PlayAsync(async editor =>
        {
            await editor.SignInAsync("rita", Review);
            await Expect(editor.Page.GetByText("Nothing speaks against it")).ToBeVisibleAsync();
            await WhileApprovingAsync(editor, () => Team.EditAsync(team.Anna, 1, 12));
            await editor.PressAsync("Approve this content");
            await Expect(editor.Alert("It was edited while you read")).ToBeVisibleAsync();
            await Expect(editor.Page.GetByRole(AriaRole.Group, new() { Name = "Change" })).ToContainTextAsync("Draft");
            await Expect(editor.Page.GetByRole(AriaRole.Button, new() { Name = "Approve this content" })).ToHaveCountAsync(0);
            Assert.Empty((await team.Anna.GetAsync(Change))["reviews"]!.AsArray());
        }, on: site, name: "approval-of-a-draft");
    });

    [Fact]
    public Task What_two_changes_wrote_is_shown_side_by_side_settled_by_a_person_and_published() => WorkAsync(async (site, team) =>
    {
        await Team.EditAsync(team.Anna, 1, 11);
        await team.Ben.PostAsync("/api/v1/changes", new { title = "Another limit" });
        await Team.SubmitAsync(team.Ben, 12, change: 2);
        await team.PublishAsync(2);
        await browser.PlayAsync(async editor =>
        {
            var page = editor.Page;
            await editor.SignInAsync("anna", "/changes/1");
            await editor.PressAsync("Put it on release 2");
            var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "2 documents changed on both sides" });
            await Expect(dialog).ToContainTextAsync("2 documents to decide");
            await editor.IsAccessibleAsync();
            var put = dialog.GetByRole(AriaRole.Button, new() { Name = "Put it on release 2" });
            await Expect(put).ToBeDisabledAsync();
            await editor.AnswerAsync($"What shall stand of {SmallLibrary.Cases}", "Take that of release 2");
            await editor.AnswerAsync($"What shall stand of {SmallLibrary.Workflow}", "Merge both");
            await Expect(dialog.GetByRole(AriaRole.Textbox, new() { Name = $"Release 2 of {SmallLibrary.Workflow}" })).ToContainTextAsync("\"12\"");
            var merged = dialog.GetByRole(AriaRole.Textbox, new() { Name = $"Merged text of {SmallLibrary.Workflow}" });
            await Expect(merged).ToContainTextAsync("\"11\"");
            await editor.IsAccessibleAsync();
            await merged.PressAsync("Control+a");
            await page.Keyboard.TypeAsync("{");
            await Expect(dialog).ToContainTextAsync("mend it before it can be taken");
            await Expect(put).ToBeDisabledAsync();
            await merged.PressAsync("Control+a");
            await editor.PasteAsync(SmallLibrary.WorkflowText(12).Replace("Above the limit", "Above both limits", StringComparison.Ordinal));

            // A server that is away at the wrong moment costs nothing of what was decided.
            await site.StopAsync();
            await put.ClickAsync();
            await Expect(dialog.GetByRole(AriaRole.Alert).Filter(new() { HasText = "The server does not answer" })).ToBeVisibleAsync();
            await Expect(merged).ToContainTextAsync("Above both limits");
            await site.StartAsync();
            await Expect(put).ToBeEnabledAsync();
            await put.ClickAsync();
            await Expect(page.GetByText("It stands on release 2 now")).ToBeVisibleAsync();
            await Expect(dialog).ToHaveCountAsync(0);
            await editor.PressAsync("Submit for review");
            await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Change" })).ToContainTextAsync("In review");
        }, on: site, name: "rebase");
        await team.PublishAsync(1);
        var decided = await team.Anna.PostAsync($"/api/v1/workflows/{SmallLibrary.Name}/execute", new { facts = new { patient = new { calcium = 15 } } });
        Assert.Equal((3, 12), (decided["release"]!.GetValue<int>(), decided["outputs"]!["limit"]!.GetValue<int>()));
        Assert.Contains("Above both limits", decided["rules"]!.ToJsonString(), StringComparison.Ordinal);
    });

    [Fact]
    public Task A_reviewer_opens_a_case_that_fails_sees_both_sides_and_sends_the_change_back() => WorkAsync(async (site, team) =>
    {
        await team.Anna.PutAsync(1, SmallLibrary.Workflow, SmallLibrary.WorkflowText(9), await team.Anna.HashAsync(1, SmallLibrary.Workflow));
        await team.Anna.PostAsync($"{Change}/submit");
        await browser.PlayAsync(async editor =>
        {
            var page = editor.Page;
            await editor.SignInAsync("rita", Review);
            await Expect(page.GetByText("1 finding speaks against it", new() { Exact = true })).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Approve this content" })).ToBeDisabledAsync();
            await Expect(page.GetByRole(AriaRole.List, new() { Name = "Why you cannot approve it" })).ToContainTextAsync("send it back, so that they are mended");
            await editor.IsAccessibleAsync();

            await editor.Section("Golden cases").GetByRole(AriaRole.Link, new() { Name = "Open case at-the-limit" }).ClickAsync();
            var differs = page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = "Above the limit", Exact = true }) });
            await Expect(differs).ToContainTextAsync("Not met");
            await Expect(differs).ToContainTextAsync("differs");
            await Expect(page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = "Limit", Exact = true }) })).ToContainTextAsync("differs");
            await editor.IsAccessibleAsync();
            await page.GoBackAsync();

            var sendBack = page.GetByRole(AriaRole.Button, new() { Name = "Send back" });
            await Expect(sendBack).ToBeDisabledAsync();
            await editor.Field("Comment").FillAsync("The case at the limit still says 10.");
            await sendBack.ClickAsync();
            await Expect(page.GetByText("You sent it back")).ToBeVisibleAsync();
        }, on: site, name: "send-back-reviewer");
        await browser.PlayAsync(async editor =>
        {
            await editor.SignInAsync("anna", "/changes/1");
            await Expect(editor.Page.GetByRole(AriaRole.Group, new() { Name = "Change" })).ToContainTextAsync("Draft");
            await Expect(editor.Section("Reviews")).ToContainTextAsync("rita sent it back");
            await Expect(editor.Section("Reviews")).ToContainTextAsync("The case at the limit still says 10.");
        }, new Window(Width: 390), on: site, name: "send-back-author");
    });

    /// <summary>Something that happens once, when the button is pressed and the server has not heard of it: the page could not know.</summary>
    private static Task WhileApprovingAsync(EditorPage editor, Func<Task> work) => editor.Page.RouteAsync("**/reviews", async route =>
    {
        await work();
        await route.ContinueAsync();
    }, new() { Times = 1 });

    private static async Task WorkAsync(Func<EditorSite, Team, Task> story)
    {
        await using var site = await EditorSite.OpenStoreAsync(SmallLibrary.Folder());
        using var root = await site.AdministratorAsync();
        using var anna = await site.InvitedAsync(root, "anna", "author");
        using var ben = await site.InvitedAsync(root, "ben", "author");
        using var rita = await site.InvitedAsync(root, "rita", "reviewer", "publisher");
        await anna.PostAsync("/api/v1/changes", new { title = "Raise the limit" });
        await story(site, new Team(anna, ben, rita));
    }

    private sealed record Team(Person Anna, Person Ben, Person Rita)
    {
        public static async Task EditAsync(Person author, int change, int limit)
        {
            await author.PutAsync(change, SmallLibrary.Workflow, SmallLibrary.WorkflowText(limit), await author.HashAsync(change, SmallLibrary.Workflow));
            await author.PutAsync(change, SmallLibrary.Cases, SmallLibrary.CasesText(limit), await author.HashAsync(change, SmallLibrary.Cases));
        }

        public static async Task SubmitAsync(Person author, int limit, int change = 1)
        {
            await EditAsync(author, change, limit);
            await author.PostAsync($"/api/v1/changes/{change}/submit");
        }

        public async Task PublishAsync(int change)
        {
            var content = (await Rita.GetAsync($"/api/v1/changes/{change}"))["contentHash"]!.GetValue<string>();
            await Rita.PostAsync($"/api/v1/changes/{change}/reviews", new { contentHash = content, verdict = "approve" });
            await Rita.PostAsync($"/api/v1/changes/{change}/publish");
        }
    }
}
