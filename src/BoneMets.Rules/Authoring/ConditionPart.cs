using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Authoring;

/// <summary><see cref="Other"/> is kept as it is written by whoever edits the parts.</summary>
public enum ConditionKind { All, Any, Not, Test, AnyOf, AllOf, Other }

/// <summary><see cref="Between"/> includes both ends.</summary>
public enum ConditionOperator { Is, IsNot, Below, AtMost, Above, AtLeast, Between, IsOneOf, IsNotOneOf, IsKnown, IsNotKnown, IsTrue, IsFalse }

/// <summary>
/// A condition as parts that can be shown and edited one by one. <see cref="Span"/> is the part itself, <see cref="Outer"/> with the
/// parentheses around it; both lie inside the <see cref="Outer"/> of its parent.
/// </summary>
public sealed record ConditionPart(ConditionKind Kind, TextSpan Span, TextSpan Outer, string Sentence)
{
    /// <summary>What is joined, in the order of the text; the one that is negated; the body of <c>list.Any(x => …)</c>.</summary>
    public IReadOnlyList<ConditionPart> Operands { get; init; } = [];

    public ConditionTest? Test { get; init; }

    /// <summary>The list of <c>list.Any(x => …)</c>.</summary>
    public ConditionElements? Elements { get; init; }
}

/// <summary>Something compared with constants, or with other values.</summary>
public sealed record ConditionTest(ConditionSubject Subject, ConditionOperator Operator, IReadOnlyList<ConditionValue> Values);

public sealed record ConditionSubject(TextSpan Span, string Label, Typing Typing, bool IsFact);

/// <summary><see cref="Literal"/> is the value without quotes, a number or date as text; null for what is computed.</summary>
public sealed record ConditionValue(TextSpan Span, string Label, string? Literal);

public sealed record ConditionElements(TextSpan Span, string Label, string Variable);
