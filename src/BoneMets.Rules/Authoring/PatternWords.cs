using System.Globalization;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Authoring;

/// <summary>A pattern as it stands after a value: <c>is at least 30 and below 40 mL/min</c>, <c>is lytic or mixed</c>.</summary>
internal static class PatternWords
{
    public static string Of(BoundPattern pattern, FactType column) => "is " + Words(pattern, column);

    private static string Words(BoundPattern pattern, FactType column) => pattern switch
    {
        BoundNullPattern => "not known",
        BoundNotPattern { Operand: BoundNullPattern } => "known",
        BoundDiscardPattern => "anything, known or not",
        BoundNotPattern not => $"not {(not.Operand is BoundBinaryPattern ? $"({Words(not.Operand, column)})" : Words(not.Operand, column))}",
        { TestsKnown: false, Matches: NumberSet numbers } => numbers.IsEmpty ? "never so" : string.Join(" or ", numbers.Intervals.Select(i => Range(i, column))),
        BoundBinaryPattern { IsAnd: true } both => $"{Part(both.Left, column)} and {Part(both.Right, column)}",
        BoundBinaryPattern either => $"{Words(either.Left, column)} or {Words(either.Right, column)}",
        { Matches: WordSet words } => string.Join(" or ", words.Values.Select(v => Word(v, column))),
        _ => "as stated",
    };

    private static string Part(BoundPattern pattern, FactType column) => pattern is BoundBinaryPattern { IsAnd: false } ? $"({Words(pattern, column)})" : Words(pattern, column);

    private static string Range(Interval interval, FactType column)
    {
        var (low, high) = (interval.Low.Value, interval.High.Value);
        var unit = column is NumberType { Unit: { } u } ? $" {u}" : "";
        if (low is { } single && low == high) return Number(single, column) + unit;
        var isDate = column is DateType;
        var from = low is null ? null : $"{(interval.Low.Inclusive ? isDate ? "not before" : "at least" : isDate ? "after" : "above")} {Number(low.Value, column)}";
        var to = high is null ? null : $"{(interval.High.Inclusive ? isDate ? "not after" : "at most" : isDate ? "before" : "below")} {Number(high.Value, column)}";
        return (from, to) switch
        {
            (null, null) => "known",
            (null, _) => to + unit,
            (_, null) => from + unit,
            _ => $"{from} and {to}{unit}",
        };
    }

    private static string Number(decimal number, FactType column) =>
        column is DateType ? DateOnly.FromDayNumber((int)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : ValueText.Number(number);

    private static string Word(object value, FactType column) => value switch
    {
        bool truth => truth ? "yes" : "no",
        string word when column is EnumType => ReadableWord.Of(word),
        _ => $"“{value}”",
    };
}
