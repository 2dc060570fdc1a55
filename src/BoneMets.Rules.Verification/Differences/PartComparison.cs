namespace BoneMets.Rules.Verification.Differences;

/// <summary>Parts before and after, as the list of what differs: each part before those inside of it.</summary>
internal sealed class PartComparison
{
    private readonly List<PartDifference> found = [];

    private PartComparison()
    {
    }

    public static IReadOnlyList<PartDifference> Between(IReadOnlyList<PartGroup> before, IReadOnlyList<PartGroup> after)
    {
        var comparison = new PartComparison();
        comparison.Groups(before, after);
        return comparison.found;
    }

    private void Groups(IReadOnlyList<PartGroup> before, IReadOnlyList<PartGroup> after)
    {
        foreach (var (old, now) in Paired(before, after, g => g.Key))
        {
            IReadOnlyList<Part> was = old?.Parts ?? [], isNow = now?.Parts ?? [];
            foreach (var pair in PartAlignment.Of(was, isNow, (now ?? old)!.Matching)) Parts(pair, was, isNow);
        }
    }

    private void Parts(PartPair pair, IReadOnlyList<Part> was, IReadOnlyList<Part> isNow)
    {
        var (old, now) = (pair.Before, pair.After);
        var fields = Paired(old?.Fields ?? [], now?.Fields ?? [], f => f.Key).Where(f => f.Before?.Meaning != f.After?.Meaning).Select(f => Field(f.Before, f.After)).ToList();
        PartChange? kind = old is null ? PartChange.Added : now is null ? PartChange.Removed : fields.Count > 0 ? PartChange.Changed : pair.IsMoved ? PartChange.Moved : null;
        if (pair.IsMoved && PlaceOf(old!, was) is var from && PlaceOf(now!, isNow) is var to && from != to) fields.Add(new FieldDifference("place", "Place", from, to, null, null, false));
        var shown = (now ?? old)!;
        if (kind is { } change) found.Add(new PartDifference(change, shown.Of, shown.Name, shown.Title?.Invoke(), shown.Pointer, fields));
        Groups(TableColumns.Carried(old, now), now?.Groups ?? []);
    }

    private static FieldDifference Field(PartField? old, PartField? now)
    {
        var shown = (now ?? old)!;
        // Different values that read alike are shown as they are written.
        var isAlike = old is not null && now is not null && old.Text == now.Text;
        return new FieldDifference(
            shown.Name, shown.Label(), isAlike ? old!.Meaning : old?.Text, isAlike ? now!.Meaning : now?.Text, old?.Sentence?.Invoke(), now?.Sentence?.Invoke(), (now?.Sentence ?? old?.Sentence) is not null);
    }

    private static string PlaceOf(Part part, IReadOnlyList<Part> among)
    {
        var index = 0;
        while (!ReferenceEquals(among[index], part)) index++;
        return index == 0 ? "first" : $"after {among[index - 1].Name}";
    }

    private static IEnumerable<(T? Before, T? After)> Paired<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> keyOf) where T : class =>
        CommonSequence.Merged(before.Count, CommonSequence.ByOccurrence(before.Select(keyOf), after.Select(keyOf)))
            .Select(p => (p.Before < 0 ? null : before[p.Before], p.After < 0 ? null : after[p.After]));
}
