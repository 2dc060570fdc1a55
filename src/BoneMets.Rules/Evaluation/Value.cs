using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Evaluation;

/// <summary>
/// What an expression comes to. Exactly one of: known, unknown, one of several values, an interval of numbers, a fault. Immutable.
/// "Undecided" are the middle three; each says which facts would decide it.
/// </summary>
public abstract class Value
{
    public static readonly KnownValue True = new(true);
    public static readonly KnownValue False = new(false);

    /// <summary>The facts missing; none for a known value or a fault.</summary>
    public virtual MissingFacts Missing => MissingFacts.None;

    public bool IsKnown => this is KnownValue;

    public static KnownValue Of(bool value) => value ? True : False;
}

/// <summary><c>bool</c>, <c>decimal</c>, <c>string</c>, <see cref="DateOnly"/>, <see cref="FactFrame"/> or <see cref="ListValue"/>.</summary>
public sealed class KnownValue(object content) : Value
{
    public object Content { get; } = content;
}

/// <summary>Nothing is known of it; <see cref="Missing"/> may be empty (the minimum of an empty list, a table without a row that applies).</summary>
public sealed class UnknownValue(MissingFacts missing, IReadOnlyList<Value>? possible = null) : Value
{
    public override MissingFacts Missing { get; } = missing;

    /// <summary>
    /// The objects that it is one of, or the elements of a list in unknown order or number. Whoever reads on in them lacks their
    /// facts too, so that giving everything missing decides.
    /// </summary>
    internal IReadOnlyList<Value> Possible { get; } = possible ?? [];
}

/// <summary>One of two or more different values (texts, words, numbers, dates): a table output whose facts are partly unknown.</summary>
public sealed class OneOfValue(IReadOnlyList<object> candidates, MissingFacts missing) : Value
{
    public IReadOnlyList<object> Candidates { get; } = candidates;
    public override MissingFacts Missing { get; } = missing;
}

/// <summary>A number from <see cref="Low"/> to <see cref="High"/>, both possible, low &lt; high.</summary>
public sealed class RangeValue(decimal low, decimal high, MissingFacts missing) : Value
{
    public decimal Low { get; } = low;
    public decimal High { get; } = high;
    public override MissingFacts Missing { get; } = missing;
}

/// <summary>Division by zero, overflow, exhausted budget …: neither true nor false nor unknown.</summary>
public sealed class FaultValue(DiagnosticCode code, string message) : Value
{
    public DiagnosticCode Code { get; } = code;
    public string Message { get; } = message;
}

/// <summary>A list; an element that may or may not belong to it (filtered by an undecided predicate) has <see cref="ListItem.IsCertain"/> = false.</summary>
public sealed class ListValue(IReadOnlyList<ListItem> items)
{
    public IReadOnlyList<ListItem> Items { get; } = items;
}

/// <summary><see cref="Uncertain"/> are the facts that decide whether it belongs; empty when <see cref="IsCertain"/>.</summary>
public sealed record ListItem(Value Value, bool IsCertain, MissingFacts Uncertain);
