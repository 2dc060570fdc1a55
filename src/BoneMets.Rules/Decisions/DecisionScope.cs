using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Decisions;

/// <summary>
/// One workflow that takes part in a decision under a name prefix: the workflow itself (empty prefix), or an included one,
/// perhaps for one element of a list. <see cref="Gate"/> is the value of the include's condition (null = none), which every verdict is joined with.
/// <see cref="Evaluator"/> is null when the list or object that it would run on is unknown; <see cref="Instead"/> is then every rule's value.
/// </summary>
internal sealed record DecisionScope(BoundWorkflow Workflow, string Prefix, Evaluator? Evaluator, Value? Instead, Value? Gate)
{
    public string NameOf(string definition) => Prefix + definition;

    public Value ValueOf(Definition definition)
    {
        if (Gate is FaultValue || (Gate is not null && IsFalse(Gate))) return Gate;
        var value = Evaluator is { } evaluator ? evaluator.ValueOf(definition) : Instead!;
        if (Gate is null or KnownValue || value is FaultValue || IsFalse(value)) return value;
        // The condition of the include is undecided: so is everything under it that is not false anyway.
        return new UnknownValue(Gate.Missing.And(value.Missing));
    }

    /// <summary>All scopes of a decision: the workflow, then its includes in the order of <c>Uses</c>, depth first.</summary>
    public static List<DecisionScope> Of(BoundWorkflow workflow, Evaluator evaluator)
    {
        var scopes = new List<DecisionScope>();
        Add(new DecisionScope(workflow, "", evaluator, null, null), scopes);
        return scopes;
    }

    private static void Add(DecisionScope scope, List<DecisionScope> scopes)
    {
        scopes.Add(scope);
        foreach (var include in scope.Workflow.Includes) AddInclude(scope, include, scopes);
    }

    private static void AddInclude(DecisionScope parent, BoundInclude include, List<DecisionScope> scopes)
    {
        var used = include.Use.Workflow;
        var gate = parent.Gate;
        if (include.When is { } when && parent.Evaluator is { } decider) gate = Both(gate, decider.Evaluate(when));
        if (parent.Evaluator is not { } evaluator)
        {
            Add(new DecisionScope(used, $"{parent.Prefix}{used.Name}.", null, parent.Instead, gate), scopes);
            return;
        }
        if (include.ForEach is not { } source)
        {
            Add(new DecisionScope(used, $"{parent.Prefix}{used.Name}.", evaluator.Open(include.Use, out var instead), instead, gate), scopes);
            return;
        }
        var list = evaluator.Evaluate(source);
        if (list is not KnownValue { Content: ListValue elements })
        {
            Add(new DecisionScope(used, $"{parent.Prefix}{used.Name}.", null, list, gate), scopes);
            return;
        }
        foreach (var item in elements.Items)
        {
            evaluator.Bind(include.Variable!, item.Value);
            var opened = evaluator.Open(include.Use, out var instead);
            var path = item.Value is KnownValue { Content: Facts.FactFrame frame } ? frame.Path : include.ListPath ?? "";
            var membership = item.IsCertain ? gate : Both(gate, new UnknownValue(item.Uncertain));
            Add(new DecisionScope(used, $"{parent.Prefix}{used.Name}[{path}].", opened, instead, membership), scopes);
        }
    }

    private static Value? Both(Value? outer, Value inner)
    {
        if (outer is null || inner is FaultValue || IsFalse(inner) || outer is KnownValue { Content: true }) return inner;
        if (outer is FaultValue || IsFalse(outer) || inner is KnownValue) return outer;
        return new UnknownValue(outer.Missing.And(inner.Missing));
    }

    private static bool IsFalse(Value value) => value is KnownValue { Content: false };
}
