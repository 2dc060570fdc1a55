using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>The editor in the words of who uses it: everything is found by what a person reads or a screen reader says.</summary>
internal sealed class EditorPage(IPage page)
{
    public const string Mirels = "MirelsFractureRisk";

    public IPage Page => page;

    public ILocator Title => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Recommendations => Section("Recommendations");

    public ILocator Missing => Section("Missing facts");

    public Task OpenAsync(string path = "/") => page.GotoAsync(path);

    /// <summary>A workflow by its address, with its first decision on screen.</summary>
    public async Task OpenWorkflowAsync(string name)
    {
        await OpenAsync($"/workflows/{name}");
        await Expect(page.GetByTitle("From request to answer")).ToBeAttachedAsync();
    }

    /// <summary>Through the form, back to the page that was asked for.</summary>
    public async Task SignInAsync(string name, string next = "/")
    {
        await OpenAsync($"/sign-in?next={Uri.EscapeDataString(next)}");
        await EnterPasswordAsync(name);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Account: {name}", Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>Fills the form that stands there.</summary>
    public async Task EnterPasswordAsync(string name)
    {
        await Field("Name").FillAsync(name);
        await Field("Password").FillAsync(Platform.Person.Password);
        await PressAsync("Sign in");
    }

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task FollowAsync(string link) => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    public ILocator Alert(string text) => page.GetByRole(AriaRole.Alert).Filter(new() { HasText = text });

    /// <summary>The server has what is on the screen.</summary>
    public Task IsSavedAsync() => Expect(page.GetByText("All saved", new() { Exact = true })).ToBeVisibleAsync();

    public ILocator Section(string title) => page.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });

    public ILocator Field(string label) => page.GetByLabel(label, new() { Exact = true });

    /// <summary>Types digit by digit, as a person does.</summary>
    public async Task EnterAsync(string label, string text)
    {
        await Field(label).ClearAsync();
        await Field(label).PressSequentiallyAsync(text);
    }

    public async Task ChooseAsync(string label, string option)
    {
        await Field(label).ClickAsync();
        var wanted = page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true });
        await Expect(wanted).ToBeVisibleAsync();
        await Expect(Field(label)).ToBeInViewportAsync();
        await wanted.ClickAsync();
        await Expect(Field(label)).ToHaveValueAsync(option);
    }

    public Task ChooseUnitAsync(string label, string unit) => Field($"Unit of {label}").SelectOptionAsync(new SelectOptionValue { Label = unit });

    public ILocator Choice(string label, string answer) =>
        page.GetByRole(AriaRole.Radiogroup, new() { Name = label, Exact = true }).GetByRole(AriaRole.Radio, new() { Name = answer, Exact = true });

    public async Task AnswerAsync(string label, string answer)
    {
        await Choice(label, answer).CheckAsync();
        await Expect(Choice(label, answer)).ToBeCheckedAsync();
    }

    /// <summary>A card of the decision by its title.</summary>
    public ILocator Card(string title) =>
        page.GetByRole(AriaRole.Article).Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });

    public ILocator MissingFact(string label) => Missing.GetByRole(AriaRole.Button, new() { Name = label });

    /// <summary>The line of an intermediate value.</summary>
    public ILocator Value(string name) =>
        Section("Intermediate values").GetByRole(AriaRole.Listitem).Filter(new() { Has = page.GetByText(name, new() { Exact = true }) });

    /// <summary>Whether a decision is for exactly the facts on screen: only then does it say how long it took.</summary>
    public Task IsCurrentAsync() => Expect(page.GetByTitle("From request to answer")).ToHaveTextAsync(new Regex(@"^\d+ ms$", RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>The lesion of the Mirels story: high risk even before its pain is known.</summary>
    public async Task DescribeHighRiskLesionAsync()
    {
        await ChooseAsync("Mirels site", "Peritrochanteric");
        await ChooseAsync("Appearance", "Lytic");
        await EnterAsync("Cortex involved", "80");
        await AnswerAsync("Fractured", "No");
        await Expect(Recommendations).ToContainTextAsync("High fracture risk by the Mirels score");
        await IsCurrentAsync();
    }

    /// <summary>What stands on the screen now breaks no rule that axe can check; those about colours are tried in light and in dark.</summary>
    public async Task IsAccessibleAsync()
    {
        var followsSystem = await page.GetByRole(AriaRole.Button, new() { Name = "Colours: As the system" }).CountAsync() > 0;
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            if (followsSystem) await Expect(page.Locator("html")).ToHaveAttributeAsync("data-mantine-color-scheme", scheme.ToString(), new() { IgnoreCase = true });
            // Colours fade from one scheme to the other, and a part that inherits its colour may start after its parent has ended.
            await page.EvaluateAsync("""
                async () => {
                  const frame = () => new Promise(requestAnimationFrame);
                  const fading = () => document.getAnimations().filter((a) => a.effect.getComputedTiming().iterations !== Infinity && a.playState === 'running');
                  for (let still = 0; still < 3; still = fading().length ? 0 : still + 1) {
                    await Promise.all(fading().map((a) => a.finished.catch(() => null)));
                    await frame();
                  }
                }
                """);
            await Accessibility.CheckAsync(page, scheme.ToString(), coloursOnly: scheme == ColorScheme.Dark);
        }
    }

    public async Task FitsItsWindowAsync()
    {
        // A window that was just made narrower takes a moment.
        var tooWide = await page.EvaluateAsync<int>("""
            async () => {
              const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
              for (let frame = 0; frame < 60 && tooWide() > 0; frame += 1) await new Promise(requestAnimationFrame);
              return tooWide();
            }
            """);
        Assert.Equal(0, tooWide);
    }
}
