using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace BoneMets.Rules.System.Tests.Editor;

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Browser>
{
    public const string Name = "editor in a browser";
}

/// <summary>Stories that run beside the others, in a browser of their own.</summary>
[CollectionDefinition(Name)]
public sealed class SecondBrowserCollection : ICollectionFixture<Browser>
{
    public const string Name = "every page in a browser";
}

/// <summary>One Chromium and one server for all stories of a collection; each story has a browser context of its own, with its own storage and window.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const float Patience = 20_000;
    private IPlaywright playwright = null!;
    private IBrowser chromium = null!;
    private EditorSite site = null!;

    public async Task InitializeAsync()
    {
        site = await EditorSite.OpenAsync();
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        await chromium.CloseAsync();
        playwright.Dispose();
        await site.DisposeAsync();
    }

    /// <summary>A window with a storage of its own.</summary>
    internal async Task<IBrowserContext> NewWindowAsync(Window window, EditorSite? on = null)
    {
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = (on ?? site).Address,
            ViewportSize = new() { Width = window.Width, Height = window.Height },
            ColorScheme = window.Scheme,
            HasTouch = window.Width < 600,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(Patience);
        return context;
    }

    /// <summary>Plays a story in a fresh window; where it ends, the page has to be accessible and no wider than its window. When it fails, a picture of the window stays in <see cref="EditorSite.Artifacts"/>.</summary>
    internal async Task PlayAsync(Func<EditorPage, Task> story, Window? window = null, EditorSite? on = null, [CallerMemberName] string name = "")
    {
        window ??= new Window();
        await using var context = await NewWindowAsync(window, on);
        var page = await context.NewPageAsync();
        var crashes = new List<string>();
        page.PageError += (_, error) => crashes.Add(error);
        page.Console += (_, message) =>
        {
            // The browser itself reports every refused or unanswered request; the stories cause those on purpose.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) crashes.Add(message.Text);
        };
        try
        {
            var editor = new EditorPage(page);
            await story(editor);
            await editor.IsAccessibleAsync();
            await editor.FitsItsWindowAsync();
            Assert.Empty(crashes);
        }
        catch
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(EditorSite.Artifacts, $"{name}-{window.Width}-{window.Scheme}.png") });
            throw;
        }
    }
}

/// <summary>How large the window of a story is, and which colours its reader prefers.</summary>
internal sealed record Window(int Width = 1280, ColorScheme Scheme = ColorScheme.Light)
{
    public int Height => Width < 600 ? 844 : 860;
}
