using System.Xml.Linq;
using BoneMets.Rules.System.Tests.Editor;
using Microsoft.Playwright;

namespace BoneMets.Rules.System.Tests.Cli;

public sealed class RenderCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bonemets-render-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_library_becomes_an_index_and_a_file_for_each_workflow()
    {
        var target = Path.Combine(folder, "new/guideline");
        var html = await Render("--output", target);
        Assert.Equal((0, ""), (html.Exit, html.Error));
        var files = Directory.GetFiles(target).Select(f => Path.GetFileName(f)!).ToList();
        Assert.Equal($"{files.Count} files → {target}\n", html.Output);
        Assert.Equal(Directory.GetFiles(CommandProcess.Library, "workflow.json", SearchOption.AllDirectories).Length + 1, files.Count);
        Assert.Contains("index.html", files);
        Assert.Contains("High fracture risk by the Mirels score", await File.ReadAllTextAsync(Path.Combine(target, "MirelsFractureRisk.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_workflows_are_rendered_alone_and_again()
    {
        string[] arguments = ["MirelsFractureRisk", "Hypercalcemia", "MirelsFractureRisk", "--format", "markdown", "--output", folder];
        Assert.Equal((0, $"3 files → {folder}\n"), Outcome(await Render(arguments)));
        Assert.Equal((0, $"3 files → {folder}\n"), Outcome(await Render(arguments)));
        Assert.Equal(["Hypercalcemia.md", "MirelsFractureRisk.md", "index.md"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Markdown_has_the_graph_of_the_workflows_beside_it()
    {
        Assert.Equal((0, $"4 files → {folder}\n"), Outcome(await Render("ImagingSelection", "Hypercalcemia", "--format", "markdown", "--output", folder)));
        Assert.Contains("](pathway.svg)", await File.ReadAllTextAsync(Path.Combine(folder, "index.md")), StringComparison.Ordinal);
        Assert.Equal("svg", XElement.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "pathway.svg"))).Name.LocalName);
    }

    [Theory]
    [InlineData("html", "<section id=\"MirelsFractureRisk:top\" class=\"chapter\">")]
    [InlineData("markdown", "<a id=\"MirelsFractureRisk:top\"></a>")]
    public async Task Everything_is_one_file_when_asked(string format, string expected)
    {
        var target = Path.Combine(folder, "new/guideline");
        Assert.Equal((0, $"15 workflows → {target}\n"), Outcome(await Render("--single", "--format", format, "--output", target)));
        Assert.Contains(expected, await File.ReadAllTextAsync(target), StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(target)!));
    }

    [Theory]
    [InlineData("did you mean `MirelsFractureRisk`?", "MirelsFractureRisc", "--output", "{folder}/x")]
    [InlineData("choose one of html, markdown", "--format", "pdf", "--output", "{folder}/x")]
    [InlineData("option '--output' is required", "MirelsFractureRisk")]
    [InlineData("is a file, not a folder", "--output", "{folder}/file")]
    [InlineData("is a folder: with --single, --output names the file", "--single", "--output", "{folder}")]
    [InlineData("{folder}/file/x", "--output", "{folder}/file/x")]
    [InlineData("/proc/guideline", "--output", "/proc/guideline")]
    public async Task Wrong_usage_is_one_line_and_nothing_is_written(string expected, params string[] arguments)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "file"), "");
        var result = await Render([.. arguments.Select(Placed)]);
        Assert.Equal((2, ""), (result.Exit, result.Output));
        Assert.Contains(Placed(expected), result.OnlyError, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["file"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_workflow_with_errors_is_not_rendered()
    {
        Directory.CreateDirectory(Path.Combine(folder, "w"));
        await File.WriteAllTextAsync(Path.Combine(folder, "w/workflow.json"), """{"WorkflowName": "W", "Inputs": [], "Rules": [{"RuleName": "A", "Expression": "zzz"}]}""");
        var result = await CommandProcess.RunAsync(["render", "--output", Path.Combine(folder, "out"), "--library", folder]);
        Assert.Equal((1, ""), (result.Exit, result.Output));
        Assert.Contains("error BMR2003", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("bonemets: workflow `W` has errors and cannot decide\n", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "out")));
    }

    [Theory]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    public async Task A_page_is_accessible_and_no_wider_than_its_window(int width, ColorScheme scheme)
    {
        await Render("--output", folder);
        await Render("--single", "--output", Path.Combine(folder, "whole.html"));
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
        var page = await chromium.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 850 }, ColorScheme = scheme });
        foreach (var file in Directory.GetFiles(folder))
        {
            await page.GotoAsync(new Uri(file).AbsoluteUri);
            Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            if (Path.GetFileName(file) is not ("index.html" or "SurvivalEstimate.html")) continue; // the others have more of the same, and axe takes its time
            await Accessibility.CheckAsync(page, file);
        }
    }

    private string Placed(string text) => text.Replace("{folder}", folder, StringComparison.Ordinal);

    private static (int, string) Outcome(CommandResult result) => (result.Exit, result.Output);

    private static Task<CommandResult> Render(params string[] arguments) => CommandProcess.RunAsync(["render", .. arguments, "--library", CommandProcess.Library]);
}
