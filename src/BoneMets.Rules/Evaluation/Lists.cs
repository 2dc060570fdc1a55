using BoneMets.Rules.Language;

namespace BoneMets.Rules.Evaluation;

/// <summary>What the elements of a list, some of which may not belong to it, come to together. None of them is a fault.</summary>
internal static class Lists
{
    public static Value Sum(IEnumerable<ListItem> items)
    {
        Value total = new KnownValue(0m);
        foreach (var item in items)
        {
            total = Arithmetic.Apply(ArithmeticOperator.Add, total, item.IsCertain ? item.Value : Candidates.OrZero(item.Value, item.Uncertain));
            if (total is FaultValue) return total;
        }
        return total;
    }

    /// <summary>An element that may not belong can only move the end that it would improve. Of no element at all the extreme is unknown.</summary>
    public static Value Extreme(bool greatest, IReadOnlyList<ListItem> items, bool isNeverEmpty = false)
    {
        if (items.Count == 0) return new UnknownValue(MissingFacts.None);
        var certain = items.Where(i => i.IsCertain).Select(i => i.Value).ToList();
        var missing = Missing(items);
        if (certain.Count == items.Count) return Arithmetic.Extreme(greatest, certain);
        if (certain.Count == 0 && !isNeverEmpty) return new UnknownValue(missing);
        decimal low = decimal.MaxValue, high = decimal.MinValue;
        foreach (var item in items)
        {
            if (!Candidates.TryBounds(item.Value, out var l, out var h)) return new UnknownValue(missing);
            (low, high) = (Math.Min(low, l), Math.Max(high, h));
        }
        if (certain.Count == 0) return Candidates.Range(low, high, missing);
        Candidates.TryBounds(Arithmetic.Extreme(greatest, certain), out var certainLow, out var certainHigh);
        return greatest ? Candidates.Range(certainLow, high, missing) : Candidates.Range(low, certainHigh, missing);
    }

    public static Value Average(IReadOnlyList<ListItem> items)
    {
        if (items.Any(i => !i.IsCertain)) return new UnknownValue(Missing(items));
        return items.Count == 0
            ? new UnknownValue(MissingFacts.None)
            : Arithmetic.Apply(ArithmeticOperator.Divide, Sum(items), new KnownValue((decimal)items.Count));
    }

    /// <summary>Each value once, the first of equal ones.</summary>
    public static Value Distinct(IReadOnlyList<ListItem> items)
    {
        if (!IsDecided(items)) return new UnknownValue(Missing(items));
        var seen = new HashSet<object>();
        return new KnownValue(new ListValue([.. items.Where(i => seen.Add(((KnownValue)i.Value).Content))]));
    }

    /// <summary>Every element belongs and is a single known value.</summary>
    public static bool IsDecided(IReadOnlyList<ListItem> items) => items.All(i => i.IsCertain && i.Value.IsKnown);

    /// <summary>All that decides which elements belong and what they are.</summary>
    public static MissingFacts Missing(IEnumerable<ListItem> items) =>
        items.Aggregate(MissingFacts.None, (all, i) => all.And(i.Uncertain).And(i.Value.Missing));
}
