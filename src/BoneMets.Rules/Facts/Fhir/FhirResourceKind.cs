namespace BoneMets.Rules.Facts.Fhir;

/// <summary>The resource types that a mapping may name, with the words of their status elements that FHIR R4 defines and that can give a fact.</summary>
internal sealed record FhirResourceKind(string Name, IReadOnlyList<string> Status, IReadOnlyList<string> ClinicalStatus, IReadOnlyList<string> VerificationStatus)
{
    /// <summary>In a list of accepted statuses: the resource has no such element.</summary>
    public const string Absent = "absent";

    private static readonly string[] Reports = ["registered", "preliminary", "final", "amended", "corrected"];

    public static readonly IReadOnlyList<FhirResourceKind> All =
    [
        new("Patient", [], [], []),
        new("Condition", [], ["active", "recurrence", "relapse", "inactive", "remission", "resolved", Absent], ["unconfirmed", "provisional", "differential", "confirmed", Absent]),
        new("AllergyIntolerance", [], ["active", "inactive", "resolved", Absent], ["unconfirmed", "confirmed", Absent]),
        new("Observation", Reports, [], []),
        new("DiagnosticReport", [.. Reports, "partial", "appended"], [], []),
        new("Procedure", ["preparation", "in-progress", "on-hold", "stopped", "completed"], [], []),
        new("MedicationRequest", ["active", "on-hold", "completed", "stopped", "cancelled", "draft"], [], []),
        new("MedicationStatement", ["active", "completed", "intended", "stopped", "on-hold"], [], []),
        new("MedicationAdministration", ["in-progress", "on-hold", "completed", "stopped"], [], []),
    ];

    /// <summary>Words that FHIR has and that no mapping accepts.</summary>
    public static readonly IReadOnlyList<string> Never = ["entered-in-error", "refuted", "not-done", "not-taken", "unknown"];

    public bool HasCode => Name is not "Patient";
}
