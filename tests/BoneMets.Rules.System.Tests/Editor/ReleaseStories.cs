using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>What is served says whether somebody has approved it, and what was taken out of use shows no advice.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ReleaseStories(Browser browser)
{
    [Fact]
    public async Task An_approval_reaches_the_page_that_is_open()
    {
        await using var site = await EditorSite.OpenStoreAsync();
        using var root = await site.AdministratorAsync();
        using var rita = site.Person("rita");
        await rita.AcceptAsync(await Platform.StoreServer.InviteAsync(root, "rita", "reviewer"));
        await browser.PlayAsync(async editor =>
        {
            await editor.OpenAsync();
            await Expect(editor.Page.GetByText("Release 1, unreviewed: no clinician has approved this content.")).ToBeVisibleAsync();
            await editor.IsAccessibleAsync();
            var hash = (await rita.GetAsync("/api/v1/releases/1"))["manifestHash"]!.GetValue<string>();
            await rita.PostAsync("/api/v1/releases/1/approval", new { manifestHash = hash, comment = "read" });
            await Expect(editor.Page.GetByText("Release 1, approved by rita on")).ToBeVisibleAsync();
            await Expect(editor.Page.GetByRole(AriaRole.Banner).GetByText("Release 1, approved", new() { Exact = true })).ToBeVisibleAsync();
        }, on: site);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task What_is_taken_out_of_use_shows_no_decision_until_it_is_back(int width)
    {
        await using var site = await EditorSite.OpenStoreAsync();
        using var root = await site.AdministratorAsync();
        await browser.PlayAsync(async editor =>
        {
            var refusal = editor.Page.GetByRole(AriaRole.Heading, new() { Name = "Out of use: no decision" });
            var banner = editor.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Out of use: it gives no decision" });
            await editor.OpenWorkflowAsync(EditorPage.Mirels);
            var retired = await root.PostAsync("/api/v1/retirements", new { workflow = EditorPage.Mirels, reason = "the limit for radiotherapy is under review" });
            await Expect(banner).ToContainTextAsync("The limit for radiotherapy is under review.");
            await Expect(banner).ToContainTextAsync("By root, ");
            if (width < 600)
            {
                await Expect(editor.Section("Decision status")).ToContainTextAsync("Out of use");
                await editor.Section("Decision status").GetByRole(AriaRole.Button, new() { Name = "Decision" }).ClickAsync();
            }
            await Expect(refusal).ToBeVisibleAsync();
            await Expect(editor.Recommendations).ToHaveCountAsync(0);
            await editor.IsAccessibleAsync();
            await editor.FitsItsWindowAsync();

            // A page that builds on it gives none either, and the list marks both.
            await editor.OpenAsync("/workflows/BoneMetastasisPathway");
            await Expect(banner).ToContainTextAsync("on which this workflow builds");
            await editor.OpenAsync();
            await Expect(editor.Page.GetByRole(AriaRole.Listitem).Filter(new() { Has = editor.Page.GetByRole(AriaRole.Link, new() { Name = "Mirels score" }) }).GetByText("Out of use")).ToBeVisibleAsync();
            await editor.IsAccessibleAsync();
            await editor.FitsItsWindowAsync();

            await editor.OpenAsync($"/workflows/{EditorPage.Mirels}");
            await Expect(banner).ToBeVisibleAsync();
            await root.PostAsync($"/api/v1/retirements/{retired["id"]!.GetValue<long>()}/lift", new { text = "looked at again" });
            await Expect(banner).ToHaveCountAsync(0);
            await Expect(editor.Page.GetByTitle("From request to answer")).ToBeAttachedAsync();
            await Expect(editor.Page.Locator("section").Filter(new() { Has = editor.Page.Locator("#decision-title") })).ToContainTextAsync("Decision support: its output is always shown to a clinician");
        }, new Window(Width: width), on: site);
    }
}
