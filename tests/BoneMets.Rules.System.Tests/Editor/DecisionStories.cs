using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>A decision says what applies, why, and what must not be overlooked.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DecisionStories(Browser browser)
{
    [Fact]
    public Task Why_opens_the_condition_with_the_value_of_every_part_down_to_the_rows_of_the_sheet() => browser.PlayAsync(async editor =>
    {
        await editor.OpenWorkflowAsync(EditorPage.Mirels);
        await editor.DescribeHighRiskLesionAsync();
        var card = editor.Card("High fracture risk by the Mirels score");
        await card.GetByRole(AriaRole.Button, new() { Name = "Why?" }).ClickAsync();
        await Expect(card.GetByText("!lesion.fractured && mirelsScore >= 9")).ToBeVisibleAsync();
        await Expect(card.GetByText("All of these")).ToBeVisibleAsync();

        await card.GetByRole(AriaRole.Button, new() { Name = "Mirels score", Exact = true }).ClickAsync();
        await Expect(card.GetByText("10 to 12", new() { Exact = true })).ToBeVisibleAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Mirels site points", Exact = true }).ClickAsync();
        var sheet = card.GetByRole(AriaRole.Region, new() { Name = "Mirels site points" });
        await Expect(sheet.GetByRole(AriaRole.Row)).ToHaveCountAsync(4);
        await Expect(sheet.GetByRole(AriaRole.Row).Filter(new() { HasText = "applies" })).ToContainTextAsync("peritrochanteric", new() { IgnoreCase = true });
        await card.GetByRole(AriaRole.Button, new() { Name = "Mirels pain points", Exact = true }).ClickAsync();
        await Expect(card.GetByRole(AriaRole.Region, new() { Name = "Mirels pain points" }).GetByText("possible")).ToHaveCountAsync(3);
    });

    [Fact]
    public Task A_dose_shows_the_row_of_its_table() => browser.PlayAsync(async editor =>
    {
        await editor.OpenWorkflowAsync("BoneTargetedAgent");
        await editor.EnterAsync("Creatinine clearance", "55");
        await Expect(editor.Value("Zoledronic dose")).ToContainTextAsync("3.5 mg");
        await editor.Value("Zoledronic dose").GetByRole(AriaRole.Button).ClickAsync();
        var rows = editor.Section("Zoledronic dose").GetByRole(AriaRole.Row);
        await Expect(rows).ToHaveCountAsync(6);
        await Expect(rows.Filter(new() { HasText = "applies" })).ToContainTextAsync("3.5");
    });

    [Fact]
    public Task An_emergency_that_is_not_excluded_says_that_it_is_open_and_holds_the_reassuring_score_back() => browser.PlayAsync(async editor =>
    {
        await editor.OpenWorkflowAsync("SpinalInstability");
        await editor.ChooseAsync("Level", "T6");
        await editor.ChooseAsync("Pain", "None");
        await editor.ChooseAsync("Appearance", "Blastic");
        await editor.ChooseAsync("Alignment", "Normal");
        await editor.EnterAsync("Height loss", "0");
        await editor.EnterAsync("Vertebral body involved", "20");
        await editor.ChooseAsync("Posterolateral involvement", "None");
        await Expect(editor.Recommendations.GetByRole(AriaRole.Heading, new() { Level = 5 }))
            .ToHaveTextAsync(["High-grade cord compression at a stable level"]);
        await Expect(editor.Card("High-grade cord compression at a stable level")).ToContainTextAsync("Not excluded");
        await editor.Section("Withheld").GetByRole(AriaRole.Button, new() { Name = "Show 1 recommendation held back" }).ClickAsync();
        await Expect(editor.Section("Withheld")).ToContainTextAsync("High-grade cord compression at a stable level");
        await Expect(editor.Section("Withheld").GetByRole(AriaRole.Article)).ToContainTextAsync("Stable by SINS");
        await Expect(editor.Section("Decision").GetByText("0 recommendations, 1 emergency not excluded, 1 withheld, 1 fact missing", new() { Exact = true })).ToBeVisibleAsync();

        await editor.Card("High-grade cord compression at a stable level").GetByRole(AriaRole.Button, new() { Name = "Epidural compression" }).ClickAsync();
        await Expect(editor.Field("Epidural compression (ESCC)")).ToBeFocusedAsync();
    });

    [Fact]
    public Task A_withheld_recommendation_names_the_rule_that_speaks_against_it() => browser.PlayAsync(async editor =>
    {
        await editor.OpenWorkflowAsync(EditorPage.Mirels);
        await editor.ChooseAsync("Mirels site", "Lower limb");
        await editor.ChooseAsync("Bone", "Femur");
        await editor.ChooseAsync("Pain", "Mild");
        await editor.ChooseAsync("Appearance", "Blastic");
        await editor.EnterAsync("Cortex involved", "20");
        await editor.EnterAsync("Axial cortical involvement", "35");
        await editor.AnswerAsync("Fractured", "No");
        await Expect(editor.Recommendations).ToContainTextAsync("Long axial cortical defect of the femur");
        await editor.Section("Withheld").GetByRole(AriaRole.Button, new() { Name = "Show 1 recommendation held back" }).ClickAsync();
        var withheld = editor.Section("Withheld").GetByRole(AriaRole.Article);
        await Expect(editor.Section("Withheld")).ToContainTextAsync("Withheld by “Long axial cortical defect of the femur”");
        await Expect(withheld).ToContainTextAsync("Low fracture risk by the Mirels score");
        await Expect(editor.Recommendations).Not.ToContainTextAsync("Low fracture risk");
    });
}
