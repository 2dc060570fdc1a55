namespace BoneMets.Rules.Verification.Impacts;

/// <summary>In what way a decision differs, the gravest first.</summary>
public enum DifferenceKind
{
    /// <summary>One of the contents gives no decision at all.</summary>
    NoDecision,
    NewlyRecommended,
    NoLongerRecommended,

    /// <summary>Recommended in both, but with another urgency.</summary>
    OtherUrgency,

    /// <summary>Recommended in both, but in other words or with other figures.</summary>
    OtherText,
    NewlyWithheld,
    NoLongerWithheld,
    OtherVerdict,
    OtherValue,
}

/// <summary>One way in which two decisions about the same patient differ.</summary>
/// <param name="Subject">The rule or value, as decisions name it: <c>Workflow.name</c> for those of included workflows.</param>
/// <param name="Before">What the older content said; null where it has no such thing.</param>
public sealed record DecisionDifference(DifferenceKind Kind, string Subject, string? Before, string? After);
