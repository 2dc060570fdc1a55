namespace BoneMets.Rules.Verification.Traceability;

/// <summary>Ordinal, but a run of digits counts as the number that it spells: S2, S10, S10a.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static readonly NaturalOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var a = x.AsSpan();
        var b = y.AsSpan();
        while (a.Length > 0 && b.Length > 0)
        {
            var (numberA, numberB) = (Digits(a), Digits(b));
            var order = numberA > 0 && numberB > 0 ? CompareNumbers(a[..numberA], b[..numberB]) : a[0].CompareTo(b[0]);
            if (order != 0) return order;
            a = a[Math.Max(numberA, 1)..];
            b = b[Math.Max(numberB, 1)..];
        }
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(x, y);
    }

    private static int CompareNumbers(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a.TrimStart('0');
        b = b.TrimStart('0');
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.SequenceCompareTo(b);
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
