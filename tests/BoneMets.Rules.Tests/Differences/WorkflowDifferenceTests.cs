using BoneMets.Rules.Verification.Differences;

namespace BoneMets.Rules.Tests.Differences;

/// <summary>What a reviewer is told of an edit of a workflow.</summary>
public sealed class WorkflowDifferenceTests
{
    private const string Doses = """ "Inputs": [{"Name": "calcium", "Expression": "patient.calcium"}], "Outputs": [{"Name": "dose", "Type": "number", "Unit": "mg"}] """;

    [Theory]
    // Rules
    [InlineData(""" "Rules": [{"RuleName": "A", "Expression": "patient.calcium > 12"}] """, """ "Rules": [{"RuleName": "A", "Expression": "patient.calcium >= 12"}] """,
        "Changed Rule A /Rules/0 | Condition: patient.calcium > 12 “Total calcium is above 12 mg/dL” → patient.calcium >= 12 “Total calcium is at least 12 mg/dL”")]
    [InlineData(""" "Rules": [{"RuleName": "A", "Expression": "patient.calcium > 12"}] """, """ "Rules": [{"RuleName": "A", "Expression": "patient.calcum > 12"}] """,
        "Changed Rule A /Rules/0 | Condition: patient.calcium > 12 “Total calcium is above 12 mg/dL” → patient.calcum > 12")]
    [InlineData(""" "Rules": [{"RuleName": "A", "Expression": "true", "Recommendation": {"Text": "Stop.", "Urgency": "urgent"}}] """, """ "Rules": [{"RuleName": "A", "Expression": "true", "Recommendation": {"Urgency": "routine", "Text": "Pause."}}] """,
        "Changed Rule A /Rules/0 | Urgency: urgent → routine | Recommendation: Stop. → Pause.")]
    [InlineData(""" "Rules": [{"RuleName": "A", "Expression": "true", "Evidence": [{"Source": "mirels-1989", "Locator": "table 2"}]}] """, """ "Rules": [{"RuleName": "A", "Expression": "true", "Evidence": [{"Locator": "table 3", "Source": "mirels-1989", "Statements": ["M1", "M2"]}, {"Source": "x"}]}] """,
        "Changed Rule A /Rules/0 | Evidence: mirels-1989, table 2 → mirels-1989, table 3 (M1, M2); x")]
    [InlineData(""" "Rules": [{"RuleName": "A", "Expression": "true", "WhenUndetermined": {"Text": "Ask."}, "Withholds": ["B"]}] """, """ "Rules": [{"RuleName": "A", "Expression": "true", "Withholds": ["B", "C"], "Enabled": false}] """,
        "Changed Rule A /Rules/0 | When undetermined: Ask. → ∅ | Withholds: B → B, C | In use: ∅ → false")]
    [InlineData(""" "Contradictions": [{"Why": "one beside two", "These": ["A"], "Against": ["B"]}, {"These": ["C"], "Against": ["D"]}] """, """ "Contradictions": [{"Why": "one beside two", "These": ["A"], "Against": ["B", "E"]}] """,
        "Changed Contradiction one beside two /Contradictions/0 | never stands beside: B → B, E",
        "Removed Contradiction contradiction 2 /Contradictions/1 | This advice: C → ∅ | never stands beside: D → ∅")]
    [InlineData(""" "Rules": [{"RuleName": "A", "Expression": "patient.calcium > 12", "SuccessEvent": "e"}] """, """ "Rules": [{"RuleName": "B", "Expression": "patient.calcium > 12", "SuccessEvent": "e"}] """,
        "Changed Rule B /Rules/0 | Name: A → B")]
    [InlineData(""" "Rules": [{"RuleName": "A", "Expression": "patient.calcium > 12", "Title": "One"}] """, """ "Rules": [{"RuleName": "B", "Expression": "true", "Title": "Two"}] """,
        "Removed Rule A /Rules/0 | Name: A → ∅ | Condition: patient.calcium > 12 “Total calcium is above 12 mg/dL” → ∅ | Title: One → ∅",
        "Added Rule B /Rules/0 | Name: ∅ → B | Condition: ∅ → true “always” | Title: ∅ → Two")]
    [InlineData(""" "Rules": [{"RuleName": "A", "Operator": "And", "Rules": [{"RuleName": "B", "Expression": "true"}]}] """, """ "Rules": [{"RuleName": "A", "Operator": "Or", "Rules": [{"RuleName": "B", "Expression": "false"}, {"RuleName": "C", "Expression": "q"}]}] """,
        "Changed Rule A /Rules/0 | Nested rules joined by: And → Or",
        "Changed Rule A / B /Rules/0/Rules/0 | Condition: true “always” → false “never”",
        "Added Rule A / C /Rules/0/Rules/1 | Name: ∅ → C | Condition: ∅ → q")]
    [InlineData(""" "Rules": [{"RuleName": "A", "Expression": "limit > 1", "LocalParams": [{"Name": "limit", "Expression": "2"}]}] """, """ "Rules": [{"RuleName": "A", "Expression": "limit > 3", "LocalParams": [{"Name": "limit", "Expression": "4"}]}] """,
        "Changed Rule A /Rules/0 | Condition: limit > 1 “limit is above 1” → limit > 3 “limit is above 3”",
        "Changed Parameter A / limit /Rules/0/LocalParams/0 | Value: 2 “2” → 4 “4”")]
    [InlineData(""" "Rules": [{"RuleName": "A", "Expression": "1"}, {"RuleName": "B", "Expression": "2"}, {"RuleName": "C", "Expression": "3"}] """, """ "Rules": [{"RuleName": "C", "Expression": "3"}, {"RuleName": "A", "Expression": "1"}, {"RuleName": "B", "Expression": "2"}] """,
        "Moved Rule C /Rules/0 | Place: after B → first")]
    [InlineData(""" "Rules": [{"RuleName": "A", "Expression": "1"}, {"RuleName": "B", "Expression": "2"}, {"RuleName": "C", "Expression": "3"}] """, """ "Rules": [{"RuleName": "A", "Expression": "1"}, {"RuleName": "C", "Expression": "3"}] """,
        "Removed Rule B /Rules/1 | Name: B → ∅ | Condition: 2 “2” → ∅")]
    // Everything around them
    [InlineData(""" "GlobalParams": [{"Name": "limit", "Expression": "12"}], "Rules": [] """, """ "Rules": [], "GlobalParams": [{"Expression": "12.5", "Name": "limit", "Unit": "mg/dL"}] """,
        "Changed Parameter limit /GlobalParams/0 | Value: 12 “12” → 12.5 “12.5” | Unit: ∅ → mg/dL")]
    [InlineData(""" "Title": "One", "Metadata": {"IntendedUse": "a", "Developer": {"Name": "x"}} """, """ "Title": "Two", "Metadata": {"IntendedUse": "b", "Developer": {"Name": "x", "Contact": "y"}, "UseOf": {"DateOfBirth": "age"}} """,
        "Changed Metadata Title /Title | Title: One → Two", "Changed Metadata IntendedUse /Metadata/IntendedUse | Intended use: a → b",
        "Changed Metadata Developer /Metadata/Developer | Developer: contact: ∅ → y", "Added Metadata UseOf /Metadata/UseOf | Use of: date of birth: ∅ → age")]
    [InlineData(""" "Uses": [{"Workflow": "A", "Include": true}, {"Workflow": "B"}] """, """ "Uses": [{"Workflow": "A", "Include": false}] """,
        "Changed Use A /Uses/0 | Its advice is included: true → false", "Removed Use B /Uses/1 | Workflow: B → ∅")]
    [InlineData(""" "Scores": [{"Name": "s", "Items": [{"Name": "i", "Input": "patient.calcium", "Points": [{"When": "< 10", "Points": 1}, {"When": ">= 10", "Points": 2}]}]}] """,
        """ "Scores": [{"Name": "s", "Items": [{"Name": "i", "Input": "patient.calcium", "Points": [{"When": "< 10", "Points": 0}, {"When": ">= 10 and < 12", "Points": 2}, {"When": ">= 12", "Points": 3}]}]}] """,
        "Changed Band band 1 /Scores/0/Items/0/Points/0 | Points: 1 → 0",
        "Changed Band band 2 /Scores/0/Items/0/Points/1 | Applies when: >= 10 “Total calcium is at least 10 mg/dL” → >= 10 and < 12 “Total calcium is at least 10 and below 12 mg/dL”",
        "Added Band band 3 /Scores/0/Items/0/Points/2 | Applies when: ∅ → >= 12 “Total calcium is at least 12 mg/dL” | Points: ∅ → 3")]
    // What a library does not take is compared all the same
    [InlineData(""" "Rules": 1 """, """ "Rules": "x", "Foo": {"bar": [1]} """, "Changed Other Rules /Rules | Rules: 1 → x", "Added Other Foo /Foo | Foo: bar: ∅ → 1")]
    [InlineData(""" "Rules": ["x", {"RuleName": 3}] """, """ "Rules": ["y", {"RuleName": "3"}] """,
        "Removed Rule rule 1 /Rules/0 | Value: x → ∅", "Removed Rule rule 2 /Rules/1 | Name: 3 → ∅", "Added Rule rule 1 /Rules/0 | Value: ∅ → y", "Added Rule 3 /Rules/1 | Name: ∅ → 3")]
    [InlineData(""" "Rules": [{"RuleName": "A", "Expression": "1", "Expression": "2"}] """, """ "Rules": [{"RuleName": "A", "Expression": "1", "Expression": "3"}] """, "Changed Rule A /Rules/0 | Condition: 2 → 3")]
    public void An_edit_is_told_part_by_part(string before, string after, params string[] parts) => Assert.Equal(parts, Ward.InWorkflow(before, after));

