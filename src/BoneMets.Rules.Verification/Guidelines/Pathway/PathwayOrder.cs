namespace BoneMets.Rules.Verification.Guidelines.Pathway;

/// <summary>
/// The order within rows, for few crossings: every slot moves towards the mean place of those that it is joined to, row by row, down and up, and
/// the best order seen is kept (barycentre heuristic). The same graph always gives the same order.
/// </summary>
internal static class PathwayOrder
{
    private const int Sweeps = 12;

    public static void Apply(List<List<PathwaySlot>> rows)
    {
        var best = Copy(rows);
        var fewest = Crossings(rows);
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            if (sweep % 2 == 0)
                for (var i = 1; i < rows.Count; i++) Sort(rows, i, rows[i - 1], s => s.Above);
            else
                for (var i = rows.Count - 2; i >= 0; i--) Sort(rows, i, rows[i + 1], s => s.Below);
            var crossings = Crossings(rows);
            if (crossings >= fewest) continue;
            (best, fewest) = (Copy(rows), crossings);
        }
        for (var i = 0; i < rows.Count; i++) rows[i] = best[i];
    }

    /// <summary>How many pairs of edges between neighbouring rows cross.</summary>
    public static int Crossings(IReadOnlyList<IReadOnlyList<PathwaySlot>> rows)
    {
        var crossings = 0;
        for (var i = 1; i < rows.Count; i++)
        {
            var places = Places(rows[i]);
            var ends = rows[i - 1].SelectMany((s, at) => s.Below.Select(b => (Upper: at, Lower: places[b]))).ToList();
            for (var a = 0; a < ends.Count; a++)
                for (var b = a + 1; b < ends.Count; b++)
                    if ((ends[a].Upper - ends[b].Upper) * (ends[a].Lower - ends[b].Lower) < 0) crossings++;
        }
        return crossings;
    }

    private static void Sort(List<List<PathwaySlot>> rows, int row, List<PathwaySlot> fixedRow, Func<PathwaySlot, List<PathwaySlot>> joined)
    {
        var places = Places(fixedRow);
        // Places are fractions of the row: rows differ in length.
        rows[row] = [.. rows[row].Select((slot, at) => (slot, Wish: joined(slot).Count == 0 ? (at + 0.5) / rows[row].Count : joined(slot).Average(j => (places[j] + 0.5) / fixedRow.Count)))
            .OrderBy(s => s.Wish).Select(s => s.slot)];
    }

    private static Dictionary<PathwaySlot, int> Places(IReadOnlyList<PathwaySlot> row) =>
        row.Index().ToDictionary(s => s.Item, s => s.Index);

    private static List<List<PathwaySlot>> Copy(List<List<PathwaySlot>> rows) => [.. rows.Select(r => r.ToList())];
}
