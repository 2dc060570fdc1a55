using System.Text.Json;

namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>What a Patient says of their death.</summary>
/// <param name="Date">As written; null where none is.</param>
/// <param name="IsLater">It is dated after the day of the decision, as precise as the date is: on that day the patient lived.</param>
internal sealed record FhirDeath(string? Date, bool IsLater)
{
    private const string Dated = "deceasedDateTime", Undated = "deceasedBoolean";

    /// <summary>Null when it says of none. A date that is there and cannot be read, or is absent for a reason (<c>_deceasedDateTime</c>), is one of which the day is not known.</summary>
    public static FhirDeath? Of(JsonElement patient, DateOnly asOf)
    {
        if (FhirJson.Get(patient, Dated) is { } written)
        {
            var text = FhirJson.Text(written);
            return new FhirDeath(text, text is not null && FhirTime.Parse(text) is { } time && time.From > asOf);
        }
        return FhirJson.IsTrue(patient, Undated) || FhirJson.Get(patient, "_" + Dated) is not null ? new FhirDeath(null, IsLater: false) : null;
    }
}
