using System.Text;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Tests.Binding;

/// <summary>A workflow whose document has errors is never run, whatever could be read of it.</summary>
public sealed class DocumentWithErrorsTests
{
    [Theory]
    [InlineData(""" "Rules": [{ "RuleName": "R", "Operator": "And", "Rules": [] }] """)]
    [InlineData(""" "Rules": [{ "RuleName": "R" }] """)]
    [InlineData(""" "Rules": [{ "RuleName": "R", "Expression": "true", "Unknown": 1 }] """)]
    [InlineData(""" "Rules": [{ "RuleName": "R", "Expression": "true", "Expression": "false" }] """)]
    [InlineData(""" "Tables": [{ "Name": "t", "Inputs": [{ "Name": "i", "Expression": "p.n" }], "Outputs": [{ "Name": "o", "Type": "number" }], "Rows": [{ "When": [3], "Then": ["1"] }] }] """)]
    public void It_is_not_bound(string members)
    {
        var load = Load($$"""{ "WorkflowName": "W", "Inputs": [{ "Name": "p", "Schema": "person" }], {{members}} }""");
        Assert.True(load.HasErrors);
        Assert.Null(load.Library["W"].Bound);
    }

    [Fact]
    public void Without_declared_inputs_it_does_not_decide()
    {
        using var engine = new RuleEngine(Load("""{ "WorkflowName": "W", "Rules": [{ "RuleName": "R" }] }""").Library, new EngineOptions { Compile = false });
        var outcome = engine.Decide("W", """{ "input1": { "a": 1 } }"""u8, null);
        Assert.Null(outcome.Decision);
        Assert.NotEmpty(outcome.Errors);
    }

    private static LibraryLoad Load(string workflow) => RuleLibrary.Load(
    [
        new LibraryFile("facts/person.schema.json", Encoding.UTF8.GetBytes("""{ "type": "object", "properties": { "n": { "type": "number" } } }""")),
        new LibraryFile("w/workflow.json", Encoding.UTF8.GetBytes(workflow)),
    ]);
}
