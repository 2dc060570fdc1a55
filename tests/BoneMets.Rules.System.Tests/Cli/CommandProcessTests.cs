using System.Text.Json;

namespace BoneMets.Rules.System.Tests.Cli;

public sealed class CommandProcessTests
{
    private const string Lesion = """{"lesion": {"site": "peritrochanteric", "pain": "functional", "appearance": "lytic", "corticalPercent": 70, "bone": "femur", "fractured": false}}""";

    [Fact]
    public async Task The_shipped_library_is_clean_and_its_cases_pass()
    {
        var check = await CommandProcess.RunAsync(["check", "--library", CommandProcess.Library]);
        Assert.Equal((0, ""), (check.Exit, check.Error));
        Assert.StartsWith("0 errors,", check.Output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        var test = await CommandProcess.RunAsync(["test", "--library", CommandProcess.Library]);
        Assert.Equal((0, ""), (test.Exit, test.Error));
        Assert.EndsWith(" passed, 0 failed\n", test.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_decides_facts_from_standard_input()
    {
        var run = await CommandProcess.RunAsync(["run", "MirelsFractureRisk", "--facts", "-", "--as-of", "2026-01-31", "--library", CommandProcess.Library], Lesion);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        using var decision = JsonDocument.Parse(run.Output);
        Assert.Equal("2026-01-31", decision.RootElement.GetProperty("asOf").GetString());
        Assert.Equal("met", decision.RootElement.GetProperty("verdicts").GetProperty("ProphylacticFixationIndicated").GetString());
        Assert.True(decision.RootElement.TryGetProperty("rules", out _));
    }

    [Theory]
    [InlineData(2, "required command was not provided")]
    [InlineData(2, "did you mean `evaluate`?", "evalute")]
    [InlineData(2, "--facts", "run", "MirelsFractureRisk")]
    [InlineData(2, "did you mean `--facts`?", "run", "MirelsFractureRisk", "--fact", "x")]
    [InlineData(2, "there is no file `/no/such`", "run", "MirelsFractureRisk", "--facts", "/no/such")]
    [InlineData(2, "is a folder", "run", "MirelsFractureRisk", "--facts", "/")]
    [InlineData(2, "did you mean `MirelsFractureRisk`?", "run", "MirelsFractureRisc", "--facts", "-")]
    [InlineData(2, "`2026-02-30` is not a calendar date", "run", "MirelsFractureRisk", "--facts", "-", "--as-of", "2026-02-30")]
    [InlineData(2, "choose one of none, rules, full", "run", "MirelsFractureRisk", "--facts", "-", "--explain", "some")]
    [InlineData(2, "choose one of none, rules", "evaluate", "MirelsFractureRisk", "--input", "-", "--output", "-", "--explain", "full")]
    [InlineData(2, "/no/such", "evaluate", "MirelsFractureRisk", "--input", "-", "--output", "/no/such/file")]
    [InlineData(2, "did you mean `Hypercalcemia`?", "test", "--workflow", "Hypercalcaemia")]
    [InlineData(3, "BMR3001", "run", "MirelsFractureRisk", "--facts", "-")]
    public async Task What_goes_wrong_is_one_line_and_an_exit_code(int exit, string expected, params string[] arguments)
    {
        var result = await CommandProcess.RunAsync([.. arguments, "--library", CommandProcess.Library]);
        Assert.Equal(exit, result.Exit);
        Assert.Contains(expected, result.OnlyError, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    [Fact]
    public async Task Bad_facts_are_told_with_their_places()
    {
        var run = await CommandProcess.RunAsync(["run", "MirelsFractureRisk", "--facts", "-", "--library", CommandProcess.Library], "{\"lesion\": {\n  \"sight\": 1, \"pain\": \"severe\"}}");
        Assert.Equal((3, ""), (run.Exit, run.Output));
        Assert.Contains("standard input(2,12): error BMR3002", run.Error, StringComparison.Ordinal);
        Assert.Contains("[/lesion/pain]", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_is_a_filter()
    {
        var input = string.Concat(Enumerable.Range(1, 1_000).Select(i => i == 500 ? "nonsense\n" : Lesion.Insert(1, $"\"id\": {i}, ") + "\n"));
        var result = await CommandProcess.RunAsync(["evaluate", "MirelsFractureRisk", "--input", "-", "--output", "-", "--library", CommandProcess.Library], input);
        Assert.Equal(3, result.Exit);
        Assert.Equal("1,000 lines: 999 decisions, 1 bad", result.OnlyError);
        var lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(Enumerable.Range(1, 1_000), lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task A_command_that_needs_neither_server_nor_store_does_not_even_load_their_code()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var process = CommandProcess.Start(["evaluate", "MirelsFractureRisk", "--input", "-", "--output", "-", "--library", CommandProcess.Library]);
        await process.StandardInput.WriteLineAsync(Lesion);
        await process.StandardInput.FlushAsync();
        await process.StandardOutput.ReadLineAsync(); // now it waits for the next line, with all that it needs
        var loaded = await File.ReadAllTextAsync($"/proc/{process.Id}/maps");
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Contains("BoneMets.Rules.dll", loaded, StringComparison.Ordinal);
        foreach (var needless in new[] { "BoneMets.Rules.Store.dll", "EntityFrameworkCore", "Npgsql", "sqlite", "System.Net.Http.dll" }) Assert.DoesNotContain(needless, loaded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_leaves_ends_evaluate_with_one_line()
    {
        using var process = CommandProcess.Start(["evaluate", "MirelsFractureRisk", "--input", "-", "--output", "-", "--library", CommandProcess.Library]);
        process.StandardInput.AutoFlush = true;
        await process.StandardInput.WriteLineAsync(Lesion);
        await process.StandardOutput.ReadLineAsync(); // one answer before the input ends
        process.StandardOutput.Close();
        try
        {
            for (var i = 0; i < 100_000 && !process.HasExited; i++) await process.StandardInput.WriteLineAsync(Lesion);
        }
        catch (IOException)
        {
            // it has gone, as it should
        }
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, process.ExitCode);
        Assert.StartsWith("bonemets: ", Assert.Single(error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_ends_evaluate_with_one_line()
    {
        if (!File.Exists("/dev/full")) return;
        var result = await CommandProcess.RunAsync(["evaluate", "MirelsFractureRisk", "--input", "-", "--output", "/dev/full", "--library", CommandProcess.Library], Lesion);
        Assert.Equal(2, result.Exit);
        Assert.Contains("No space left", result.OnlyError, StringComparison.Ordinal);
    }
}
