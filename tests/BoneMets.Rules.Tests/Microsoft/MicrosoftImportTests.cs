using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Importing;

namespace BoneMets.Rules.Tests.Microsoft;

public sealed class MicrosoftImportTests
{
    [Fact]
    public void Every_workflow_of_a_list_keeps_its_text_and_its_content()
    {
        const string source = """
            [
              {
                "WorkflowName": "First One", // stays
                "Rules": [ { "RuleName": "A", "Expression": "input1.n  >  1.50" } ]
              },
              { "WorkflowName": "firstOne", "Rules": [ { "RuleName": "B", "Expression": "true" } ] }
            ]
            """;
        var result = MicrosoftImport.Read("two.json", Encoding.UTF8.GetBytes(source));
        Assert.Empty(result.Diagnostics);
        Assert.Equal(["first-one", "first-one-2"], result.Workflows.Select(w => w.Folder));
        Assert.Equal("""
            {
              "WorkflowName": "First One", // stays
              "Rules": [ { "RuleName": "A", "Expression": "input1.n  >  1.50" } ]
            }

            """, result.Workflows[0].Text);
        var original = JsonText.Parse("two.json", source).Root!;
        for (var i = 0; i < 2; i++)
            Assert.Equal(ContentHash.Of(original.Items[i]), ContentHash.Of(JsonText.Parse("one.json", result.Workflows[i].Text).Root!));
    }

    [Fact]
    public void A_single_workflow_keeps_every_character_of_its_file()
    {
        const string source = "// first\r\n{ \"WorkflowName\": \"W\",\r\n\t\"Rules\": [{\"RuleName\":\"A\",\"Expression\":\"true\"}] }\r\n// last";
        Assert.Equal(source, Assert.Single(MicrosoftImport.Read("w.json", Encoding.UTF8.GetBytes(source)).Workflows).Text);
    }

    [Theory]
    [InlineData("input1.count / 2 > 1", "`input1.count / 2` is exact here")]
    [InlineData("input1.country != \"india\"", "`input1.country != \"india\"` was true of an absent fact")]
    [InlineData("!input1.ok", "`!input1.ok` was true of an absent fact")]
    [InlineData("input1.orders.Any(o => o.total > 3)", "missing and the others do not decide: `input1.orders`, `input1.orders[].total`")]
    [InlineData("input1.orders.Any(total > input1.limit)", "`input1.limit`, `input1.orders`, `input1.orders[].total`")]
    [InlineData("shared > 1", "`input3.value`")]
    [InlineData("1 < 2", "Means the same")]
    [InlineData("input1.count / 2.0 > 1 && input1.x != null", "do not decide: `input1.count`.")]
    [InlineData("input1.x == null || input1.y is null || input1.z is not null", "Means the same")]
    [InlineData("(input1.x ?? 3) > 2", "Means the same")]
    [InlineData("DateTime.Parse(input1.dt).Year > 1990", "do not decide: `input1.dt`.")]
    [InlineData("input1.country.Length > 2 && input1.born.Year > 1990 && input1.orders.Count > 1", "do not decide: `input1.born`, `input1.country`, `input1.orders`.")]
    [InlineData("input1.Count > 2", "do not decide: `input1.Count`.")]
    [InlineData("input1.orders.First().total > 3", "do not decide: `input1.orders`, `input1.orders[].total`.")]
    [InlineData("Convert.ToInt32(input1.n) > 2", "`Convert.ToInt32(input1.n)` rounds a half away from zero here")]
    public void The_report_says_what_means_something_else(string expression, string expected)
    {
        var source = $$"""{"WorkflowName": "W", "GlobalParams": [{"Name": "shared", "Expression": "input3.value + 1"}], "Rules": [{"RuleName": "A", "Expression": {{CanonicalJson.Quote(expression)}}}]}""";
        var result = MicrosoftImport.Read("w.json", Encoding.UTF8.GetBytes(source));
        Assert.False(result.HasErrors, string.Join("\n", result.Diagnostics));
        Assert.Contains(expected, Assert.Single(result.Workflows).Report, StringComparison.Ordinal);
    }

    [Fact]
    public void Exact_division_and_ways_out_are_told_apart()
    {
        const string source = """{"WorkflowName": "W", "Rules": [{"RuleName": "A", "Expression": "input1.count / 2.0 > 1 && input1.x != null"}]}""";
        Assert.Empty(MicrosoftImport.Read("w.json", Encoding.UTF8.GetBytes(source)).Diagnostics);
    }

    [Fact]
    public void A_finding_in_a_shared_parameter_is_told_once()
    {
        const string source = """{"WorkflowName": "W", "GlobalParams": [{"Name": "half", "Expression": "Convert.ToInt64(input1.n)"}], "Rules": [{"RuleName": "A", "Expression": "half > 1 && half < 9"}]}""";
        var found = Assert.Single(MicrosoftImport.Read("w.json", Encoding.UTF8.GetBytes(source)).Diagnostics);
        Assert.Equal(DiagnosticCode.MeaningChanged, found.Code);
    }

    [Fact]
    public void A_finding_in_an_injected_workflow_is_told_once()
    {
        const string source = """
            [{"WorkflowName": "Base", "Rules": [{"RuleName": "A", "Expression": "DateTime.Now > input1.x"}]},
             {"WorkflowName": "First", "WorkflowsToInject": ["Base"], "Rules": [{"RuleName": "B", "Expression": "true"}]},
             {"WorkflowName": "Second", "WorkflowsToInject": ["Base"], "Rules": [{"RuleName": "B", "Expression": "true"}]}]
            """;
        Assert.Equal(DiagnosticCode.ClockRefused, Assert.Single(MicrosoftImport.Read("w.json", Encoding.UTF8.GetBytes(source)).Diagnostics).Code);
    }

    [Fact]
    public void Ignored_keys_are_listed_and_unsupported_ones_import_nothing()
    {
        const string ignored = """{"WorkflowName": "W", "Colour": 3, "Rules": [{"RuleName": "A", "Expression": "true"}]}""";
        Assert.Contains("`/Colour`", Assert.Single(MicrosoftImport.Read("w.json", Encoding.UTF8.GetBytes(ignored)).Workflows).Report, StringComparison.Ordinal);

        const string refused = """
            [{"WorkflowName": "Good", "Rules": [{"RuleName": "A", "Expression": "true"}]},
             {"WorkflowName": "Bad", "Rules": [{"RuleName": "A", "Expression": "DateTime.Now > input1.x"}, {"RuleName": "B", "Expression": "true", "Actions": {"OnSuccess": {"Name": "SendMail"}}}]}]
            """;
        var result = MicrosoftImport.Read("w.json", Encoding.UTF8.GetBytes(refused));
        Assert.Empty(result.Workflows);
        Assert.Equal([DiagnosticCode.ClockRefused, DiagnosticCode.UnsupportedAction], result.Diagnostics.Where(d => d.IsError).Select(d => d.Code).OrderBy(c => c.Id, StringComparer.Ordinal));
        Assert.All(result.Diagnostics, d => Assert.Equal("w.json", d.Document));
    }
}
