namespace BoneMets.Rules.Language;

/// <summary>A set of known values of one type, exact: what a pattern matches. Sets of different kinds never meet.</summary>
public abstract class ValueSet
{
    public abstract bool Contains(object value);
    public abstract ValueSet Complement();
    public abstract ValueSet Union(ValueSet other);
    public abstract ValueSet Intersect(ValueSet other);
    public abstract bool IsEmpty { get; }
}

/// <summary>Texts, enumeration words or booleans: the listed ones, or all but the listed ones. With a closed <see cref="Domain"/> (enumeration, boolean) never inverted.</summary>
public sealed class WordSet : ValueSet
{
    private WordSet(IEnumerable<object> values, bool inverted, IReadOnlyList<object>? domain)
    {
        var set = values.ToHashSet();
        if (inverted && domain is not null) (set, inverted) = (domain.Where(v => !set.Contains(v)).ToHashSet(), false);
        (Values, IsInverted, Domain) = (set, inverted, domain);
    }

    public IReadOnlySet<object> Values { get; }
    public bool IsInverted { get; }
    public IReadOnlyList<object>? Domain { get; }

    public override bool IsEmpty => !IsInverted && Values.Count == 0;

    public static WordSet Of(IReadOnlyList<object>? domain, params IEnumerable<object> values) => new(values, false, domain);

    public static WordSet All(IReadOnlyList<object>? domain) => new([], true, domain);

    public override bool Contains(object value) => Values.Contains(value) != IsInverted;

    public override ValueSet Complement() => new WordSet(Values, !IsInverted, Domain);

    public override ValueSet Union(ValueSet other) => Complement().Intersect(other.Complement()).Complement();

    public override ValueSet Intersect(ValueSet other)
    {
        var that = (WordSet)other;
        return (IsInverted, that.IsInverted) switch
        {
            (false, _) => new WordSet(Values.Where(that.Contains), false, Domain),
            (true, false) => new WordSet(that.Values.Where(Contains), false, Domain),
            (true, true) => new WordSet(Values.Concat(that.Values), true, Domain),
        };
    }
}

/// <summary>One end of an interval; null value = unbounded.</summary>
public readonly record struct Bound(decimal? Value, bool Inclusive)
{
    public static readonly Bound Open = new(null, false);
}

/// <summary>A non-empty interval of decimals.</summary>
public readonly record struct Interval(Bound Low, Bound High)
{
    public bool Contains(decimal value) =>
        (Low.Value is not { } low || (Low.Inclusive ? value >= low : value > low)) &&
        (High.Value is not { } high || (High.Inclusive ? value <= high : value < high));
}

/// <summary>
/// Numbers (or dates by day number): sorted, disjoint intervals. For whole numbers the ends are whole and inclusive, so that
/// <c>&gt; 8 and &lt; 9</c> is empty there.
/// </summary>
public sealed class NumberSet : ValueSet
{
    private NumberSet(IReadOnlyList<Interval> intervals, bool integers) => (Intervals, Integers) = (intervals, integers);

    public IReadOnlyList<Interval> Intervals { get; }
    public bool Integers { get; }

    public override bool IsEmpty => Intervals.Count == 0;

    public static NumberSet All(bool integers) => new([new Interval(Bound.Open, Bound.Open)], integers);

    public static NumberSet Empty(bool integers) => new([], integers);

    public static NumberSet Of(bool integers, Interval interval) => Empty(integers).Normalized([interval]);

    public static NumberSet Single(bool integers, decimal value) => Of(integers, new Interval(new Bound(value, true), new Bound(value, true)));

    /// <summary>What is no number and no date is in no such set.</summary>
    public override bool Contains(object value) => value is DateOnly date ? Contains(date.DayNumber) : value is decimal number && Contains(number);

    public bool Contains(decimal value)
    {
        foreach (var interval in Intervals)
            if (interval.Contains(value)) return true;
        return false;
    }

