using BoneMets.Rules.Language;

namespace BoneMets.Rules.Evaluation;

/// <summary>A comparison is decided when it comes out the same for every value that either side can still have.</summary>
internal static class Comparisons
{
    public static Value Compare(ComparisonOperator op, Value left, Value right)
    {
        if (left is FaultValue) return left;
        if (right is FaultValue) return right;
        if (left is UnknownValue || right is UnknownValue) return new UnknownValue(left.Missing.And(right.Missing));
        var outcome = op switch
        {
            ComparisonOperator.Equal => AreEqual(left, right),
            ComparisonOperator.NotEqual => !AreEqual(left, right),
            ComparisonOperator.Less => IsLess(left, right),
            ComparisonOperator.GreaterOrEqual => !IsLess(left, right),
            ComparisonOperator.Greater => IsLess(right, left),
            _ => !IsLess(right, left),
        };
        return Kleene.Of(outcome, left.Missing.And(right.Missing));
    }

    /// <summary>The order of two contents of one kind: numbers, dates, texts and words by their characters, false before true.</summary>
    public static int Order(object left, object right) => (left, right) switch
    {
        (decimal a, decimal b) => a.CompareTo(b),
        (string a, string b) => string.CompareOrdinal(a, b),
        (DateOnly a, DateOnly b) => a.CompareTo(b),
        (bool a, bool b) => a.CompareTo(b),
        _ => throw new InvalidOperationException($"the binder let {left.GetType().Name} meet {right.GetType().Name}"),
    };

    private static bool? IsLess(Value left, Value right)
    {
        var (leftLeast, leftMost) = Ends(left);
        var (rightLeast, rightMost) = Ends(right);
        if (Order(leftMost, rightLeast) < 0) return true;
        return Order(leftLeast, rightMost) >= 0 ? false : null;
    }

    private static bool? AreEqual(Value left, Value right)
    {
        if (left is KnownValue a && right is KnownValue b) return a.Content.Equals(b.Content);
        if (left is RangeValue leftRange) return Overlaps(leftRange, right) ? null : false;
        if (right is RangeValue rightRange) return Overlaps(rightRange, left) ? null : false;
        var rights = Members(right);
        return Members(left).Any(rights.Contains) ? null : false;
    }

    private static bool Overlaps(RangeValue range, Value other) => other is RangeValue that
        ? range.Low <= that.High && that.Low <= range.High
        : Members(other).Any(m => m is decimal number && range.Low <= number && number <= range.High);

    private static IReadOnlyList<object> Members(Value value) => value is OneOfValue set ? set.Candidates : [((KnownValue)value).Content];

    private static (object Least, object Most) Ends(Value value)
    {
        if (value is KnownValue known) return (known.Content, known.Content);
        if (value is RangeValue range) return (range.Low, range.High);
        var candidates = ((OneOfValue)value).Candidates;
        var (least, most) = (candidates[0], candidates[0]);
        foreach (var candidate in candidates)
        {
            if (Order(candidate, least) < 0) least = candidate;
            if (Order(candidate, most) > 0) most = candidate;
        }
        return (least, most);
    }
}
