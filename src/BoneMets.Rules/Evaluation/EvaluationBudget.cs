using BoneMets.Rules.Language;

namespace BoneMets.Rules.Evaluation;

/// <summary>How much work a decision may still do, in steps: one for each element of a list that it visits, more where the work for it is large (see <see cref="WorkSize"/>). Shared by everything that takes part in one decision; not thread safe.</summary>
public sealed class EvaluationBudget(long steps = LanguageLimits.ListStepsPerDecision)
{
    public long Remaining { get; private set; } = steps;

    /// <summary>Takes steps; false when not so many are left, and then none will be.</summary>
    public bool TrySpend(long steps = 1)
    {
        if (Remaining < steps)
        {
            Remaining = 0;
            return false;
        }
        Remaining -= steps;
        return true;
    }
}
