using System.Text.Json;

namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>Which element says when a resource holds.</summary>
internal static class FhirTimeOf
{
    /// <summary>Tried in order. A period counts with its end, written <c>name.end</c>.</summary>
    private static readonly Dictionary<string, string[]> Elements = new(StringComparer.Ordinal)
    {
        ["Observation"] = ["effectiveDateTime", "effectivePeriod.end", "effectivePeriod.start", "effectiveInstant", "issued"],
        ["DiagnosticReport"] = ["effectiveDateTime", "effectivePeriod.end", "effectivePeriod.start", "issued"],
        ["Condition"] = ["recordedDate", "onsetDateTime", "onsetPeriod.start"],
        ["AllergyIntolerance"] = ["recordedDate", "onsetDateTime", "onsetPeriod.start"],
        ["Procedure"] = ["performedDateTime", "performedPeriod.end", "performedPeriod.start"],
        ["MedicationRequest"] = ["authoredOn"],
        // A statement about a treatment that goes on is as new as the day on which it was made.
        ["MedicationStatement"] = ["effectiveDateTime", "effectivePeriod.end", "dateAsserted", "effectivePeriod.start"],
        ["MedicationAdministration"] = ["effectiveDateTime", "effectivePeriod.end", "effectivePeriod.start"],
    };

    public static (FhirTime? Time, string? Unreadable) Resource(FhirResource resource)
    {
        foreach (var path in Elements.GetValueOrDefault(resource.Type, []))
        {
            if (At(resource.Element, path) is not { } element) continue;
            // What stands there and is no date is not passed over: the next element may say something else.
            return FhirJson.Text(element) is { } text && FhirTime.Parse(text) is { } time ? (time, null) : (null, element.ValueKind == JsonValueKind.String ? element.GetRawText() : "no text");
        }
        return (null, null);
    }

    private static JsonElement? At(JsonElement resource, string path)
    {
        var point = path.IndexOf('.', StringComparison.Ordinal);
        if (point < 0) return FhirJson.Get(resource, path);
        return FhirJson.Get(resource, path[..point]) is { } period ? FhirJson.Get(period, path[(point + 1)..]) : null;
    }
}
