using System.Text;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Tests.Verification;

/// <summary>A small library whose cases a test writes.</summary>
internal static class CaseLibrary
{
    private const string Schema = """
        {"type": "object", "properties": {
          "n": {"type": "number", "minimum": 0}, "s": {"type": "string"}, "born": {"type": "string", "format": "date"}, "kind": {"enum": ["a", "b"]}}}
        """;

    private const string Workflow = """
        {"WorkflowName": "W", "Inputs": [{"Name": "p", "Schema": "p"}], "Uses": [{"Workflow": "V", "Include": true}],
         "GlobalParams": [{"Name": "twice", "Expression": "p.n * 2"}, {"Name": "text", "Expression": "p.s"}, {"Name": "flag", "Expression": "p.n > 1"}, {"Name": "day", "Expression": "p.born"}, {"Name": "age", "Expression": "YearsBetween(p.born, asOf)"}],
         "Rules": [{"RuleName": "Big", "Expression": "p.n > 10", "SuccessEvent": "big"}, {"RuleName": "Faulty", "Expression": "1 / p.n > 0"},
                   {"RuleName": "Old", "Expression": "YearsBetween(p.born, asOf) >= 65"},
                   {"RuleName": "Older", "Expression": "p.n > 10 && age > 80"}, {"RuleName": "Elder", "Expression": "V.Aged"}]}
        """;

    private const string Used = """
        {"WorkflowName": "V", "Inputs": [{"Name": "p", "Schema": "p"}],
         "Rules": [{"RuleName": "Aged", "Expression": "YearsBetween(p.born, asOf) >= 70"}, {"RuleName": "Weighed", "Expression": "p.n > 5"}]}
        """;

    public static LibraryLoad Load(string cases) => RuleLibrary.Load(
    [
        new LibraryFile("facts/p.schema.json", Encoding.UTF8.GetBytes(Schema)),
        new LibraryFile("w/workflow.json", Encoding.UTF8.GetBytes(Workflow)),
        new LibraryFile("v/workflow.json", Encoding.UTF8.GetBytes(Used)),
        new LibraryFile("w/cases.json", Encoding.UTF8.GetBytes(cases)),
    ]);

    /// <summary>The engine and the one case with these facts and this expectation.</summary>
    public static (RuleEngine Engine, CaseSuite Suite) Of(string facts, string expect, string more = "")
    {
        var load = Load($$"""{"Workflow": "W", "Cases": [{"Id": "c", {{more}} "Facts": {{facts}}, "Expect": {{expect}}}]}""");
        Assert.Empty(load.Diagnostics.Where(d => d.IsError).Select(d => d.ToString()));
        return (new RuleEngine(load.Library, new EngineOptions { Compile = false }), CaseSuite.Of(load.Library, []));
    }
}
