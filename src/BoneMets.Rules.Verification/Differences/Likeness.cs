namespace BoneMets.Rules.Verification.Differences;

/// <summary>Which of the parts that were taken away came back changed: those that share at least half of what they say.</summary>
internal sealed class Likeness
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>Pairs in order, so that together they share the most.</summary>
    public IReadOnlyList<(int Before, int After)> Pairs(IReadOnlyList<Part> before, IReadOnlyList<Part> after)
    {
        if (before.Count == 0 || after.Count == 0) return [];
        var (old, now) = (before.Select(PiecesOf).ToList(), after.Select(PiecesOf).ToList());
        if ((long)old.Count * now.Count > CommonSequence.MostPairs)
            return [.. Enumerable.Range(0, Math.Min(old.Count, now.Count)).Where(i => Shared(old[i], now[i]) > 0).Select(i => (i, i))];
        var best = new float[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
            for (var j = now.Count - 1; j >= 0; j--)
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), Shared(old[i], now[j]) is > 0 and var shared ? shared + best[i + 1, j + 1] : 0);
        var pairs = new List<(int, int)>();
        for (int i = 0, j = 0; i < old.Count && j < now.Count;)
        {
            if (Shared(old[i], now[j]) is > 0 and var shared && best[i, j] == shared + best[i + 1, j + 1]) pairs.Add((i++, j++));
            else if (best[i, j] == best[i + 1, j]) i++;
            else j++;
        }
        return pairs;
    }

    /// <summary>From a half to 1, the share of pieces in common; 0 when it is less.</summary>
    private static float Shared(int[] a, int[] b)
    {
        var common = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j]) (common, i, j) = (common + 1, i + 1, j + 1);
            else if (a[i] < b[j]) i++;
            else j++;
        }
        var share = a.Length + b.Length == 0 ? 1 : 2f * common / (a.Length + b.Length);
        return share >= 0.5f ? share : 0;
    }

    private int[] PiecesOf(Part part)
    {
        var pieces = part.Pieces.Select(p => numbers.TryGetValue(p, out var known) ? known : numbers[p] = numbers.Count).ToArray();
        Array.Sort(pieces);
        return pieces;
    }
}
