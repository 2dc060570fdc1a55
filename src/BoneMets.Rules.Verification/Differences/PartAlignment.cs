namespace BoneMets.Rules.Verification.Differences;

/// <summary>A part before and after; null where it is not there.</summary>
internal readonly record struct PartPair(Part? Before, Part? After, bool IsMoved);

/// <summary>
/// Which part is which: by name or key, or by the best alignment of what they say; what is left over between two that are the same is paired
/// when it is alike (renamed, or with other cells).
/// </summary>
internal static class PartAlignment
{
    /// <summary>In the order of the new list, removed ones after what they stood behind.</summary>
    public static IReadOnlyList<PartPair> Of(IReadOnlyList<Part> before, IReadOnlyList<Part> after, PartMatching matching)
    {
        var numbers = new Dictionary<(bool, string), int>();
        int NumberOf(Part part)
        {
            var key = matching == PartMatching.ByContent || part.Id is null ? (false, part.Meaning) : (true, part.Id.Value.Text);
            return numbers.TryGetValue(key, out var known) ? known : numbers[key] = numbers.Count;
        }
        int[] old = [.. before.Select(NumberOf)], now = [.. after.Select(NumberOf)];
        var spine = matching == PartMatching.ByContent ? CommonSequence.Of(old, now) : CommonSequence.Increasing(CommonSequence.ByOccurrence(old, now));
        var partner = matching == PartMatching.ByContent ? WithMoved(spine, old, now) : CommonSequence.ByOccurrence(old, now);
        var isMoved = partner.Select((p, i) => matching != PartMatching.ByKey && p >= 0 && spine[i] < 0).ToArray();
        if (matching != PartMatching.ByKey) PairAlike(before, after, spine, partner);
        if (matching == PartMatching.ByName) PairRenamed(before, after, partner, isMoved);
        return [.. CommonSequence.Merged(before.Count, partner).Select(p => new PartPair(p.Before < 0 ? null : before[p.Before], p.After < 0 ? null : after[p.After], p.After >= 0 && isMoved[p.After]))];
    }

    /// <summary>The same content at another place.</summary>
    private static int[] WithMoved(int[] spine, int[] old, int[] now)
    {
        var taken = spine.Where(p => p >= 0).ToHashSet();
        int[] leftOld = [.. Enumerable.Range(0, old.Length).Where(i => !taken.Contains(i))], leftNow = [.. Enumerable.Range(0, now.Length).Where(i => spine[i] < 0)];
        var found = CommonSequence.ByOccurrence(leftOld.Select(i => old[i]), leftNow.Select(i => now[i]));
        var partner = (int[])spine.Clone();
        for (var i = 0; i < found.Length; i++)
            if (found[i] >= 0) partner[leftNow[i]] = leftOld[found[i]];
        return partner;
    }

    /// <summary>What has another name and another place, and is the same otherwise.</summary>
    private static void PairRenamed(IReadOnlyList<Part> before, IReadOnlyList<Part> after, int[] partner, bool[] isMoved)
    {
        var taken = partner.Where(p => p >= 0).ToHashSet();
        int[] gone = [.. Enumerable.Range(0, before.Count).Where(i => !taken.Contains(i) && before[i].Pieces.Any())], come = [.. Enumerable.Range(0, after.Count).Where(i => partner[i] < 0 && after[i].Pieces.Any())];
        string Said(Part part) => string.Join('\n', part.Pieces.Order(StringComparer.Ordinal));
        var found = CommonSequence.ByOccurrence(gone.Select(i => Said(before[i])), come.Select(i => Said(after[i])));
        for (var i = 0; i < found.Length; i++)
            if (found[i] >= 0) (partner[come[i]], isMoved[come[i]]) = (gone[found[i]], true);
    }

    private static void PairAlike(IReadOnlyList<Part> before, IReadOnlyList<Part> after, int[] spine, int[] partner)
    {
        var likeness = new Likeness();
        var taken = partner.Where(p => p >= 0).ToHashSet();
        var (startOld, startNow) = (0, 0);
        for (var i = 0; i <= after.Count; i++)
        {
            if (i < after.Count && spine[i] < 0) continue;
            var endOld = i < after.Count ? spine[i] : before.Count;
            int[] gone = [.. Enumerable.Range(startOld, endOld - startOld).Where(o => !taken.Contains(o))], come = [.. Enumerable.Range(startNow, i - startNow).Where(n => partner[n] < 0)];
            foreach (var (o, n) in likeness.Pairs([.. gone.Select(o => before[o])], [.. come.Select(n => after[n])])) partner[come[n]] = gone[o];
            (startOld, startNow) = (endOld + 1, i + 1);
        }
    }
}
