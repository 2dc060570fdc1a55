using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Tests.Binding;

/// <summary>What an author is told, word for word.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData("Sum(p.nums) > 3", "write `p.nums.Sum()`")]
    [InlineData("Any(p.nums, it > 3)", "write `p.nums.Any(it > 3)`")]
    [InlineData("p.nums == p.nums", "`p.nums` is a list; lists and objects cannot be compared")]
    [InlineData("p.other == 3", "`p.other` is an object (p.other); lists and objects cannot be compared")]
    public void An_expression_is_answered_with_the_way_out(string expression, string expected)
    {
        var load = Load($$"""{ "WorkflowName": "W", "Inputs": [{ "Name": "p", "Schema": "p" }], "Rules": [{ "RuleName": "R", "Expression": "{{expression}}" }] }""");
        var found = Assert.Single(load.Diagnostics);
        Assert.Contains(expected, $"{found.Message} {found.Help}", StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_fits_its_noun()
    {
        var load = Load(
            """{ "WorkflowName": "W", "Inputs": [{ "Name": "p", "Schema": "p" }], "Rules": [{ "RuleName": "R", "Expression": "true" }] }""",
            """{ "Workflow": "W", "Cases": [{ "Id": "a", "Facts": {}, "Expect": { "Rule": {} } }] }""");
        Assert.Contains(load.Diagnostics, d => d.Message == "an expectation has no key `Rule`");
    }

    [Fact]
    public void The_same_finding_is_kept_once()
    {
        var bag = new DiagnosticBag();
        var finding = new Diagnostic(DiagnosticCode.UnknownName, "m", null, "d", "/p", 1, 2);
        bag.AddRange([finding, finding with { Help = "h" }, finding with { Line = 2 }, finding with { Message = "n" }]);
        Assert.Equal(3, bag.Items.Count);
        Assert.True(bag.HasErrors);
    }

    private static LibraryLoad Load(string workflow, string? cases = null) => RuleLibrary.Load(
    [
        new LibraryFile("facts/p.schema.json", Encoding.UTF8.GetBytes("""{ "type": "object", "properties": { "nums": { "type": "array", "items": { "type": "number" } }, "other": { "type": "object", "properties": { "n": { "type": "number" } } } } }""")),
        new LibraryFile("w/workflow.json", Encoding.UTF8.GetBytes(workflow)),
        .. cases is null ? Array.Empty<LibraryFile>() : [new LibraryFile("w/cases.json", Encoding.UTF8.GetBytes(cases))],
    ]);
}
