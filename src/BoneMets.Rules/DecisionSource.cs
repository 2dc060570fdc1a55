namespace BoneMets.Rules;

/// <summary>
/// Whose statement a decision is, so that it is never shown without its origin. Only what the workflow states is there.
/// <see cref="IsReviewOverdue"/> compares with the evaluation date, not with a clock: the same facts give the same decision.
/// </summary>
public sealed record DecisionSource(string? Title, string? IntendedUse, string? Developer, DateOnly? ReviewDue, bool IsReviewOverdue)
{
    /// <summary>Null when the workflow states none of it.</summary>
    public static DecisionSource? Of(Workflow workflow, DateOnly? asOf)
    {
        var about = workflow.About;
        var source = new DecisionSource(workflow.Title, about.IntendedUse, about.Developer?.Name, about.ReviewDue, asOf is { } day && about.IsReviewOverdue(day));
        return source == new DecisionSource(null, null, null, null, false) ? null : source;
    }
}
