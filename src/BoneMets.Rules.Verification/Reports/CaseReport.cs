using BoneMets.Rules.Verification.Cases;
using BoneMets.Rules.Verification.Coverage;
using BoneMets.Rules.Verification.Mutation;

namespace BoneMets.Rules.Verification.Reports;

/// <summary>What a report tells: replayed cases, and what was found beyond them as far as somebody asked for it.</summary>
/// <param name="Speed">Null where nobody measured it.</param>
public sealed record CaseReport(IReadOnlyList<CaseResult> Results, CaseCoverage? Coverage = null, MutationReport? Mutation = null, ReplaySpeed? Speed = null);
