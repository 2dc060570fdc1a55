namespace BoneMets.Rules.System.Tests.Cli;

public sealed class TraceCommandTests : IDisposable
{
    private const string Markers = "By hand.\n\n<!-- trace:begin -->\n<!-- trace:end -->\n\nBy hand too.\n";
    private readonly string folder = Directory.CreateTempSubdirectory("bonemets-trace-").FullName;

    public TraceCommandTests() => WriteLibrary("met");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_table_goes_to_standard_output_and_every_gap_is_told()
    {
        var whole = await Trace();
        Assert.Equal((0, ""), (whole.Exit, whole.Error));
        Assert.Contains("| [W.Big](w/) | Book | `first` | 1 / 0 / 0 |", whole.Output, StringComparison.Ordinal);
        WriteLibrary("notMet");
        var gap = await Trace();
        Assert.Equal(1, gap.Exit);
        Assert.Contains("/w/workflow.json(1,75): error BMR6006: no golden case expects `W.Big` to be met [/Rules/0]", gap.OnlyError, StringComparison.Ordinal);
        Assert.Contains("| **none** |", gap.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_marked_part_of_a_file_is_written_and_check_sees_when_it_is_old()
    {
        var file = Write("README.md", Markers);
        var old = await Trace("--output", file, "--check");
        Assert.Equal((1, ""), (old.Exit, old.Output));
        Assert.Equal($"{file}(4) is out of date, regenerate it: bonemets trace --library {folder} --output {file}", old.OnlyError);
        Assert.Equal(Markers, await File.ReadAllTextAsync(file));
        Assert.Equal((0, $"{file} written\n"), Outcome(await Trace("--output", file)));
        var written = await File.ReadAllTextAsync(file);
        Assert.StartsWith("By hand.\n\n<!-- trace:begin -->\n\n### Workflows\n", written, StringComparison.Ordinal);
        Assert.EndsWith(" |\n\n<!-- trace:end -->\n\nBy hand too.\n", written, StringComparison.Ordinal);
        Assert.Equal((0, $"{file} is up to date\n"), Outcome(await Trace("--output", file, "--check")));
        Directory.CreateDirectory(Path.Combine(folder, "docs"));
        var elsewhere = Write("docs/trace.md", Markers);
        Assert.Equal(0, (await Trace("--output", elsewhere)).Exit);
        Assert.Contains("](../w/)", await File.ReadAllTextAsync(elsewhere), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_with_errors_is_not_traced()
    {
        var file = Write("README.md", Markers);
        Write("w/workflow.json", """{"WorkflowName": "W", "Inputs": [{"Name": "p", "Schema": "p"}], "Rules": [{"RuleName": "Big", "Expression": "p.zzzz"}]}""");
        var result = await Trace("--output", file);
        Assert.Equal((1, ""), (result.Exit, result.Output));
        Assert.Contains("error BMR2004", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("bonemets: the library has errors, so nothing was traced\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(Markers, await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData("--check needs --output FILE", "--check")]
    [InlineData("there is no file `/no/such.md`", "--output", "/no/such.md")]
    [InlineData("is a folder, not a file", "--output", "/")]
    [InlineData("has no line `<!-- trace:begin -->`: put the lines", "--output", "{folder}/w/workflow.json")]
    [InlineData("unrecognized command or argument `W`", "W")]
    public async Task Wrong_usage_is_one_line(string expected, params string[] arguments)
    {
        var result = await Trace([.. arguments.Select(a => a.Replace("{folder}", folder, StringComparison.Ordinal))]);
        Assert.Equal((2, ""), (result.Exit, result.Output));
        Assert.Contains(expected, result.OnlyError, StringComparison.Ordinal);
    }

    private static (int, string) Outcome(CommandResult result) => (result.Exit, result.Output);

    private Task<CommandResult> Trace(params string[] arguments) => CommandProcess.RunAsync(["trace", .. arguments, "--library", folder]);

    private void WriteLibrary(string verdict)
    {
        foreach (var part in (string[])["facts", "w"]) Directory.CreateDirectory(Path.Combine(folder, part));
        Write("facts/p.schema.json", """{"type": "object", "properties": {"n": {"type": "number"}}}""");
        Write("evidence.json", """{"Sources": [{"Id": "book", "Title": "Book", "Verified": true}]}""");
        Write("w/workflow.json", """{"WorkflowName": "W", "Inputs": [{"Name": "p", "Schema": "p"}], "Rules": [{"RuleName": "Big", "Expression": "p.n > 10", "Evidence": [{"Source": "book"}]}]}""");
        Write("w/cases.json", $$$"""{"Workflow": "W", "Cases": [{"Id": "first", "Facts": {"p": {"n": {{{(verdict == "met" ? 11 : 9)}}} } }, "Expect": {"Rules": {"Big": "{{{verdict}}}"} } }]}""");
    }

    private string Write(string path, string text)
    {
        var file = Path.Combine(folder, path);
        File.WriteAllText(file, text);
        return file;
    }
}
