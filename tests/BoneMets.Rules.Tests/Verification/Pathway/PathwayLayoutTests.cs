using BoneMets.Rules.Verification.Guidelines;
using BoneMets.Rules.Verification.Guidelines.Pathway;

namespace BoneMets.Rules.Tests.Verification.Pathway;

/// <summary>Graphs are written as edges <c>0>1</c> of numbered workflows.</summary>
public sealed class PathwayLayoutTests
{
    [Theory]
    [InlineData(1, "")]
    [InlineData(9, "")]
    [InlineData(2, "0>1")]
    [InlineData(4, "0>1 0>2 1>3 2>3")]
    [InlineData(4, "0>1 1>2 2>3 0>3 0>2")]
    [InlineData(6, "0>3 1>4 2>5 0>5 2>3")]
    [InlineData(3, "0>1 1>2 2>0")]
    [InlineData(4, "1>2 2>1 3>3")]
    [InlineData(15, "0>1 0>2 0>3 0>4 0>5 0>6 0>7 0>8 0>9 0>10 0>11 0>12 0>13 0>14 3>12 9>13")]
    public void Nothing_overlaps_and_every_edge_is_drawn(int nodes, string edges) => CheckDrawing(Graph(nodes, edges));

    [Theory]
    [InlineData("chain")]
    [InlineData("star")]
    [InlineData("many uses")]
    [InlineData("everything uses everything after it")]
    public void A_hundred_workflows_are_drawn_as_well(string shape)
    {
        var random = new Random(7);
        var pairs = Enumerable.Range(0, 100).SelectMany(a => Enumerable.Range(a + 1, 99 - a).Select(b => (a, b)));
        var edges = pairs.Where(p => shape switch { "chain" => p.b == p.a + 1, "star" => p.a == 0, "many uses" => random.Next(40) == 0, _ => p.b < 30 });
        var layout = CheckDrawing(Graph(100, string.Join(' ', edges.Select(e => $"{e.a}>{e.b}"))));
        if (shape != "everything uses everything after it") Assert.InRange(layout.Width, 200, 1800);
    }

    [Fact]
    public void What_builds_on_others_stands_above_them_and_what_has_no_edge_below_all()
    {
        var layout = PathwayLayout.Of(Graph(5, "2>1 1>0 2>0"));
        double Top(string name) => layout.Boxes.Single(b => b.Node.Name == name).Y;
        Assert.True(Top("w2") < Top("w1") && Top("w1") < Top("w0") && Top("w0") < Top("w3"));
        Assert.Equal(Top("w3"), Top("w4"));
        Assert.InRange(layout.AloneFrom!.Value, Top("w0"), Top("w3"));
    }

    [Theory]
    [InlineData(4, "0>3 1>2", 0)]
    [InlineData(6, "0>5 1>4 2>3", 0)]
    [InlineData(8, "0>4 0>5 1>6 1>7 2>4 3>7", 0)]
    [InlineData(4, "0>2 0>3 1>2 1>3", 1)]
    public void Edges_cross_no_more_than_they_must(int nodes, string edges, int crossings)
    {
        var rows = PathwayRows.Of(Graph(nodes, edges)).Rows;
        PathwayOrder.Apply(rows);
        Assert.Equal(crossings, PathwayOrder.Crossings(rows));
    }

    [Theory]
    [InlineData("Hypercalcaemia", 1)]
    [InlineData("Impending pathological fracture of a long bone (Mirels score)", 4)]
    [InlineData("Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 4)]
    [InlineData("骨転移の診断と治療に関する診療ガイドライン 骨転移の診断と治療", 3)]
    [InlineData("A title with many words, more of them than any box could ever hold, however wide somebody has made it, and still it goes on", 4)]
    [InlineData("", 1)]
    public void A_title_is_wrapped_to_fit(string title, int most)
    {
        var lines = PathwayBox.LinesOf(new PathwayNode("w", title, 1, null));
        Assert.InRange(lines.Count, 1, most);
        Assert.All(lines, l => Assert.InRange(TextLines.Ems(l) * PathwayBox.TitleSize, 0, PathwayBox.Width - (2 * PathwayBox.Padding)));
        var shown = string.Concat(lines).Replace(" ", "", StringComparison.Ordinal);
        var whole = title.Replace(" ", "", StringComparison.Ordinal);
        Assert.True(shown == whole || (shown.EndsWith('…') && whole.StartsWith(shown[..^1], StringComparison.Ordinal)), shown);
    }

    private static PathwayLayout CheckDrawing(PathwayGraph graph)
    {
        var layout = PathwayLayout.Of(graph);
        Assert.Equal(graph.Nodes.Select(n => n.Name).Order(StringComparer.Ordinal), layout.Boxes.Select(b => b.Node.Name).Order(StringComparer.Ordinal));
        Assert.All(layout.Boxes, b => Assert.True(b.X >= 0 && b.Y >= 0 && b.X + PathwayBox.Width <= layout.Width && b.Y + b.Height <= layout.Height, b.Node.Name));
        foreach (var (i, box) in layout.Boxes.Index())
            Assert.All(layout.Boxes.Take(i), other => Assert.True(Math.Abs(box.X - other.X) >= PathwayBox.Width || box.Y + box.Height <= other.Y || other.Y + other.Height <= box.Y, $"{box.Node.Name} {other.Node.Name}"));
        Assert.Equal(graph.Edges.Where(e => e.From != e.To), layout.Curves.Select(c => c.Edge));
        Assert.All(layout.Curves, c => CheckCurve(layout, graph, c));
        Assert.Equal(PathwaySvg.Alone(graph, _ => ""), PathwaySvg.Alone(graph, _ => ""));
        return layout;
    }

    /// <summary>It joins its boxes, and runs between rows or beside boxes, never over one.</summary>
    private static void CheckCurve(PathwayLayout layout, PathwayGraph graph, PathwayCurve curve)
    {
        Assert.True(Touches(curve.Points[0], curve.Edge.From) && Touches(curve.Points[^1], curve.Edge.To));
        foreach (var ((fromX, fromY), (toX, toY)) in curve.Points.Zip(curve.Points.Skip(1)))
            Assert.All(layout.Boxes, b => Assert.False(
                Math.Max(fromX, toX) > b.X && Math.Min(fromX, toX) < b.X + PathwayBox.Width && Math.Max(fromY, toY) > b.Y && Math.Min(fromY, toY) < b.Y + b.Height,
                $"{curve.Edge} over {b.Node.Name}"));

        bool Touches((double X, double Y) end, int node)
        {
            var box = layout.Boxes.Single(b => b.Node == graph.Nodes[node]);
            return end.X >= box.X && end.X <= box.X + PathwayBox.Width && (Math.Abs(end.Y - box.Y) < 1e-6 || Math.Abs(end.Y - box.Y - box.Height) < 1e-6);
        }
    }

    private static PathwayGraph Graph(int nodes, string edges) => new(
        [.. Enumerable.Range(0, nodes).Select(n => new PathwayNode($"w{n}", n % 3 == 0 ? $"The workflow with number {n} and a title of some length" : $"Workflow {n}", n, new PageLink("", $"w{n}")))],
        [.. edges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(e => e.Split('>')).Select(e => new PathwayEdge(int.Parse(e[0]), int.Parse(e[1]), PathwayBond.Includes))]);
}
