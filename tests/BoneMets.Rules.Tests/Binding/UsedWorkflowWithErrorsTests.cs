using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Tests.Binding;

/// <summary>What reads a workflow with errors is left out like that workflow itself; the errors are reported once, where they are.</summary>
public sealed class UsedWorkflowWithErrorsTests
{
    private const string Schema = """{ "type": "object", "properties": { "n": { "type": "number" } } }""";
    private const string Broken = """{ "WorkflowName": "Broken", "Inputs": [{ "Name": "p", "Schema": "person" }], "GlobalParams": [{ "Name": "a", "Expression": "nothing" }], "Rules": [] }""";

    [Theory]
    [InlineData(""" "GlobalParams": [{ "Name": "b", "Expression": "Broken.a + 1" }] """)]
    [InlineData(""" "Rules": [{ "RuleName": "R", "Expression": "Broken.a > 1" }] """)]
    [InlineData(""" "Rules": [{ "RuleName": "R", "LocalParams": [{ "Name": "b", "Expression": "Broken.a" }], "Expression": "true" }] """)]
    [InlineData(""" "Scores": [{ "Name": "s", "Items": [{ "Name": "i", "Input": "Broken.a", "Points": [{ "When": "> 1", "Points": 1 }] }] }] """)]
    [InlineData(""" "Tables": [{ "Name": "t", "Outputs": [{ "Name": "o", "Type": "number" }], "Rows": [{ "Condition": "Broken.a > 1", "Then": ["1"] }] }] """)]
    public void A_reader_is_left_out(string members)
    {
        var load = Load($$"""{ "WorkflowName": "Reader", "Inputs": [{ "Name": "p", "Schema": "person" }], "Uses": [{ "Workflow": "Broken" }], {{members}} }""");
        Assert.Equal(DiagnosticCode.UnknownName, Assert.Single(load.Diagnostics, d => d.IsError).Code);
        Assert.Null(load.Library["Reader"].Bound);
    }

    [Fact]
    public void Who_includes_it_is_left_out() =>
        Assert.Null(Load("""{ "WorkflowName": "Reader", "Inputs": [{ "Name": "p", "Schema": "person" }], "Uses": [{ "Workflow": "Broken", "Include": true }] }""").Library["Reader"].Bound);

    [Fact]
    public void Workflows_that_use_each_other_in_a_circle_are_reported()
    {
        var load = Load("""
            [ { "WorkflowName": "A", "Inputs": [{ "Name": "p", "Schema": "person" }], "Uses": [{ "Workflow": "B" }], "GlobalParams": [{ "Name": "a", "Expression": "B.b" }] },
              { "WorkflowName": "B", "Inputs": [{ "Name": "p", "Schema": "person" }], "Uses": [{ "Workflow": "A" }], "GlobalParams": [{ "Name": "b", "Expression": "A.a" }] } ]
            """);
        Assert.Contains(load.Diagnostics, d => d.Code == DiagnosticCode.CircularUse);
        Assert.Null(load.Library["A"].Bound);
        Assert.Null(load.Library["B"].Bound);
    }

    private static LibraryLoad Load(string reader) => RuleLibrary.Load([File("facts/person.schema.json", Schema), File("broken/workflow.json", Broken), File("reader/workflow.json", reader)]);

    private static LibraryFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
