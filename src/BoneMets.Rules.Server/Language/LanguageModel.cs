using BoneMets.Rules.Server.Library;

namespace BoneMets.Rules.Server.Language;

/// <summary>What is being written: documents as they are on somebody's screen, on top of a change, or of what is live.</summary>
/// <param name="Documents">Texts by name; <c>null</c> for one that shall go.</param>
public sealed record CheckDocuments(long? Change = null, IReadOnlyDictionary<string, string?>? Documents = null);

public sealed record CheckAnswer(IReadOnlyList<DiagnosticAnswer> Diagnostics);

/// <summary>A place in an expression of a workflow.</summary>
/// <param name="Rule">The rule that it stands in: its local parameters are in sight.</param>
/// <param name="Column">For a table cell or a score band: the expression of its column.</param>
/// <param name="Offset">Characters before the place, in UTF-16 units.</param>
/// <param name="IsCondition">Only true or false makes sense there.</param>
public sealed record WritingPlace(
    string Workflow, string Text, int Offset = 0, string? Rule = null, string? Column = null, bool IsCondition = false, long? Change = null,
    IReadOnlyDictionary<string, string?>? Documents = null);

/// <summary>What can be written there, in place of the <c>Length</c> characters from <c>Start</c>.</summary>
public sealed record CompletionAnswer(int Start, int Length, IReadOnlyList<CompletionItemAnswer> Items);

/// <param name="Kind"><c>fact</c>, <c>parameter</c>, <c>rule</c>, <c>function</c>, <c>value</c>, <c>operator</c> and the like.</param>
/// <param name="TypeInfo">Of a name that has a value.</param>
public sealed record CompletionItemAnswer(string Label, string Insert, string Kind, string? Detail, string? Description, TypeInfo? TypeInfo);

/// <summary>What the name there stands for, and the call that the place is in; each <c>null</c> when there is none.</summary>
public sealed record HoverAnswer(NameAnswer? Name, CallAnswer? Call);

public sealed record NameAnswer(int Start, int Length, string Title, string Kind, string? Detail, string? Description, string? Expression);

/// <param name="Argument">The one that is being written, from 0.</param>
public sealed record CallAnswer(string Name, string Signature, string Description, int Argument);

/// <summary>The expression as a sentence, or what is wrong with it.</summary>
/// <param name="Type">In words.</param>
/// <param name="Structure">Of a condition without errors, for a builder.</param>
public sealed record ExplainAnswer(string? Sentence, string? Type, TypeInfo? TypeInfo, ConditionNode? Structure, IReadOnlyList<ExpressionFindingAnswer> Diagnostics);

/// <summary>A finding inside an expression.</summary>
public sealed record ExpressionFindingAnswer(string Code, string Severity, int Start, int Length, string Message, string? Help, FixAnswer? Fix);
