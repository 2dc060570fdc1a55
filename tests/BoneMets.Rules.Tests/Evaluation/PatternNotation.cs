using System.Globalization;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Evaluation;

/// <summary>Patterns as authors write them, without parentheses: <c>or</c> binds weakest, then <c>and</c>, then <c>not</c>. <c>_</c> and <c>null</c> take the type of a number unless words are given.</summary>
internal static class PatternNotation
{
    public static BoundPattern Read(string text, bool integers = false, IReadOnlyList<object>? words = null)
    {
        if (Split(text, " or ") is { } or) return new BoundBinaryPattern(default, false, Read(or.Left, integers, words), Read(or.Right, integers, words));
        if (Split(text, " and ") is { } and) return new BoundBinaryPattern(default, true, Read(and.Left, integers, words), Read(and.Right, integers, words));
        if (text.StartsWith("not ", StringComparison.Ordinal)) return new BoundNotPattern(default, Read(text[4..], integers, words));
        var isWord = words is not null || text is ['\'', ..] or "true" or "false";
        if (text == "null") return new BoundNullPattern(default, isWord ? WordSet.Of(words) : NumberSet.Empty(integers));
        if (text == "_") return new BoundDiscardPattern(default, isWord ? WordSet.All(words) : NumberSet.All(integers));
        if (isWord) return new BoundValuePattern(default, WordSet.Of(text is "true" or "false" ? [true, false] : words, text is ['\'', .. var word, '\''] ? word : text == "true"));
        return new BoundValuePattern(default, Numbers(text, integers));
    }

    private static NumberSet Numbers(string text, bool integers)
    {
        var number = Number(text.TrimStart('<', '>', '=', ' '));
        return text.Split(' ')[0] switch
        {
            "<" => NumberSet.Of(integers, new Interval(Bound.Open, new Bound(number, false))),
            "<=" => NumberSet.Of(integers, new Interval(Bound.Open, new Bound(number, true))),
            ">" => NumberSet.Of(integers, new Interval(new Bound(number, false), Bound.Open)),
            ">=" => NumberSet.Of(integers, new Interval(new Bound(number, true), Bound.Open)),
            _ => NumberSet.Single(integers, number),
        };
    }

    private static decimal Number(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) ? date.DayNumber : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static (string Left, string Right)? Split(string text, string separator) =>
        text.LastIndexOf(separator, StringComparison.Ordinal) is var at and >= 0 ? (text[..at], text[(at + separator.Length)..]) : null;
}
