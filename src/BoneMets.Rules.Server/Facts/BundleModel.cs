using System.Text.Json;
using System.Text.Json.Serialization;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Server.Language;
using BoneMets.Rules.Server.Library;

namespace BoneMets.Rules.Server.Facts;

/// <summary>A FHIR R4 Bundle to be read as the facts of a workflow.</summary>
/// <param name="Bundle">Of any type, with the resources of one patient.</param>
/// <param name="AsOf">The date that ages and maximum ages are counted to, <c>yyyy-MM-dd</c>; today in UTC when left out.</param>
/// <param name="Patient">Whose facts, as the Bundle names the patient (<c>Patient/123</c>). Needed only where it has several.</param>
public sealed record ReadBundle([property: JsonConverter(typeof(WholeValue))] JsonElement Bundle, string? AsOf = null, string? Patient = null);

/// <summary>What a Bundle says, and what was taken from it and what was not.</summary>
/// <param name="Facts">As <c>execute</c> takes them. What the Bundle does not say is left out, which is unknown.</param>
/// <param name="Taken">In the order of the facts; a fact that several resources say has a line for each.</param>
/// <param name="Rejected">In the order of the facts. Resources that no fact looks for are not listed.</param>
/// <param name="Notes">About the whole Bundle: a patient who has died, pages that are missing.</param>
public sealed record BundleAnswer(string AsOf, JsonElement Facts, IReadOnlyList<TakenAnswer> Taken, IReadOnlyList<RejectedAnswer> Rejected, IReadOnlyList<string> Notes)
{
    internal static BundleAnswer Of(FhirReading reading, DateOnly asOf)
    {
        var report = BundleReport.Of(reading);
        return new BundleAnswer(asOf.ToString("yyyy-MM-dd"), report.Facts, report.Taken, report.Rejected, report.Notes);
    }
}

/// <summary>The same beside a decision, which has the date itself.</summary>
public sealed record BundleReport(JsonElement Facts, IReadOnlyList<TakenAnswer> Taken, IReadOnlyList<RejectedAnswer> Rejected, IReadOnlyList<string> Notes)
{
    /// <summary>A workflow without declared inputs has no mappings: it gets no facts and a note.</summary>
    internal static FhirReading Read(LibraryWorkflow workflow, ReadOnlyMemory<byte> bundle, DateOnly asOf, string? patient) =>
        FhirFacts.Read([.. workflow.Bound?.Inputs.Select(i => (i.Name, i.Schema)) ?? []], bundle, asOf, patient, "/bundle");

    internal static BundleReport Of(FhirReading reading)
    {
        using var facts = JsonDocument.Parse(reading.Facts);
        return new BundleReport(
            facts.RootElement.Clone(),
            [.. reading.Taken.Select(t => new TakenAnswer(t.Fact, t.Resource, t.Path, t.Date, t.Value, t.Note))],
            [.. reading.Rejected.Select(r => new RejectedAnswer(r.Fact, r.Resource, r.Date, r.Value, EnumWord.Of(r.Kind), r.Reason, r.More))],
            reading.Notes);
    }
}

/// <param name="Fact">Its path, such as <c>patient.totalCalcium</c>.</param>
/// <param name="Resource">Type and id, such as <c>Observation/ca-1</c>; of a resource without an id its place, such as <c>Observation (entry 3)</c>.</param>
/// <param name="Path">Where in the resource the value stands; <c>null</c> when its code or its existence is the value.</param>
/// <param name="Date">As the resource has it; <c>null</c> when it has none.</param>
/// <param name="Value">As the resource has it, with its unit: <c>2.6 mmol/L</c>.</param>
/// <param name="Note">What was converted, assumed or preferred.</param>
public sealed record TakenAnswer(string Fact, string Resource, string? Path, string? Date, string Value, string? Note);

/// <param name="Kind"><c>status</c>, <c>date</c>, <c>age</c>, <c>unit</c>, <c>value</c>, <c>range</c>, <c>answer</c>, <c>excluded</c>, <c>condition</c>, <c>conflict</c>, <c>subject</c>, <c>resource</c>.</param>
/// <param name="Reason">In words.</param>
/// <param name="Fact">Its path; <c>null</c> when the resource was refused for every fact.</param>
/// <param name="More">Further resources that were refused for the same reason.</param>
public sealed record RejectedAnswer(string? Fact, string Resource, string? Date, string? Value, string Kind, string Reason, int More);
