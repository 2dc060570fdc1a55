using BoneMets.Rules.Verification.Differences;

namespace BoneMets.Rules.Tests.Differences;

/// <summary>What a reviewer is told of an edit of the other documents, and of documents that cannot be read.</summary>
public sealed class DocumentDifferenceTests
{
    [Theory]
    [InlineData("""{"Id": "c", "Facts": {"patient": {"calcium": 13}}, "Expect": {"Rules": {"High": "met"}}}""", """{"Id": "c", "Facts": {"patient": {"calcium": {"value": 3, "unit": "mmol/L"}, "pain": "mild"}}, "Expect": {"Rules": {"High": "notMet"}, "Outputs": {"mirelsScore": null}, "Missing": []}}""",
        "Changed Case c /Cases/0 | Total calcium: 13 → 3 mmol/L | Pain: ∅ → mild | High calcium: met → notMet | Mirels score: ∅ → null | Missing facts: ∅ → none")]
    [InlineData("""{"Id": "c", "Facts": {"patient": {"lesions": [{"size": 1}, {"size": 2}]}}, "Expect": {}}""", """{"Id": "c", "Facts": {"patient": {"lesions": [{"size": 1}, {"size": 2.5}]}}, "Expect": {}}""",
        "Changed Case c /Cases/0 | Lesion 2: Size: 2 → 2.5")]
    [InlineData("""{"Id": "c", "Facts": {"patient": {"other": 1}}, "Expect": {"Rules": {"Gone": "met"}}, "AsOf": "2026-01-31"}""", """{"Id": "c", "Facts": {"patient": {"other": 2}}, "Expect": {"Rules": {"Gone": "failed"}}, "AsOf": "2026-02-01"}""",
        "Changed Case c /Cases/0 | patient.other: 1 → 2 | Gone: met → failed | Day of the decision: 2026-01-31 → 2026-02-01")]
    [InlineData("""{"Id": "c", "Facts": {}, "Expect": {}, "Why": "x"}""", """{"Id": "d", "Facts": {}, "Expect": {}, "Why": "x"}""", "Changed Case d /Cases/0 | Id: c → d")]
    [InlineData("""{"Id": "c", "Why": "x"}, {"Id": "d", "Why": "y"}""", """{"Id": "d", "Why": "y"}""", "Removed Case c /Cases/0 | Id: c → ∅ | Why: x → ∅")]
    public void An_edit_of_cases_is_told_case_by_case(string before, string after, params string[] parts) =>
        Assert.Equal(parts, Ward.Lines(Ward.Cases, $$"""{"Workflow": "W", "Cases": [{{before}}]}""", $$"""{"Workflow": "W", "Cases": [{{after}}]}"""));

    [Theory]
    [InlineData(""" "a": {"type": "number", "minimum": 0, "x-label": "A"} """, """ "a": {"type": "number", "minimum": 1, "x-label": "A", "x-units": {"g": {"divideBy": 2}}} """,
        "Changed Fact a /properties/a | Lowest value: 0 → 1 | Other units: g: divide by: ∅ → 2")]
    [InlineData(""" "a": {"enum": ["x", "y"]}, "b": {"type": "boolean"} """, """ "b": {"type": "boolean"}, "a": {"enum": ["x", "z"]} """, "Changed Fact a /properties/a | Choices: x, y → x, z")]
    [InlineData(""" "a": {"type": "object", "properties": {"b": {"type": "number"}}} """, """ "a": {"type": "object", "properties": {"b": {"type": "integer"}}} """, "Changed Fact a.b /properties/a/properties/b | Kind of value: number → integer")]
    [InlineData(""" "a": {"type": "array", "items": {"type": "object", "properties": {"b": {"type": "number"}}}} """, """ "a": {"type": "array", "items": {"type": "object", "properties": {"c": {"type": "number"}}}} """,
        "Removed Fact a[].b /properties/a/items/properties/b | Kind of value: number → ∅", "Added Fact a[].c /properties/a/items/properties/c | Kind of value: ∅ → number")]
    [InlineData(""" "a": {"type": "number", "x-codes": [{"system": "s", "code": "1"}]} """, """ "A": {"type": "number", "x-codes": [{"system": "s", "code": "1"}]} """,
        "Removed Fact a /properties/a | Kind of value: number → ∅ | Codes 1: system: s → ∅ | Codes 1: code: 1 → ∅",
        "Added Fact A /properties/A | Kind of value: ∅ → number | Codes 1: system: ∅ → s | Codes 1: code: ∅ → 1")]
    public void An_edit_of_a_fact_schema_is_told_fact_by_fact(string before, string after, params string[] parts) =>
        Assert.Equal(parts, Ward.Lines(Ward.Facts, $$"""{"title": "Patient", "properties": { {{before}} } }""", $$"""{"properties": { {{after}} }, "title": "Patient"}"""));

