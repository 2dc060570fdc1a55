namespace BoneMets.Rules.Verification.Cases;

/// <summary>What became of one golden case. It passed when it has no <see cref="Differences"/>.</summary>
public sealed record CaseResult(string Workflow, GoldenCase Case, Judgement? Judgement, IReadOnlyList<CaseDifference> Differences)
{
    public bool Passed => Differences.Count == 0;
}

/// <summary>One expectation that did not hold: what it is about (<c>rule X</c>, <c>output y</c>, <c>missing</c>), what was expected and what came.</summary>
public sealed record CaseDifference(string Subject, string Expected, string Actual)
{
    public override string ToString() => $"{Subject}: expected {Expected}, got {Actual}";
}
