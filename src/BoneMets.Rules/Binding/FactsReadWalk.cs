using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>Which facts a workflow reads, itself or through others, as schema paths in its own terms (<c>patient.lesions.pain</c>).</summary>
internal static class FactsReadWalk
{
    public static void Complete(BoundWorkflow workflow)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        var readsAsOf = false;
        foreach (var root in BoundTree.Roots(workflow))
            foreach (var node in BoundTree.SelfAndDescendants(root))
            {
                if (node is BoundAsOf) readsAsOf = true;
                if (node is BoundFact fact && fact.Type is not ObjectType && PathOf(fact, workflow) is { } path) paths.Add(path);
                if (node is BoundUseReference reference) readsAsOf |= AddUsed(reference.Use, workflow, paths);
            }
        foreach (var include in workflow.Includes) readsAsOf |= AddUsed(include.Use, workflow, paths);
        workflow.FactsRead = [.. paths];
        workflow.ReadsAsOf = readsAsOf;
    }

    private static bool AddUsed(BoundUse use, BoundWorkflow workflow, SortedSet<string> paths)
    {
        foreach (var path in use.Workflow.FactsRead)
        {
            var dot = path.IndexOf('.', StringComparison.Ordinal);
            var input = use.Workflow.Inputs.ToList().FindIndex(i => i.Name == path[..dot]);
            if (input >= 0 && use.Arguments[input] is { } argument && PathOf(argument, workflow) is { } prefix) paths.Add(prefix + path[dot..]);
            else if (input >= 0 && use.Arguments[input] is null) paths.Add(path);
        }
        return use.Workflow.ReadsAsOf;
    }

    private static string? PathOf(BoundNode node, BoundWorkflow workflow) => node switch
    {
        BoundInput input => input.Name,
        BoundFact { Owner: { } owner, Property: var property } => PathOf(owner, workflow) is { } prefix ? $"{prefix}.{property.Name}" : null,
        BoundVariable variable => ListOf(variable.Variable, workflow) is { } source ? PathOf(source, workflow) : null,
        BoundListQuery query => PathOf(query.Source, workflow),
        _ => null,
    };

    /// <summary>The list whose elements a lambda parameter stands for.</summary>
    private static BoundNode? ListOf(LambdaVariable variable, BoundWorkflow workflow)
    {
        foreach (var include in workflow.Includes)
            if (ReferenceEquals(include.Variable, variable)) return include.ForEach;
        foreach (var root in BoundTree.Roots(workflow))
            foreach (var node in BoundTree.SelfAndDescendants(root))
                if (node is BoundListQuery query && ReferenceEquals(query.Variable, variable)) return query.Source;
        return null;
    }
}
