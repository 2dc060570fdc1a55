using System.Text.Json;

namespace BoneMets.Rules.Server.Library;

/// <summary>The workflows that are served, and what is wrong with the content now.</summary>
public sealed record LibraryAnswer(IReadOnlyList<WorkflowSummary> Workflows, LibrarySummary Library, IReadOnlyList<DiagnosticAnswer> Diagnostics);

/// <summary><c>Status</c> is <c>stale</c> when the newest content holds errors and an older one serves, or when the store does not say what the newest is. A folder has no <c>Release</c>.</summary>
public sealed record LibrarySummary(string Hash, DateTimeOffset LoadedAt, string Status, int? Release, string ReleaseStatus);

/// <summary>A workflow as the list has it.</summary>
/// <param name="ReviewDue">The last day on which it counts as reviewed.</param>
/// <param name="Blocked">It gives no decision now: it was taken out of use, or one of its rules, or the same of what it builds on.</param>
public sealed record WorkflowSummary(
    string Name, string? Title, string? Description, IReadOnlyList<string> Tags, string Folder, string Hash, string Status,
    IReadOnlyList<string> Inputs, int Rules, int Cases, IReadOnlyList<UseAnswer> Uses, DateOnly? ReviewDue, bool Blocked);

/// <summary>A workflow as it was authored (<c>Document</c>) and as it was understood.</summary>
public sealed record WorkflowAnswer(
    string Name, string? Title, string? Description, IReadOnlyList<string> Tags, string Folder, string Hash, string Status, int Cases,
    JsonElement? Metadata, JsonElement Document, IReadOnlyList<InputAnswer> Inputs, IReadOnlyList<UseAnswer> Uses,
    IReadOnlyList<ParamAnswer> Params, IReadOnlyList<ScoreAnswer> Scores, IReadOnlyList<TableAnswer> Tables, IReadOnlyList<RuleAnswer> Rules,
    IReadOnlyList<string> Facts, IReadOnlyList<DiagnosticAnswer> Diagnostics);

public sealed record InputAnswer(string Name, string Schema);

public sealed record UseAnswer(string Workflow, bool Include);

public sealed record ParamAnswer(string Name, string Expression, string? Unit, string? Type);

/// <summary><c>Min</c> and <c>Max</c> are the least and the most points that the score can have.</summary>
public sealed record ScoreAnswer(string Name, decimal Min, decimal Max, IReadOnlyList<ScoreItemAnswer> Items);

public sealed record ScoreItemAnswer(string Name, string? Input, IReadOnlyList<BandAnswer> Bands);

public sealed record BandAnswer(string? When, string? Condition, bool Otherwise, decimal Points);

/// <summary><c>Complete</c>: whatever the known facts, some row applies.</summary>
public sealed record TableAnswer(
    string Name, string HitPolicy, bool? Complete, IReadOnlyList<TableInputAnswer> Inputs, IReadOnlyList<TableOutputAnswer> Outputs, IReadOnlyList<RowAnswer> Rows);

public sealed record TableInputAnswer(string Name, string Expression);

public sealed record TableOutputAnswer(string Name, string Type, string? Unit, IReadOnlyList<string>? Values);

public sealed record RowAnswer(IReadOnlyList<string> When, string? Condition, IReadOnlyList<string> Then, bool Otherwise);

public sealed record RuleAnswer(
    string Name, string? Title, string Expression, string? Urgency, string? Strength, RecommendationAnswer? Recommendation,
    string? WhenUndetermined, IReadOnlyList<EvidenceAnswer> Evidence);

/// <summary>The text as authored, with its <c>$(…)</c>.</summary>
public sealed record RecommendationAnswer(string Text, string Urgency, string? Strength);

public sealed record EvidenceAnswer(
    string Source, string? Title, string? Authors, string? Publisher, int? Year, string? Doi, string? Url, string? Locator,
    IReadOnlyList<string> Statements, bool? Verified);

/// <summary><c>Line</c> and <c>Column</c> count from 1; 0 when the finding is not in a text.</summary>
/// <param name="Start">With <c>Length</c>: the part of the expression at <c>Pointer</c> that it is about; <c>null</c> when it is not about a part of one.</param>
/// <param name="Fix">What to write instead, where that is plain.</param>
public sealed record DiagnosticAnswer(
    string Code, string Severity, string Document, string Pointer, int Line, int Column, string Message, string? Help, int? Start, int? Length, FixAnswer? Fix);

/// <summary>Writing <c>Insert</c> in place of that part of the expression mends the finding.</summary>
public sealed record FixAnswer(string Title, int Start, int Length, string Insert);
