namespace BoneMets.Rules.Server.Language;

/// <summary>A condition, or a part of one, as a builder shows it. All spans are inside the expression.</summary>
/// <param name="Kind"><c>all</c>, <c>any</c>, <c>not</c>, <c>test</c>, <c>anyOf</c>, <c>allOf</c>, or <c>other</c> for what a builder leaves as it is.</param>
/// <param name="OuterStart">With <c>OuterLength</c>: the same with the parentheses around it.</param>
/// <param name="Text">The expression from <c>Start</c>, without parentheses around it.</param>
/// <param name="Operands">Of <c>all</c> and <c>any</c> in the order of the text; the one of <c>not</c>; the body of <c>anyOf</c> and <c>allOf</c>.</param>
/// <param name="List">What <c>anyOf</c> and <c>allOf</c> run through; <c>Variable</c> is the name of its element in the body.</param>
/// <param name="Subject">Of a <c>test</c>, with its <c>Operator</c> and <c>Values</c>.</param>
/// <param name="Operator"><c>is</c>, <c>isNot</c>, <c>below</c>, <c>atMost</c>, <c>above</c>, <c>atLeast</c>, <c>between</c> (both ends included), <c>isOneOf</c>, <c>isNotOneOf</c>, <c>isKnown</c>, <c>isNotKnown</c>, <c>isTrue</c>, <c>isFalse</c>.</param>
public sealed record ConditionNode(
    string Kind, int Start, int Length, int OuterStart, int OuterLength, string Text, string Sentence,
    IReadOnlyList<ConditionNode> Operands, ConditionList? List, string? Variable, ConditionSubject? Subject, string? Operator, IReadOnlyList<ConditionValue> Values);

public sealed record ConditionList(int Start, int Length, string Text, string Label);

/// <param name="IsFact">A fact by itself, not something computed.</param>
public sealed record ConditionSubject(int Start, int Length, string Text, string Label, TypeInfo Type, bool IsFact);

/// <param name="Literal">The value of a literal: a word without its quotes, a number or a date as text.</param>
public sealed record ConditionValue(int Start, int Length, string Text, string Label, bool IsLiteral, string? Literal);
