namespace BoneMets.Rules.Cli;

internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The content is at fault: errors in documents, failed cases, a failed decision.</summary>
    public const int Failed = 1;

    /// <summary>The command itself could not be carried out: wrong usage, a file that cannot be read or written.</summary>
    public const int Unusable = 2;

    public const int BadFacts = 3;
}

/// <summary>Ends a command with one line on standard error.</summary>
internal class CommandFailure(string message, int exitCode = ExitCodes.Unusable, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>What the message is about, a line each; they stand before it.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}
