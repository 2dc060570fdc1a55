using System.Text;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Tests.Verification;

/// <summary>A library of two workflows, of which <c>W</c> includes <c>V</c> per element, with statements; a test adds rules, statements and cases.</summary>
internal static class TracedLibrary
{
    private const string Schema = """
        {"type": "object", "properties": {"n": {"type": "number", "x-unit": "mm", "minimum": 0, "maximum": 500, "x-label": "Size"}, "kind": {"enum": ["a", "b"]},
          "parts": {"type": "array", "items": {"$ref": "q.schema.json"}}}}
        """;

    private const string ElementSchema = """{"type": "object", "properties": {"m": {"type": "number"}}}""";

    public static LibraryLoad Load(string statements = "", string rules = "", string cases = "", string title = "The workflow") => RuleLibrary.Load(
    [
        File("facts/p.schema.json", Schema),
        File("facts/q.schema.json", ElementSchema),
        File("evidence.json", $$"""
            {"Sources": [{"Id": "book", "Title": "The book", "Authors": "Writer A", "Year": 2001, "Doi": "10.1/x", "Verified": true},
                         {"Id": "talk", "Title": "A talk", "Verified": false, "Note": "Heard, not read."}],
             "Statements": [{"Id": "S10", "Source": "book", "Text": "Ten."}, {"Id": "S2", "Source": "book", "Text": "Two."} {{More(statements)}}]}
            """),
        File("w/workflow.json", $$"""
            {"WorkflowName": "W", "Title": "{{title}}", "Metadata": {"Developer": {"Name": "A group"}, "UseOf": {"DateOfBirth": "not used"}, "Authors": ["A", "B"], "Funding": null},
             "Inputs": [{"Name": "p", "Schema": "p"}],
             "Uses": [{"Workflow": "V", "Include": true, "ForEach": "p.parts", "As": "q"}],
             "Scores": [{"Name": "points", "Items": [{"Name": "sizePoints", "Input": "p.n", "Points": [
               {"When": "< 10", "Points": 1, "Evidence": [{"Source": "book", "Statements": ["S2"]}]}, {"When": ">= 10", "Points": 2}]}]}],
             "Tables": [{"Name": "band", "HitPolicy": "Unique", "Inputs": [{"Name": "n", "Expression": "p.n"}], "Outputs": [{"Name": "word", "Type": "text"}], "Rows": [
               {"When": ["< 10"], "Then": ["\"low\""]}, {"When": [">= 10"], "Then": ["\"high\""], "Evidence": [{"Source": "book", "Statements": ["S10"]}]}]}],
             "Rules": [
               {"RuleName": "Big", "Expression": "p.n > 10", "Recommendation": {"Text": "Look at $(p.n) mm.", "Urgency": "urgent"}, "Evidence": [{"Source": "book", "Locator": "page 1", "Statements": ["S10", "S2"]}]}
               {{More(rules)}}]}
            """),
        File("w/cases.json", $$$$"""
            {"Workflow": "W", "Cases": [
              {"Id": "big", "Facts": {"p": {"n": 11, "parts": [{"m": 1}, {"m": -1}]}}, "Expect": {"Rules": {"Big": "met", "V[p.parts[0]].Positive": "met", "V[p.parts[1]].Positive": "notMet"}}, "Why": "Above ten"},
              {"Id": "small", "Facts": {"p": {"n": 9}}, "Expect": {"Rules": {"Big": "notMet"}}},
              {"Id": "open", "Facts": {}, "Expect": {"Rules": {"Big": "undetermined"}}}
              {{{{More(cases)}}}}]}
            """),
        File("v/workflow.json", """
            {"WorkflowName": "V", "Inputs": [{"Name": "q", "Schema": "q"}], "Rules": [{"RuleName": "Positive", "Expression": "q.m > 0"}]}
            """),
    ]);

    /// <summary>The library, which must be free of errors.</summary>
    public static RuleLibrary Of(string statements = "", string rules = "", string cases = "", string title = "The workflow")
    {
        var load = Load(statements, rules, cases, title);
        Assert.Empty(load.Diagnostics.Where(d => d.IsError).Select(d => d.ToString()));
        return load.Library;
    }

    private static string More(string items) => items.Length == 0 ? "" : $", {items}";

    private static LibraryFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
