using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Verification.Mutation.Suggestions;

/// <summary>
/// A golden case that nobody has written yet. It passes with the rules as they are and fails with the mistake: both were tried. Whether the
/// rules are right about it is for a clinician to say, and its source says that this is still to be done.
/// </summary>
/// <param name="Json">The whole case as it would stand in <c>cases.json</c>, laid out from the margin.</param>
public sealed record SuggestedCase(string Workflow, string Id, string Title, string Json)
{
    internal ReplayableCase Replayable { get; init; } = null!;
}
