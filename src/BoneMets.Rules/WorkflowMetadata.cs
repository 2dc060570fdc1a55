using BoneMets.Rules.Documents;

namespace BoneMets.Rules;

/// <summary>
/// What a workflow says about itself for those who publish, review and use it: after HL7 CRMI (publishable artifacts) and the source
/// attributes of ONC HTI-1, § 170.315(b)(11). All of it is optional to read; what a publication needs is listed in one place, elsewhere.
/// It decides nothing: a decision only carries it along as its <see cref="DecisionSource"/>.
/// </summary>
public sealed record WorkflowMetadata
{
    /// <summary>Of a workflow that says nothing about itself.</summary>
    public static readonly WorkflowMetadata None = new();

    public string? Purpose { get; init; }
    public string? IntendedUse { get; init; }
    public string? IntendedUsers { get; init; }
    public string? IntendedPopulation { get; init; }

    /// <summary>For whom and for what it is not meant.</summary>
    public string? OutOfScope { get; init; }
    public WorkflowDeveloper? Developer { get; init; }
    public string? Funding { get; init; }
    public DateOnly? ApprovalDate { get; init; }
    public DateOnly? LastReviewDate { get; init; }

    /// <summary>The last day on which the content counts as reviewed.</summary>
    public DateOnly? ReviewDue { get; init; }
    public EffectivePeriod? EffectivePeriod { get; init; }

    /// <summary>How the workflow uses attributes of the patient that stand for groups of people.</summary>
    public IReadOnlyDictionary<PatientAttribute, AuthoredText> UseOf { get; init; } = new Dictionary<PatientAttribute, AuthoredText>();

    /// <summary>The author's own version of the content; releases are numbered elsewhere.</summary>
    public string? Version { get; init; }
    public bool? Experimental { get; init; }
    public IReadOnlyList<string> Jurisdiction { get; init; } = [];
    public IReadOnlyList<string> Topics { get; init; } = [];
    public string? Copyright { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public IReadOnlyList<string> Editors { get; init; } = [];
    public IReadOnlyList<string> Reviewers { get; init; } = [];
    public IReadOnlyList<string> Endorsers { get; init; } = [];
    public string? Remarks { get; init; }

    /// <summary>At which moments of an electronic health record the workflow is asked by CDS Hooks; null: never.</summary>
    public HookDeclaration? CdsHooks { get; init; }

    /// <summary>The day of <see cref="ReviewDue"/> itself is still in time.</summary>
    public bool IsReviewOverdue(DateOnly on) => ReviewDue < on;
}

/// <summary>
/// A workflow as a CDS Hooks service: the hooks that it answers, and the types of FHIR resources that it does not answer without. A Patient is
/// always among them: without one nobody knows whose data these are.
/// </summary>
public sealed record HookDeclaration(IReadOnlyList<string> Hooks, IReadOnlyList<string> Required)
{
    /// <summary>A condition on the facts: whom the workflow concerns. For others what is open is told in one short card. Null concerns everybody.</summary>
    public AuthoredText? RelevantWhen { get; init; }

    /// <summary>
    /// Words, or parts of them, that in any text of the record keep everybody from taking the patient for one whom it does not concern: a diagnosis
    /// in words or by a code that no mapping knows is no fact, but it is not nothing.
    /// </summary>
    public IReadOnlyList<string> RelevantWords { get; init; } = [];

    /// <summary>The hooks that a workflow may answer.</summary>
    public static readonly IReadOnlyList<string> AllHooks = ["patient-view", "order-select", "order-sign", "encounter-start"];
}

public sealed record WorkflowDeveloper(string Name, string? Contact);

/// <summary>From the first to the last day on which the content is meant to be used; an end that is not stated is open.</summary>
public sealed record EffectivePeriod(DateOnly? Start, DateOnly? End);

/// <summary>
/// Attributes of a patient whose use HTI-1 wants to be declared. A fact schema says by <c>x-attribute</c> which of its facts stand for one.
/// </summary>
public enum PatientAttribute { Sex, DateOfBirth, Race, Ethnicity, Language, SexualOrientation, GenderIdentity, SocialDeterminants, HealthStatus }
