using BoneMets.Rules.Server.Library;

namespace BoneMets.Rules.Server.Language;

/// <summary>A workflow of a change, or of what is live, with texts as they are on somebody's screen.</summary>
public sealed record OutlineWorkflow(string Workflow, long? Change = null, IReadOnlyDictionary<string, string?>? Documents = null);

/// <summary>What is understood of a workflow, as far as it can be understood. Pointers lead into its <c>workflow.json</c>.</summary>
/// <param name="Facts">Paths of all facts read, also by workflows that it uses.</param>
/// <param name="UsedBy">Workflows that use this one.</param>
/// <param name="Diagnostics">Findings in the documents of its folder.</param>
public sealed record OutlineAnswer(
    string Workflow, string? Title, string Folder, IReadOnlyList<InputAnswer> Inputs, IReadOnlyList<string> Facts, IReadOnlyList<OutlineRuleAnswer> Rules,
    IReadOnlyList<OutlineParamAnswer> Params, IReadOnlyList<OutlineScoreAnswer> Scores, IReadOnlyList<OutlineTableAnswer> Tables,
    IReadOnlyList<OutlineUseAnswer> Uses, IReadOnlyList<string> UsedBy, IReadOnlyList<DiagnosticAnswer> Diagnostics);

/// <param name="Sentence"><c>null</c> while the condition has errors.</param>
/// <param name="Facts">Paths of the facts that it reads, itself or through what it uses.</param>
/// <param name="Uses">What it reads itself: rules, parameters, scores and tables by name, those of other workflows as <c>Workflow.name</c>.</param>
/// <param name="UsedBy">Rules of this workflow that read or withhold it.</param>
public sealed record OutlineRuleAnswer(
    string Pointer, string Name, string? Title, string? Sentence, IReadOnlyList<string> Facts, IReadOnlyList<string> Uses, IReadOnlyList<string> UsedBy, bool HasErrors);

public sealed record OutlineParamAnswer(string Pointer, string Name, string? Sentence, string? Type, TypeInfo? TypeInfo);

/// <summary><c>Min</c> and <c>Max</c> are the least and the most points that the score can have.</summary>
public sealed record OutlineScoreAnswer(string Pointer, string Name, string? Title, decimal Min, decimal Max, IReadOnlyList<OutlineScoreItemAnswer> Items);

/// <param name="Label">Its title, else what it looks at.</param>
/// <param name="TypeInfo">Of what it looks at.</param>
/// <param name="Complete">Whatever the known facts, some band applies; <c>null</c> while it has errors.</param>
/// <param name="Gap">Facts for which no band applies, where an example can be named.</param>
public sealed record OutlineScoreItemAnswer(
    string Pointer, string Name, string? Label, TypeInfo? TypeInfo, IReadOnlyList<OutlineBandAnswer> Bands, bool? Complete, string? Gap, IReadOnlyList<OutlineOverlapAnswer> Overlaps);

public sealed record OutlineBandAnswer(string Pointer, string? Sentence);

/// <param name="Complete">Whatever the known facts, some row applies; <c>null</c> while the table has errors.</param>
/// <param name="Disjoint">No two rows apply together, proved.</param>
/// <param name="Gap">Facts for which no row applies, where an example can be named.</param>
/// <param name="GapCells">Cells of a row that would fill the gap, one per column; <c>null</c> among them: any value does.</param>
/// <param name="Overlaps">Pairs of rows that apply together for certain.</param>
public sealed record OutlineTableAnswer(
    string Pointer, string Name, string HitPolicy, bool? Complete, bool? Disjoint, string? Gap, IReadOnlyList<string?>? GapCells, IReadOnlyList<OutlineOverlapAnswer> Overlaps,
    IReadOnlyList<OutlineColumnAnswer> Columns, IReadOnlyList<OutlineRowAnswer> Rows);

/// <summary>Rows count from 0.</summary>
public sealed record OutlineOverlapAnswer(int First, int Second, string Example);

public sealed record OutlineColumnAnswer(string? Label, TypeInfo? TypeInfo);

/// <summary>Each cell as words; <c>null</c> for one with errors.</summary>
public sealed record OutlineRowAnswer(string Pointer, IReadOnlyList<string?> Cells, string? Condition);

public sealed record OutlineUseAnswer(string Workflow, string? Title, bool Include);
