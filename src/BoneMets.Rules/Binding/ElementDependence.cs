using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>Which definitions of a workflow depend on some of its inputs, directly or through other definitions, tables and used workflows.</summary>
internal static class ElementDependence
{
    /// <summary>Those of a workflow that is included once per element, which depend on the element.</summary>
    public static IReadOnlySet<Definition> Of(BoundUse use, LambdaVariable element)
    {
        var inputs = Enumerable.Range(0, use.Arguments.Count).Where(i => use.Arguments[i] is BoundVariable v && ReferenceEquals(v.Variable, element)).ToHashSet();
        return Of(use.Workflow, inputs);
    }

    private static HashSet<Definition> Of(BoundWorkflow workflow, HashSet<int> inputs)
    {
        var dependent = new HashSet<Definition>();
        // Definitions refer to each other in any order but never in a circle: repeat until nothing is added.
        for (var before = -1; before != dependent.Count;)
        {
            before = dependent.Count;
            foreach (var definition in workflow.Definitions)
                if (!dependent.Contains(definition) && BoundTree.Expressions(definition).Any(e => Reads(e, inputs, dependent))) dependent.Add(definition);
        }
        return dependent;
    }

    private static bool Reads(BoundNode expression, HashSet<int> inputs, HashSet<Definition> dependent) =>
        BoundTree.SelfAndDescendants(expression).Any(n => n switch
        {
            BoundInput input => inputs.Contains(input.Index),
            BoundReference reference => dependent.Contains(reference.Target),
            _ => false,
        });
}
