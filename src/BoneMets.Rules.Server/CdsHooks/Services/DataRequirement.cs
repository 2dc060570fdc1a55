namespace BoneMets.Rules.Server.CdsHooks.Services;

/// <summary>Data of one kind that a service reads: its key in <c>prefetch</c>, and how it is asked for.</summary>
/// <param name="Key">Stands for this query and no other, also in requests.</param>
/// <param name="ResourceType">What the answer holds.</param>
/// <param name="Query">A FHIR read or search with <see cref="PatientToken"/> where the patient's id goes.</param>
/// <param name="IsRequired">Without it there is no answer; otherwise the answer says that it was missing.</param>
/// <param name="Label">As people call it.</param>
/// <param name="Facts">Paths of the facts that it may give.</param>
internal sealed record DataRequirement(string Key, string ResourceType, string Query, bool IsRequired, string Label, IReadOnlyList<string> Facts)
{
    public const string PatientToken = "{{context.patientId}}";

    /// <summary>The codes that the query asks for; empty when it asks for everything of the type.</summary>
    public IReadOnlyList<(string System, string Code)> Codes { get; init; } = [];

    public bool IsPatient => ResourceType is "Patient";

    /// <summary>The query for one patient, to be put behind the address of a FHIR server.</summary>
    public string For(string patientId) => Query.Replace(PatientToken, Uri.EscapeDataString(patientId), StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal);
}
