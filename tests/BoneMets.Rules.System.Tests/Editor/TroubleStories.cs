using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>Trouble is said in words, nothing is lost by it, and it ends by itself.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TroubleStories(Browser browser)
{
    private const string Document = "mirels-fracture-risk/workflow.json";

    [Fact]
    public async Task A_document_that_is_spoiled_on_disk_is_reported_while_its_last_good_version_keeps_deciding()
    {
        await using var site = await EditorSite.OpenAsync();
        await browser.PlayAsync(async editor =>
        {
            var banner = editor.Page.GetByText("The newest content has errors and is not in use");
            await editor.OpenWorkflowAsync(EditorPage.Mirels);
            site.Edit(Document, "mirelsScore <= 7\"", "mirelsScor <= 7\"");
            await Expect(banner).ToBeVisibleAsync();
            await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Show 1 finding" }).ClickAsync();
            await Expect(editor.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("mirelsScor");
            await Expect(editor.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("line ");
            await editor.DescribeHighRiskLesionAsync();
            await editor.IsAccessibleAsync();

            site.Edit(Document, "mirelsScor <= 7\"", "mirelsScore <= 7\"");
            await Expect(banner).ToHaveCountAsync(0);
        }, on: site);
    }

    [Fact]
    public async Task An_edit_of_a_document_reaches_the_page_that_is_open()
    {
        await using var site = await EditorSite.OpenAsync();
        await browser.PlayAsync(async editor =>
        {
            await editor.OpenWorkflowAsync(EditorPage.Mirels);
            await editor.DescribeHighRiskLesionAsync();
            site.Edit(Document, "High fracture risk by the Mirels score", "High risk by the Mirels score, worded anew");
            await Expect(editor.Card("High risk by the Mirels score, worded anew")).ToBeVisibleAsync();
            await Expect(editor.Field("Cortex involved")).ToHaveValueAsync("80");
        }, on: site);
    }

    [Fact]
    public async Task A_server_that_goes_away_is_noticed_and_found_again()
    {
        await using var site = await EditorSite.OpenAsync();
        await browser.PlayAsync(async editor =>
        {
            var notice = editor.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Connection lost" });
            await editor.OpenWorkflowAsync(EditorPage.Mirels);
            await site.StopAsync();
            await editor.AnswerAsync("Fractured", "Yes");
            await Expect(notice).ToBeVisibleAsync();
            await Expect(editor.Page.GetByText("Not for the facts on screen")).ToBeVisibleAsync();
            await editor.IsAccessibleAsync();

            await site.StartAsync();
            await Expect(notice).ToHaveCountAsync(0);
            await Expect(editor.Recommendations).ToContainTextAsync("The bone is already broken");
            await Expect(editor.Choice("Fractured", "Yes")).ToBeCheckedAsync();
        }, on: site);
    }
}
