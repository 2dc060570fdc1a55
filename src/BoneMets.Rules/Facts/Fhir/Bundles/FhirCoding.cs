using System.Text.Json;

namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>A code of a resource. <see cref="System"/> is null for an element of type <c>code</c>, which names none: it is that of its binding.</summary>
internal readonly record struct FhirCoding(string? System, string Code)
{
    public const string DataAbsentReason = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
    private const int LongestShown = 60;

    /// <summary>For reports: never the display, which is wrong often enough.</summary>
    public string Shown => Code.Length <= LongestShown ? Code : Code[..LongestShown] + "…";

    /// <summary>The codings of a CodeableConcept, a Coding or a code. A coding without a system says nothing and is left out.</summary>
    public static IEnumerable<FhirCoding> Of(JsonElement element)
    {
        if (FhirJson.Text(element) is { } code) return [new FhirCoding(null, code)];
        if (FhirJson.Get(element, "coding") is { ValueKind: JsonValueKind.Array } list) return list.EnumerateArray().Select(One).OfType<FhirCoding>();
        return One(element) is { } coding ? [coding] : [];
    }

    /// <summary><c>code</c>; of a medication its concept, or that of the Medication that it refers to.</summary>
    public static IEnumerable<FhirCoding> OfUsualElement(FhirResource resource, FhirReferences references)
    {
        var isMedication = resource.Type is "MedicationRequest" or "MedicationStatement" or "MedicationAdministration";
        if (FhirJson.Get(resource.Element, isMedication ? "medicationCodeableConcept" : "code") is { } concept) return OfConcept(concept);
        if (!isMedication || FhirJson.Get(resource.Element, "medicationReference") is not { } reference || FhirJson.Text(reference, "reference") is not { } target) return [];
        return references.Resolve(resource, target) is { } medication && FhirJson.Text(medication, "resourceType") is "Medication" && FhirJson.Get(medication, "code") is { } named ? OfConcept(named) : [];
    }

    public bool Meets(IReadOnlyList<FhirCode> codes)
    {
        foreach (var code in codes)
            if (IsA(code)) return true;
        return false;
    }

    public bool IsA(FhirCode code) => code.Matches(System ?? code.System, Code);

    /// <summary>A mere text where codings belong is no code.</summary>
    private static IEnumerable<FhirCoding> OfConcept(JsonElement concept) => concept.ValueKind == JsonValueKind.Object ? Of(concept) : [];

    private static FhirCoding? One(JsonElement coding) =>
        FhirJson.Text(coding, "system") is { Length: > 0 } system && FhirJson.Text(coding, "code") is { Length: > 0 } code ? new FhirCoding(system, code) : null;
}
