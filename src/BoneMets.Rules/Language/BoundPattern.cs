using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Language;

/// <summary>
/// A pattern over one operand. <see cref="Matches"/> is the set of known values that match; <see cref="OnUnknown"/> is the outcome for an
/// unknown operand (null = unknown, as for every pattern without <c>null</c> and <c>_</c>). For an undecided operand (a set or an interval)
/// a pattern with <see cref="TestsKnown"/> = false is decided when all members match or none does; one that tests for <c>null</c> is decided
/// part by part with three-valued logic, <c>null</c> being true since no single value is known.
/// </summary>
public abstract class BoundPattern(TextSpan span, ValueSet matches, bool? onUnknown, bool testsKnown)
{
    public TextSpan Span { get; } = span;
    public ValueSet Matches { get; } = matches;
    public bool? OnUnknown { get; } = onUnknown;

    /// <summary>The pattern holds <c>null</c> or <c>_</c> somewhere, so that unknown itself is asked for.</summary>
    public bool TestsKnown { get; } = testsKnown;
}

/// <summary>A constant or a relation to a constant.</summary>
public sealed class BoundValuePattern(TextSpan span, ValueSet matches, BoundConstant? constant = null, RelationalOperator? relation = null) : BoundPattern(span, matches, null, false)
{
    /// <summary>As it was written, which the set does not tell (<c>&gt; 8</c> of a whole number is the set from 9); null for a pattern that nobody wrote.</summary>
    public BoundConstant? Constant { get; } = constant;

    /// <summary>Null: equal to it.</summary>
    public RelationalOperator? Relation { get; } = relation;
}

/// <summary><c>null</c>: matches the unknown and nothing else.</summary>
public sealed class BoundNullPattern(TextSpan span, ValueSet none) : BoundPattern(span, none, true, true);

/// <summary><c>_</c>: matches everything, the unknown too.</summary>
public sealed class BoundDiscardPattern(TextSpan span, ValueSet all) : BoundPattern(span, all, true, true);

public sealed class BoundNotPattern(TextSpan span, BoundPattern operand)
    : BoundPattern(span, operand.Matches.Complement(), !operand.OnUnknown, operand.TestsKnown)
{
    public BoundPattern Operand { get; } = operand;
}

public sealed class BoundBinaryPattern(TextSpan span, bool isAnd, BoundPattern left, BoundPattern right)
    : BoundPattern(
        span,
        isAnd ? left.Matches.Intersect(right.Matches) : left.Matches.Union(right.Matches),
        isAnd ? left.OnUnknown & right.OnUnknown : left.OnUnknown | right.OnUnknown,
        left.TestsKnown || right.TestsKnown)
{
    public bool IsAnd { get; } = isAnd;
    public BoundPattern Left { get; } = left;
    public BoundPattern Right { get; } = right;
}
