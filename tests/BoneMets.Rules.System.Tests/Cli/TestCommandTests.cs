using System.Text.Json;
using System.Xml.Linq;

namespace BoneMets.Rules.System.Tests.Cli;

/// <summary>What <c>bonemets test</c> tells beyond passed and failed: coverage and mutants, on a folder that the test writes.</summary>
public sealed class TestCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bonemets-test-").FullName;

    public TestCommandTests()
    {
        Directory.CreateDirectory(Path.Combine(folder, "facts"));
        Directory.CreateDirectory(Path.Combine(folder, "w"));
        File.WriteAllText(Path.Combine(folder, "facts/p.schema.json"), """{"type": "object", "properties": {"n": {"type": "number"}, "a": {"type": "boolean"}}}""");
        File.WriteAllText(Path.Combine(folder, "w/workflow.json"), """
            {"WorkflowName": "W", "Inputs": [{"Name": "p", "Schema": "p"}], "Rules": [
              {"RuleName": "Big",
               "Expression": "p.n > 10 && p.a"}]}
            """);
        File.WriteAllText(Path.Combine(folder, "w/cases.json"), """
            {
              "Workflow": "W",
              "Cases": [
                {"Id": "first",   "Facts": {"p": {"n": 11, "a": true}}, "Expect": {"Rules": {"Big": "met"}}}
              ]
            }

            """);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Coverage_shows_a_table_and_what_is_missing_with_its_place()
    {
        var (exit, output, error) = await RunAsync("--coverage");
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("W           33.3 %       1/3", output, StringComparison.Ordinal);
        Assert.Contains($"{folder}/w/workflow.json(3,19): rule Big, condition `p.n > 10`\n    missing: a case in which `p.n > 10` is false and decides: `p.a` is true\n", output, StringComparison.Ordinal);
        Assert.EndsWith("1 passed, 0 failed\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules=33,conditions=0", 0, "")]
    [InlineData("rules=100", 1, "bonemets test: coverage of rules is 33.3 percent (1 of 3), less than 100\n")]
    [InlineData("rows=100,conditions=50.5", 1, "bonemets test: coverage of conditions is 0 percent (0 of 2), less than 50.5\n")]
    [InlineData("rules=many", 2, "bonemets test: `rules=many` is no threshold, write rules=N with N from 0 to 100 (`bonemets test --help` shows the usage)\n")]
    public async Task Less_coverage_than_asked_for_ends_with_a_message(string least, int exit, string message)
    {
        var (found, _, error) = await RunAsync("--min-coverage", least);
        Assert.Equal((exit, message), (found, error));
    }

    [Theory]
    [InlineData("""{"WorkflowName": "X", "Inputs": [{"Name": "p", "Schema": "p"}], "Rules": [{"RuleName": "A", "Expression": "p.a"}]}""", "no golden case reaches `X`", "noCase", 0)]
    [InlineData("""{"WorkflowName": "X", "Inputs": [{"Name": "p", "Schema": "p"}], "Rules": [{"RuleName": "A", "Expression": "p.b"}]}""", "`X` is not measured, because it or what it builds on has errors", "errors", 1)]
    [InlineData("""{"WorkflowName": "X", "Rules": [{"RuleName": "A", "Expression": "input1.n > 1"}]}""", "`X` is not measured, because its inputs are not declared", "inputsNotDeclared", 0)]
    public async Task A_workflow_that_is_not_measured_is_told_everywhere_and_meets_no_threshold(string workflow, string message, string kind, int exitWithoutThreshold)
    {
        WriteOther(workflow);
        var (exit, output, _) = await RunAsync("--coverage");
        Assert.Equal(exitWithoutThreshold, exit);
        Assert.Contains($"{message}\n", output, StringComparison.Ordinal);
        var gap = Assert.Single(JsonDocument.Parse(await Report("json", exitWithoutThreshold, "--coverage")).RootElement.GetProperty("coverage").GetProperty("gaps").EnumerateArray());
        Assert.Equal(("X", kind, message), (gap.GetProperty("workflow").GetString(), gap.GetProperty("kind").GetString(), gap.GetProperty("message").GetString()));
        Assert.Contains($"<li class=\"bad\">{message}</li>", await Report("html", exitWithoutThreshold, "--coverage"), StringComparison.Ordinal);
        (exit, _, var error) = await RunAsync("--min-coverage", "rules=0");
        Assert.Equal(1, exit);
        Assert.EndsWith($"bonemets test: {message}\n", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"WorkflowName": "X", "Inputs": [{"Name": "p", "Schema": "p"}], "Rules": []}""")]
    [InlineData("""{"WorkflowName": "X", "Rules": []}""")]
    public async Task Where_there_is_nothing_to_cover_nothing_is_lacking(string workflow)
    {
        WriteOther(workflow);
        var (exit, _, error) = await RunAsync("--min-coverage", "rules=33");
        Assert.Equal((0, ""), (exit, error));
    }

    [Fact]
    public async Task Workflows_that_were_not_asked_for_are_named_and_hinder_no_threshold()
    {
        WriteOther("""{"WorkflowName": "X", "Inputs": [{"Name": "p", "Schema": "p"}], "Rules": [{"RuleName": "A", "Expression": "p.a"}]}""");
        var (exit, output, error) = await RunAsync("--min-coverage", "rules=33", "--workflow", "W");
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("not asked for, and not looked at: X\n", output, StringComparison.Ordinal);
        Assert.Equal("X", JsonDocument.Parse(await Report("json", 0, "--coverage", "--workflow", "W")).RootElement.GetProperty("coverage").GetProperty("leftOut")[0].GetString());
        Assert.Contains("Not asked for, and not looked at: X", await Report("html", 0, "--coverage", "--workflow", "W"), StringComparison.Ordinal);
        (exit, _, error) = await RunAsync("--min-coverage", "rules=0", "--workflow", "X");
        Assert.Equal((1, "bonemets test: no golden case reaches `X`\n"), (exit, error));
    }

    [Fact]
    public async Task The_speed_of_the_replay_stands_in_every_report()
    {
        var (_, output, _) = await RunAsync();
        Assert.Matches(@"^1 case in \d+\.\d{3} s on 1 core: [\d,]+ per second and core\n1 passed, 0 failed\n$", output);
        var replay = JsonDocument.Parse(await Report("json")).RootElement.GetProperty("replay");
        var (cases, seconds, cores) = (replay.GetProperty("cases").GetInt32(), replay.GetProperty("seconds").GetDouble(), replay.GetProperty("cores").GetInt32());
        Assert.Equal((1, 1), (cases, cores));
        Assert.Equal(cases / seconds / cores, replay.GetProperty("perSecondAndCore").GetDouble(), tolerance: 1);
        Assert.Matches(@"<p class=""soft"">1 case in \d+\.\d{3} s on 1 core: [\d,]+ per second and core</p>", await Report("html"));
    }

    [Fact]
    public async Task Every_format_carries_the_coverage()
    {
        var json = JsonDocument.Parse(await Report("json", "--coverage")).RootElement.GetProperty("coverage");
        Assert.Equal((1, 3), (json.GetProperty("totals").GetProperty("rules").GetProperty("covered").GetInt32(), json.GetProperty("totals").GetProperty("rules").GetProperty("total").GetInt32()));
        var met = json.GetProperty("workflows")[0].GetProperty("parts")[0].GetProperty("elements")[0];
        Assert.Equal(("met", "first", 2), (met.GetProperty("text").GetString(), met.GetProperty("sides")[0].GetProperty("cases")[0].GetString(), met.GetProperty("line").GetInt32()));
        var suite = XDocument.Parse(await Report("junit", "--coverage")).Descendants("testsuite").Single();
        Assert.Equal("33.3", suite.Descendants("property").Single(p => p.Attribute("name")!.Value == "coverage.rules").Attribute("value")!.Value);
        Assert.Contains("w/workflow.json(3,19): rule Big: not covered", suite.Element("system-out")!.Value, StringComparison.Ordinal);
        var html = await Report("html", "--coverage");
        Assert.Contains("aria-label=\"Rules: 33.3 percent\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mutation_shows_what_no_case_notices_and_a_case_that_would()
    {
        var (exit, output, _) = await RunAsync("--mutation", "--workflow", "W");
        Assert.Equal(0, exit);
        Assert.Contains("    p.n > 10\n    p.n >= 10\n    suggested case big-comparison-1: Big: not met; `p.n > 10`, not `p.n >= 10`\n", output, StringComparison.Ordinal);
        var json = JsonDocument.Parse(await Report("json", "--mutation")).RootElement.GetProperty("mutation");
        var survivor = json.GetProperty("workflows")[0].GetProperty("parts")[0].GetProperty("mutants").EnumerateArray().First(m => m.GetProperty("status").GetString() == "survived");
        Assert.Equal("specification decision, awaiting clinician", survivor.GetProperty("suggestion").GetProperty("Source").GetString());
        Assert.Contains("Not noticed by any case", await Report("html", "--mutation"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepted_suggestions_stand_in_the_case_file_and_kill_every_survivor()
    {
        var path = Path.Combine(folder, "w/cases.json");
        var before = await File.ReadAllTextAsync(path);
        var (exit, _, error) = await RunAsync("--mutation", "--accept-suggestions");
        Assert.Equal(0, exit);
        Assert.Contains("w/cases.json: ", error, StringComparison.Ordinal);
        var after = await File.ReadAllTextAsync(path);
        Assert.StartsWith(before[..before.IndexOf("\n  ]", StringComparison.Ordinal)], after, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandInProcess.RunAsync("check", "--library", folder)).Exit);
        (exit, var output, _) = await RunAsync("--mutation");
        Assert.Equal(0, exit);
        Assert.Contains("W            100.0 %", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read-only", "cannot be written, and nothing was changed: it is read-only")]
    [InlineData("link", "is no case file of `X`, so no suggested case was added to any file")]
    public async Task Suggestions_are_accepted_into_every_file_or_into_none(string obstacle, string message)
    {
        WriteOther("""{"WorkflowName": "X", "Inputs": [{"Name": "p", "Schema": "p"}], "Rules": [{"RuleName": "A", "Expression": "p.n > 3"}]}""");
        var (first, second) = (Path.Combine(folder, "w/cases.json"), Path.Combine(folder, "x/cases.json"));
        const string Cases = """{"Workflow": "X", "Cases": [{"Id": "a", "Facts": {"p": {"n": 9}}, "Expect": {"Rules": {"A": "met"}}}]}""";
        await File.WriteAllTextAsync(second, Cases);
        if (obstacle == "read-only") File.SetAttributes(second, FileAttributes.ReadOnly);
        else
        {
            File.Move(second, Path.Combine(folder, "elsewhere.txt"));
            File.CreateSymbolicLink(second, Path.Combine(folder, "elsewhere.txt"));
        }
        var before = await File.ReadAllTextAsync(first);
        var (exit, _, error) = await RunAsync("--mutation", "--accept-suggestions");
        Assert.Equal(2, exit);
        Assert.Equal($"bonemets: `{second}` {message}\n", error);
        Assert.Equal(before, await File.ReadAllTextAsync(first));
        Assert.Empty(Directory.GetFileSystemEntries(folder, ".bonemets-*"));
    }

    [Theory]
    [InlineData("--accept-suggestions")]
    [InlineData("--accept-suggestions --mutation --cases w/cases.json")]
    public async Task Suggestions_are_accepted_only_into_the_library(string arguments)
    {
        var (exit, _, error) = await RunAsync(arguments.Split(' '));
        Assert.Equal(2, exit);
        Assert.StartsWith("bonemets: --accept-suggestions ", error, StringComparison.Ordinal);
    }

    private void WriteOther(string workflow)
    {
        Directory.CreateDirectory(Path.Combine(folder, "x"));
        File.WriteAllText(Path.Combine(folder, "x/workflow.json"), workflow);
    }

    private Task<string> Report(string format, params string[] arguments) => Report(format, 0, arguments);

    private async Task<string> Report(string format, int expectedExit, params string[] arguments)
    {
        var path = Path.Combine(folder, $"report.{format}");
        var (exit, _, _) = await RunAsync([.. arguments, "--format", format, "--output", path]);
        Assert.Equal(expectedExit, exit);
        return await File.ReadAllTextAsync(path);
    }

    private async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var result = await CommandInProcess.RunAsync(["test", .. arguments, "--library", folder]);
        return (result.Exit, result.Output, result.Error);
    }
}
