using BoneMets.Rules.Verification.Cases;
using BoneMets.Rules.Verification.Coverage;
using BoneMets.Rules.Verification.Mutation;

namespace BoneMets.Rules.Verification.Reports;

/// <summary>What a report tells: replayed cases, and what was found beyond them as far as somebody asked for it.</summary>
/// <param name="Speed">Null where nobody measured it.</param>
/// <param name="Explain">Makes the decision of a failed case with its reasons, one at a time, because all of them may be too many to hold; null where nobody wants reasons.</param>
public sealed record CaseReport(
    IReadOnlyList<CaseResult> Results, CaseCoverage? Coverage = null, MutationReport? Mutation = null, ReplaySpeed? Speed = null, Func<CaseResult, Decision?>? Explain = null);
