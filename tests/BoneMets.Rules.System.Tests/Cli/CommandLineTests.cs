using System.Text;
using System.Text.Json;
using BoneMets.Rules.Cli;

namespace BoneMets.Rules.System.Tests.Cli;

/// <summary>The commands inside this process, on folders that a test writes.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bonemets-cli-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Check_shows_the_expression_with_a_mark_and_a_summary()
    {
        WriteLibrary("p.n > 10 && p.nn > 1");
        var (exit, output, _) = await Run("check");
        Assert.Equal(1, exit);
        Assert.Equal(
            [
                $"{folder}/w/workflow.json(2,84): error BMR2004: `p` has no fact `nn` [/Rules/0/Expression] (did you mean `n`?)",
                "    p.n > 10 && p.nn > 1",
                "                  ^^",
                "1 error, 0 warnings in 1 workflow with 1 rule and 2 golden cases",
            ], output.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Check_writes_json_and_sarif()
    {
        WriteLibrary("p.n > 10", """{"Id": "c", "Facts": {"p": {"n": "x"}}, "Expect": {"Rules": {"Big": "met"}}}""");
        var (exit, output, _) = await Run("check", "--format", "json");
        Assert.Equal(1, exit);
        var finding = Assert.Single(JsonDocument.Parse(output).RootElement.EnumerateArray());
        Assert.Equal(("BMR6002", "/Cases/0/Facts/p/n", "error"), (finding.GetProperty("code").GetString(), finding.GetProperty("pointer").GetString(), finding.GetProperty("severity").GetString()));
        (_, output, _) = await Run("check", "--format", "sarif");
        var run = JsonDocument.Parse(output).RootElement.GetProperty("runs")[0];
        var result = Assert.Single(run.GetProperty("results").EnumerateArray());
        Assert.Equal("BMR6002", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.True(result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32() > 0);
    }

    [Fact]
    public async Task Check_shows_a_patient_for_what_is_wrong_with_a_rule_and_leaves_the_analysis_out_when_asked()
    {
        WriteLibrary("10 / p.n > 1");
        var (exit, output, _) = await Run("check");
        Assert.Equal(0, exit);
        var lines = output.TrimEnd().Split('\n');
        Assert.Equal($"{folder}/w/workflow.json(2,3): warning BMR7006: `Big` cannot be computed for some patient: division by zero [/Rules/0] (exclude the case in its condition, or narrow the fact's range in the schema)", lines[0]);
        Assert.Equal("    for example {\"p\":{\"n\":0}}", lines[1]);
        Assert.Matches("^[0-9]+ questions about all patients answered by Z3 .*, 0 not decided$", lines[^2]);
        Assert.StartsWith("0 errors, 1 warning ", lines[^1], StringComparison.Ordinal);
        (_, output, _) = await Run("check", "--format", "json");
        Assert.Equal(0, JsonDocument.Parse(output).RootElement[0].GetProperty("example").GetProperty("facts").GetProperty("p").GetProperty("n").GetInt32());
        (_, output, _) = await Run("check", "--format", "sarif");
        Assert.Equal(0, JsonDocument.Parse(output).RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("properties").GetProperty("example").GetProperty("facts").GetProperty("p").GetProperty("n").GetInt32());
        (_, output, _) = await Run("check", "--quick");
        Assert.StartsWith("0 errors, 0 warnings ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-30T23:59:59Z", "0 errors, 0 warnings")]
    [InlineData("2026-01-31T23:59:59Z", "0 errors, 0 warnings")]
    [InlineData("2026-02-01T00:00:00Z", "0 errors, 1 warning")]
    public async Task Check_warns_of_a_review_that_was_due_before_today(string now, string expected)
    {
        WriteLibrary("p.n > 10", metadata: "\"Metadata\": { \"ReviewDue\": \"2026-01-31\" }, ");
        var (exit, output, _) = await Run(["check"], folder, new FixedClock(DateTimeOffset.Parse(now)));
        Assert.Equal(0, exit);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.Equal(expected.EndsWith("1 warning", StringComparison.Ordinal), output.Contains("warning BMR5014: the review of workflow `W` was due on `2026-01-31` [/Metadata/ReviewDue]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_tells_what_a_publication_needs_only_when_asked()
    {
        WriteLibrary("p.n > 10");
        var (exit, output, _) = await Run("check");
        Assert.Equal((0, false), (exit, output.Contains("BMR5016", StringComparison.Ordinal)));
        (exit, output, _) = await Run("check", "--verbose");
        Assert.Equal((0, true), (exit, output.Contains("BMR5016: `Metadata` does not say `Funding`", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2026-01-31", false)]
    [InlineData("2026-02-01", true)]
    public async Task Explain_says_that_the_review_is_overdue_on_the_day_of_the_decision(string asOf, bool isOverdue)
    {
        WriteLibrary("p.n > 10", metadata: "\"Metadata\": { \"ReviewDue\": \"2026-01-31\" }, ");
        var facts = Path.Combine(folder, "facts.json");
        await File.WriteAllTextAsync(facts, """{"p": {"n": 11}}""");
        var (exit, output, _) = await Run("explain", "W", "--facts", facts, "--as-of", asOf);
        Assert.Equal((0, isOverdue), (exit, output.Contains("Its review was due on 2026-01-31.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Test_shows_expected_and_actual_and_counts_last()
    {
        WriteLibrary("p.n > 10");
        var (exit, output, _) = await Run("test");
        Assert.Equal(1, exit);
        Assert.Contains("FAILED W second", output, StringComparison.Ordinal);
        Assert.Contains("    got       undetermined (missing p.n)", output, StringComparison.Ordinal);
        Assert.EndsWith("1 passed, 1 failed\n", output, StringComparison.Ordinal);
        var report = Path.Combine(folder, "report.html");
        (exit, output, _) = await Run("test", "--format", "html", "--output", report);
        Assert.Equal((1, "1 passed, 1 failed\n"), (exit, output));
        Assert.Contains("<!doctype html>", await File.ReadAllTextAsync(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_replays_other_files_and_says_when_they_are_unusable()
    {
        WriteLibrary("p.n > 10");
        var file = Path.Combine(folder, "mine.json");
        await File.WriteAllTextAsync(file, """{"Workflow": "W", "Cases": [{"Id": "x", "Facts": {"p": {"n": 11}}, "Expect": {"Rules": {"Big": "met"}}}]}""");
        var (exit, output, error) = await Run("test", "--cases", file);
        Assert.Equal((0, ""), (exit, error));
        Assert.EndsWith("\n1 passed, 0 failed\n", output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, """{"Workflow": "W", "Cases": [{"Id": "x", "Facts": {}, "Expect": {"Rules": {"Big": "mett"}}}]}""");
        (exit, _, error) = await Run("test", "--cases", file);
        Assert.Equal(1, exit);
        Assert.Contains("mine.json(1,", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_elsewhere_are_told_and_do_not_hinder()
    {
        WriteLibrary("p.n > 10");
        Directory.CreateDirectory(Path.Combine(folder, "broken"));
        await File.WriteAllTextAsync(Path.Combine(folder, "broken/workflow.json"), """{"WorkflowName": "Broken", "Inputs": [{"Name": "p", "Schema": "p"}], "Rules": [{"RuleName": "A", "Expression": "p.zzzz"}]}""");
        var facts = Path.Combine(folder, "facts.txt");
        await File.WriteAllTextAsync(facts, "{}");
        var (exit, _, error) = await Run("run", "W", "--facts", facts);
        Assert.Equal(0, exit);
        var warning = $"warning: `{folder}/broken/workflow.json` has errors and is left out";
        Assert.StartsWith(warning, error, StringComparison.Ordinal);
        // Golden cases decide nothing, so whoever only decides is not told about them.
        await File.WriteAllTextAsync(Path.Combine(folder, "broken/cases.json"), "{");
        Assert.Equal(error, (await Run("run", "W", "--facts", facts)).Error);
        Assert.Contains("broken/cases.json", (await Run("test")).Error, StringComparison.Ordinal);
        (exit, _, error) = await Run("run", "Broken", "--facts", facts);
        Assert.Equal(1, exit);
        Assert.Contains("error BMR2004", error, StringComparison.Ordinal);
        Assert.EndsWith("bonemets: workflow `Broken` has errors and cannot decide\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_says_what_why_and_what_is_missing()
    {
        var facts = Path.Combine(folder, "facts.txt");
        await File.WriteAllTextAsync(facts, """{"lesion": {"site": "peritrochanteric", "pain": "functional", "appearance": "lytic"}}""");
        var (exit, output, _) = await Run(["explain", "MirelsFractureRisk", "--facts", facts, "--as-of", "2026-01-31"], CommandProcess.Library);
        Assert.Equal(0, exit);
        Assert.Contains("NOT DECIDED YET", output, StringComparison.Ordinal);
        Assert.Contains("  mirelsScore = 10 to 12\n", output, StringComparison.Ordinal);
        Assert.Contains("      no              mirelsScore <= 7 (mirelsScore = 10 to 12)\n", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.True(line.Length <= 120, line));
    }

    [Fact]
    public async Task Explain_keeps_its_columns_and_names_the_output_that_cannot_be_computed()
    {
        WriteLibrary("p.n > 3");
        await File.WriteAllTextAsync(Path.Combine(folder, "w/workflow.json"), """
            {"WorkflowName": "W", "Inputs": [{"Name": "p", "Schema": "p"}], "GlobalParams": [{"Name": "share", "Expression": "1 / p.n"}],
             "Rules": [{"RuleName": "Big", "Expression": "1 / p.n > 0 && p.n == 0"}]}
            """);
        var facts = Path.Combine(folder, "facts.txt");
        await File.WriteAllTextAsync(facts, """{"p": {"n": 0}}""");
        var (_, output, _) = await Run("explain", "W", "--facts", facts, "--as-of", "2026-01-31");
        Assert.Contains("\n  share: division by zero (BMR4001)\n", output, StringComparison.Ordinal);
        Assert.Contains("\n      not computable  1 / p.n > 0", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compile_prints_code()
    {
        var (exit, output, error) = await Run(["compile", "MirelsFractureRisk", "--print"], CommandProcess.Library);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("public static class Decision", output, StringComparison.Ordinal);
        Assert.Equal(2, (await Run(["compile", "MirelsFractureRisk"], CommandProcess.Library)).Exit);
    }

    [Fact]
    public async Task Import_writes_everything_or_nothing_and_overwrites_nothing()
    {
        var source = Path.Combine(folder, "source.json");
        var library = Path.Combine(folder, "out");
        await File.WriteAllTextAsync(source, """[{"WorkflowName": "MyRules", "Rules": [{"RuleName": "A", "Expression": "input1.n / 2 > 1"}]}]""");
        var (exit, output, error) = await Run(["import", "microsoft", source, "--output", library], null);
        Assert.Equal(0, exit);
        Assert.Contains("warning BMR6004", error, StringComparison.Ordinal);
        Assert.Equal($"MyRules: 1 rules, 1 can be undetermined → {library}/my-rules\n", output);
        Assert.True(File.Exists(Path.Combine(library, "my-rules/IMPORT.md")));
        Assert.Equal(0, (await Run(["check"], library)).Exit);
        Assert.Equal(2, (await Run(["import", "microsoft", source, "--output", library], null)).Exit);
        await File.WriteAllTextAsync(source, """[{"WorkflowName": "Fine", "Rules": [{"RuleName": "A", "Expression": "true"}]}, {"WorkflowName": "Bad", "Rules": [{"RuleName": "A", "Expression": "File.Delete(input1.x)"}]}]""");
        Assert.Equal(1, (await Run(["import", "microsoft", source, "--output", library], null)).Exit);
        Assert.Equal(["my-rules"], Directory.GetDirectories(library).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("diff old new", "`bonemets diff` takes no --library: name the two folders as OLD and NEW")]
    [InlineData("import microsoft file.json --output out", "`bonemets import microsoft` takes no --library: name the folder to write to with --output")]
    [InlineData("audit verify", "`bonemets audit verify` takes no --library: name the store with --store or --postgres-file")]
    public async Task A_library_is_refused_where_nothing_reads_it(string command, string message)
    {
        Assert.Equal((2, "", $"bonemets: {message}\n"), await Run(command.Split(' ')));
        Assert.Equal((2, "", $"bonemets: {message}\n"), await Run(["--library", folder, .. command.Split(' ')], null));
    }

    [Theory]
    [InlineData("check", "bonemets check")]
    [InlineData("test", "--workflow MirelsFractureRisk")]
    [InlineData("run", "--explain none")]
    [InlineData("evaluate", "zcat patients.ndjson.gz")]
    [InlineData("explain", "bonemets explain MirelsFractureRisk")]
    [InlineData("compile", "--print")]
    [InlineData("import microsoft", "bonemets import microsoft")]
    [InlineData("trace", "bonemets trace --output workflows/README.md")]
    [InlineData("render", "bonemets render --output guideline")]
    [InlineData("pull", "bonemets pull --server http://127.0.0.1:5080")]
    [InlineData("publish", "--title \"Raise the limit\"")]
    [InlineData("audit verify", "bonemets audit verify")]
    public async Task Help_has_examples(string command, string example)
    {
        var (exit, output, _) = await Run([.. command.Split(' '), "--help"], null);
        Assert.Equal(0, exit);
        Assert.Contains(example, output[output.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    private Task<(int Exit, string Output, string Error)> Run(params string[] arguments) => Run(arguments, folder);

    private static async Task<(int Exit, string Output, string Error)> Run(string[] arguments, string? library, TimeProvider? clock = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var bytes = new MemoryStream();
        using var terminal = new Terminal
        {
            Out = output,
            Error = error,
            OpenInput = () => Stream.Null,
            OpenOutput = () => new MemoryStreamKeeper(bytes),
        };
        var exit = await CommandLine.RunAsync(library is null ? arguments : [.. arguments, "--library", library], terminal, clock);
        return (exit, output + Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }

    private void WriteLibrary(string expression, string? cases = null, string metadata = "")
    {
        Directory.CreateDirectory(Path.Combine(folder, "facts"));
        Directory.CreateDirectory(Path.Combine(folder, "w"));
        File.WriteAllText(Path.Combine(folder, "facts/p.schema.json"), """{"type": "object", "properties": {"n": {"type": "number"}}}""");
        File.WriteAllText(Path.Combine(folder, "w/workflow.json"), $$"""
            {"WorkflowName": "W", {{metadata}}"Inputs": [{"Name": "p", "Schema": "p"}], "Rules": [
              {"RuleName": "Big", "SuccessEvent": "big",          "Expression": "{{expression}}"}]}
            """);
        File.WriteAllText(Path.Combine(folder, "w/cases.json"), $$"""
            {"Workflow": "W", "Cases": [{{cases ?? """
            {"Id": "first", "Facts": {"p": {"n": 11}}, "Expect": {"Rules": {"Big": "met"}}},
            {"Id": "second", "Title": "nothing is known", "Facts": {}, "Expect": {"Rules": {"Big": "notMet"}}}
            """}}]}
            """);
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    /// <summary>The command closes what it opened; the test reads afterwards.</summary>
    private sealed class MemoryStreamKeeper(MemoryStream target) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            WriteTo(target);
            base.Dispose(disposing);
        }
    }
}
