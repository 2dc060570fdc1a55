using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Evaluation;

/// <summary>
/// Values that are still possible, joined to one: a single value when all agree, a set, an interval when one of them is one, or unknown.
/// </summary>
internal static class Candidates
{
    /// <summary>A larger set of numbers becomes an interval, of anything else unknown.</summary>
    public const int Limit = 64;

    /// <summary>A value that is one of these; <paramref name="missing"/> are the facts that choose, besides those that a value itself misses. The first fault wins.</summary>
    public static Value Join(IEnumerable<Value> values, MissingFacts missing)
    {
        var contents = new List<object>();
        var seen = new HashSet<object>();
        var (anyUnknown, anyRange, numbers) = (false, false, true);
        decimal low = decimal.MaxValue, high = decimal.MinValue;
        foreach (var value in values)
        {
            if (value is FaultValue) return value;
            missing = missing.And(value.Missing);
            if (value is UnknownValue)
            {
                anyUnknown = true;
                continue;
            }
            if (TryBounds(value, out var l, out var h)) (low, high) = (Math.Min(low, l), Math.Max(high, h));
            else numbers = false;
            if (value is RangeValue) anyRange = true;
            else if (value is KnownValue known) Add(known.Content);
            else foreach (var candidate in ((OneOfValue)value).Candidates) Add(candidate);
        }
        if (anyUnknown || (contents.Count == 0 && !anyRange)) return new UnknownValue(missing);
        if (!anyRange && contents.Count == 1) return Known(contents[0]);
        if (anyRange || contents.Count > Limit) return numbers ? Range(low, high, missing) : new UnknownValue(missing);
        return contents.TrueForAll(IsScalar) ? new OneOfValue(contents, missing) : new UnknownValue(missing, Objects(contents));

        void Add(object content)
        {
            if (seen.Add(content)) contents.Add(content);
        }
    }

    public static Value Range(decimal low, decimal high, MissingFacts missing) =>
        low == high ? new KnownValue(low) : new RangeValue(low, high, missing);

    /// <summary>What an element adds to a sum when it may or may not belong: nothing or its value.</summary>
    public static Value OrZero(Value value, MissingFacts uncertain) =>
        TryBounds(value, out var low, out var high)
            ? Range(Math.Min(low, 0), Math.Max(high, 0), uncertain.And(value.Missing))
            : value is FaultValue ? value : new UnknownValue(uncertain.And(value.Missing));

    /// <summary>The least and the greatest number that the value can be; false for unknown and for anything that is no number.</summary>
    public static bool TryBounds(Value value, out decimal low, out decimal high)
    {
        switch (value)
        {
            case KnownValue { Content: decimal number }:
                (low, high) = (number, number);
                return true;
            case RangeValue range:
                (low, high) = (range.Low, range.High);
                return true;
            case OneOfValue { Candidates: [decimal first, ..] candidates }:
                (low, high) = (first, first);
                foreach (var candidate in candidates) (low, high) = (Math.Min(low, (decimal)candidate), Math.Max(high, (decimal)candidate));
                return true;
            default:
                (low, high) = (0, 0);
                return false;
        }
    }

    public static KnownValue Known(object content) => content is bool truth ? Value.Of(truth) : new KnownValue(content);

    private static IReadOnlyList<Value>? Objects(List<object> contents) => contents[0] is FactFrame ? [.. contents.Select(c => new KnownValue(c))] : null;

    /// <summary>Booleans are none: true or false is all that is possible, so they are unknown.</summary>
    private static bool IsScalar(object content) => content is decimal or string or DateOnly;
}
