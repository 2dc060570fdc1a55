using System.Diagnostics;

namespace BoneMets.Rules.System.Tests.Clients;

/// <summary>A program run to its end, which has to be a good one.</summary>
internal static class ProgramRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <returns>What it wrote on standard output.</returns>
    public static async Task<string> OutputAsync(string program, IReadOnlyList<string> arguments, string? folder = null, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? "" };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}:\n{await error}\n{await output}");
        return await output;
    }
}
