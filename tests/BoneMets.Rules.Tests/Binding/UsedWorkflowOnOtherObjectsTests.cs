using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Tests.Binding;

/// <summary>
/// Facts are read by their place in a schema. So a used workflow is only ever given objects of its own schema: those of another would answer
/// with other facts.
/// </summary>
public sealed class UsedWorkflowOnOtherObjectsTests
{
    private const string Person = """{ "type": "object", "properties": { "n": { "type": "number" }, "m": { "type": "number" } } }""";
    private const string Place = """{ "type": "object", "properties": { "m": { "type": "number" }, "n": { "type": "number" } } }""";
    private const string Declared = """{ "WorkflowName": "Declared", "Inputs": [{ "Name": "p", "Schema": "person" }], "Rules": [{ "RuleName": "R", "Expression": "p.m > 5" }] }""";
    private const string Undeclared = """{ "WorkflowName": "Undeclared", "Rules": [{ "RuleName": "R", "Expression": "input1.a > 5" }] }""";

    [Theory]
    [InlineData(""" "Rules": [{ "RuleName": "A", "Expression": "Declared.R" }] """)]
    [InlineData(""" "Rules": [{ "RuleName": "A", "Expression": "Declared(p: p).R" }] """)]
    [InlineData(""" "Rules": [{ "RuleName": "A", "Expression": "Declared(p).R" }] """)]
    [InlineData(""" "Rules": [{ "RuleName": "A", "Expression": "Declared(p: other).R" }] """)]
    [InlineData(""" "GlobalParams": [{ "Name": "k", "Expression": "Declared.R" }], "Rules": [{ "RuleName": "A", "Expression": "k" }] """)]
    [InlineData(""" "Rules": [{ "RuleName": "A", "Expression": "q.a > 1", "Actions": { "OnSuccess": { "Name": "EvaluateRule", "Context": { "workflowName": "Declared", "ruleName": "R" } } } }] """)]
    [InlineData(""" "Uses": [{ "Workflow": "Declared", "Include": true }], "Rules": [{ "RuleName": "A", "Expression": "q.a > 1" }] """)]
    [InlineData(""" "Rules": [{ "RuleName": "A", "Expression": "Undeclared(input1: q).R" }] """)]
    [InlineData(""" "Rules": [{ "RuleName": "A", "Expression": "q.list.Any(e => Undeclared(input1: e).R)" }] """)]
    public void A_workflow_without_inputs_cannot_say_of_what_schema_its_objects_are(string members)
    {
        var load = Load($$"""{ "WorkflowName": "W", {{members}} }""");
        Assert.Contains(Decide(load, """{ "p": { "m": 1, "z": 9 }, "q": { "z": 9, "a": 1, "list": [{ "z": 9, "a": 1 }] }, "other": { "m": 1, "z": 9 }, "input1": { "a": 1 } }"""), IsWrongInput);
    }

    [Theory]
    [InlineData(""" "Uses": [{ "Workflow": "Undeclared" }], "Rules": [{ "RuleName": "A", "Expression": "Undeclared(input1: p).R" }] """, "person")]
    [InlineData(""" "Uses": [{ "Workflow": "Declared" }], "Rules": [{ "RuleName": "A", "Expression": "Declared.R" }] """, "place")]
    [InlineData(""" "Uses": [{ "Workflow": "Declared" }], "Rules": [{ "RuleName": "A", "Expression": "Declared(p: p).R" }] """, "place")]
    [InlineData(""" "Uses": [{ "Workflow": "Declared" }], "Rules": [{ "RuleName": "A", "Expression": "p.n > 1", "Actions": { "OnSuccess": { "Name": "EvaluateRule", "Context": { "workflowName": "Declared", "ruleName": "R" } } } }] """, "place")]
    [InlineData(""" "Uses": [{ "Workflow": "Declared", "Include": true }], "Rules": [{ "RuleName": "A", "Expression": "p.n > 1" }] """, "place")]
    public void An_object_of_another_schema_is_refused(string members, string schema)
    {
        var load = Load($$"""{ "WorkflowName": "W", "Inputs": [{ "Name": "p", "Schema": "{{schema}}" }], {{members}} }""");
        Assert.Contains(load.Diagnostics, IsWrongInput);
        Assert.Null(load.Library["W"].Bound);
    }

    [Theory]
    [InlineData(""" "Inputs": [{ "Name": "p", "Schema": "person" }], "Uses": [{ "Workflow": "Declared" }], "Rules": [{ "RuleName": "A", "Expression": "Declared.R" }] """, """{ "p": { "m": 6, "n": 1 } }""")]
    [InlineData(""" "Inputs": [{ "Name": "q", "Schema": "person" }], "Uses": [{ "Workflow": "Declared" }], "Rules": [{ "RuleName": "A", "Expression": "Declared(p: q).R" }] """, """{ "q": { "m": 6, "n": 1 } }""")]
    [InlineData(""" "Rules": [{ "RuleName": "A", "Expression": "Undeclared.R" }] """, """{ "input1": { "z": 1, "a": 6 } }""")]
    [InlineData(""" "Rules": [{ "RuleName": "A", "Expression": "Undeclared(input1: input1).R" }] """, """{ "input1": { "z": 1, "a": 6 } }""")]
    public void An_object_of_the_same_schema_is_read(string members, string facts)
    {
        var load = Load($$"""{ "WorkflowName": "W", {{members}} }""");
        using var engine = new RuleEngine(load.Required());
        Assert.Equal(Verdict.Met, engine.Decide("W", Encoding.UTF8.GetBytes(facts), null).Decision!.Rules.Single(r => r.Name == "A").Verdict);
    }

    [Theory]
    [InlineData("Declared(p: p, p: q).R", "the call gives `p` of `Declared` twice")]
    [InlineData("Declared(q, p: p).R", "the call gives `p` of `Declared` twice")]
    public void An_object_that_is_given_beside_another_one_is_not_lost_in_silence(string expression, string message)
    {
        var load = Load($$"""{ "WorkflowName": "W", "Inputs": [{ "Name": "p", "Schema": "person" }, { "Name": "q", "Schema": "person" }], "Uses": [{ "Workflow": "Declared" }], "Rules": [{ "RuleName": "A", "Expression": "{{expression}}" }] }""");
        Assert.Equal((DiagnosticCode.UseArguments, message), load.Diagnostics.Where(d => d.IsError).Select(d => (d.Code, d.Message)).Single());
    }

    private static bool IsWrongInput(Diagnostic found) => found is { IsError: true, Document: "w/workflow.json" } && found.Code == DiagnosticCode.UseArguments;

    /// <summary>What is found when the library is read, or else when the facts are met.</summary>
    private static IEnumerable<Diagnostic> Decide(LibraryLoad load, string facts)
    {
        if (load.HasErrors) return load.Diagnostics;
        using var engine = new RuleEngine(load.Library);
        return engine.Decide("W", Encoding.UTF8.GetBytes(facts), null).Errors;
    }

    private static LibraryLoad Load(string caller) => RuleLibrary.Load([
        File("facts/person.schema.json", Person), File("facts/place.schema.json", Place),
        File("d/workflow.json", Declared), File("u/workflow.json", Undeclared), File("w/workflow.json", caller)]);

    private static LibraryFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