    [Theory]
    [InlineData("""{"Sources": [{"Id": "a", "Title": "A", "Verified": false}]}""", """{"Sources": [{"Id": "a", "Title": "A", "Verified": true, "Doi": "10.1000/1"}], "Statements": [{"Id": "S1", "Source": "a", "Text": "t"}]}""",
        "Changed Source a /Sources/0 | Compared with the source: false → true | DOI: ∅ → 10.1000/1", "Added Other S1 /Statements/0 | Id: ∅ → S1 | Source: ∅ → a | Text: ∅ → t")]
    [InlineData("""[{"Id": "a", "Title": "A"}]""", """[{"Id": "a", "Title": "B"}]""", "Changed Source a /0 | Title: A → B")]
    [InlineData("1", "\"1\"", "Changed Other document  | Document: 1 → \"1\"")]
    public void An_edit_of_the_evidence_is_told_source_by_source(string before, string after, params string[] parts) => Assert.Equal(parts, Ward.Lines(Ward.Evidence, before, after));

    [Fact]
    public void A_new_document_is_all_added_and_one_that_is_gone_all_removed()
    {
        const string Text = """{"Workflow": "W", "Cases": [{"Id": "c"}]}""";
        Assert.Equal(["Added Metadata Workflow /Workflow | Workflow: ∅ → W", "Added Case c /Cases/0 | Id: ∅ → c"], Ward.Lines(Ward.Cases, null, Text));
        Assert.Equal(["Removed Metadata Workflow /Workflow | Workflow: W → ∅", "Removed Case c /Cases/0 | Id: c → ∅"], Ward.Lines(Ward.Cases, Text, null));
        var added = Ward.Document(Ward.Cases, null, Text)!;
        Assert.Equal((DocumentChange.Added, DocumentKind.Cases, "Ward", "W"), (added.Kind, added.Of, added.Title, added.Workflow));
    }

    [Theory]
    [InlineData(Ward.Workflow, "{", "{}", DocumentKind.Workflow, true)]
    [InlineData(Ward.Workflow, "{}", "{\"a\": }", DocumentKind.Workflow, true)]
    [InlineData(Ward.Facts, null, "", DocumentKind.Facts, true)]
    [InlineData(Ward.Evidence, "\u0001", null, DocumentKind.Evidence, true)]
    [InlineData("w/README.md", "# One", "# Two", DocumentKind.Text, false)]
    [InlineData("README.md", null, "# Two", DocumentKind.Text, false)]
    public void Without_JSON_on_both_sides_only_texts_can_be_compared(string name, string? before, string? after, DocumentKind of, bool isUnreadable)
    {
        var document = Ward.Document(name, before, after)!;
        Assert.Equal((of, isUnreadable), (document.Of, document.IsUnreadable));
        Assert.Empty(document.Parts);
    }

    [Fact]
    public void A_document_that_no_library_reads_is_shown_as_it_stands() =>
        Assert.Equal(["Changed Other a /a | A: b: 1 → 2"], Ward.Lines("w/notes.json", """{"a": {"b": 1}}""", """{"a": {"b": 2}}"""));

    [Fact]
    public void A_text_that_did_not_change_is_not_listed() => Assert.Null(Ward.Document(Ward.Cases, "{}", "{}"));
}