    /// <summary>Whether all members of the closed interval are in the set, none is, or some are (null).</summary>
    public bool? ContainsAll(decimal low, decimal high)
    {
        var asked = Normalized([new Interval(new Bound(low, true), new Bound(high, true))]);
        var common = (NumberSet)Intersect(asked);
        if (common.IsEmpty) return false;
        return common.Intervals.Count == 1 && common.Intervals[0] == asked.Intervals[0] ? true : null;
    }

    public override ValueSet Complement()
    {
        var result = new List<Interval>();
        var low = Bound.Open;
        foreach (var interval in Intervals)
        {
            if (interval.Low.Value is { } start) result.Add(new Interval(low, new Bound(start, !interval.Low.Inclusive)));
            if (interval.High.Value is not { } end) return Normalized(result);
            low = new Bound(end, !interval.High.Inclusive);
        }
        result.Add(new Interval(low, Bound.Open));
        return Normalized(result);
    }

    public override ValueSet Union(ValueSet other) => Normalized([.. Intervals, .. ((NumberSet)other).Intervals]);

    public override ValueSet Intersect(ValueSet other)
    {
        var result = new List<Interval>();
        foreach (var a in Intervals)
            foreach (var b in ((NumberSet)other).Intervals)
                result.Add(new Interval(CompareLow(a.Low, b.Low) >= 0 ? a.Low : b.Low, CompareHigh(a.High, b.High) <= 0 ? a.High : b.High));
        return Normalized(result);
    }

    private NumberSet Normalized(IEnumerable<Interval> intervals)
    {
        var sorted = intervals.Select(Whole).Where(IsNotEmpty).ToList();
        sorted.Sort((a, b) => CompareLow(a.Low, b.Low));
        var merged = new List<Interval>();
        foreach (var next in sorted)
        {
            if (merged.Count > 0 && Touches(merged[^1].High, next.Low))
                merged[^1] = merged[^1] with { High = CompareHigh(merged[^1].High, next.High) >= 0 ? merged[^1].High : next.High };
            else merged.Add(next);
        }
        return new NumberSet(merged, Integers);
    }

    private Interval Whole(Interval interval)
    {
        if (!Integers) return interval;
        return new Interval(Low(interval.Low), High(interval.High));

        // Beyond the largest and the smallest number there is no next one: such a bound stays as it is, and no number lies behind it.
        static Bound Low(Bound bound) => bound switch
        {
            { Value: not { } } or { Inclusive: false, Value: decimal.MaxValue } => bound,
            { Value: { } low } when decimal.Floor(low) == low => new Bound(bound.Inclusive ? low : low + 1, true),
            { Value: { } low } => new Bound(decimal.Ceiling(low), true),
        };

        static Bound High(Bound bound) => bound switch
        {
            { Value: not { } } or { Inclusive: false, Value: decimal.MinValue } => bound,
            { Value: { } high } when decimal.Floor(high) == high => new Bound(bound.Inclusive ? high : high - 1, true),
            { Value: { } high } => new Bound(decimal.Floor(high), true),
        };
    }

    private static bool IsNotEmpty(Interval i) =>
        i.Low.Value is not { } low || i.High.Value is not { } high || low < high || (low == high && i.Low.Inclusive && i.High.Inclusive);

    private bool Touches(Bound high, Bound low)
    {
        if (high.Value is not { } h || low.Value is not { } l) return true;
        return l < h || (l == h && (high.Inclusive || low.Inclusive)) || (Integers && l > decimal.MinValue && l - 1 == h);
    }

    private static int CompareLow(Bound a, Bound b)
    {
        if (a.Value is not { } x) return b.Value is null ? 0 : -1;
        if (b.Value is not { } y) return 1;
        return x != y ? x.CompareTo(y) : b.Inclusive.CompareTo(a.Inclusive);
    }

    private static int CompareHigh(Bound a, Bound b)
    {
        if (a.Value is not { } x) return b.Value is null ? 0 : 1;
        if (b.Value is not { } y) return -1;
        return x != y ? x.CompareTo(y) : a.Inclusive.CompareTo(b.Inclusive);
    }
}