    [Theory]
    [InlineData("""{"When": ["< 10"], "Then": ["1"]}, {"When": [">= 10"], "Then": ["2"]}""", """{"When": ["< 10"], "Then": ["1"]}, {"When": [">= 10"], "Then": ["3"]}""",
        "Changed Row row 2 /Tables/0/Rows/1 | Dose: 2 “2” → 3 “3”")]
    [InlineData("""{"When": ["< 10"], "Then": ["1"]}, {"When": [">= 10"], "Then": ["2"]}""", """{"When": ["< 5"], "Then": ["0"]}, {"When": ["< 10"], "Then": ["1"]}, {"When": [">= 10"], "Then": ["2"]}""",
        "Added Row row 1 /Tables/0/Rows/0 | Total calcium: ∅ → < 5 “is below 5 mg/dL” | Dose: ∅ → 0 “0”")]
    [InlineData("""{"When": ["< 10"], "Then": ["1"]}, {"When": ["< 11"], "Then": ["2"]}, {"When": ["_"], "Then": ["3"]}""", """{"When": ["_"], "Then": ["3"]}, {"When": ["< 10"], "Then": ["1"]}, {"When": ["< 11"], "Then": ["2"]}""",
        "Moved Row row 1 /Tables/0/Rows/0 | Place: after row 2 → first")]
    [InlineData("""{"When": ["< 10"], "Then": ["1"]}, {"When": [">= 10"], "Then": ["2"]}""", """{"When": [">= 10"], "Then": ["2"]}""",
        "Removed Row row 1 /Tables/0/Rows/0 | Total calcium: < 10 “is below 10 mg/dL” → ∅ | Dose: 1 “1” → ∅")]
    [InlineData("""{"When": ["< 10"], "Then": ["1"]}""", """{"When": ["< 10", "x"], "Then": ["1"], "Otherwise": true}""",
        "Changed Row row 1 /Tables/0/Rows/0 | Column 2: ∅ → x | Applies otherwise: ∅ → true")]
    [InlineData("""{"When": ["a"], "Then": ["1"]}, {"When": ["b"], "Then": ["2"]}, {"When": ["a"], "Then": ["1"]}, {"When": ["c"], "Then": ["3"]}""", """{"When": ["b"], "Then": ["2"]}, {"When": ["a"], "Then": ["1"]}, {"When": ["d"], "Then": ["4"]}""",
        "Removed Row row 1 /Tables/0/Rows/0 | Total calcium: a → ∅ | Dose: 1 “1” → ∅", "Removed Row row 4 /Tables/0/Rows/3 | Total calcium: c → ∅ | Dose: 3 “3” → ∅",
        "Added Row row 3 /Tables/0/Rows/2 | Total calcium: ∅ → d | Dose: ∅ → 4 “4”")]
    public void Rows_are_paired_by_what_they_say(string before, string after, params string[] parts) =>
        Assert.Equal(parts, Ward.InWorkflow(TableOf(Doses, before), TableOf(Doses, after)));

