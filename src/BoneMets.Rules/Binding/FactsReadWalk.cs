using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>Which facts expressions read, themselves or through used workflows, as schema paths in the reader's own terms (<c>patient.lesions.pain</c>).</summary>
internal sealed class FactsReadWalk
{
    private readonly SortedSet<string> paths = new(StringComparer.Ordinal);

    /// <summary>The list whose elements a lambda parameter stands for.</summary>
    private readonly Dictionary<LambdaVariable, BoundNode> lists = new(ReferenceEqualityComparer.Instance);
    private bool readsAsOf;

    public static void Complete(BoundWorkflow workflow)
    {
        var walk = new FactsReadWalk();
        foreach (var include in workflow.Includes)
            if (include is { Variable: { } variable, ForEach: { } list }) walk.lists[variable] = list;
        walk.Add(BoundTree.Roots(workflow));
        if (workflow.Relevance is { } relevance) walk.paths.UnionWith(relevance.Facts);
        foreach (var include in workflow.Includes) walk.AddUsed(include.Use);
        workflow.FactsRead = [.. walk.paths];
        workflow.ReadsAsOf = walk.readsAsOf;
    }

    /// <summary>Of a definition and of everything in its workflow that it builds on.</summary>
    public static IReadOnlyList<string> Of(Definition definition) => Of([.. BoundTree.Expressions(definition)], [definition]);

    /// <summary>Of an expression that is part of no definition.</summary>
    public static IReadOnlyList<string> Of(BoundNode expression) => Of([expression], []);

    private static IReadOnlyList<string> Of(IReadOnlyList<BoundNode> roots, HashSet<Definition> seen)
    {
        var walk = new FactsReadWalk();
        var open = new Queue<IReadOnlyList<BoundNode>>([roots]);
        while (open.TryDequeue(out var next))
        {
            walk.Add(next);
            foreach (var reference in next.SelectMany(BoundTree.SelfAndDescendants).OfType<BoundReference>())
                if (seen.Add(reference.Target)) open.Enqueue([.. BoundTree.Expressions(reference.Target)]);
        }
        return [.. walk.paths];
    }

    private void Add(IEnumerable<BoundNode> roots)
    {
        foreach (var node in roots.SelectMany(BoundTree.SelfAndDescendants))
        {
            // Parents come first: a parameter's list is known before the body that reads it.
            if (node is BoundListQuery { Variable: { } variable } query) lists[variable] = query.Source;
            if (node is BoundAsOf) readsAsOf = true;
            if (node is BoundFact fact && fact.Type is not ObjectType && PathOf(fact) is { } path) paths.Add(path);
            if (node is BoundUseReference reference) AddUsed(reference.Use);
        }
    }

    private void AddUsed(BoundUse use)
    {
        foreach (var path in use.Workflow.FactsRead)
        {
            var dot = path.IndexOf('.', StringComparison.Ordinal);
            var input = use.Workflow.Inputs.ToList().FindIndex(i => i.Name == path[..dot]);
            if (input >= 0 && use.Arguments[input] is { } argument && PathOf(argument) is { } prefix) paths.Add(prefix + path[dot..]);
            else if (input >= 0 && use.Arguments[input] is null) paths.Add(path);
        }
        readsAsOf |= use.Workflow.ReadsAsOf;
    }

    private string? PathOf(BoundNode node) => node switch
    {
        BoundInput input => input.Name,
        BoundFact { Owner: { } owner, Property: var property } => PathOf(owner) is { } prefix ? $"{prefix}.{property.Name}" : null,
        BoundVariable variable => lists.TryGetValue(variable.Variable, out var source) ? PathOf(source) : null,
        BoundListQuery query => PathOf(query.Source),
        _ => null,
    };
}
