using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>A decision table of two thousand rows is edited like a spreadsheet.</summary>
[Collection(BrowserCollection.Name)]
public sealed class GridStories(Browser browser, ITestOutputHelper output)
{
    private const int Edits = 10;
    private const int LongFrame = 50;

    [Fact]
    public Task Two_thousand_rows_are_walked_typed_into_pasted_into_taken_back_and_saved() => browser.WriteAsync(LargeLibrary.OfTable(), async (editor, _, anna) =>
    {
        var page = editor.Page;
        await OpenAsync(editor);
        await Expect(page.GetByText("Complete: a row applies whatever the facts are")).ToBeVisibleAsync();
        Assert.InRange(await page.GetByRole(AriaRole.Row).CountAsync(), 10, 200);

        await Cell(editor, "Age", 1).ClickAsync();
        await IsAtAsync(editor, "Age", 1);
        await editor.PressKeysAsync("ArrowDown", "ArrowRight");
        await IsAtAsync(editor, "Calcium", 2);
        await editor.PressKeysAsync("Tab", "Tab");
        await IsAtAsync(editor, "Dose mg", 2);
        await editor.PressKeysAsync("Shift+Tab", "Control+Home");
        await IsAtAsync(editor, "Age", 1);
        await editor.PressKeysAsync("Control+End");
        await IsAtAsync(editor, "Evidence", LargeLibrary.Rows);
        await Expect(Cell(editor, "Evidence", LargeLibrary.Rows)).ToBeInViewportAsync();
        Assert.InRange(await page.GetByRole(AriaRole.Row).CountAsync(), 10, 200);

        await editor.PressKeysAsync("ArrowLeft");
        await page.Keyboard.TypeAsync("77.25");
        await editor.PressKeysAsync("Enter");
        await Expect(Cell(editor, "Dose mg", LargeLibrary.Rows)).ToHaveTextAsync("77.25");
        await editor.PressKeysAsync("Control+Home", "ArrowDown", "Enter", "Control+a");
        await page.Keyboard.TypeAsync("< 4");
        await editor.PressKeysAsync("Escape");
        await IsAtAsync(editor, "Age", 2);
        await Expect(Cell(editor, "Age", 2)).ToContainTextAsync("< 5");

        await Cell(editor, "Site", 3).ClickAsync();
        await editor.PasteAsync("\"site3\"\t190.1\n\"site4\"\t190.2\n\"site3\"\t190.3\n");
        await Expect(Cell(editor, "Dose mg", 5)).ToContainTextAsync("190.3");
        await Expect(page.GetByText("6 cells pasted.")).ToBeAttachedAsync();
        await editor.IsSavedAsync();
        Assert.Contains("190.2", await Writing.TextAsync(anna), StringComparison.Ordinal);
        // Two rows say the same now, which the page tells before anybody asks.
        await Expect(page.GetByText("Rows 3 and 5 of table").First).ToBeVisibleAsync();
        await Expect(Cell(editor, "Row", 5).GetByText("Rows 3 and 5 of table")).ToBeAttachedAsync();
        await editor.IsAccessibleAsync();

        await editor.PressKeysAsync("Control+z");
        await Expect(Cell(editor, "Dose mg", 5)).ToHaveTextAsync("4.5");
        await Expect(page.GetByText("Unambiguous: no two rows apply together")).ToBeVisibleAsync();
        await editor.IsSavedAsync();
        var text = await Writing.TextAsync(anna);
        Assert.DoesNotContain("190.", text, StringComparison.Ordinal);
        Assert.Contains("\"77.25\"", text, StringComparison.Ordinal);
    });

    /// <summary>A measurement, not a judgement: this machine may be busy with other things.</summary>
    [NightlyFact]
    public Task What_an_edit_and_scrolling_cost_in_two_thousand_rows_is_measured() => browser.WriteAsync(LargeLibrary.OfTable(), async (editor, _, _) =>
    {
        var page = editor.Page;
        await using var meter = await Meter.OnAsync(page);
        await OpenAsync(editor);
        await Cell(editor, "Dose mg", 1).ClickAsync();
        var edits = new List<Spent>();
        for (var i = 1; i <= Edits; i++)
        {
            await page.Keyboard.TypeAsync($"{i}.75");
            edits.Add(await meter.SpendAsync(() => editor.PressKeysAsync("Enter")));
            await IsAtAsync(editor, "Dose mg", i + 1);
        }
        await editor.IsSavedAsync();
        var grid = page.GetByRole(AriaRole.Grid, new() { Name = "Dose" });
        await grid.HoverAsync();
        double[] frames = [];
        var scrolled = await meter.SpendAsync(async () => frames = await meter.FramesAsync(async () =>
        {
            for (var i = 0; i < 60; i++) await page.Mouse.WheelAsync(0, 400);
            await page.WaitForFunctionAsync("() => document.querySelector('[role=grid]').scrollTop > 23000");
        }));
        await Meter.TellAsync(output, "grid.txt", $"""
            {LargeLibrary.Rows} rows, {Edits} edits: script {Median(edits, e => e.Script):0} ms median, {edits.Max(e => e.Script):0} ms most; style and layout {Median(edits, e => e.Layout):0} ms; all work {Median(edits, e => e.Task):0} ms
            scrolling 24,000 px: {frames.Length} frames, {frames.Count(frame => frame > LongFrame)} longer than {LongFrame} ms, the longest {frames.Max():0} ms; script {scrolled.Script:0} ms, style and layout {scrolled.Layout:0} ms
            """);
        Assert.NotEmpty(frames);
    });

    private static double Median(List<Spent> spent, Func<Spent, double> of) => spent.Select(of).Order().ElementAt(spent.Count / 2);

    private static async Task OpenAsync(EditorPage editor)
    {
        await editor.OpenAsync(LargeLibrary.Table);
        await Expect(editor.Page.GetByText($"{LargeLibrary.Rows:N0} rows", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(Cell(editor, "Age", 1)).ToContainTextAsync("< 5");
    }

    /// <summary>A cell by the heading of its column and the number of its row, as a screen reader finds it.</summary>
    private static ILocator Cell(EditorPage editor, string column, int row)
    {
        string[] columns = ["Row", "Age", "Calcium", "Site", "Dose mg", "Evidence"];
        return editor.Page.Locator($"[role=row][aria-rowindex='{row + 1}'] > [aria-colindex='{Array.IndexOf(columns, column) + 1}']");
    }

    private static Task IsAtAsync(EditorPage editor, string column, int row) => Expect(Cell(editor, column, row)).ToBeFocusedAsync();
}
