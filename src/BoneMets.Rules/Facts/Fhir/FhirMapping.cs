using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Facts.Fhir;

/// <summary>
/// How a fact is found in a FHIR R4 Bundle (<c>x-fhir</c>, see <c>docs/fhir-mapping.md</c>). Where nothing is found the fact is unknown:
/// no resource is no evidence of absence, so a mapping yields <c>false</c> or <c>none</c> only where a resource says so.
/// </summary>
/// <param name="Sources">Tried all; their order decides under <see cref="FhirConflict.First"/>.</param>
/// <param name="Conflict">What becomes of values that contradict each other.</param>
/// <param name="Note">What a reader of the mapping has to know and the keys cannot say.</param>
/// <param name="Node">Where it is declared.</param>
public sealed record FhirMapping(IReadOnlyList<FhirSource> Sources, FhirConflict Conflict, string? Note, JsonTextNode Node);

/// <summary>One kind of resource that can give the fact. A resource counts when its code, its conditions, its status and its age are accepted.</summary>
public sealed record FhirSource(string Resource, FhirSelection Selection, JsonTextNode Node)
{
    /// <summary>Where the codes stand; null is the usual element: <c>code</c>, for a medication its concept or the code of the Medication referred to.</summary>
    public FhirPath? CodeAt { get; init; }

    /// <summary>One coding of the resource must be among these (those of <see cref="Installed"/> included). Empty for a Patient.</summary>
    public IReadOnlyList<FhirCode> Codes { get; init; } = [];

    /// <summary>Name of a versioned value set with further codes. Without it only <see cref="Codes"/> are known, which can miss but not invent.</summary>
    public string? ValueSet { get; init; }

    /// <summary>The set of that name, whose codes are among <see cref="Codes"/>; null when the library does not have it.</summary>
    public FhirValueSet? Installed { get; init; }

    /// <summary>A resource with one of these is not taken, whatever else it is coded with.</summary>
    public IReadOnlyList<FhirCode> Exclude { get; init; } = [];

    /// <summary>All must hold.</summary>
    public IReadOnlyList<FhirCondition> Where { get; init; } = [];

    /// <summary>Accepted words of the resource's <c>status</c>.</summary>
    public IReadOnlyList<string> Status { get; init; } = [];

    /// <summary>Accepted words; empty accepts all. <see cref="FhirResourceKind.Absent"/> accepts a resource without the element.</summary>
    public IReadOnlyList<string> ClinicalStatus { get; init; } = [];

    /// <inheritdoc cref="ClinicalStatus"/>
    public IReadOnlyList<string> VerificationStatus { get; init; } = [];

    /// <summary>Where the value stands: the first of these that the resource has. Empty when the code or the existence is the value.</summary>
    public IReadOnlyList<FhirPath> Value { get; init; } = [];

    /// <summary>What coded answers mean. An answer that is not listed is no value.</summary>
    public IReadOnlyList<FhirCode> Answers { get; init; } = [];

    public FhirUnitRule Unit { get; init; }

    /// <summary>Older resources are not taken, and none without a date. Null sets no limit.</summary>
    public int? MaxAgeDays { get; init; }

    public FhirNear? Near { get; init; }

    public string? Note { get; init; }
}

/// <summary>A code, and the fact's value when a resource has it. <paramref name="IsPrefix"/> takes the subdivisions too (<c>C50</c>: <c>C50.911</c>).</summary>
public sealed record FhirCode(string System, string Code, bool IsPrefix, FhirAnswer? Is)
{
    /// <summary>The units of what the code means (a mass, a molar amount). A result in another one is believed and the difference reported; empty says nothing.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    public bool Matches(string system, string code) =>
        string.Equals(system, System, StringComparison.Ordinal)
        && (IsPrefix ? code.StartsWith(Code, StringComparison.Ordinal) : string.Equals(code, Code, StringComparison.Ordinal));
}

/// <summary>A value of the fact; exactly one is set, none when the answer leaves the fact unknown.</summary>
public sealed record FhirAnswer(bool? Boolean = null, decimal? Number = null, string? Word = null)
{
    public static readonly FhirAnswer Unknown = new();
}

/// <summary>A condition on the resource: a coding among <see cref="Codes"/>, or a text among <see cref="Words"/>, at the path.</summary>
public sealed record FhirCondition(FhirPath Path, IReadOnlyList<FhirCode> Codes, IReadOnlyList<string> Words);

/// <summary>The resource must lie within so many days of the one that gave the other fact; no constraint while that is unknown.</summary>
public sealed record FhirNear(string Fact, int Days);

/// <summary>Which of the accepted resources give the value.</summary>
public enum FhirSelection
{
    /// <summary>All must agree.</summary>
    Only,
    Latest,
    Earliest,

    /// <summary>How many there are; never zero, because none is unknown.</summary>
    Count,

    /// <summary>True when there is one; never false.</summary>
    Exists,

    /// <summary>Completed years from the date to the day of the decision.</summary>
    Age,
}

/// <summary>What becomes of values that contradict each other: at the same time in one source, or in several sources.</summary>
public enum FhirConflict
{
    Unknown,
    Highest,
    Lowest,

    /// <summary>The value of the first source in document order; within one source unknown.</summary>
    First,
}

public enum FhirUnitRule
{
    /// <summary>The value has no unit: a code, a date, an age.</summary>
    None,

    /// <summary>A quantity whose unit is missing or does not convert to the fact's is refused.</summary>
    MustConvert,

    /// <summary>For scores and ratios: as above, but a missing unit is the fact's own.</summary>
    Optional,
}
