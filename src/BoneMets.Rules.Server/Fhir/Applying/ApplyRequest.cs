namespace BoneMets.Rules.Server.Fhir.Applying;

/// <summary>For whom a workflow is to be applied, and the data that there are.</summary>
/// <param name="Subject">As the Bundle names the patient.</param>
/// <param name="Encounter">Named in the answer; null for none.</param>
/// <param name="Bundle">UTF-8.</param>
/// <param name="BundleAt">Where it stands in the request.</param>
/// <param name="Unused">Parameters that were sent and have no effect.</param>
internal sealed record ApplyRequest(string Subject, string? Encounter, ReadOnlyMemory<byte> Bundle, string BundleAt, IReadOnlyList<string> Unused);
