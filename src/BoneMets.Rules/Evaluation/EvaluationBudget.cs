using BoneMets.Rules.Language;

namespace BoneMets.Rules.Evaluation;

/// <summary>How many list elements a decision may still visit. Shared by everything that takes part in one decision; not thread safe.</summary>
public sealed class EvaluationBudget(long steps = LanguageLimits.ListStepsPerDecision)
{
    public long Remaining { get; private set; } = steps;

    /// <summary>Takes one step; false when none is left.</summary>
    public bool TrySpend()
    {
        if (Remaining <= 0) return false;
        Remaining--;
        return true;
    }
}