    [Fact]
    public void Cells_follow_a_column_that_was_renamed_or_moved()
    {
        const string Before = """{"When": ["< 10", "\"mild\""], "Then": ["1"]}, {"When": ["_", "_"], "Then": ["2"]}""", After = """{"When": ["\"mild\"", "< 10"], "Then": ["1"]}, {"When": ["_", "_"], "Then": ["2"]}""";
        Assert.Equal(["Changed Column ca /Tables/0/Inputs/1 | Name: calcium → ca | Place: first → after pain"], Ward.InWorkflow(
            TableOf(""" "Inputs": [{"Name": "calcium", "Expression": "patient.calcium"}, {"Name": "pain", "Expression": "patient.pain"}], "Outputs": [{"Name": "dose", "Type": "number"}] """, Before),
            TableOf(""" "Inputs": [{"Name": "pain", "Expression": "patient.pain"}, {"Name": "ca", "Expression": "patient.calcium"}], "Outputs": [{"Name": "dose", "Type": "number"}] """, After)));
    }

    [Fact]
    public void A_row_says_which_table_it_is_of_and_a_rule_its_title()
    {
        var row = Ward.Document(Ward.Workflow, Ward.WorkflowOf(TableOf(Doses, """{"When": ["_"], "Then": ["1"]}""")), Ward.WorkflowOf(TableOf(Doses, """{"When": ["_"], "Then": ["2"]}""")))!;
        Assert.Equal("doses", Assert.Single(row.Parts).Title);
        var rule = Ward.Document(Ward.Workflow, Ward.WorkflowOf(""" "Title": "Ward", "Rules": [{"RuleName": "A", "Title": "Old", "Expression": "1"}] """), Ward.WorkflowOf(""" "Title": "Ward", "Rules": [{"RuleName": "A", "Title": "New", "Expression": "1"}] """))!;
        Assert.Equal(("New", "Ward", "W", DocumentKind.Workflow, DocumentChange.Edited), (Assert.Single(rule.Parts).Title, rule.Title, rule.Workflow, rule.Of, rule.Kind));
    }

