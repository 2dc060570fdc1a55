using System.Text;
using System.Text.RegularExpressions;
using BoneMets.Rules.System.Tests.Editor;
using BoneMets.Rules.System.Tests.Server;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Cli;

/// <summary>The report of replayed cases as somebody reads it who got it by mail: a file, without a server and without scripts.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ReportPageStories(Browser browser) : IDisposable
{
    private readonly string library = Repository.CopyLibrary();

    public void Dispose() => Directory.Delete(library, recursive: true);

    [Theory]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    public async Task Failed_cases_are_found_by_filter_and_say_why(int width, ColorScheme scheme)
    {
        var workflow = Path.Combine(library, "mirels-fracture-risk", "workflow.json");
        var text = await File.ReadAllTextAsync(workflow);
        Assert.Contains("mirelsScore >= 9", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(workflow, text.Replace("mirelsScore >= 9", "mirelsScore >= 8", StringComparison.Ordinal));
        var report = Path.Combine(library, "report.html");
        var result = await CommandInProcess.RunAsync("test", "--library", library, "--workflow", "MirelsFractureRisk", "SuspectedBoneMetastasis", "--coverage", "--format", "html", "--output", report);
        Assert.Equal(1, result.Exit);

        await using var window = await browser.NewWindowAsync(new Window(width, scheme));
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(report).AbsoluteUri);
        var failed = page.GetByRole(AriaRole.Article);
        var rows = page.Locator("section tbody tr.passed");
        var coverage = page.GetByRole(AriaRole.Table, new() { Name = "Coverage by workflow" });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Golden cases" })).ToBeVisibleAsync();
        var total = await failed.CountAsync();
        Assert.InRange(total, 5, 40);
        await Expect(rows.First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Radio, new() { Name = $"failed {total}", Exact = true }).CheckAsync();
        await Expect(rows.First).ToBeHiddenAsync();
        await Expect(failed).ToHaveCountAsync(total);
        var one = failed.Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = "rule ProphylacticFixationIndicated" }) }).First;
        await Expect(one.Locator(".why").First).ToContainTextAsync("mirelsScore >= 8");
        await Expect(one.Locator(".why").First).ToContainTextAsync("mirelsPainPoints");

        await page.GetByRole(AriaRole.Radio, new() { Name = "SuspectedBoneMetastasis", Exact = true }).CheckAsync();
        await Expect(failed.First).ToBeHiddenAsync();
        await Expect(page.GetByText("None of SuspectedBoneMetastasis.")).ToBeVisibleAsync();
        await Expect(coverage.GetByRole(AriaRole.Rowheader)).ToHaveTextAsync(["SuspectedBoneMetastasis", "All"]);

        await page.GetByRole(AriaRole.Radio, new() { Name = $"MirelsFractureRisk, {total} failed", Exact = true }).CheckAsync();
        await Accessibility.CheckAsync(page, "report");
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.GetByRole(AriaRole.Radio)).ToHaveCountAsync(0);
        await Expect(page.GetByText("SuspectedBoneMetastasis", new() { Exact = true }).First).ToBeHiddenAsync();
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4" }));
        Assert.InRange(Regex.Count(pdf, @"/Type /Page\b", RegexOptions.None, TimeSpan.FromSeconds(5)), 3, 15);
        if (Environment.GetEnvironmentVariable("BONEMETS_PICTURES") is { Length: > 0 } pictures) await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, $"report-{width}.png"), FullPage = true });
    }
}
