using BoneMets.Rules.Verification.Guidelines.Pathway;

namespace BoneMets.Rules.Verification.Guidelines;

/// <summary>Which workflow builds on which. Nothing where none does: the list of workflows says all there is then.</summary>
internal static class PathwayPart
{
    public static IReadOnlyList<Section> Of(Guideline guideline)
    {
        var graph = PathwayGraph.Of(guideline);
        if (graph.Edges.Count == 0) return [];
        return
        [
            new Section("How the workflows build on each other", [new PathwayDrawing(graph, AsList(guideline, graph), "pathway.svg")]),
        ];
    }

    private static Listing AsList(Guideline guideline, PathwayGraph graph) => new(
    [
        .. graph.Edges.GroupBy(e => e.From).Select(from => new ListItem(
            guideline.Named(graph.Nodes[from.Key].Name),
            [.. from.GroupBy(e => e.Bond).OrderBy(g => g.Key).Select(bond => (IReadOnlyList<Inline>)[$"{Words(bond.Key)} ", .. bond.SelectMany((e, i) => (Inline[])[i == 0 ? "" : ", ", Link(graph.Nodes[e.To])])])])),
    ]);

    private static Inline Link(PathwayNode node) => node.Link is { } link ? link : new Words(node.Title);

    private static string Words(PathwayBond bond) => bond switch { PathwayBond.Includes => "includes", PathwayBond.TakesOver => "takes over", _ => "reads results of" };
}
