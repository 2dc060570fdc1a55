namespace BoneMets.Rules.Verification.Guidelines.Pathway;

/// <summary>A place in a row of the drawing: a node, or the gap through which all edges of one node pass the row.</summary>
/// <param name="source">The node, or whose edges pass.</param>
internal sealed class PathwaySlot(int row, int source, bool isNode)
{
    public int Row { get; } = row;

    public int Source { get; } = source;

    public bool IsNode { get; } = isNode;

    public double Width => IsNode ? PathwayBox.Width : PathwayBox.PassageWidth;

    /// <summary>Joined to it in the row above and in the row below.</summary>
    public List<PathwaySlot> Above { get; } = [];

    public List<PathwaySlot> Below { get; } = [];

    /// <summary>Its middle.</summary>
    public double X { get; set; }
}

/// <summary>
/// The rows of the drawing: every node stands below all that build on it (the longest way decides), and what would make a row too wide goes into
/// further rows. Edges that run past a row have a slot of their own there, one for all of the same node, so that no edge runs over a node.
/// </summary>
internal sealed class PathwayRows
{
    /// <summary>As many as a page is wide.</summary>
    public const int Widest = 4;

    private PathwayRows(List<List<PathwaySlot>> rows, IReadOnlyList<(PathwayEdge Edge, IReadOnlyList<PathwaySlot> Way)> ways, IReadOnlyList<int> alone) =>
        (Rows, Ways, Alone) = (rows, ways, alone);

    public List<List<PathwaySlot>> Rows { get; }

    /// <summary>The slots from each edge's start to its end.</summary>
    public IReadOnlyList<(PathwayEdge Edge, IReadOnlyList<PathwaySlot> Way)> Ways { get; }

    /// <summary>Nodes without an edge; they are in no row.</summary>
    public IReadOnlyList<int> Alone { get; }

    public static PathwayRows Of(PathwayGraph graph)
    {
        var edges = graph.Edges.Where(e => e.From != e.To).ToList();
        var joined = edges.SelectMany(e => (int[])[e.From, e.To]).ToHashSet();
        var users = edges.Select(e => e.From).ToHashSet();
        var rows = new List<List<PathwaySlot>>();
        var nodes = new Dictionary<int, PathwaySlot>();
        // In the order in which authors name them, as a pathway goes; first what builds on nothing, so that the others stand next to what they build on.
        var named = edges.Select(e => e.To).Distinct().Index().ToDictionary(n => n.Item, n => n.Index);
        foreach (var level in Levels(joined.Order(), edges).GroupBy(l => l.Level, l => l.Node).OrderBy(g => g.Key))
            foreach (var row in Wrapped([.. level.OrderBy(users.Contains).ThenBy(n => named.GetValueOrDefault(n)).ThenBy(n => n)]))
                rows.Add([.. row.Select(n => nodes[n] = new PathwaySlot(rows.Count, n, isNode: true))]);
        var passages = new Dictionary<(int Source, int Row), PathwaySlot>();
        var ways = edges.Select(e => (e, (IReadOnlyList<PathwaySlot>)Way(nodes[e.From], nodes[e.To], rows, passages))).ToList();
        return new PathwayRows(rows, ways, [.. Enumerable.Range(0, graph.Nodes.Count).Where(n => !joined.Contains(n))]);
    }

    /// <summary>In rows of about the same length.</summary>
    public static IEnumerable<IReadOnlyList<int>> Wrapped(IReadOnlyList<int> nodes)
    {
        var rows = (nodes.Count + Widest - 1) / Widest;
        for (var i = 0; i < rows; i++) yield return [.. nodes.Take((i + 1) * nodes.Count / rows).Skip(i * nodes.Count / rows)];
    }

    /// <summary>
    /// A node is placed after all that build on it, one level below the lowest of them. A circle, which no library has, is entered at its first
    /// node: edges back to what is placed already count as if they were turned round.
    /// </summary>
    private static List<(int Node, int Level)> Levels(IEnumerable<int> nodes, IReadOnlyList<PathwayEdge> edges)
    {
        var (users, used) = (edges.ToLookup(e => e.To, e => e.From), edges.ToLookup(e => e.From, e => e.To));
        var waiting = nodes.ToList();
        var levels = new Dictionary<int, int>();
        while (waiting.Count > 0)
        {
            var at = Math.Max(0, waiting.FindIndex(n => users[n].All(levels.ContainsKey)));
            var node = waiting[at];
            waiting.RemoveAt(at);
            levels[node] = users[node].Concat(used[node]).Where(levels.ContainsKey).Select(n => levels[n] + 1).DefaultIfEmpty(0).Max();
        }
        return [.. levels.Select(l => (l.Key, l.Value))];
    }

    private static List<PathwaySlot> Way(PathwaySlot from, PathwaySlot to, List<List<PathwaySlot>> rows, Dictionary<(int, int), PathwaySlot> passages)
    {
        var (upper, lower) = from.Row < to.Row ? (from, to) : (to, from);
        var way = new List<PathwaySlot> { upper };
        for (var row = upper.Row + 1; row < lower.Row; row++)
        {
            if (!passages.TryGetValue((upper.Source, row), out var passage))
                rows[row].Add(passages[(upper.Source, row)] = passage = new PathwaySlot(row, upper.Source, isNode: false));
            way.Add(passage);
        }
        way.Add(lower);
        foreach (var (above, below) in way.Zip(way.Skip(1)))
        {
            if (above.Below.Contains(below)) continue;
            above.Below.Add(below);
            below.Above.Add(above);
        }
        if (upper != from) way.Reverse();
        return way;
    }
}
