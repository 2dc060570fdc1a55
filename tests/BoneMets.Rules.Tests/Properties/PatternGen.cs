using FsCheck;
using FsCheck.Fluent;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>Patterns for <c>is</c>, table cells and score bands. None that nothing can match: such a pattern does not bind.</summary>
internal static class PatternGen
{
    /// <param name="scope">Where it stands.</param>
    /// <param name="kind">What the operand is.</param>
    /// <param name="words">The words of its enumeration.</param>
    /// <param name="isDecimal">The operand is surely no whole number, so that its boundaries may be fractions.</param>
    public static Gen<string> Any(Scope scope, Kind kind, IReadOnlyList<string> words, bool isDecimal = false)
    {
        var plain = Plain(kind, words, isDecimal);
        return scope.IsPure ? plain : Draw.From(
            (12, () => plain),
            (1, () => plain.Select(p => $"null or {p}")),
            (1, () => plain.Select(p => $"not null and ({p})")),
            (1, () => plain.Select(p => $"_ and ({p})")),
            (1, () => plain.Select(p => $"not (null or {p})")),
            (1, () => Draw.Of("null", "not null", "_")));
    }

    private static Gen<string> Plain(Kind kind, IReadOnlyList<string> words, bool isDecimal) => kind switch
    {
        Kind.Truth => Draw.Of("true", "false", "not true", "not false"),
        Kind.Word => Words(words),
        Kind.Text => Words(World.Texts),
        Kind.Date => Between([.. World.Dates.Select(d => $"Date(\"{d}\")")], 0),
        _ => isDecimal ? Between(World.Decimals, 1) : Between(World.Wholes, 2),
    };

    private static Gen<string> Words(IReadOnlyList<string> words) =>
        from first in Gen.Choose(0, words.Count - 1)
        from step in Gen.Choose(1, words.Count - 1)
        from shape in Gen.Choose(0, 3)
        let a = $"\"{words[first]}\""
        let b = $"\"{words[(first + step) % words.Count]}\""
        select shape switch { 0 => a, 1 => $"not {a}", 2 => $"{a} or {b}", _ => $"not ({a} or {b})" };

    /// <param name="ends">The constants.</param>
    /// <param name="gap">How many places apart two exclusive ends must be for something to lie between them.</param>
    private static Gen<string> Between(IReadOnlyList<string> ends, int gap) =>
        from x in Gen.Choose(0, ends.Count - 1)
        from y in Gen.Choose(0, ends.Count - 1)
        from shape in Gen.Choose(0, 9)
        let low = ends[Math.Min(x, y)]
        let high = ends[Math.Max(x, y)]
        let isWide = gap > 0 && Math.Abs(x - y) >= gap
        select shape switch
        {
            0 => low,
            1 => $"not {low}",
            2 => $"< {low}",
            3 => $"> {high}",
            4 => $"<= {low}",
            5 => $"{low} or {high}",
            6 => $"< {low} or > {high}",
            7 when isWide => $"> {low} and < {high}",
            8 => $"not (>= {low} and <= {high})",
            _ => $">= {low} and <= {high}",
        };
}
