using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>Facts go in as they are known: typed, chosen, in any accepted unit, or not at all.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FactStories(Browser browser)
{
    [Fact]
    public Task A_workflow_is_chosen_from_the_list_and_the_decision_follows_the_form() => browser.PlayAsync(async editor =>
    {
        await editor.OpenAsync();
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "Mirels score" }).ClickAsync();
        await Expect(editor.Title).ToContainTextAsync("Mirels score");
        await Expect(editor.Page.GetByText("Nothing is entered yet")).ToBeVisibleAsync();

        await editor.DescribeHighRiskLesionAsync();
        await editor.ChooseAsync("Pain", "Functional");
        var card = editor.Card("High fracture risk by the Mirels score");
        await Expect(card).ToContainTextAsync("Mirels 12 of 12 (9 or more)");
        await Expect(card).ToContainTextAsync("advises prophylactic fixation");
        await Expect(card.GetByRole(AriaRole.List, new() { Name = "Sources" })).ToContainTextAsync("Mirels H, Clin Orthop Relat Res 1989");
        await Expect(card.GetByText("Urgent", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(editor.Page.GetByText("Nothing is entered yet")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task With_the_pain_unknown_a_high_risk_is_recommended_all_the_same_and_the_score_is_a_range() => browser.PlayAsync(async editor =>
    {
        await editor.OpenWorkflowAsync(EditorPage.Mirels);
        await editor.DescribeHighRiskLesionAsync();
        await Expect(editor.Card("High fracture risk by the Mirels score")).ToContainTextAsync("Mirels 10 to 12 of 12");
        await Expect(editor.Value("Mirels score")).ToContainTextAsync("10 to 12");
        await Expect(editor.Value("Mirels band")).ToContainTextAsync("high");
    });

    [Fact]
    public Task A_calcium_in_millimoles_is_what_it_is_in_milligrams() => browser.PlayAsync(async editor =>
    {
        await editor.OpenWorkflowAsync("BoneTargetedAgent");
        await editor.ChooseUnitAsync("Total calcium", "mmol/L");
        await editor.EnterAsync("Total calcium", "2.40");
        await editor.ChooseUnitAsync("Albumin", "g/L");
        await editor.EnterAsync("Albumin", "40");
        await Expect(editor.Value("Corrected calcium")).ToContainTextAsync("9.6192 mg/dL");

        await editor.AnswerAsync("Bone metastasis confirmed", "Yes");
        await editor.ChooseAsync("Primary tumour", "Breast");
        await Expect(editor.Card("Indication for a bone-targeted agent")).ToBeVisibleAsync();
        await editor.EnterAsync("Total calcium", "1.80");
        await Expect(editor.Card("Hypocalcaemia first")).ToContainTextAsync("Urgent");
    });

    [Fact]
    public Task A_value_out_of_range_gets_the_servers_words_at_its_field_and_the_old_decision_is_marked_as_old() => browser.PlayAsync(async editor =>
    {
        await editor.OpenWorkflowAsync("BoneTargetedAgent");
        await editor.EnterAsync("Creatinine clearance", "2550");
        await Expect(editor.Field("Creatinine clearance")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(editor.Field("Creatinine clearance")).ToHaveAccessibleDescriptionAsync(new Regex("2550.*250", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(editor.Page.GetByText("Not for the facts on screen")).ToBeVisibleAsync();

        await editor.EnterAsync("Creatinine clearance", "55");
        await Expect(editor.Page.GetByText("Not for the facts on screen")).ToHaveCountAsync(0);
        await Expect(editor.Field("Creatinine clearance")).Not.ToHaveAttributeAsync("aria-invalid", "true");
    });

    [Fact]
    public Task Unknown_is_an_answer_that_can_be_chosen_again() => browser.PlayAsync(async editor =>
    {
        await editor.OpenWorkflowAsync(EditorPage.Mirels);
        await Expect(editor.MissingFact("Fractured")).ToBeVisibleAsync();
        await editor.AnswerAsync("Fractured", "Yes");
        await Expect(editor.Recommendations).ToContainTextAsync("The bone is already broken");
        await Expect(editor.MissingFact("Fractured")).ToHaveCountAsync(0);

        await editor.AnswerAsync("Fractured", "Unknown");
        await Expect(editor.MissingFact("Fractured")).ToBeVisibleAsync();
        await Expect(editor.Recommendations).Not.ToContainTextAsync("The bone is already broken");
        await Expect(editor.Page.GetByText("0 entered")).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_missing_fact_leads_to_its_field() => browser.PlayAsync(async editor =>
    {
        await editor.OpenWorkflowAsync(EditorPage.Mirels);
        await editor.MissingFact("Axial cortical involvement").ClickAsync();
        await Expect(editor.Field("Axial cortical involvement")).ToBeFocusedAsync();
        await Expect(editor.Field("Axial cortical involvement")).ToBeInViewportAsync();
    });

    [Fact]
    public Task Facts_survive_a_reload_and_can_be_cleared_and_brought_back() => browser.PlayAsync(async editor =>
    {
        await editor.OpenWorkflowAsync(EditorPage.Mirels);
        await editor.DescribeHighRiskLesionAsync();
        await editor.Page.ReloadAsync();
        await Expect(editor.Field("Cortex involved")).ToHaveValueAsync("80");
        await Expect(editor.Field("Appearance")).ToHaveValueAsync("Lytic");
        await Expect(editor.Card("High fracture risk by the Mirels score")).ToContainTextAsync("10 to 12");

        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Clear all" }).ClickAsync();
        await Expect(editor.Field("Cortex involved")).ToHaveValueAsync("");
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Undo clear" }).ClickAsync();
        await Expect(editor.Field("Cortex involved")).ToHaveValueAsync("80");
        await editor.IsCurrentAsync();
    });
}
