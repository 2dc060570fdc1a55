using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Tests.Documents;

/// <summary>What a workflow says about itself: every key is read, everything else is a finding with its place.</summary>
public class MetadataReaderTests
{
    [Theory]
    [InlineData("\"Purpose\": \"p\"", "Purpose=p")]
    [InlineData("\"IntendedUse\": \"u\"", "IntendedUse=u")]
    [InlineData("\"IntendedUsers\": \"clinicians\"", "IntendedUsers=clinicians")]
    [InlineData("\"IntendedPopulation\": \"adults\"", "IntendedPopulation=adults")]
    [InlineData("\"OutOfScope\": \"children\"", "OutOfScope=children")]
    [InlineData("\"Developer\": { \"Name\": \"A group\", \"Contact\": \"mail\" }", "Developer=A group, mail")]
    [InlineData("\"Developer\": { \"Name\": \"A group\" }", "Developer=A group, ")]
    [InlineData("\"Funding\": \"none\"", "Funding=none")]
    [InlineData("\"ApprovalDate\": \"2026-01-31\"", "ApprovalDate=2026-01-31")]
    [InlineData("\"LastReviewDate\": \"2024-02-29\"", "LastReviewDate=2024-02-29")]
    [InlineData("\"ReviewDue\": \"2027-06-30\"", "ReviewDue=2027-06-30")]
    [InlineData("\"EffectivePeriod\": { \"Start\": \"2026-01-01\", \"End\": \"2026-12-31\" }", "EffectivePeriod=2026-01-01 to 2026-12-31")]
    [InlineData("\"EffectivePeriod\": { \"Start\": \"2026-01-01\" }", "EffectivePeriod=2026-01-01 to ")]
    [InlineData("\"EffectivePeriod\": { \"End\": \"2026-01-01\" }", "EffectivePeriod= to 2026-01-01")]
    [InlineData("\"UseOf\": { \"Sex\": \"not used\", \"DateOfBirth\": \"as age\" }", "UseOf.DateOfBirth=as age; UseOf.Sex=not used")]
    [InlineData("\"UseOf\": { \"Race\": \"a\", \"Ethnicity\": \"b\", \"Language\": \"c\", \"SexualOrientation\": \"d\", \"GenderIdentity\": \"e\", \"SocialDeterminants\": \"f\", \"HealthStatus\": \"g\" }",
        "UseOf.Ethnicity=b; UseOf.GenderIdentity=e; UseOf.HealthStatus=g; UseOf.Language=c; UseOf.Race=a; UseOf.SexualOrientation=d; UseOf.SocialDeterminants=f")]
    [InlineData("\"Version\": \"1.2.0\"", "Version=1.2.0")]
    [InlineData("\"Experimental\": true", "Experimental=True")]
    [InlineData("\"Experimental\": false", "Experimental=False")]
    [InlineData("\"Jurisdiction\": [\"DE\", \"AT\"]", "Jurisdiction=DE, AT")]
    [InlineData("\"Topics\": [\"treatment\"]", "Topics=treatment")]
    [InlineData("\"Copyright\": \"c\"", "Copyright=c")]
    [InlineData("\"Authors\": [\"A\"], \"Editors\": [\"E\"], \"Reviewers\": [\"R\"], \"Endorsers\": [\"O\"]", "Authors=A; Editors=E; Endorsers=O; Reviewers=R")]
    [InlineData("\"Remarks\": \"r\"", "Remarks=r")]
    [InlineData("\"CdsHooks\": { \"Hooks\": [\"patient-view\", \"order-sign\"] }", "CdsHooks=patient-view, order-sign with Patient")]
    [InlineData("\"CdsHooks\": { \"Hooks\": [\"encounter-start\"], \"Required\": [\"Condition\"] }", "CdsHooks=encounter-start with Patient, Condition")]
    [InlineData("\"CdsHooks\": { \"Hooks\": [\"order-select\"], \"Required\": [\"Condition\", \"Patient\"] }", "CdsHooks=order-select with Condition, Patient")]
    [InlineData("\"purpose\": \"keys match in any case\"", "Purpose=keys match in any case")]
    [InlineData("\"Purpose\": null, \"Developer\": null, \"ReviewDue\": null, \"Authors\": null, \"Experimental\": null", "")]
    [InlineData("", "")]
    public void Every_key_is_read(string metadata, string expected)
    {
        var (workflow, findings) = Read(metadata);
        Assert.Empty(findings);
        Assert.Equal(expected, Show(workflow.About));
    }

    [Fact]
    public void A_workflow_without_metadata_says_nothing_and_one_with_metadata_keeps_its_node()
    {
        var findings = new DiagnosticBag();
        Assert.Same(WorkflowMetadata.None, WorkflowReader.Read(Parse("{\"$schema\": \"s\", \"WorkflowName\": \"W\", \"Inputs\": [], \"Rules\": []}"), findings)!.About);
        Assert.Equal("{ \"Purpose\": \"p\" }", Read("\"Purpose\": \"p\"").Workflow.Metadata!.Raw);
    }

