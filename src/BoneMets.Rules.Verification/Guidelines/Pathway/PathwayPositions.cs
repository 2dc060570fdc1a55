namespace BoneMets.Rules.Verification.Guidelines.Pathway;

/// <summary>
/// Where the slots of each row stand, once their order is settled: as near as possible to the middle of what they are joined to (least squares),
/// without overlapping, within the width of the widest row.
/// </summary>
internal static class PathwayPositions
{
    private const int Sweeps = 8;

    /// <summary>A passage should be straight; a node may stand a little aside.</summary>
    private const double WeightOfPassage = 4;

    /// <summary>The width of the drawing.</summary>
    public static double Apply(IReadOnlyList<IReadOnlyList<PathwaySlot>> rows)
    {
        var width = rows.Select(r => Offsets(r)[^1] + (r[^1].Width / 2)).DefaultIfEmpty(0).Max();
        foreach (var row in rows) Place(row, [.. row.Select(_ => width / 2)], width);
        for (var sweep = 0; sweep < Sweeps; sweep++)
            foreach (var row in sweep % 2 == 0 ? rows : rows.Reverse())
                Place(row, [.. row.Select(s => Wish(s, sweep % 2 == 0 ? s.Above : s.Below, width))], width);
        return width;
    }

    private static double Wish(PathwaySlot slot, List<PathwaySlot> joined, double width) => joined.Count > 0 ? joined.Average(j => j.X) : slot.X > 0 ? slot.X : width / 2;

    /// <summary>
    /// Without the least distances between neighbours, which are taken off first, the places only have to ascend: then the means of blocks that
    /// would descend are the best ones (pool adjacent violators).
    /// </summary>
    private static void Place(IReadOnlyList<PathwaySlot> row, IReadOnlyList<double> wishes, double width)
    {
        var offsets = Offsets(row);
        var blocks = new List<(double Sum, double Weight, int Count)>();
        for (var i = 0; i < row.Count; i++)
        {
            var weight = row[i].IsNode ? 1 : WeightOfPassage;
            var block = (Sum: (wishes[i] - offsets[i]) * weight, Weight: weight, Count: 1);
            while (blocks.Count > 0 && blocks[^1].Sum / blocks[^1].Weight > block.Sum / block.Weight)
            {
                block = (block.Sum + blocks[^1].Sum, block.Weight + blocks[^1].Weight, block.Count + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }
            blocks.Add(block);
        }
        var room = width - offsets[^1] - (row[^1].Width / 2);
        var at = 0;
        foreach (var (sum, weight, count) in blocks)
            for (var i = 0; i < count; i++, at++) row[at].X = Math.Clamp(sum / weight, 0, room) + offsets[at];
    }

    /// <summary>The places when everything stands as far left as it can.</summary>
    private static double[] Offsets(IReadOnlyList<PathwaySlot> row)
    {
        var offsets = new double[row.Count];
        for (var i = 0; i < row.Count; i++)
            offsets[i] = i == 0 ? row[i].Width / 2 : offsets[i - 1] + ((row[i - 1].Width + row[i].Width) / 2) + (row[i].IsNode && row[i - 1].IsNode ? PathwayBox.Gap : PathwayBox.GapAtPassage);
        return offsets;
    }
}
