using BoneMets.Rules.System.Tests.Server;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>Whatever is typed or pasted is text: it never runs, and the page goes on.</summary>
[Collection(BrowserCollection.Name)]
public sealed class HostileTextStories(Browser browser)
{
    private const string Markup = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    private const string Change = "/changes/1", Workflow = Change + "/workflows/mirels-fracture-risk";

    /// <summary>Every kind of page that has fields to write in.</summary>
    private static readonly string[] Pages =
    [
        "/", "/workflows/MirelsFractureRisk", "/account", "/changes", Change, Change + "/review", Change + "/cases", Change + "/evidence", Change + "/facts/lesion",
        Change + "/documents/mirels-fracture-risk/README.md", Workflow, Workflow + "/parameters", Workflow + "/scores/mirelsScore", Workflow + "/tables/mirelsBand",
        Workflow + "/cases", Workflow + "/cases/mirels-7", Workflow + "/new-case", Workflow + "/rules/ProphylacticFixationIndicated", Workflow + "/text",
    ];

    [Fact]
    public Task Markup_in_every_field_of_every_page_stays_text() => browser.WriteAsync(Repository.CopyLibrary(), async (editor, _, _) =>
    {
        var ran = Scripts(editor);
        var written = 0;
        foreach (var address in Pages)
        {
            await VisitAsync(editor, address);
            foreach (var field in await editor.Page.Locator("input:not([type=checkbox]):not([type=radio]):not([type=date]):not([type=file]), textarea, [contenteditable=true]").AllAsync())
            {
                // A field may go while another one is written in.
                if (!await field.IsVisibleAsync() || !await field.IsEditableAsync()) continue;
                await field.FillAsync(Markup);
                written++;
            }
            Assert.Equal(0, await editor.Page.Locator("img[src=x]").CountAsync());
        }
        // What was saved of it comes back from the server.
        foreach (var address in new[] { "/", "/changes", Change, Change + "/review", Workflow, Workflow + "/cases" })
        {
            await VisitAsync(editor, address);
            Assert.Equal(0, await editor.Page.Locator("img[src=x]").CountAsync());
        }
        Assert.Empty(ran);
        Assert.True(written > 60, $"only {written} fields were found");
        await editor.OpenAsync("/");
    });

    [Fact]
    public Task Garbage_pasted_into_a_table_is_told_and_taken_back() => browser.WriteAsync(LargeLibrary.OfTable(), async (editor, _, anna) =>
    {
        var ran = Scripts(editor);
        await editor.OpenAsync(LargeLibrary.Table);
        // What it means in English comes after the formula, from the server.
        var cell = editor.Page.Locator("[role=gridcell][aria-colindex='3']").First;
        await Expect(cell).ToContainTextAsync("is below 1");
        var before = await cell.InnerTextAsync();
        foreach (var garbage in new[] { "PK\u0003\u0004\u0001\u0002\ufffd", "=cmd|' /C calc'!A0\t=1+1", Markup, new string('x', 20_000), "\t\t\n\n\t", "\u202e\u0000" })
        {
            await cell.ClickAsync();
            await editor.PasteAsync(garbage);
            await Expect(editor.Title).ToBeVisibleAsync();
            Assert.Equal(0, await editor.Page.Locator("img[src=x]").CountAsync());
            await editor.PressKeysAsync("Control+z");
            await Expect(cell).ToHaveTextAsync(before, new() { UseInnerText = true });
        }
        await editor.IsSavedAsync();
        Assert.DoesNotContain("cmd|", await Writing.TextAsync(anna), StringComparison.Ordinal);
        Assert.Empty(ran);
    });

    /// <summary>What a script in a text would have said. A page that is left with unsaved texts asks too; that is no script.</summary>
    private static List<string> Scripts(EditorPage editor)
    {
        var ran = new List<string>();
        editor.Page.Dialog += (_, dialog) =>
        {
            if (dialog.Type != DialogType.BeforeUnload) ran.Add(dialog.Message);
            _ = dialog.AcceptAsync();
        };
        return ran;
    }

    private static async Task VisitAsync(EditorPage editor, string address)
    {
        await editor.OpenAsync(address);
        var waiting = editor.Page.Locator("[aria-busy=true], .mantine-Skeleton-root");
        await Expect(editor.Page.Locator("h1").First).ToBeVisibleAsync();
        try
        {
            await Expect(waiting).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        }
        catch (PlaywrightException e)
        {
            throw new InvalidOperationException($"{address} is never there", e);
        }
    }
}
