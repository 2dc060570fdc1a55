namespace BoneMets.Rules.Verification.Guidelines.Pathway;

/// <summary>A node's place: its upper left corner, and the lines of its title as they fit.</summary>
internal sealed record PathwayBox(PathwayNode Node, double X, double Y, double Height, IReadOnlyList<string> Lines)
{
    public const double Width = 220;
    public const double PassageWidth = 4;
    public const double Gap = 24;
    public const double GapAtPassage = 16;
    public const double Padding = 12;
    public const double TitleSize = 14;
    public const double LineHeight = 18;

    /// <summary>Of the line that counts the rules, with what is free above it.</summary>
    public const double CountHeight = 20;

    private const int MostLines = 4;

    public static IReadOnlyList<string> LinesOf(PathwayNode node) => TextLines.Wrap(node.Title, Width - (2 * Padding), TitleSize, MostLines);

    public static double HeightOf(int lines) => (2 * Padding) + (lines * LineHeight) + CountHeight - 4;
}

/// <summary>An edge's way through the drawing: from the first point curves and straight pieces in turn, each running down (or all of them up).</summary>
internal sealed record PathwayCurve(PathwayEdge Edge, IReadOnlyList<(double X, double Y)> Points);

/// <summary>A pathway graph drawn from top to bottom: what builds on others above, what they build on below.</summary>
internal sealed record PathwayLayout(double Width, double Height, IReadOnlyList<PathwayBox> Boxes, IReadOnlyList<PathwayCurve> Curves, double? AloneFrom)
{
    private const double Margin = 6;
    private const double RowGap = 64;
    private const double AloneGap = 40;

    /// <summary>Between the arrow heads of edges that end at one node.</summary>
    private const double PortGap = 16;

    public static PathwayLayout Of(PathwayGraph graph)
    {
        var rows = PathwayRows.Of(graph);
        PathwayOrder.Apply(rows.Rows);
        var alone = PathwayRows.Wrapped(rows.Alone).ToList();
        var width = Math.Max(PathwayPositions.Apply(rows.Rows), WidthOf(alone.Select(r => r.Count).DefaultIfEmpty(0).Max()));
        var lines = graph.Nodes.Select(PathwayBox.LinesOf).ToList();
        var boxes = new List<PathwayBox>();
        var edges = new List<(double Top, double Bottom)>();
        var y = Margin;
        foreach (var row in rows.Rows)
        {
            var height = HeightOf(row.Where(s => s.IsNode).Select(s => s.Source));
            boxes.AddRange(row.Where(s => s.IsNode).Select(s => Box(s.Source, s.X - (PathwayBox.Width / 2), height)));
            edges.Add((y, y + height));
            y += height + RowGap;
        }
        y = edges.Count == 0 ? y : edges[^1].Bottom + AloneGap;
        double? aloneFrom = alone.Count > 0 && edges.Count > 0 ? y : null;
        foreach (var row in alone)
        {
            var height = HeightOf(row);
            boxes.AddRange(row.Select((n, i) => Box(n, i * (PathwayBox.Width + PathwayBox.Gap), height)));
            y += height + PathwayBox.Gap;
        }
        var bottom = boxes.Select(b => b.Y + b.Height).DefaultIfEmpty(0).Max();
        return new PathwayLayout(width + (2 * Margin), bottom + Margin, boxes, CurvesOf(rows, edges), aloneFrom);

        double HeightOf(IEnumerable<int> nodes) => PathwayBox.HeightOf(nodes.Max(n => lines[n].Count));
        PathwayBox Box(int node, double x, double height) => new(graph.Nodes[node], Margin + x, y, height, lines[node]);
    }

    private static double WidthOf(int nodes) => nodes == 0 ? 0 : (nodes * (PathwayBox.Width + PathwayBox.Gap)) - PathwayBox.Gap;

    private static IReadOnlyList<PathwayCurve> CurvesOf(PathwayRows rows, List<(double Top, double Bottom)> edges)
    {
        return [.. rows.Ways.Select(w => new PathwayCurve(w.Edge, Points(w.Way)))];

        IReadOnlyList<(double, double)> Points(IReadOnlyList<PathwaySlot> way)
        {
            var isDown = way[0].Row < way[^1].Row;
            var downwards = isDown ? way : [.. way.Reverse()];
            var points = new List<(double X, double Y)>();
            for (var i = 0; i < downwards.Count; i++)
            {
                var (slot, (top, bottom)) = (downwards[i], edges[downwards[i].Row]);
                if (i > 0) points.Add((Margin + slot.X + (slot.IsNode ? Port(downwards[i - 1], slot) : 0), top));
                if (i < downwards.Count - 1) points.Add((Margin + slot.X, bottom));
            }
            if (!isDown) points.Reverse();
            return points;
        }
    }

    /// <summary>Edges come in beside each other, in the order in which they come.</summary>
    private static double Port(PathwaySlot from, PathwaySlot to)
    {
        var ordered = to.Above.OrderBy(a => a.X).ToList();
        var gap = Math.Min(PortGap, (PathwayBox.Width - (4 * PathwayBox.Padding)) / ordered.Count);
        return (ordered.IndexOf(from) - ((ordered.Count - 1) / 2.0)) * gap;
    }
}
