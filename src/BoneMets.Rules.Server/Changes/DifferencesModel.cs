namespace BoneMets.Rules.Server.Changes;

/// <summary>What a change means, against the release that it is based on.</summary>
/// <param name="ContentHash">Of the content that was compared.</param>
/// <param name="Documents">Those whose text differs, by name.</param>
public sealed record ChangeDifferencesAnswer(int Base, string ContentHash, IReadOnlyList<DocumentDifferenceAnswer> Documents);

/// <summary>A document that differs.</summary>
/// <param name="Kind"><c>added</c>, <c>edited</c> or <c>removed</c>.</param>
/// <param name="Title">Of the workflow or the fact schema.</param>
/// <param name="Of"><c>workflow</c>, <c>cases</c>, <c>facts</c>, <c>evidence</c>, <c>text</c> or <c>other</c>.</param>
/// <param name="Workflow">The workflow that it belongs to.</param>
/// <param name="Unreadable">A side is no JSON: only the texts can be compared, and there are no parts.</param>
/// <param name="Parts">In the order of the new text, removed ones where they stood. Empty when only layout, comments or the order of keys differ.</param>
public sealed record DocumentDifferenceAnswer(
    string Name, string Kind, string? Title, string Of, string? Workflow, bool Unreadable, IReadOnlyList<PartDifferenceAnswer> Parts);

/// <summary>A part of a document that differs; the parts inside of it are listed by themselves.</summary>
/// <param name="Kind"><c>added</c>, <c>removed</c>, <c>changed</c>, or <c>moved</c> when it only stands at another place.</param>
/// <param name="Of"><c>rule</c>, <c>parameter</c>, <c>score</c>, <c>scoreItem</c>, <c>band</c>, <c>table</c>, <c>column</c>, <c>output</c>, <c>row</c>, <c>case</c>, <c>fact</c>, <c>source</c>, <c>metadata</c>, <c>use</c>, <c>input</c>, <c>contradiction</c> or <c>other</c>.</param>
/// <param name="Name">As authors name it (<c>Parent / Child</c> for a nested rule), or its number: <c>row 3</c>.</param>
/// <param name="Title">Its own; for a row, a band and a column that of the table or score item around it.</param>
/// <param name="Pointer">Where it stands in the new text; in the old one when it was removed.</param>
public sealed record PartDifferenceAnswer(string Kind, string Of, string Name, string? Title, string Pointer, IReadOnlyList<FieldDifferenceAnswer> Fields);

/// <summary>One value, before and after; <c>null</c> when it was or is not there.</summary>
/// <param name="Name">As the document spells it: <c>Recommendation.Text</c>; for a cell the column's name.</param>
/// <param name="Label">The same in words: <c>Recommendation</c>.</param>
/// <param name="BeforeSentence">An expression as a sentence; <c>null</c> when it has errors or is none.</param>
public sealed record FieldDifferenceAnswer(
    string Name, string Label, string? Before, string? After, string? BeforeSentence, string? AfterSentence, bool IsExpression);
