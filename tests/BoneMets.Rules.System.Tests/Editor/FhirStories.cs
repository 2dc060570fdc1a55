using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>A patient's record fills the form, and what was not taken is said.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FhirStories(Browser browser)
{
    private const string Bundle = """
        { "resourceType": "Bundle", "type": "collection", "entry": [
          { "resource": { "resourceType": "Patient", "id": "p", "gender": "female" } },
          { "resource": { "resourceType": "Observation", "id": "ca", "status": "final", "subject": { "reference": "Patient/p" }, "effectiveDateTime": "2026-01-30",
              "code": { "coding": [{ "system": "http://loinc.org", "code": "17861-6" }] }, "valueQuantity": { "value": 2.60, "unit": "mmol/L", "system": "http://unitsofmeasure.org", "code": "mmol/L" } } },
          { "resource": { "resourceType": "Observation", "id": "alb", "status": "final", "subject": { "reference": "Patient/p" }, "effectiveDateTime": "2026-01-30",
              "code": { "coding": [{ "system": "http://loinc.org", "code": "1751-7" }] }, "valueQuantity": { "value": 41 } } } ] }
        """;

    [Fact]
    public Task A_pasted_Bundle_fills_the_form_and_says_what_it_left() => browser.PlayAsync(async editor =>
    {
        await editor.OpenWorkflowAsync("Hypercalcemia");
        await editor.Page.Locator("#as-of").FillAsync("2026-01-31");
        await editor.PressAsync("Paste a FHIR Bundle");
        var dialog = editor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Facts from a FHIR Bundle" });
        await dialog.GetByLabel("Bundle", new() { Exact = true }).FillAsync("{ \"resourceType\": ");
        await Expect(dialog.GetByText("This is no complete JSON.")).ToBeVisibleAsync();
        await dialog.GetByLabel("Bundle", new() { Exact = true }).FillAsync("{ \"resourceType\": \"Patient\" }");
        await editor.PressAsync("Read it");
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Bundle");
        await dialog.GetByLabel("Bundle", new() { Exact = true }).FillAsync(Bundle);
        await editor.PressAsync("Read it");
        await Expect(dialog.GetByRole(AriaRole.Region, new() { Name = "Taken", Exact = true })).ToContainTextAsync("2.6");
        await Expect(dialog.GetByRole(AriaRole.Region, new() { Name = "Not taken" })).ToContainTextAsync("unit");
        await editor.IsAccessibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Use " }).ClickAsync();
        await Expect(editor.Field("Total calcium")).ToHaveValueAsync("2.6");
        await Expect(editor.Field("Albumin")).ToHaveValueAsync("");
    });
}
