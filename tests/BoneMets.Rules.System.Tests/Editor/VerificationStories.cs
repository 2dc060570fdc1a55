using BoneMets.Rules.System.Tests.Platform;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>What holds for all patients, what the cases show and what they would miss is told in words, each with a patient.</summary>
[Collection(BrowserCollection.Name)]
public sealed class VerificationStories(Browser browser)
{
    private const string Change = "/changes/1", Workflow = Change + "/workflows/limit";
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 20_000 };

    [Fact]
    public Task A_rule_that_nobody_meets_is_told_on_its_page_and_among_the_findings() => browser.WriteAsync(SmallLibrary.Folder(), async (editor, _, _) =>
    {
        var page = editor.Page;
        await editor.OpenAsync(Workflow);
        await editor.PressAsync("Add a rule");
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Title").FillAsync("Low and high");
        await editor.PressAsync("Add rule");
        await editor.ShowConditionAsTextAsync();
        await editor.ConditionText.FillAsync("patient.calcium > 14 && patient.calcium < 12");
        await editor.IsSavedAsync();
        await Expect(page.GetByText("BMR7001").First).ToBeVisibleAsync(Patiently);
        await editor.IsAccessibleAsync();

        await page.GetByRole(AriaRole.Group, new() { Name = "Change" }).GetByRole(AriaRole.Link, new() { Name = "Findings" }).ClickAsync();
        await Expect(editor.Title).ToHaveTextAsync("Findings");
        var found = editor.Section("Findings in: Calcium above a limit");
        await Expect(found).ToContainTextAsync("“Low and high”", new() { Timeout = 20_000 });
        await editor.IsAccessibleAsync();
        await found.GetByRole(AriaRole.Link, new() { Name = "Low and high" }).ClickAsync();
        await Expect(editor.Field("Title of the rule")).ToHaveValueAsync("Low and high");
    });

    [Fact]
    public Task The_patient_for_whom_a_table_has_no_row_is_tried_beside_it() => browser.WriteAsync(SmallLibrary.Folder(), async (editor, _, anna) =>
    {
        var page = editor.Page;
        await anna.PutAsync(1, SmallLibrary.Workflow, WithGap, await anna.HashAsync(1, SmallLibrary.Workflow));
        await editor.OpenAsync(Change + "/verification");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Show .* remark.*Calcium above a limit$", default, TimeSpan.FromSeconds(1)) }).ClickAsync(new() { Timeout = 20_000 });
        var finding = editor.Section("Findings in: Calcium above a limit").GetByRole(AriaRole.Listitem).Filter(new() { HasText = "BMR7009" });
        await Expect(finding.GetByLabel("The patient", new() { Exact = true })).ToHaveTextAsync("Calcium10");
        await finding.GetByRole(AriaRole.Button, new() { Name = "Show me the patient" }).ClickAsync();

        var panel = page.GetByRole(AriaRole.Complementary, new() { Name = "Try it" });
        await Expect(panel).ToContainTextAsync("Patient for Dose");
        await Expect(panel.GetByRole(AriaRole.Region, new() { Name = "Decided now" })).ToContainTextAsync("not recorded");
        await Expect(panel.GetByRole(AriaRole.Heading, new() { Name = "Try it" })).ToBeFocusedAsync();
        await editor.IsAccessibleAsync();
        await panel.GetByRole(AriaRole.Radio, new() { Name = "Facts" }).CheckAsync();
        await Expect(editor.Field("Calcium")).ToHaveValueAsync("10");
    });

    [Fact]
    public Task What_no_case_shows_is_listed_until_a_case_shows_it_and_a_case_that_notices_a_mistake_is_one_press_away() => browser.WriteAsync(SmallLibrary.Folder(), async (editor, _, anna) =>
    {
        var page = editor.Page;
        await editor.OpenAsync(Workflow + "/cases");
        var gaps = editor.Section("What no case shows");
        var gap = gaps.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Above the limit" }).Filter(new() { HasText = "the rule is met" });
        await Expect(gap).ToBeVisibleAsync(Patiently);
        await editor.IsAccessibleAsync();
        await gap.GetByRole(AriaRole.Button, new() { NameRegex = new("^Start a case", default, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await Expect(page.GetByLabel("What shall it show?")).ToHaveValueAsync("A case in which the rule is met.");
        await editor.PressAsync("Add case");
        await editor.EnterAsync("Calcium", "15");
        await editor.IsSavedAsync();
        await editor.FollowAsync("Golden cases");
        await Expect(gaps).ToBeVisibleAsync(Patiently);
        await Expect(gap).ToHaveCountAsync(0, new() { Timeout = 20_000 });

        await editor.PressAsync("Look for small mistakes that no case notices");
        var mistakes = page.GetByRole(AriaRole.List, new() { Name = "Mistakes that no case notices" });
        var accept = mistakes.GetByRole(AriaRole.Button, new() { NameRegex = new("^Accept this case", default, TimeSpan.FromSeconds(1)) });
        await Expect(accept.First).ToBeVisibleAsync(Patiently);
        await editor.IsAccessibleAsync();
        var id = (await accept.First.GetAttributeAsync("aria-label"))!.Split(": ")[^1];
        await accept.First.ClickAsync();
        var opened = mistakes.GetByRole(AriaRole.Link, new() { Name = $"Open case {id}", Exact = true });
        await Expect(opened).ToBeVisibleAsync();
        await editor.IsSavedAsync();
        Assert.Contains(id, await CasesAsync(anna), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Control+z");
        await Expect(opened).ToHaveCountAsync(0);
        await editor.IsSavedAsync();
        Assert.DoesNotContain(id, await CasesAsync(anna), StringComparison.Ordinal);
    });

    [Fact]
    public async Task A_reviewer_sees_who_is_decided_otherwise_after_a_limit_moved()
    {
        await using var site = await EditorSite.OpenStoreAsync(SmallLibrary.Folder());
        using var root = await site.AdministratorAsync();
        using var anna = await site.InvitedAsync(root, "anna", "author");
        using var rita = await site.InvitedAsync(root, "rita", "reviewer");
        await anna.PostAsync("/api/v1/changes", new { title = "A higher limit" });
        await anna.PutAsync(1, SmallLibrary.Workflow, SmallLibrary.WorkflowText(11), await anna.HashAsync(1, SmallLibrary.Workflow));
        await anna.PostAsync("/api/v1/changes/1/submit");
        await browser.PlayAsync(async editor =>
        {
            await editor.SignInAsync("rita", Change + "/review");
            var proofs = editor.Section("Who is decided otherwise");
            var rule = proofs.GetByRole(AriaRole.Listitem).Filter(new() { Has = editor.Page.GetByRole(AriaRole.Link, new() { Name = "Above the limit", Exact = true }) });
            await Expect(rule).ToBeVisibleAsync(Patiently);
            await Expect(rule).ToContainTextAsync("Before: met → Now: not met");
            await Expect(rule.GetByLabel("The patient", new() { Exact = true })).ToContainTextAsync("Calcium");
            await Expect(editor.Page.GetByText("that this change edits")).ToBeVisibleAsync(Patiently);
            await editor.IsAccessibleAsync();
            await editor.FitsItsWindowAsync();
            await rule.GetByRole(AriaRole.Button, new() { Name = "Show me the patient" }).ClickAsync();
            await Expect(editor.Page.GetByText("Patient for Above the limit")).ToBeVisibleAsync();
            await Expect(editor.Page.GetByRole(AriaRole.Region, new() { Name = "Decided now" })).ToContainTextAsync("not met");
        }, on: site);
    }

    /// <summary>A table that says nothing of exactly ten.</summary>
    private static string WithGap => SmallLibrary.WorkflowText(10).Replace(
        "\"Rules\": [",
        """
        "Tables": [{
            "Name": "dose",
            "HitPolicy": "Unique",
            "Inputs": [{ "Name": "calcium", "Expression": "patient.calcium" }],
            "Outputs": [{ "Name": "mg", "Type": "number", "Unit": "mg" }],
            "Rows": [{ "When": ["< 10"], "Then": ["1"] }, { "When": ["> 10"], "Then": ["2"] }]
          }],
          "Rules": [
            { "RuleName": "HighDose", "Title": "A high dose", "Expression": "dose.mg > 1" },
        """,
        StringComparison.Ordinal);

    private static async Task<string> CasesAsync(Person who)
    {
        using var response = await who.SendAsync(HttpMethod.Get, $"/api/v1/changes/1/documents/{SmallLibrary.Cases}");
        return await response.Content.ReadAsStringAsync();
    }
}
