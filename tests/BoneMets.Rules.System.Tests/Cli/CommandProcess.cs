using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace BoneMets.Rules.System.Tests.Cli;

/// <summary>The built command as a process, as a shell starts it.</summary>
internal static class CommandProcess
{
    public static string Library { get; } = Path.GetFullPath(Path.Combine(Here(), "../../../workflows"));

    public static async Task<CommandResult> RunAsync(IReadOnlyList<string> arguments, string? input = null, params (string Name, string Value)[] environment)
    {
        using var process = Start(arguments, environment);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (input is not null) await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return new CommandResult(process.ExitCode, await output, await error);
    }

    public static Process Start(IReadOnlyList<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "bonemets.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

internal sealed record CommandResult(int Exit, string Output, string Error)
{
    /// <summary>What went wrong in one line, without a stack trace.</summary>
    public string OnlyError => Assert.Single(Error.TrimEnd('\n').Split('\n'));
}