    [Theory]
    [InlineData("\"Purpose\": 5", "d(2,28): error BMR1005: `Purpose` is a text, not a number [/Metadata/Purpose] (write `\"5\"`)")]
    [InlineData("\"IntendedUsers\": [\"clinicians\"]", "d(2,34): error BMR1005: `IntendedUsers` is a text, not a list [/Metadata/IntendedUsers]")]
    [InlineData("\"Developer\": \"A group\"", "d(2,30): error BMR1005: `Developer` is an object, not a text [/Metadata/Developer]")]
    [InlineData("\"Developer\": { \"Contact\": \"mail\" }", "d(2,30): error BMR1004: the developer has no `Name` [/Metadata/Developer]")]
    [InlineData("\"Developer\": { \"Name\": \"A\", \"Mail\": \"m\" }", "d(2,45): error BMR1003: a developer has no key `Mail` [/Metadata/Developer/Mail]")]
    [InlineData("\"CdsHooks\": { }", "d(2,29): error BMR1004: the declaration names no hook that the workflow answers [/Metadata/CdsHooks] (one or more of patient-view, order-select, order-sign, encounter-start)")]
    [InlineData("\"CdsHooks\": { \"Hooks\": [\"patient-view\"], \"Required\": [\"Labs\"] }", "d(2,71): error BMR1006: `Labs` is not allowed here [/Metadata/CdsHooks/Required/0] (one of `Patient`, `Condition`, `AllergyIntolerance`, `Observation`, `DiagnosticReport`, `Procedure`, `MedicationRequest`, `MedicationStatement`, `MedicationAdministration`)")]
    [InlineData("\"CdsHooks\": { \"Hooks\": [\"patient-view\"], \"RelevantWhen\": \" \" }", "d(2,74): error BMR2001: `RelevantWhen` is empty [/Metadata/CdsHooks/RelevantWhen] (write an expression or remove the key)")]
    [InlineData("\"CdsHooks\": { \"Hooks\": [\"patient-view\"], \"RelevantWords\": [\"carcin\"] }", "d(2,75): error BMR1004: `RelevantWords` needs `RelevantWhen` [/Metadata/CdsHooks/RelevantWords] (without a condition the workflow concerns everybody)")]
    [InlineData("\"CdsHooks\": { \"Hooks\": [\"patient-view\"], \"Require\": [] }", "d(2,58): error BMR1003: a CDS Hooks declaration has no key `Require` [/Metadata/CdsHooks/Require] (did you mean `Required`?)")]
    [InlineData("\"ReviewDue\": \"2026-02-30\"", "d(2,30): error BMR1014: `2026-02-30` is not a calendar date [/Metadata/ReviewDue] (write it as `2026-01-31`)")]
    [InlineData("\"ApprovalDate\": \"31.1.2026\"", "d(2,33): error BMR1014: `31.1.2026` is not a calendar date [/Metadata/ApprovalDate] (write it as `2026-01-31`)")]
    [InlineData("\"LastReviewDate\": 20260131", "d(2,35): error BMR1005: `LastReviewDate` is a text, not a number [/Metadata/LastReviewDate] (write `\"20260131\"`)")]
    [InlineData("\"ReviewDue\": \"2026-01-30\", \"LastReviewDate\": \"2026-01-31\"",
        "d(2,62): error BMR1017: the last review on `2026-01-31` is after the next one, due on `2026-01-30` [/Metadata/LastReviewDate] (set `ReviewDue` to the day of the next review)")]
    [InlineData("\"ReviewDue\": \"2026-01-31\", \"LastReviewDate\": \"2026-01-31\"")]
    [InlineData("\"EffectivePeriod\": { \"Start\": \"2026-02-01\", \"End\": \"2026-01-31\" }",
        "d(2,68): error BMR1017: the period ends on `2026-01-31`, before it begins on `2026-02-01` [/Metadata/EffectivePeriod/End] (`Start` and `End` are its first and its last day)")]
    [InlineData("\"EffectivePeriod\": { \"Start\": \"2026-02-01\", \"End\": \"2026-02-01\" }")]
    [InlineData("\"EffectivePeriod\": { \"Begin\": \"2026-02-01\" }", "d(2,38): error BMR1003: an effective period has no key `Begin` [/Metadata/EffectivePeriod/Begin]")]
    [InlineData("\"EffectivePeriod\": \"2026\"", "d(2,36): error BMR1005: `EffectivePeriod` is an object, not a text [/Metadata/EffectivePeriod]")]
    [InlineData("\"UseOf\": { \"Sex\": false }", "d(2,35): error BMR1005: `Sex` is a text, not true or false [/Metadata/UseOf/Sex] (write `\"false\"`)")]
    [InlineData("\"UseOf\": { \"DateOfBirt\": \"not used\" }", "d(2,28): error BMR1003: a declaration of use has no key `DateOfBirt` [/Metadata/UseOf/DateOfBirt] (did you mean `DateOfBirth`?)")]
    [InlineData("\"UseOf\": [\"Sex\"]", "d(2,26): error BMR1005: `UseOf` is an object, not a list [/Metadata/UseOf]")]
    [InlineData("\"Experimental\": \"yes\"", "d(2,33): error BMR1005: `Experimental` is true or false, not a text [/Metadata/Experimental]")]
    [InlineData("\"Jurisdiction\": \"DE\"", "d(2,33): error BMR1005: `Jurisdiction` is a list, not a text [/Metadata/Jurisdiction]")]
    [InlineData("\"Topics\": [1, \"\"]",
        "d(2,28): error BMR1005: a topic is a text, not a number [/Metadata/Topics/0] (write `\"1\"`)",
        "d(2,31): error BMR1004: a topic is empty [/Metadata/Topics/1]")]
    [InlineData("\"Authors\": [\"A\", \"A\"]", "d(2,34): error BMR1007: the author `A` stands twice in the list [/Metadata/Authors/1]")]
    [InlineData("\"IntendedPopulations\": \"x\"", "d(2,17): error BMR1003: a metadata object has no key `IntendedPopulations` [/Metadata/IntendedPopulations] (did you mean `IntendedPopulation`?)")]
    public void Every_problem_is_reported(string metadata, params string[] expected) =>
        Assert.Equal(expected, Read(metadata).Findings.Select(d => d.ToString()));

