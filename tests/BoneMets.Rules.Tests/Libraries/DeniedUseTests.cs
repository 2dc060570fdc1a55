using System.Text;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Tests.Libraries;

/// <summary>A workflow that says an attribute of the patient is not used, and reads a fact that stands for it, is warned about.</summary>
public class DeniedUseTests
{
    private const string Reads = "but the workflow reads ";

    [Theory]
    [InlineData("'Sex': 'not used'", "p.sex == 'f'", "`UseOf.Sex` says `not used`, " + Reads + "`p.sex`")]
    [InlineData("'Sex': 'Not used.'", "p.sex == 'f'", "`UseOf.Sex` says `Not used.`, " + Reads + "`p.sex`")]
    [InlineData("'Sex': 'not used but for pregnancy'", "p.sex == 'f'")]
    [InlineData("'Sex': 'not used'", "p.n > 1")]
    [InlineData("'DateOfBirth': 'not used'", "p.sex == 'f'")]
    [InlineData("'DateOfBirth': 'not used'", "p.age > 1", "`UseOf.DateOfBirth` says `not used`, " + Reads + "`p.age`")]
    [InlineData("'DateOfBirth': 'not used'", "p.born < asOf", "`UseOf.DateOfBirth` says `not used`, " + Reads + "`p.born`")]
    [InlineData("'Race': 'not used'", "p.groups.Any(g => g == 'a')", "`UseOf.Race` says `not used`, " + Reads + "`p.groups`")]
    [InlineData("'Sex': 'not used', 'DateOfBirth': 'not used'", "p.sex == 'f' && p.age > 1",
        "`UseOf.Sex` says `not used`, " + Reads + "`p.sex`", "`UseOf.DateOfBirth` says `not used`, " + Reads + "`p.age`")]
    [InlineData("'Sex': 'not used'", "p.relatives.Any(r => r.sex == 'f')", "`UseOf.Sex` says `not used`, " + Reads + "`p.relatives.sex`")]
    [InlineData("'Sex': 'not used'", "Same.BySex", "`UseOf.Sex` says `not used`, " + Reads + "`p.sex`")]
    [InlineData("'Sex': 'not used'", "p.relatives.Any(r => Used(p: r).BySex)", "`UseOf.Sex` says `not used`, " + Reads + "`p.relatives.sex`")]
    [InlineData("", "p.sex == 'f'")]
    public void A_denied_use_that_is_read_is_a_warning(string useOf, string expression, params string[] expected)
    {
        var load = Load($"{{ {useOf} }}", expression, uses: "'Uses': [ { 'Workflow': 'Used' }, { 'Workflow': 'Same' } ],");
        Assert.Equal(expected, load.Diagnostics.Select(d => d.Message));
        Assert.All(load.Diagnostics, d => Assert.Equal(("BMR5017", false, "w/workflow.json", true), (d.Code.Id, d.IsError, d.Document, d.Pointer.StartsWith("/Metadata/UseOf/", StringComparison.Ordinal))));
    }

    [Fact]
    public void What_an_included_workflow_reads_counts_too()
    {
        var load = Load("{ 'Sex': 'not used' }", "p.n > 1", "'Uses': [ { 'Workflow': 'Same', 'Include': true } ],");
        Assert.Equal(["`UseOf.Sex` says `not used`, " + Reads + "`p.sex`"], load.Diagnostics.Select(d => d.Message));
    }

    private static LibraryLoad Load(string useOf, string expression, string uses) => RuleLibrary.Load(
    [
        new LibraryFile("facts/p.schema.json", Utf8("""
            {'type': 'object', 'properties': {
              'n': {'type': 'number'}, 'sex': {'enum': ['f', 'm'], 'x-attribute': 'sex'}, 'age': {'type': 'integer', 'x-attribute': 'dateOfBirth'},
              'born': {'type': 'string', 'format': 'date', 'x-attribute': 'dateOfBirth'}, 'groups': {'type': 'array', 'items': {'type': 'string'}, 'x-attribute': 'race'},
              'relatives': {'type': 'array', 'items': {'$ref': 'r.schema.json'}}}}
            """)),
        new LibraryFile("facts/r.schema.json", Utf8("{'type': 'object', 'properties': {'sex': {'enum': ['f', 'm'], 'x-attribute': 'sex'}}}")),
        new LibraryFile("w/workflow.json", Utf8(
            $"{{ 'WorkflowName': 'W', 'Metadata': {{ 'UseOf': {useOf} }}, 'Inputs': [ {{ 'Name': 'p', 'Schema': 'p' }} ], {uses} 'Rules': [ {{ 'RuleName': 'R', 'Expression': '{expression.Replace("'", "\\'", StringComparison.Ordinal)}' }} ] }}")),
        Used("Used", "r"),
        Used("Same", "p"),
    ]);

    private static LibraryFile Used(string name, string schema) => new($"{name}/workflow.json", Utf8(
        $"{{ 'WorkflowName': '{name}', 'Inputs': [ {{ 'Name': 'p', 'Schema': '{schema}' }} ], 'Rules': [ {{ 'RuleName': 'BySex', 'Expression': 'p.sex is not null' }} ] }}"));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text.Replace('\'', '"'));
}
