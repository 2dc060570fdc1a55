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

/// <summary>What the analysis of one workflow came to.</summary>
/// <param name="Findings">By code and place.</param>
/// <param name="Open">What stays undecided.</param>
/// <param name="Questions">How many questions the solver answered.</param>
/// <param name="LongestList">What is proved is about lists of up to so many elements; null when it reads no list.</param>
public sealed record WorkflowAnalysis(string Workflow, IReadOnlyList<Finding> Findings, IReadOnlyList<OpenQuestion> Open, int Questions, int? LongestList);

/// <summary>What the analysis of a library came to.</summary>
/// <param name="Workflows">In the order of the library; those with errors or without fact schemas are not among them.</param>
/// <param name="Solver">The solver's name and version; null when it is not installed, so that whole rules were not looked at.</param>
public sealed record AnalysisReport(IReadOnlyList<WorkflowAnalysis> Workflows, string? Solver)
{
    public IReadOnlyList<Finding> Findings { get; } = [.. Workflows.SelectMany(w => w.Findings)];

    public IReadOnlyList<OpenQuestion> Open { get; } = [.. Workflows.SelectMany(w => w.Open)];

    public int Questions { get; } = Workflows.Sum(w => w.Questions);

    /// <summary>The least of what was looked at in any workflow; null when none reads a list.</summary>
    public int? LongestList { get; } = Workflows.Min(w => w.LongestList);
}
