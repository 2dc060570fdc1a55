using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Decisions;

/// <summary>
/// One workflow that takes part in a decision under a name prefix: the workflow itself (empty prefix), or an included one,
/// perhaps for one element of a list. <see cref="Evaluator"/> is null when the list or object that it would run on is unknown;
/// <see cref="Instead"/> is then every rule's value.
/// </summary>
internal sealed record DecisionScope(BoundWorkflow Workflow, string Prefix, Evaluator? Evaluator, Value? Instead)
{
    /// <summary>The conditions of the includes on the way here, which verdicts are joined with.</summary>
    public IReadOnlyList<Gate> Gates { get; init; } = [];

    /// <summary>The definitions that join the decision in this scope; null = all.</summary>
    public Func<Definition, bool>? Covers { get; init; }

    /// <summary>The list element that this scope is about; null when it is about none.</summary>
    public object? Element { get; init; }

    public IEnumerable<RuleDefinition> Rules => Workflow.Rules.Where(r => Covers?.Invoke(r) ?? true);

    public IEnumerable<Definition> Outputs =>
        Workflow.Definitions.Where(d => d is ParameterDefinition { Rule: null } or ScoreDefinition or TableOutputDefinition && (Covers?.Invoke(d) ?? true));

    public string NameOf(string definition) => Prefix + definition;

    public Value ValueOf(RuleDefinition rule) => ValueOf(rule, Gates);

    /// <summary>The value as if no include deferred rules of some urgencies.</summary>
    public Value UndeferredValueOf(RuleDefinition rule) => ValueOf(rule, Gates.Where(g => !g.IsDeferral));

    public bool Defers(RuleDefinition rule) => Gates.Any(g => g.IsDeferral && g.AppliesTo(rule));

    private Value ValueOf(RuleDefinition rule, IEnumerable<Gate> gates)
    {
        Value? gate = null;
        foreach (var candidate in gates)
            if (candidate.AppliesTo(rule)) gate = Gate.Both(gate, candidate.Value);
        if (gate is FaultValue || (gate is not null && Gate.IsFalse(gate))) return gate;
        var value = Evaluator is { } evaluator ? evaluator.ValueOf(rule) : Instead!;
        if (gate is null or KnownValue || value is FaultValue || Gate.IsFalse(value)) return value;
        // The condition of the include is undecided: so is everything under it that is not false anyway.
        return new UnknownValue(gate.Missing.And(value.Missing));
    }

    /// <summary>Both are about the same list element, or one of them is about the whole patient.</summary>
    public bool Concerns(DecisionScope other) => Element is null || other.Element is null || ReferenceEquals(Element, other.Element);
}

/// <summary>The value of the condition of an include, and the urgencies of the rules it decides about (empty = all).</summary>
internal sealed record Gate(Value Value, IReadOnlyList<Urgency> Urgencies)
{
    /// <summary>The condition and who evaluated it; null when the gate is that an element may not belong to its list.</summary>
    public (BoundNode Condition, Evaluator Evaluator)? Asked { get; init; }

    /// <summary>It puts off advice of some urgencies; the workflow takes part all the same.</summary>
    public bool IsDeferral => Urgencies.Count > 0;

    public bool AppliesTo(RuleDefinition rule) =>
        !IsDeferral || (rule.Model.Recommendation is { } recommendation && Urgencies.Contains(recommendation.Urgency));

    public static Value Both(Value? outer, Value inner)
    {
        if (outer is null || inner is FaultValue || IsFalse(inner) || outer is KnownValue { Content: true }) return inner;
        if (outer is FaultValue || IsFalse(outer) || inner is KnownValue) return outer;
        return new UnknownValue(outer.Missing.And(inner.Missing));
    }

    public static bool IsFalse(Value value) => value is KnownValue { Content: false };
}
