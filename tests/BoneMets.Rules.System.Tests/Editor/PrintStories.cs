using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>A workflow is a document that can be read on paper, without the editor around it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PrintStories(Browser browser)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_guideline_is_printed_with_its_rules_tables_and_sources_and_without_what_acts(ColorScheme scheme)
    {
        await using var site = await EditorSite.OpenStoreAsync();
        using var root = await site.AdministratorAsync();
        using var anna = await site.InvitedAsync(root, "anna", "author");
        await browser.PlayAsync(async editor =>
        {
            var page = editor.Page;
            await editor.SignInAsync("anna", "/changes/live/workflows/mirels-fracture-risk/print");
            await Expect(editor.Title).ToContainTextAsync("Mirels score");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Print" })).ToBeVisibleAsync();
            await Expect(editor.Section("Rules")).ToContainTextAsync("mirels score is at least 9");

            await page.EmulateMediaAsync(new() { Media = Media.Print });
            foreach (var part in new[] { "About this guideline", "What it looks at", "Rules", "Scores", "Tables", "Sources" }) await Expect(editor.Section(part)).ToBeVisibleAsync();
            await Expect(editor.Section("Sources")).ToContainTextAsync("Mirels H");
            await Expect(editor.Section("Tables").GetByRole(AriaRole.Table)).ToContainTextAsync("borderline");
            foreach (var acting in new[] { AriaRole.Button, AriaRole.Navigation, AriaRole.Banner, AriaRole.Textbox }) await Expect(page.GetByRole(acting)).ToHaveCountAsync(0);
            await Accessibility.CheckAsync(page, "on paper", coloursOnly: true);

            var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4" }));
            Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
            Assert.InRange(Regex.Count(pdf, @"/Type /Page\b", RegexOptions.None, TimeSpan.FromSeconds(5)), 2, 20);
            await page.EmulateMediaAsync(new() { Media = Media.Screen });
        }, new Window(Scheme: scheme), on: site);
    }
}
