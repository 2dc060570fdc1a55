using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>Every place has an address, every way back works, and any window, colour or input device will do.</summary>
[Collection(BrowserCollection.Name)]
public sealed class NavigationStories(Browser browser)
{
    [Fact]
    public Task A_workflow_has_an_address_a_title_and_a_way_back() => browser.PlayAsync(async editor =>
    {
        await editor.OpenAsync();
        await Expect(editor.Page).ToHaveTitleAsync("Workflows · BoneMets.Rules");
        await editor.OpenWorkflowAsync("SpinalInstability");
        await Expect(editor.Page).ToHaveTitleAsync("Instability of a spinal metastasis (SINS) · BoneMets.Rules");
        await editor.Page.GoBackAsync();
        await Expect(editor.Title).ToHaveTextAsync("Workflows");

        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "Hypercalcaemia" }).ClickAsync();
        await Expect(editor.Page).ToHaveURLAsync(new Regex("/workflows/Hypercalcemia$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await editor.Page.GoBackAsync();
        await Expect(editor.Page).ToHaveTitleAsync("Workflows · BoneMets.Rules");
    });

    [Fact]
    public Task The_list_finds_by_word_and_says_when_there_is_nothing() => browser.PlayAsync(async editor =>
    {
        await editor.OpenAsync();
        var search = editor.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search workflows" });
        await search.FillAsync("spine");
        await Expect(editor.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("2 workflows");
        await Expect(editor.Page.GetByRole(AriaRole.Link, new() { Name = "Instability of a spinal metastasis (SINS)" })).ToBeVisibleAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Link, new() { Name = "Metastatic compression of the spinal cord" })).ToBeVisibleAsync();
        await search.FillAsync("instability");
        await Expect(editor.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 workflow");
        await search.FillAsync("liver");
        await Expect(editor.Page.GetByRole(AriaRole.Heading, new() { Name = "Nothing found for “liver”" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task An_unknown_workflow_is_answered_with_the_nearest_name_and_a_way_on() => browser.PlayAsync(async editor =>
    {
        await editor.OpenAsync("/workflows/MirelFractureRisk");
        await Expect(editor.Title).ToHaveTextAsync("There is no such workflow");
        await Expect(editor.Page.GetByText("did you mean")).ToContainTextAsync("did you mean MirelsFractureRisk?");
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "All workflows" }).ClickAsync();
        await Expect(editor.Title).ToHaveTextAsync("Workflows");
    });

    [Fact]
    public Task An_address_without_a_page_says_so() => browser.PlayAsync(async editor =>
    {
        await editor.OpenAsync("/nowhere");
        await Expect(editor.Title).ToHaveTextAsync("There is no page at this address");
    });

    [Fact]
    public Task Dark_stays_dark_after_a_reload() => browser.PlayAsync(async editor =>
    {
        var html = editor.Page.Locator("html");
        await editor.OpenAsync();
        await Expect(html).ToHaveAttributeAsync("data-mantine-color-scheme", "light");
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Colours: As the system" }).ClickAsync();
        await editor.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Dark" }).ClickAsync();
        await Expect(html).ToHaveAttributeAsync("data-mantine-color-scheme", "dark");
        await editor.Page.ReloadAsync();
        await Expect(html).ToHaveAttributeAsync("data-mantine-color-scheme", "dark");
        await Expect(editor.Page.GetByRole(AriaRole.Button, new() { Name = "Colours: Dark" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task On_a_telephone_facts_and_decision_are_one_tap_apart() => browser.PlayAsync(async editor =>
    {
        await editor.OpenAsync();
        await editor.FitsItsWindowAsync();
        await editor.OpenWorkflowAsync(EditorPage.Mirels);
        await editor.AnswerAsync("Fractured", "Yes");
        await editor.FitsItsWindowAsync();
        var status = editor.Section("Decision status");
        await Expect(status).ToContainTextAsync("1 recommendation");
        await status.GetByRole(AriaRole.Button, new() { Name = "Decision" }).ClickAsync();
        await Expect(editor.Card("The bone is already broken")).ToBeInViewportAsync();
        await Expect(editor.Field("Cortex involved")).ToBeHiddenAsync();
        await status.GetByRole(AriaRole.Button, new() { Name = "Facts" }).ClickAsync();
        await Expect(editor.Field("Cortex involved")).ToBeVisibleAsync();
        await status.GetByRole(AriaRole.Button, new() { Name = "Decision" }).ClickAsync();
        await editor.Card("The bone is already broken").GetByRole(AriaRole.Button, new() { Name = "Why?" }).ClickAsync();
    }, new Window(Width: 390));

    [Fact]
    public Task A_keyboard_is_enough_from_the_list_to_a_decision() => browser.PlayAsync(async editor =>
    {
        await editor.OpenAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Link, new() { Name = "Mirels score" })).ToBeVisibleAsync();
        await editor.TabToAsync(editor.Page.GetByRole(AriaRole.Link, new() { Name = "Mirels score" }));
        await editor.PressKeysAsync("Enter");
        await Expect(editor.Title).ToContainTextAsync("Mirels score");
        await Expect(editor.Section("All rules")).ToBeAttachedAsync();

        await PickAsync(editor, "Mirels site", "Peritrochanteric");
        await PickAsync(editor, "Appearance", "Lytic");
        await editor.TabToAsync(editor.Field("Cortex involved"));
        await editor.Page.Keyboard.TypeAsync("80");
        await editor.TabToAsync(editor.Choice("Fractured", "Unknown"));
        await editor.PressKeysAsync("ArrowLeft");
        await Expect(editor.Choice("Fractured", "No")).ToBeCheckedAsync();

        var card = editor.Card("High fracture risk by the Mirels score");
        await Expect(editor.Recommendations).ToContainTextAsync("High fracture risk by the Mirels score");
        await editor.TabToAsync(card.GetByRole(AriaRole.Button, new() { Name = "Why?" }));
        await editor.PressKeysAsync("Enter");
        await Expect(card.GetByText("All of these")).ToBeVisibleAsync();
    });

    private static async Task PickAsync(EditorPage editor, string label, string option)
    {
        await editor.TabToAsync(editor.Field(label));
        await editor.PressKeysAsync("ArrowDown");
        var wanted = editor.Page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true });
        await Expect(wanted).ToBeVisibleAsync();
        for (var i = 0; i < 10 && await wanted.GetAttributeAsync("data-combobox-selected") is null; i++) await editor.PressKeysAsync("ArrowDown");
        await editor.PressKeysAsync("Enter");
        await Expect(editor.Field(label)).ToHaveValueAsync(option);
    }
}
