using System.Text;
using BoneMets.Rules.Contrasts;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Tests.Contrasts;

/// <summary>A small library whose rules a test writes, asked about facts.</summary>
internal sealed class ContrastLibrary
{
    private const string Patient = """
        {"type": "object", "properties": {
          "n": {"type": "number", "minimum": 0, "maximum": 100}, "m": {"type": "number", "minimum": 0, "maximum": 100}, "whole": {"type": "integer", "minimum": 0},
          "a": {"type": "boolean"}, "b": {"type": "boolean"}, "c": {"type": "boolean"}, "kind": {"enum": ["x", "y", "z"]}, "born": {"type": "string", "format": "date"},
          "parts": {"type": "array", "items": {"$ref": "part.schema.json"}}}}
        """;

    private const string Part = """{"type": "object", "properties": {"size": {"type": "number", "minimum": 0, "maximum": 10}, "hurts": {"type": "boolean"}}}""";

    private const string Used = """
        {"WorkflowName": "V", "Inputs": [{"Name": "q", "Schema": "part"}], "Rules": [{"RuleName": "Large", "Expression": "q.size > 5 && q.hurts", "Recommendation": {"Text": "Look.", "Urgency": "urgent"}}]}
        """;

    private const string Common = """
        {"WorkflowName": "C", "Inputs": [{"Name": "p", "Schema": "patient"}], "Rules": [{"RuleName": "Gated", "Expression": "p.b", "Recommendation": {"Text": "Gated.", "Urgency": "routine"}}]}
        """;

    /// <param name="workflow">Its members beside name and inputs.</param>
    public ContrastLibrary(string workflow)
    {
        var load = RuleLibrary.Load(
        [
            new LibraryFile("facts/patient.schema.json", Encoding.UTF8.GetBytes(Patient)),
            new LibraryFile("facts/part.schema.json", Encoding.UTF8.GetBytes(Part)),
            new LibraryFile("v/workflow.json", Encoding.UTF8.GetBytes(Used)),
            new LibraryFile("c/workflow.json", Encoding.UTF8.GetBytes(Common)),
            new LibraryFile("w/workflow.json", Encoding.UTF8.GetBytes($$"""{"WorkflowName": "W", "Inputs": [{"Name": "p", "Schema": "patient"}], {{workflow}}}""")),
        ]);
        Assert.Empty(load.Diagnostics.Where(d => d.IsError).Select(d => d.ToString()));
        Engine = new RuleEngine(load.Library, new EngineOptions { Compile = false });
    }

    public RuleEngine Engine { get; }

    public static ContrastLibrary WithRule(string expression) => new($$$"""
        "Uses": [{"Workflow": "V"}],
        "GlobalParams": [{"Name": "sum", "Expression": "p.n + 0.5 * p.m"}, {"Name": "both", "Expression": "p.a && p.b"}],
        "Scores": [{"Name": "points", "Items": [
          {"Name": "forKind", "Input": "p.kind", "Points": [{"When": "\"x\"", "Points": 1}, {"When": "\"y\"", "Points": 2}, {"When": "\"z\"", "Points": 3}]},
          {"Name": "forNumber", "Input": "p.n", "Points": [{"When": "< 10", "Points": 1}, {"When": ">= 10 and < 20", "Points": 2}, {"When": ">= 20", "Points": 3}]}]}],
        "Rules": [{"RuleName": "R", "Expression": "{{{expression.Replace("\"", "\\\"", StringComparison.Ordinal)}}}", "Recommendation": {"Text": "Do.", "Urgency": "routine"}}]
        """);

    public RuleContrast? Contrast(string facts, string rule = "R")
    {
        var (answer, errors) = Engine.Ask("W", Encoding.UTF8.GetBytes(facts), (engine, set) => RuleContrasts.Of(engine, set, new DateOnly(2026, 1, 31), rule));
        Assert.Empty(errors);
        return answer;
    }

    public IReadOnlyList<NextQuestion> Questions(string facts)
    {
        var (answer, errors) = Engine.Ask("W", Encoding.UTF8.GetBytes(facts), (engine, set) => NextQuestions.Of(engine, set, new DateOnly(2026, 1, 31)));
        Assert.Empty(errors);
        return answer!;
    }
}
