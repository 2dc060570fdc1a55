using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Analysis.Solving;

/// <summary>
/// One workflow that takes part in decisions, perhaps for one element of a list. <see cref="Opened"/> is null where the list that it would run
/// on is unknown; <see cref="Instead"/> is then every rule's value. The symbolic twin of <c>DecisionScope</c>.
/// </summary>
/// <param name="TakesPart">For which patients it does: an element may be beyond the end of its list.</param>
/// <param name="Gates">The conditions of the includes on the way here.</param>
/// <param name="Covers">The definitions that join the decision in this scope; null = all.</param>
/// <param name="Element">The path of the list element that it is about.</param>
internal sealed record SymbolicScope(
    BoundWorkflow Workflow, SymbolicWorkflow? Opened, Truth? Instead, Term TakesPart, IReadOnlyList<SymbolicGate> Gates, Func<Definition, bool>? Covers, string? Element)
{
    public IEnumerable<RuleDefinition> Rules => Workflow.Rules.Where(r => Covers?.Invoke(r) ?? true);

    public Truth ValueOf(RuleDefinition rule) => Gated(rule, Gates);

    /// <summary>What the rule has to say against others: that an include puts off its advice does not silence it.</summary>
    public Truth ObjectionOf(RuleDefinition rule) => Gated(rule, Gates.Where(g => !g.IsDeferral));

    public bool Concerns(SymbolicScope other) => Element is null || other.Element is null || Element == other.Element;

    private Truth Gated(RuleDefinition rule, IEnumerable<SymbolicGate> gates)
    {
        var gate = gates.Where(g => g.AppliesTo(rule)).Select(g => g.Value).Aggregate(Truth.True, (outer, inner) => Behind(inner, outer));
        return Behind(gate, Opened?.VerdictOf(rule) ?? Instead!);
    }

    /// <summary>Both together; a fault or "no" of the first one goes before that of the second.</summary>
    private static Truth Behind(Truth first, Truth second) => new(
        Term.And(first.IsTrue, second.IsTrue),
        Term.Or(first.IsFalse, Term.And(Term.Not(first.Fault), second.IsFalse)),
        Term.Or(first.Fault, Term.And(Term.Not(first.IsFalse), second.Fault)));
}

/// <summary>The condition of an include, and the urgencies of the rules that it puts off (empty: it decides about all rules).</summary>
internal sealed record SymbolicGate(Truth Value, IReadOnlyList<Urgency> Urgencies)
{
    public bool IsDeferral => Urgencies.Count > 0;

    public bool AppliesTo(RuleDefinition rule) => !IsDeferral || (rule.Model.Recommendation is { } advice && Urgencies.Contains(advice.Urgency));
}
