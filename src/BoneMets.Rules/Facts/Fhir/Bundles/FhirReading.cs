using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>The facts that a Bundle says, and its data quality: what they rest on, and what was not taken.</summary>
/// <param name="Facts">UTF-8, as <see cref="FactReader"/> takes them; what the Bundle does not say is left out.</param>
/// <param name="Taken">A line for each resource that a fact rests on, in the order of the facts.</param>
/// <param name="Rejected">What was looked for and refused, in the order of the facts.</param>
/// <param name="Notes">About the whole Bundle.</param>
/// <param name="Errors">The Bundle cannot be read, or not as one patient's; then there is nothing else.</param>
public sealed record FhirReading(
    ReadOnlyMemory<byte> Facts, IReadOnlyList<FhirTaken> Taken, IReadOnlyList<FhirRejected> Rejected, IReadOnlyList<string> Notes, IReadOnlyList<Diagnostic> Errors)
{
    /// <summary>What the Bundle has of the patient.</summary>
    public FhirSubject Subject { get; init; }
}

/// <summary>How far the patient of a Bundle is known.</summary>
public enum FhirSubject
{
    /// <summary>It is about nobody.</summary>
    None,

    /// <summary>Resources refer to them, and there is no Patient.</summary>
    OnlyNamed,
    Recorded,

    /// <summary>
    /// The Patient says that they have died, and not that it was after the day of the decision: nothing is to be proposed. So does a Patient of
    /// several that contradict each other.
    /// </summary>
    Died,
}

/// <summary>A resource that a fact rests on.</summary>
/// <param name="Fact">Its path.</param>
/// <param name="Resource">Type and id.</param>
/// <param name="Path">Where the value stands in it; null when its code or its existence is the value.</param>
/// <param name="Date">As written.</param>
/// <param name="Value">As written, with the unit.</param>
/// <param name="Note">What was converted, assumed or preferred.</param>
public sealed record FhirTaken(string Fact, string Resource, string? Path, string? Date, string Value, string? Note);

/// <summary>What a fact looked for and did not take.</summary>
/// <param name="Fact">Null when it was refused for all facts.</param>
/// <param name="Resource">Type and id of the latest of them.</param>
/// <param name="Date">As written.</param>
/// <param name="Value">
/// As written, and in brackets in the unit of the fact where it was converted. Null where there is none, where its resource was withdrawn
/// (<c>entered-in-error</c>, <c>cancelled</c>), and where something in it may reverse what it says.
/// </param>
/// <param name="Kind">For programs.</param>
/// <param name="Reason">For people.</param>
/// <param name="More">Further resources refused for the same reason.</param>
public sealed record FhirRejected(string? Fact, string Resource, string? Date, string? Value, FhirRefusal Kind, string Reason, int More);

/// <summary>Why something was not taken.</summary>
public enum FhirRefusal
{
    /// <summary>The resource itself: of an older version, or with something in it that must be understood and is not.</summary>
    Resource,

    /// <summary>Another patient's, or nobody's.</summary>
    Subject,
    Status,

    /// <summary>A code that the mapping excludes.</summary>
    Excluded,

    /// <summary>A condition of the mapping does not hold.</summary>
    Condition,
    Date,
    Age,
    Value,
    Answer,
    Unit,
    Range,
    Conflict,
}
