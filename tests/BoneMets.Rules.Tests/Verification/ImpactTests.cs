using System.Text;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Verification.Impacts;

namespace BoneMets.Rules.Tests.Verification;

/// <summary>For whom a change of the content changes the decision.</summary>
public sealed class ImpactTests
{
    private const string Rules = """
        { "RuleName": "High", "Title": "High", "Expression": "p.n >= 9", "Recommendation": { "Text": "High at $(p.n).", "Urgency": "urgent" } },
        { "RuleName": "Low", "Title": "Low", "Expression": "p.n < 5", "Recommendation": { "Text": "Low.", "Urgency": "info" } }
        """;

    private const string Cases = """
        { "Id": "n8", "Facts": { "p": { "n": 8 } }, "Expect": { "Rules": { "High": "notMet" } } },
        { "Id": "n9", "Facts": { "p": { "n": 9 } }, "Expect": { "Rules": { "High": "met" } } },
        { "Id": "unknown", "Facts": {}, "Expect": { "Rules": { "High": "undetermined" } } }
        """;

    [Fact]
    public void The_same_content_affects_nobody()
    {
        var examination = Examine(Rules, Rules);
        Assert.Equal((3, 0, 0), (examination.Impact!.Tried, examination.Impact.Affected.Count, examination.Against));
    }

    [Theory]
    [InlineData("p.n >= 9", "p.n >= 8", "case n8", "NewlyRecommended High:  → High at 8.", "OtherVerdict High: notMet → met")]
    [InlineData("p.n >= 9", "p.n > 9", "case n9", "NoLongerRecommended High: High at 9. → ", "OtherVerdict High: met → notMet")]
    [InlineData("High at $(p.n).", "High: $(p.n).", "case n9", "OtherText High: High at 9. → High: 9.")]
    [InlineData("\"urgent\"", "\"emergency\"", "case n9", "OtherUrgency High: urgent → emergency")]
    [InlineData("p.n >= 9", "(p.n ?? 0) >= 9", "case unknown", "OtherVerdict High: undetermined → notMet")]
    public void An_edit_shows_for_whom_it_changes_what(string old, string edited, string patient, params string[] differences)
    {
        var affected = Assert.Single(Examine(Rules, Rules.Replace(old, edited, StringComparison.Ordinal)).Impact!.Affected);
        Assert.Equal(patient, affected.Patient.Origin);
        Assert.Equal(differences, affected.Differences.Select(Line));
    }

    [Fact]
    public void A_new_rule_counts_where_it_says_something_and_its_objection_too()
    {
        var added = Rules + """, { "RuleName": "Hold", "Title": "Hold", "Expression": "IsKnown(p.n) && p.n == 9", "Withholds": ["High"] }""";
        var affected = Assert.Single(Examine(Rules, added).Impact!.Affected);
        Assert.Equal(["NoLongerRecommended High: High at 9. → ", "NewlyWithheld High:  → Hold", "OtherVerdict Hold:  → met"], affected.Differences.Select(Line));
        var removed = Assert.Single(Examine(added, Rules).Impact!.Affected);
        Assert.Equal(["NewlyRecommended High:  → High at 9.", "NoLongerWithheld High: Hold → ", "OtherVerdict Hold: met → "], removed.Differences.Select(Line));
    }

    [Fact]
    public void Changed_intermediate_values_are_shown_after_what_they_lead_to()
    {
        var before = Load(Rules, Cases, """{ "Name": "twice", "Expression": "p.n * 2" }""");
        var after = Load(Rules, Cases, """{ "Name": "twice", "Expression": "p.n * 2 + 1" }, { "Name": "more", "Expression": "1" }""");
        var impact = ChangeExamination.Of(before, after).Impact!;
        Assert.Equal(["OtherValue twice: 16 → 17", "OtherValue twice: 18 → 19"], impact.Affected.SelectMany(a => a.Differences).Select(Line));
    }

    [Fact]
    public void Patients_are_grouped_by_what_changes_the_gravest_first()
    {
        var groups = Examine(Rules, Rules.Replace("p.n >= 9", "p.n >= 8", StringComparison.Ordinal).Replace("High at", "Now", StringComparison.Ordinal)).Impact!.Groups;
        Assert.Equal(["NewlyRecommended High n8", "OtherText High n9", "OtherVerdict High n8"], groups.Select(g => $"{g.Kind} {g.Subject} {string.Join(' ', g.Patients.Select(p => p.Patient.Origin["case ".Length..]))}"));
    }

    [Fact]
    public void Cases_of_both_contents_and_recorded_patients_are_tried_once_each()
    {
        var before = Load(Rules, Cases);
        var after = Load(Rules.Replace("p.n >= 9", "p.n >= 7", StringComparison.Ordinal), """{ "Id": "seven", "Facts": { "p": { "n": 7.0 } }, "Expect": { "Rules": { "High": "met" } } }""");
        TriedPatient[] recorded = [new("W", "decision 1", Encoding.UTF8.GetBytes("""{"p":{"n":7.5}}"""), null), new("W", "decision 2", Encoding.UTF8.GetBytes("""{"p":{"n":8}}"""), null)];
        var impact = ChangeExamination.Of(before, after, recorded).Impact!;
        Assert.Equal((5, "case seven, case n8, decision 1"), (impact.Tried, string.Join(", ", impact.Affected.Select(a => a.Patient.Origin))));
    }

    [Fact]
    public void Facts_that_only_one_content_accepts_give_no_decision_there()
    {
        var before = Load(Rules, Cases);
        var after = Load(Rules, Cases, maximum: 8);
        var affected = Assert.Single(ChangeExamination.Of(before, after).Impact!.Affected);
        var difference = Assert.Single(affected.Differences);
        Assert.Equal(("case n9", DifferenceKind.NoDecision, null), (affected.Patient.Origin, difference.Kind, difference.Before));
        Assert.Contains("`p.n`", difference.After, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failing_case_and_an_error_speak_against_a_change()
    {
        var failing = Examine(Rules, Rules.Replace("p.n >= 9", "p.n >= 8", StringComparison.Ordinal));
        Assert.Equal((1, "n8"), (failing.Against, failing.Failed.Single().Case.Id));
        var broken = Examine(Rules, Rules.Replace("p.n >= 9", "p.m >= 9", StringComparison.Ordinal));
        Assert.Equal((1, 0, null), (broken.Against, broken.Cases.Count, broken.Impact));
    }

    private static ChangeExamination Examine(string before, string after) => ChangeExamination.Of(Load(before, Cases), Load(after, Cases));

    private static string Line(DecisionDifference difference) => $"{difference.Kind} {difference.Subject}: {difference.Before} → {difference.After}";

    private static LibraryLoad Load(string rules, string cases, string parameters = "", int maximum = 100)
    {
        var schema = $$"""{"type": "object", "additionalProperties": false, "properties": {"n": {"type": "number", "minimum": 0, "maximum": {{maximum}}, "description": "N."} } }""";
        var workflow = $$"""{"WorkflowName": "W", "Inputs": [{"Name": "p", "Schema": "p"}], "GlobalParams": [{{parameters}}], "Rules": [{{rules}}]}""";
        return RuleLibrary.Load([File("facts/p.schema.json", schema), File("w/workflow.json", workflow), File("w/cases.json", $$"""{"Workflow": "W", "Cases": [{{cases}}]}""")]);
    }

    private static LibraryFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
