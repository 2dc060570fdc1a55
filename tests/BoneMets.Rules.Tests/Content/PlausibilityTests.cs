using System.Text;

namespace BoneMets.Rules.Tests.Content;

/// <summary>A value in the wrong unit under the right name is refused by the plausible range, with what was expected.</summary>
public sealed class PlausibilityTests
{
    [Theory]
    [InlineData("totalCalcium", "2.3", "mmol/L sent as mg/dL")]
    [InlineData("totalCalcium", """{ "value": 9.5, "unit": "mmol/L" }""", "mg/dL labelled mmol/L")]
    [InlineData("albumin", "40", "g/L sent as g/dL")]
    [InlineData("albumin", """{ "value": 4, "unit": "g/L" }""", "g/dL labelled g/L")]
    [InlineData("ionizedCalcium", "4.9", "mg/dL sent as mmol/L")]
    [InlineData("creatinine", "88", "umol/L sent as mg/dL")]
    [InlineData("creatinine", """{ "value": 1.1, "unit": "umol/L" }""", "mg/dL labelled umol/L")]
    [InlineData("creatinineClearance", "300", "beyond any measurement")]
    [InlineData("platelets", "150000", "per uL sent as thousands")]
    [InlineData("ageYears", "1962", "a year of birth")]
    [InlineData("painScore", "45", "a scale of 100")]
    [InlineData("ecog", "90", "a Karnofsky index")]
    [InlineData("inr", "35", "a prothrombin time in seconds")]
    public void A_value_in_another_unit_is_refused(string fact, string value, string mistake)
    {
        using var engine = new RuleEngine(Shipped.Library, new EngineOptions { Compile = false });
        var outcome = engine.Decide(Shipped.Pathway, Encoding.UTF8.GetBytes($$$"""{"patient":{"{{{fact}}}":{{{value}}}}}"""), Shipped.AsOf);
        var error = Assert.Single(outcome.Errors);
        Assert.True(outcome.Decision is null, mistake);
        Assert.StartsWith($"/patient/{fact}", error.Pointer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("totalCalcium", """{ "value": 2.3, "unit": "mmol/L" }""")]
    [InlineData("albumin", """{ "value": 40, "unit": "g/L" }""")]
    [InlineData("creatinine", """{ "value": 88.4, "unit": "umol/L" }""")]
    [InlineData("vitaminD25", """{ "value": 50, "unit": "nmol/L" }""")]
    [InlineData("bilirubinTotal", """{ "value": 17.1, "unit": "umol/L" }""")]
    [InlineData("crp", """{ "value": 1, "unit": "mg/dL" }""")]
    [InlineData("platelets", """{ "value": 150, "unit": "10*9/L" }""")]
    public void The_same_value_with_its_unit_is_taken(string fact, string value)
    {
        using var engine = new RuleEngine(Shipped.Library, new EngineOptions { Compile = false });
        Assert.Empty(engine.Decide(Shipped.Pathway, Encoding.UTF8.GetBytes($$$"""{"patient":{"{{{fact}}}":{{{value}}}}}"""), Shipped.AsOf).Errors);
    }
}
