namespace BoneMets.Rules.Verification.Differences;

/// <summary>What two sequences have in common, in order.</summary>
internal static class CommonSequence
{
    /// <summary>Up to this many pairs the longest common sequence is found exactly.</summary>
    public const int MostPairs = 4_000_000;

    /// <summary>For each element of the second its partner in the first, or −1; partners are equal and follow each other in the same order.</summary>
    public static int[] Of(int[] before, int[] after)
    {
        var partner = Unpaired(after.Length);
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start]) partner[start] = start++;
        var (endBefore, endAfter) = (before.Length, after.Length);
        while (endBefore > start && endAfter > start && before[endBefore - 1] == after[endAfter - 1]) partner[--endAfter] = --endBefore;
        var middle = (long)(endBefore - start) * (endAfter - start) <= MostPairs
            ? Longest(before.AsSpan(start..endBefore), after.AsSpan(start..endAfter))
            : Increasing(ByOccurrence(before[start..endBefore], after[start..endAfter]));
        for (var i = 0; i < middle.Length; i++)
            if (middle[i] >= 0) partner[start + i] = start + middle[i];
        return partner;
    }

    /// <summary>The first of one with the first of the other, the second with the second.</summary>
    public static int[] ByOccurrence<T>(IEnumerable<T> before, IEnumerable<T> after) where T : notnull
    {
        var places = new Dictionary<T, Queue<int>>();
        foreach (var (place, element) in before.Index())
        {
            if (!places.TryGetValue(element, out var queue)) places[element] = queue = [];
            queue.Enqueue(place);
        }
        return [.. after.Select(a => places.TryGetValue(a, out var queue) && queue.TryDequeue(out var place) ? place : -1)];
    }

    /// <summary>Both sequences as one, in the order of the second; what has no partner in it stands behind what it stood behind. −1 where there is none.</summary>
    public static IEnumerable<(int Before, int After)> Merged(int before, int[] partner)
    {
        var taken = partner.Where(p => p >= 0).ToHashSet();
        for (var i = -1; i < partner.Length; i++)
        {
            if (i >= 0) yield return (partner[i], i);
            if (i >= 0 && partner[i] < 0) continue;
            for (var gone = i < 0 ? 0 : partner[i] + 1; gone < before && !taken.Contains(gone); gone++) yield return (gone, -1);
        }
    }

    /// <summary>The most of these partners that stand in order; the others are −1.</summary>
    public static int[] Increasing(int[] partner)
    {
        var (tails, previous) = (new List<int>(), Unpaired(partner.Length));
        for (var i = 0; i < partner.Length; i++)
        {
            if (partner[i] < 0) continue;
            var (low, high) = (0, tails.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (partner[tails[middle]] < partner[i]) low = middle + 1;
                else high = middle;
            }
            previous[i] = low == 0 ? -1 : tails[low - 1];
            if (low == tails.Count) tails.Add(i);
            else tails[low] = i;
        }
        var kept = Unpaired(partner.Length);
        for (var i = tails.Count == 0 ? -1 : tails[^1]; i >= 0; i = previous[i]) kept[i] = partner[i];
        return kept;
    }

    private static int[] Unpaired(int count)
    {
        var partner = new int[count];
        Array.Fill(partner, -1);
        return partner;
    }

    private static int[] Longest(ReadOnlySpan<int> before, ReadOnlySpan<int> after)
    {
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
            for (var j = after.Length - 1; j >= 0; j--)
                lengths[i, j] = before[i] == after[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        var partner = Unpaired(after.Length);
        for (int i = 0, j = 0; i < before.Length && j < after.Length;)
        {
            if (before[i] == after[j]) partner[j++] = i++;
            else if (lengths[i + 1, j] >= lengths[i, j + 1]) i++;
            else j++;
        }
        return partner;
    }
}
