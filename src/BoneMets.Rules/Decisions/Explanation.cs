using BoneMets.Rules.Evaluation;

namespace BoneMets.Rules.Decisions;

/// <summary>
/// One step of the reasons: a part of an expression (or a table's row or cell) with what it came to. <see cref="Value"/> is null for an
/// operand that an earlier one made irrelevant. <see cref="Start"/> and <see cref="Length"/> are inside the authored expression.
/// </summary>
public sealed record Explanation(
    string Kind, string Text, int Start, int Length, string? Target, Value? Value, IReadOnlyList<string> Facts, IReadOnlyList<Explanation> Children)
{
    /// <summary>This step and all below it, in the order of the text.</summary>
    public IEnumerable<Explanation> Below => Children.SelectMany(c => c.Below).Prepend(this);
}
