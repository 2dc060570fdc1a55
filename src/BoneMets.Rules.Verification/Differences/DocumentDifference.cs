namespace BoneMets.Rules.Verification.Differences;

public enum DocumentChange { Added, Edited, Removed }

public enum DocumentKind { Workflow, Cases, Facts, Evidence, Text, Other }

/// <summary>What an edit does to a document: part by part, in the order of the new text, removed parts where they stood.</summary>
/// <param name="Title">Of the workflow or the fact schema; <c>null</c> when it has none.</param>
/// <param name="Workflow">The workflow that it belongs to; <c>null</c> for a document of the whole library.</param>
/// <param name="IsUnreadable">A side is no JSON, so that only the texts can be compared; there are no parts then.</param>
/// <param name="Parts">Empty when only layout, comments or the order of keys differ, and for a plain text.</param>
public sealed record DocumentDifference(
    string Name, DocumentChange Kind, DocumentKind Of, string? Title, string? Workflow, bool IsUnreadable, IReadOnlyList<PartDifference> Parts);

public enum PartChange
{
    Added,
    Removed,
    Changed,

    /// <summary>It stands at another place among its like and is the same otherwise.</summary>
    Moved,
}

public enum PartKind { Rule, Parameter, Score, ScoreItem, Band, Table, Column, Output, Row, Case, Fact, Source, Metadata, Use, Input, Contradiction, Other }

/// <summary>A part of a document that was added, removed, changed or moved. The parts inside of it stand by themselves.</summary>
/// <param name="Name">As authors name it (<c>Parent / Child</c> for what stands inside another of its kind), or its number: <c>row 3</c>.</param>
/// <param name="Title">Its own; for a row, a band and a column that of the table or item around it.</param>
/// <param name="Pointer">Where it stands in the new text; in the old one when it was removed.</param>
public sealed record PartDifference(PartChange Kind, PartKind Of, string Name, string? Title, string Pointer, IReadOnlyList<FieldDifference> Fields);

/// <summary>One value of a part, before and after. A text that is <c>null</c> was or is not there.</summary>
/// <param name="Name">As the document spells it: <c>Recommendation.Text</c>; for a cell the column's name.</param>
/// <param name="Label">The same in the words of a clinician.</param>
/// <param name="BeforeSentence">An expression as a sentence; <c>null</c> when it has errors or is none.</param>
public sealed record FieldDifference(string Name, string Label, string? Before, string? After, string? BeforeSentence, string? AfterSentence, bool IsExpression);