    [Theory]
    [InlineData("\"IntendedPopulations\": \"x\"", "d(1,70): warning BMR1015: a metadata object has no key `IntendedPopulations` [/Metadata/IntendedPopulations] (did you mean `IntendedPopulation`?)")]
    [InlineData("\"UseOf\": { \"Sexx\": \"x\" }", "d(1,81): warning BMR1015: a declaration of use has no key `Sexx` [/Metadata/UseOf/Sexx] (did you mean `Sex`?)")]
    public void A_file_for_Microsofts_engine_may_hold_other_keys(string metadata, string expected)
    {
        var findings = new DiagnosticBag();
        WorkflowReader.Read(Parse("{\"WorkflowName\": \"W\", \"Rules\": [], \"Description\": \"d\", \"Metadata\": { " + metadata + " }}"), findings);
        Assert.Equal([expected], findings.Items.Select(d => d.ToString()));
    }

    [Theory]
    [InlineData("2026-01-30", false)]
    [InlineData("2026-01-31", false)]
    [InlineData("2026-02-01", true)]
    public void A_review_is_overdue_from_the_day_after(string on, bool isOverdue)
    {
        Assert.Equal(isOverdue, Read("\"ReviewDue\": \"2026-01-31\"").Workflow.About.IsReviewOverdue(DateOnly.Parse(on)));
        Assert.False(WorkflowMetadata.None.IsReviewOverdue(DateOnly.Parse(on)));
    }

    private static (Workflow Workflow, IReadOnlyList<Diagnostic> Findings) Read(string metadata)
    {
        var findings = new DiagnosticBag();
        var workflow = WorkflowReader.Read(Parse("{\"$schema\": \"s\", \"WorkflowName\": \"W\", \"Inputs\": [], \"Rules\": [],\n  \"Metadata\": { " + metadata + " }}"), findings);
        return (workflow!, findings.Sorted());
    }

    /// <summary>Everything that is stated, by key.</summary>
    private static string Show(WorkflowMetadata about)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in typeof(WorkflowMetadata).GetProperties())
        {
            switch (property.GetValue(about))
            {
                case string or bool: parts[property.Name] = property.GetValue(about)!.ToString()!; break;
                case DateOnly day: parts[property.Name] = Day(day)!; break;
                case WorkflowDeveloper developer: parts[property.Name] = $"{developer.Name}, {developer.Contact}"; break;
                case HookDeclaration hooks: parts[property.Name] = $"{string.Join(", ", hooks.Hooks)} with {string.Join(", ", hooks.Required)}"; break;
                case EffectivePeriod period: parts[property.Name] = $"{Day(period.Start)} to {Day(period.End)}"; break;
                case IReadOnlyList<string> { Count: > 0 } texts: parts[property.Name] = string.Join(", ", texts); break;
                case IReadOnlyDictionary<PatientAttribute, AuthoredText> uses:
                    foreach (var (attribute, use) in uses) parts[$"{property.Name}.{attribute}"] = use.Text;
                    break;
            }
        }
        return string.Join("; ", parts.Select(p => $"{p.Key}={p.Value}"));
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd");

    private static JsonTextNode Parse(string text)
    {
        var result = JsonText.Parse("d", text);
        Assert.Empty(result.Diagnostics);
        return result.Root!;
    }
}
