using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BoneMets.Rules.System.Tests.Cli;
using BoneMets.Rules.System.Tests.Clients;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Operations;

/// <summary>The scripts of the documentation that decide a large file in parts: to the byte what one process writes.</summary>
public sealed class LargeRunTests : IAsyncLifetime
{
    private const string Workflow = "MirelsFractureRisk", Date = "2026-01-31";
    private static readonly string Scripts = Path.Combine(Repository.Root, "docs", "operations");
    private static readonly (string, string)[] Environment =
        [("BONEMETS", $"dotnet {Path.Combine(AppContext.BaseDirectory, "bonemets.dll")}"), ("LIBRARY", CommandProcess.Library), ("HOME", Path.GetTempPath())];
    private readonly string folder = Directory.CreateTempSubdirectory("bonemets-parts-").FullName;

    private string Input => Path.Combine(folder, "patients.ndjson");

    private string Output => Path.Combine(folder, "decisions.ndjson");

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task GNU_parallel_writes_what_one_process_writes_bad_lines_and_their_numbers_included()
    {
        var one = await OneProcessAsync(withNonsense: true);
        await ProgramRun.OutputAsync(Path.Combine(Scripts, "evaluate-parallel.sh"), [Workflow, Input, Output, "40", Date], folder, Environment);
        Assert.Equal(one, Hash(Output));
    }

    [Fact]
    public async Task Tasks_of_Slurm_write_what_one_process_writes_and_one_that_is_run_again_decides_nothing()
    {
        var one = await OneProcessAsync(withNonsense: true);
        var script = Path.Combine(Scripts, "evaluate-part.sh");
        await ProgramRun.OutputAsync("bash", ["-n", script]);
        await ProgramRun.OutputAsync("split", ["--lines=60", "--numeric-suffixes", "--suffix-length=6", Input, Path.Combine(folder, "part.")]);
        var parts = Directory.GetFiles(folder, "part.*").Length;
        for (var task = 0; task < parts; task++)
            await ProgramRun.OutputAsync("bash", [script, Workflow, folder, "60", Date], folder, [.. Environment, ("SLURM_ARRAY_TASK_ID", task.ToString(CultureInfo.InvariantCulture))]);
        var decided = Directory.GetFiles(folder, "decided.*").Order(StringComparer.Ordinal).ToList();
        Assert.Equal((3, 3), (parts, decided.Count));
        await File.WriteAllBytesAsync(Output, [.. decided.SelectMany(File.ReadAllBytes)]);
        Assert.Equal(one, Hash(Output));

        var written = File.GetLastWriteTimeUtc(decided[0]);
        await ProgramRun.OutputAsync("bash", [script, Workflow, folder, "60", Date, "000000"], folder, Environment);
        Assert.Equal(written, File.GetLastWriteTimeUtc(decided[0]));
    }

    /// <summary>Without Spark, which no test installs: the script's own command, part after part.</summary>
    [Fact]
    public async Task The_command_that_Spark_pipes_through_writes_what_one_process_writes()
    {
        var one = await OneProcessAsync(withNonsense: false);
        await ProgramRun.OutputAsync("python3", [Path.Combine(Scripts, "evaluate-spark.py"), "--local", "3", Workflow, Input, Output, Date], folder, Environment);
        Assert.Equal(one, Hash(Output));
    }

    [Fact]
    public async Task A_part_whose_workflow_is_not_there_ends_the_run_and_leaves_no_output()
    {
        await OneProcessAsync(withNonsense: false);
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => ProgramRun.OutputAsync(Path.Combine(Scripts, "evaluate-parallel.sh"), ["NoSuchWorkflow", Input, Output, "100", Date], folder, Environment));
        Assert.Contains("NoSuchWorkflow", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Output));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1000000000000001")]
    [InlineData("two")]
    public async Task A_first_line_that_is_none_is_refused(string number)
    {
        var ran = await CommandInProcess.RunAsync("evaluate", Workflow, "--input", "-", "--output", "-", "--library", CommandProcess.Library, "--first-line", number);
        Assert.Equal(2, ran.Exit);
        Assert.Contains("--first-line", ran.OnlyError, StringComparison.Ordinal);
    }

    /// <summary>Writes the input, and the hash of what one process makes of it.</summary>
    private async Task<string> OneProcessAsync(bool withNonsense)
    {
        var text = new StringBuilder();
        for (var line = 1; line <= 150; line++)
        {
            text.Append(line switch
            {
                17 => "",
                64 when withNonsense => "nonsense",
                90 => """{"id":"p90","lesion":{"site":"elsewhere"}}""",
                120 => "{}",
                _ => string.Create(CultureInfo.InvariantCulture, $$$"""{"id":"p{{{line}}}","lesion":{"site":"{{{(line % 2 == 0 ? "peritrochanteric" : "upperLimb")}}}"}}"""),
            }).Append('\n');
        }
        await File.WriteAllTextAsync(Input, text.ToString());
        var file = Path.Combine(folder, "one.ndjson");
        var ran = await CommandProcess.RunAsync(["evaluate", Workflow, "--library", CommandProcess.Library, "--input", Input, "--output", file, "--as-of", Date]);
        Assert.Equal(3, ran.Exit);
        Assert.Equal(149, (await File.ReadAllLinesAsync(file)).Length);
        return Hash(file);
    }

    private static string Hash(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));
}
