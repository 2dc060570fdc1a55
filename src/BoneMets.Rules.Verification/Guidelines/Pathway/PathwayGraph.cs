namespace BoneMets.Rules.Verification.Guidelines.Pathway;

/// <summary>How a workflow builds on another, the closest bond first.</summary>
public enum PathwayBond
{
    /// <summary>Rules and recommendations of the other join its decisions.</summary>
    Includes,

    /// <summary>The other's rules are taken over as its own (<c>WorkflowsToInject</c>).</summary>
    TakesOver,

    /// <summary>Its conditions read results of the other.</summary>
    Reads,
}

/// <param name="Link">Where it is described; null when it has no page.</param>
public sealed record PathwayNode(string Name, string Title, int Rules, PageLink? Link);

/// <summary>Numbers of nodes: <paramref name="From"/> builds on <paramref name="To"/>.</summary>
public sealed record PathwayEdge(int From, int To, PathwayBond Bond);

/// <summary>Which workflow builds on which.</summary>
public sealed record PathwayGraph(IReadOnlyList<PathwayNode> Nodes, IReadOnlyList<PathwayEdge> Edges)
{
    /// <summary>
    /// The workflows that have a page, in their order, then those without one that they build on. Two workflows are joined once, by their closest
    /// bond; edges stand in the order of the workflows and, within one, as its author wrote them.
    /// </summary>
    internal static PathwayGraph Of(Guideline guideline)
    {
        var bonds = guideline.Workflows.SelectMany(w => Bonds(w.Model).Select(b => (From: w.Name, To: b.Workflow, b.Bond)))
            .Where(b => b.From != b.To && guideline.Library.TryGet(b.To, out _)).ToList();
        List<string> names = [.. guideline.Workflows.Select(w => w.Name).Concat(bonds.Select(b => b.To)).Distinct(StringComparer.Ordinal)];
        var numbers = names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        return new PathwayGraph(
            [.. names.Select(n => Node(guideline, guideline.Library[n].Model))],
            [.. bonds.GroupBy(b => (b.From, b.To)).Select(g => new PathwayEdge(numbers[g.Key.From], numbers[g.Key.To], g.Min(b => b.Bond)))]);
    }

    private static PathwayNode Node(Guideline guideline, Workflow model) => new(model.Name, model.Title ?? model.Name, model.AllRules().Count(), guideline.LinkTo(model));

    private static IEnumerable<(string Workflow, PathwayBond Bond)> Bonds(Workflow model) =>
        model.Uses.Select(u => (u.Workflow, u.Include ? PathwayBond.Includes : PathwayBond.Reads)).Concat(model.WorkflowsToInject.Select(i => (i.Text, PathwayBond.TakesOver)));
}
