using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Decisions;

/// <summary>
/// All scopes of a decision: the workflow, then its includes in the order of <c>Uses</c>, depth first. A workflow that is reached twice
/// on the same objects under the same conditions joins once, under the name by which it was reached first. Of a workflow included per
/// element, what does not depend on the element joins once too, before the elements, also when the list is empty or unknown.
/// </summary>
internal sealed class DecisionScopes
{
    private readonly List<DecisionScope> scopes = [];

    public static IReadOnlyList<DecisionScope> Of(BoundWorkflow workflow, Evaluator evaluator)
    {
        var result = new DecisionScopes();
        result.Add(new DecisionScope(workflow, "", evaluator, null));
        return result.scopes;
    }

    private void Add(DecisionScope scope)
    {
        if (scopes.Any(s => IsSame(s, scope))) return;
        scopes.Add(scope);
        foreach (var include in scope.Workflow.Includes) AddInclude(scope, include);
    }

    /// <summary>A scope about one element says nothing of the others: what speaks about the whole patient, or another element, is not the same.</summary>
    private static bool IsSame(DecisionScope a, DecisionScope b) =>
        (a.Element is null || ReferenceEquals(a.Element, b.Element))
        && a.Evaluator is not null && ReferenceEquals(a.Evaluator, b.Evaluator) && a.Covers is null && b.Covers is null
        && a.Gates.All(g => g.Value is KnownValue { Content: true }) && b.Gates.All(g => g.Value is KnownValue { Content: true });

    private void AddInclude(DecisionScope parent, BoundInclude include)
    {
        var used = include.Use.Workflow;
        var scope = new DecisionScope(used, $"{parent.Prefix}{used.Name}.", null, parent.Instead) { Gates = parent.Gates, Element = parent.Element };
        if (parent.Evaluator is not { } evaluator)
        {
            Add(scope);
            return;
        }
        if (include.When is { } when) scope = scope with { Gates = [.. scope.Gates, new Gate(evaluator.Evaluate(when), include.WhenAppliesTo) { Asked = (when, evaluator) }] };
        if (include.ForEach is { } source) AddElements(scope, include, evaluator, evaluator.Evaluate(source));
        else Add(scope with { Evaluator = evaluator.Open(include.Use, out var instead), Instead = instead });
    }

    private void AddElements(DecisionScope scope, BoundInclude include, Evaluator evaluator, Value list)
    {
        var perElement = include.PerElement!;
        evaluator.Bind(include.Variable!, new KnownValue(evaluator.AbsentElement(include.Use, include.Variable!)));
        var common = evaluator.Open(include.Use, out var commonInstead);
        Add(scope with { Evaluator = common, Instead = commonInstead, Covers = d => !perElement.Contains(d) });
        if (list is not KnownValue { Content: ListValue elements })
        {
            Add(scope with { Instead = list, Covers = perElement.Contains });
            return;
        }
        foreach (var item in elements.Items)
        {
            evaluator.Bind(include.Variable!, item.Value);
            var opened = evaluator.Open(include.Use, out var instead);
            var frame = item.Value is KnownValue { Content: FactFrame known } ? known : null;
            Add(scope with
            {
                Prefix = $"{scope.Prefix[..^1]}[{frame?.Path ?? include.ListPath ?? ""}].",
                Evaluator = opened,
                Instead = instead,
                Covers = perElement.Contains,
                Element = frame ?? scope.Element,
                Gates = item.IsCertain ? scope.Gates : [.. scope.Gates, new Gate(new UnknownValue(item.Uncertain), [])],
            });
        }
    }
}
