using System.Text;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Verification.Cases;
using BoneMets.Rules.Verification.Coverage;

namespace BoneMets.Rules.Tests.Verification.Coverage;

/// <summary>A library of a workflow <c>W</c> with whatever a test puts into it, and <c>V</c> about one element of a list.</summary>
internal static class CoveredLibrary
{
    private const string Schema = """
        {"type": "object", "properties": {
          "a": {"type": "boolean"}, "b": {"type": "boolean"}, "c": {"type": "boolean"}, "n": {"type": "number", "minimum": 0, "maximum": 100},
          "i": {"type": "integer", "minimum": 0, "maximum": 9}, "kind": {"enum": ["x", "y", "z"]}, "day": {"type": "string", "format": "date"},
          "parts": {"type": "array", "items": {"$ref": "q.schema.json"}}}}
        """;

    /// <param name="members">Members of the workflow <c>W</c> besides its name and inputs.</param>
    /// <param name="cases">Its cases: facts of <c>p</c>, each under an id that counts from 0. An expectation stands after <c>=></c>.</param>
    public static RuleLibrary Of(string members, params IReadOnlyList<string> cases)
    {
        var load = RuleLibrary.Load(
        [
            File("facts/p.schema.json", Schema),
            File("facts/q.schema.json", """{"type": "object", "properties": {"m": {"type": "number"}}}"""),
            File("w/workflow.json", $$"""{"WorkflowName": "W", "Inputs": [{"Name": "p", "Schema": "p"}], {{members}}}"""),
            File("w/cases.json", $$"""{"Workflow": "W", "Cases": [{{string.Join(",", cases.Select(Case))}}]}"""),
            File("v/workflow.json", """{"WorkflowName": "V", "Inputs": [{"Name": "q", "Schema": "q"}], "Rules": [{"RuleName": "Positive", "Expression": "q.m > 0", "Recommendation": {"Text": "Look.", "Urgency": "urgent"}}]}"""),
        ]);
        Assert.Empty(load.Diagnostics.Where(d => d.IsError).Select(d => d.ToString()));
        return load.Library;
    }

    public static CaseCoverage Coverage(RuleLibrary library, int? cores = null)
    {
        using var engine = new RuleEngine(library, new EngineOptions { Compile = false });
        return CaseCoverage.Of(engine, CaseSuite.Of(library, []), null, cores);
    }

    /// <summary>A rule <c>R</c> with this condition.</summary>
    public static string Rule(string condition) => $$"""
        "Rules": [{"RuleName": "R", "Expression": {{CanonicalJson.Quote(condition)}}}]
        """;

    private static string Case(string given, int index)
    {
        var parts = given.Split(" => ");
        return $$"""{"Id": "{{index}}", "Facts": {"p": {{parts[0]}}}, "Expect": {{(parts.Length > 1 ? parts[1] : """{"Events": []}""")}}}""";
    }

    private static LibraryFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
