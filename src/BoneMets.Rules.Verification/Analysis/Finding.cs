using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Verification.Analysis.Solving;

namespace BoneMets.Rules.Verification.Analysis;

/// <summary>Something that is probably wrong with a workflow, at its place.</summary>
/// <param name="Workflow">By name.</param>
/// <param name="Example">A smallest patient of whom the engine decides what the finding says; null where no patient can show it (nobody meets the rule).</param>
public sealed record Finding(string Workflow, Diagnostic Diagnostic, Patient? Example);

/// <summary>What was asked and not answered: never a pass.</summary>
/// <param name="Subject">The rule, table or pair of rules.</param>
/// <param name="Why">No solver, no time, or a construct beyond the proofs.</param>
public sealed record OpenQuestion(string Workflow, string Subject, string Why);

/// <summary>What the analysis of a library came to.</summary>
/// <param name="Findings">By workflow as in the library, then by code and place.</param>
/// <param name="Open">What stays undecided.</param>
/// <param name="Solver">The solver's name and version; null when it is not installed, so that whole rules were not looked at.</param>
/// <param name="Questions">How many questions the solver answered.</param>
public sealed record AnalysisReport(IReadOnlyList<Finding> Findings, IReadOnlyList<OpenQuestion> Open, string? Solver, int Questions);
