namespace BoneMets.Rules.Verification.Cases;

/// <summary>What became of one golden case. It passed when it has no <see cref="Differences"/>.</summary>
public sealed record CaseResult(string Workflow, GoldenCase Case, Judgement? Judgement, IReadOnlyList<CaseDifference> Differences)
{
    public bool Passed => Differences.Count == 0;
}

/// <summary>One expectation that did not hold: what it is about, what was expected and what came.</summary>
public sealed record CaseDifference(CaseSubject About, string Expected, string Actual)
{
    /// <summary>In words: <c>rule X</c>, <c>output y</c>, <c>missing</c>, <c>events</c>, <c>facts /p/n</c>.</summary>
    public string Subject => About.ToString();

    public override string ToString() => $"{Subject}: expected {Expected}, got {Actual}";
}

public enum CaseSubjectKind { Facts, Rule, Output, Missing, Events }

/// <summary>What an expectation is about.</summary>
/// <param name="Name">The rule's or output's name, or where in the facts; empty when it is about all of them.</param>
public readonly record struct CaseSubject(CaseSubjectKind Kind, string Name = "")
{
    public override string ToString() => Kind.ToString().ToLowerInvariant() + (Name.Length == 0 ? "" : $" {Name}");
}
