using BoneMets.Rules.Cli;

namespace BoneMets.Rules.System.Tests.Cli;

/// <summary>A command inside this process, for those whose work is elsewhere: on a server or in a store.</summary>
internal static class CommandInProcess
{
    public static async Task<CommandResult> RunAsync(params IReadOnlyList<string> arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var terminal = new Terminal
        {
            Out = output,
            Error = error,
            OpenInput = () => Stream.Null,
            OpenOutput = () => Stream.Null,
        };
        var exit = await CommandLine.RunAsync(arguments, terminal);
        return new CommandResult(exit, output.ToString(), error.ToString());
    }
}
