namespace BoneMets.Rules.Client;

/// <summary>A refusal as the server words it: <c>application/problem+json</c>.</summary>
/// <param name="Type">Ends with the kind, such as <c>/problems/wrong-facts</c>, where its page is.</param>
public sealed record RulesProblem(int Status, string Title, string? Type = null, string? Detail = null, IReadOnlyList<RulesError>? Errors = null, string? TraceId = null, string? RequestId = null)
{
    /// <summary><c>wrong-facts</c>, <c>unknown-workflow</c>, <c>retired</c> …; empty for what no server of ours wrote.</summary>
    public string Kind => Type?.Split('/')[^1] ?? "";

    public override string ToString() => $"{Title}{(Detail is null ? "" : $": {Detail}")}{string.Concat((Errors ?? []).Select(e => $"\n  {e}"))}";
}

/// <param name="Pointer">Where in the body.</param>
/// <param name="Help">What to do instead.</param>
/// <param name="Document">Which document of the content is at fault, where it is one.</param>
public sealed record RulesError(string Message, string? Pointer = null, string? Code = null, string? Help = null, string? Document = null, int? Line = null, int? Column = null)
{
    public override string ToString() => $"{(Pointer is { Length: > 0 } ? $"{Pointer}: " : "")}{Message}{(Help is null ? "" : $" ({Help})")}";
}

/// <summary>The server refused, or did not answer as a server of ours does. Nothing was decided.</summary>
public sealed class RulesProblemException(RulesProblem problem, Exception? inner = null) : Exception(problem.ToString(), inner)
{
    public RulesProblem Problem { get; } = problem;
}
