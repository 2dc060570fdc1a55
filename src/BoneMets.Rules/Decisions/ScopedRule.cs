using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Decisions;

/// <summary>A rule in the scope that it was evaluated in, with its verdict.</summary>
internal sealed record ScopedRule(DecisionScope Scope, RuleDefinition Rule, Value Value)
{
    public Verdict Verdict { get; } = Value switch
    {
        KnownValue { Content: true } => Verdict.Met,
        KnownValue { Content: false } => Verdict.NotMet,
        FaultValue => Verdict.Failed,
        _ => Verdict.Undetermined,
    };

    public string Name => Scope.NameOf(Rule.Name);

    /// <summary>What an undetermined rule lacks; empty for every other one.</summary>
    public IReadOnlyList<string> Missing => Lacks.ToSortedList();

    public MissingFacts Lacks => Verdict == Verdict.Undetermined ? Value.Missing : MissingFacts.None;

    /// <summary>This rule speaks against the other one, on the same patient and list element.</summary>
    public bool Withholds(ScopedRule other) =>
        Scope.Concerns(other.Scope)
        && (Rule.Withholds.Contains(other.Rule) || Rule.WithholdsElsewhere.Contains(new RuleName(other.Scope.Workflow.Name, other.Rule.Name)));

    /// <summary>What this rule has to say against others: deferring its own advice does not silence that.</summary>
    public ScopedRule Objection() => Scope.Defers(Rule) ? new ScopedRule(Scope, Rule, Scope.UndeferredValueOf(Rule)) : this;

    public RecommendationResult Recommend() =>
        new(Name, Rule.Model.Title, Text(Rule.RecommendationText) ?? "", Rule.Model.Recommendation!.Urgency, Rule.Model.Recommendation.Strength);

    public PendingResult Await() =>
        new(Name, Rule.Model.Title, Text(Rule.WhenUndetermined) ?? DefaultPending(), Rule.Model.Recommendation!.Urgency, Missing);

    public string ReasonToWithhold() => Verdict switch
    {
        Verdict.Met => Text(Rule.RecommendationText) ?? $"{Rule.Model.Title ?? Rule.Name}.",
        Verdict.Failed => $"{Rule.Model.Title ?? Rule.Name}: could not be computed.",
        _ => Text(Rule.WhenUndetermined) ?? DefaultPending(),
    };

    /// <summary>The value of the action that the verdict calls for; null when there is none.</summary>
    public Value? Output()
    {
        var action = Verdict switch { Verdict.Met => Rule.OnSuccess, Verdict.NotMet => Rule.OnFailure, _ => null };
        return action is null ? null : Scope.Evaluator?.Evaluate(action.Expression);
    }

    public string? Text(BoundMessage? message)
    {
        if (message is null) return null;
        return string.Concat(message.Parts.Select(p => p.Text ?? (Scope.Evaluator is { } evaluator ? ValueText.Of(evaluator.Evaluate(p.Expression!), p.Expression!.Type) : ValueText.NotRecorded)));
    }

    private string DefaultPending()
    {
        var title = Rule.Model.Title ?? Rule.Name;
        return Missing.Count > 0 ? $"{title}: not decided without {string.Join(", ", Missing)}." : $"{title}: cannot be decided.";
    }
}