    [Theory]
    [InlineData("""{"workflowname": "W", "RULES": [{"expression": "1.0 > 0", "rulename": "A", "Title": null}], "scores": null}""")]
    [InlineData("""
        {
          // a remark
          "WorkflowName": "W",
          "$schema": "../elsewhere.json",
          "Rules": [ { "RuleName": "A",
                       "Expression": "1.0 > 0" } ]
        }
        """)]
    public void Layout_remarks_the_order_and_case_of_keys_are_no_difference(string after)
    {
        var document = Ward.Document(Ward.Workflow, """{"Rules": [{"RuleName": "A", "Expression": "1.0 > 0"}], "WorkflowName": "W"}""", after)!;
        Assert.Empty(document.Parts);
        Assert.False(document.IsUnreadable);
    }

    /// <summary>Of a table without columns, which no library binds: rows need not be understood to be compared.</summary>
    [Fact]
    public void Every_row_of_a_large_table_is_told_from_the_others()
    {
        static string Table(IEnumerable<string> rows) => $$""" "Tables": [{"Name": "doses", "Rows": [{{string.Join(',', rows)}}]}] """;
        static string Row(int when, int then) => $$"""{"When": ["{{when}}"], "Then": ["{{then}}"]}""";
        var rows = Enumerable.Range(1, 2_100).ToList();
        var changed = Ward.InWorkflow(Table(rows.Select(i => Row(i, i))), Table(rows.Select(i => Row(i, i + 3_000))));
        Assert.Equal(rows.Select(i => $"Changed Row row {i} /Tables/0/Rows/{i - 1} | Output 1: {i} “{i}” → {i + 3_000} “{i + 3_000}”"), changed);
        var reversed = Ward.InWorkflow(Table(rows.Select(i => Row(i, i))), Table(rows.AsEnumerable().Reverse().Select(i => Row(i, i))));
        Assert.Equal(2_099, reversed.Count(p => p.StartsWith("Moved Row", StringComparison.Ordinal)));
    }

    [Fact]
    public void Several_workflows_in_one_document_are_compared_one_by_one() => Assert.Equal(["Changed Rule V / A /1/Rules/0 | Condition: 2 → 3"], Ward.Lines(Ward.Workflow,
        """[{"WorkflowName": "U", "Rules": [{"RuleName": "A", "Expression": "2"}]}, {"WorkflowName": "V", "Rules": [{"RuleName": "A", "Expression": "2"}]}]""",
        """[{"WorkflowName": "U", "Rules": [{"RuleName": "A", "Expression": "2"}]}, {"WorkflowName": "V", "Rules": [{"RuleName": "A", "Expression": "3"}]}]"""));

    private static string TableOf(string columns, string rows) => $$""" "Tables": [{"Name": "doses", {{columns}}, "Rows": [{{rows}}]}] """;
}
