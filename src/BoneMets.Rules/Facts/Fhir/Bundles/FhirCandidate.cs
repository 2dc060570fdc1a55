namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>A resource that a source accepts, with the value that it gives; <see cref="Path"/> is null when the code or the existence is the value.</summary>
internal sealed record FhirCandidate(FhirResource Resource, FhirFactValue Value, string? Path, string Shown, string? Note)
{
    public FhirTime? Time => Resource.When.Time;
}

/// <summary>A resource that a source looked for and refused.</summary>
internal sealed record FhirRefused(FhirResource Resource, FhirRefusal Kind, string Reason, string? Shown = null);
