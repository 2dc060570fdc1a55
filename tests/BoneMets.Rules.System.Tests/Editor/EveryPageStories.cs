using System.Text.RegularExpressions;
using BoneMets.Rules.System.Tests.Server;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>What holds for every page: a title and a heading of its own, nothing that axe finds, no complaint of the browser, and room in any window.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed partial class EveryPageStories(EveryPageSession session) : IClassFixture<EveryPageSession>
{
    private const string Run = "/cohorts/run", UnfinishedRun = "/cohorts/unfinished-run", Change = "/changes/1", Workflow = Change + "/workflows/mirels-fracture-risk";

    private static readonly string[] Addresses =
    [
        "/", "/?view=graph", "/workflows/MirelsFractureRisk", "/sign-in", "/account", "/welcome", "/nowhere",
        "/releases", "/releases/1", "/feedback", "/cohorts", Run, Run + "/undetermined", UnfinishedRun, "/audit", "/administration", "/administration/users", "/administration/keys", "/administration/out-of-use",
        "/changes", "/changes?state=withdrawn", Change, Change + "/review", Change + "/cases", Change + "/documents/facts/lesion.schema.json", Change + "/facts/patient", Change + "/evidence", Change + "/verification", "/changes/live/verification",
        Workflow, Workflow + "/parameters", Workflow + "/rules/ProphylacticFixationIndicated", Workflow + "/tables/mirelsBand", Workflow + "/scores/mirelsScore",
        Workflow + "/cases", Workflow + "/cases/mirels-7", Workflow + "/new-case", Workflow + "/text", Workflow + "/print", "/changes/live", "/changes/live/workflows/bone-targeted-agent/parameters",
        "/changes/live/workflows/bone-targeted-agent/tables/zoledronicDose", "/changes/2/review",
    ];

    /// <summary>Addresses that show the page of another one.</summary>
    private static readonly string[] Same = ["/?view=graph", "/administration", "/changes?state=withdrawn"];

    public static TheoryData<string> Pages => [.. Addresses];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_a_title_and_one_heading_is_accessible_fits_its_window_and_complains_of_nothing(string address)
    {
        var editor = session.Editor;
        session.TakeErrors();
        try
        {
            await VisitAsync(editor, address);
        }
        catch
        {
            await editor.Page.ScreenshotAsync(new() { Path = Path.Combine(EditorSite.Artifacts, $"every-page-{Array.IndexOf(Addresses, address)}.png") });
            throw;
        }
        finally
        {
            await editor.Page.SetViewportSizeAsync(new Window().Width, new Window().Height);
        }
    }

    private async Task VisitAsync(EditorPage editor, string address)
    {
        await editor.OpenAsync(session.Address(address));
        await editor.Page.WaitForFunctionAsync("() => document.querySelector('h1') && !document.querySelector('[aria-busy=true], .mantine-Skeleton-root')");
        await Expect(editor.Page.Locator("h1")).ToHaveCountAsync(1);
        await Expect(editor.Page).ToHaveTitleAsync(OfThisSite());
        var title = await editor.Page.TitleAsync();
        Assert.True(Same.Contains(address) || session.Titles.TryAdd(title, address), $"“{title}” is also the title of {session.Titles.GetValueOrDefault(title)}");
        await editor.IsAccessibleAsync();
        await editor.FitsItsWindowAsync();
        var phone = new Window(Width: 390);
        await editor.Page.SetViewportSizeAsync(phone.Width, phone.Height);
        await editor.FitsItsWindowAsync();
        Assert.Empty(session.TakeErrors());
    }

    [Fact]
    public void Every_route_of_the_editor_is_among_them()
    {
        var routes = Routes().ToArray();
        Assert.InRange(routes.Length, 25, 100);
        Assert.DoesNotContain(routes, route => !Addresses.Any(address => Pattern(route).IsMatch(address.Split('?')[0])));
    }

    /// <summary>The paths of all routes, from the sources where they are made: each names its parent and its path below it.</summary>
    private static IEnumerable<string> Routes()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "editor", "src", "features"), "routes.tsx", SearchOption.AllDirectories))
        {
            var made = Made().Matches(File.ReadAllText(file)).ToDictionary(match => match.Groups["name"].Value, match => match, StringComparer.Ordinal);
            Assert.NotEmpty(made);
            foreach (var name in made.Keys) yield return PathOf(name);

            string PathOf(string route) => made.TryGetValue(route, out var match) ? PathOf(match.Groups["parent"].Value) + (match.Groups["path"] is { Success: true } path ? path.Value : "/welcome") : "";
        }
    }

    private static Regex Pattern(string route) =>
        new("^" + Parameter().Replace(route.TrimEnd('/'), match => match.Value == "$" ? ".+" : "[^/]+") + "/?$", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"const (?<name>\w+) = createRoute\(\{\s*getParentRoute: \(\) => (?<parent>\w+),\s*path: (?:'(?<path>[^']*)'|oneTimeSecret\.path),", RegexOptions.None, 1000)]
    private static partial Regex Made();

    [GeneratedRegex(@"\$\w*", RegexOptions.None, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^.+ · BoneMets\.Rules$", RegexOptions.None, 1000)]
    private static partial Regex OfThisSite();
}
