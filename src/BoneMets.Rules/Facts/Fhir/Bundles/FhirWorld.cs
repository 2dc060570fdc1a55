using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>What all facts of one reading look at: the patient's resources, by type.</summary>
internal sealed class FhirWorld
{
    private readonly ILookup<string, FhirResource> byType;

    private FhirWorld(IEnumerable<FhirResource> resources, DateOnly asOf) => (byType, AsOf) = (resources.ToLookup(r => r.Type, StringComparer.Ordinal), asOf);

    public DateOnly AsOf { get; }

    public FhirSubject Subject { get; private init; }

    public IEnumerable<FhirResource> OfType(string type) => byType[type];

    /// <summary>Null after an error.</summary>
    public static FhirWorld? Of(FhirBundle bundle, string? wanted, DateOnly asOf, FhirReport report, List<Diagnostic> errors, string pointer)
    {
        var patient = FhirPatient.Of(bundle.Resources, wanted, errors, pointer);
        if (errors.Count > 0) return null;
        if (patient is null) report.Notes.Add("the Bundle names no patient");
        else if (patient.Resource is { } record) Describe(record, asOf, report);
        else report.Notes.Add($"the Bundle has no Patient resource of {FactProblems.Quote(patient.Name)}");
        var references = new FhirReferences(bundle.Resources);
        return new FhirWorld(bundle.Resources.Where(r => r.Type is not "Medication" && IsTheirs(patient, r, report) && HasReadableCodes(r, references, report)), asOf) { Subject = SubjectOf(patient, bundle, asOf) };
    }

    private static FhirSubject SubjectOf(FhirPatient? patient, FhirBundle bundle, DateOnly asOf)
    {
        if (patient?.Resource is { } record) return HasDied(record, asOf) ? FhirSubject.Died : FhirSubject.Recorded;
        // Of records that contradict each other none is taken; that one of them knows of a death is not passed over.
        if (bundle.Disputed.Any(r => r.Type is "Patient" && patient?.IsSubject(r, r.Name) is not false && HasDied(r, asOf))) return FhirSubject.Died;
        return patient is null ? FhirSubject.None : FhirSubject.OnlyNamed;
    }

    private static bool HasDied(FhirResource patient, DateOnly asOf) => FhirDeath.Of(patient.Element, asOf) is { IsLater: false };

    private static bool IsTheirs(FhirPatient? patient, FhirResource resource, FhirReport report)
    {
        if (patient is not null && ReferenceEquals(resource, patient.Resource)) return true;
        var subject = FhirPatient.SubjectOf(resource);
        if (resource.Type is not "Patient" && subject is null)
        {
            report.Reject(null, resource.Name, FhirRefusal.Subject, "it does not say by a reference whose it is");
            return false;
        }
        if (subject is not null && patient?.IsSubject(resource, subject) is true) return true;
        report.Reject(null, resource.Name, FhirRefusal.Subject, "it is another patient's");
        return false;
    }

    private static bool HasReadableCodes(FhirResource resource, FhirReferences references, FhirReport report)
    {
        resource.ReadCodings(references);
        if (resource.Codings is not null) return true;
        report.Reject(null, resource.Name, FhirRefusal.Resource, "it has more codings than one resource can mean");
        return false;
    }

    private static void Describe(FhirResource patient, DateOnly asOf, FhirReport report)
    {
        if (FhirDeath.Of(patient.Element, asOf) is { } death)
        {
            var day = death.Date is { } date ? $" ({FactProblems.Quote(date).Trim('`')})" : "";
            report.Notes.Add(death.IsLater ? $"the patient has died{day}, after the day of the decision" : $"the patient has died{day}: no treatment is to be proposed");
        }
        if (FhirJson.Get(patient.Element, "active") is { ValueKind: System.Text.Json.JsonValueKind.False }) report.Notes.Add("the record of the patient is not in use (`active` is false)");
        if (FhirJson.Items(patient.Element, "link").Any(l => FhirJson.Text(l, "type") is "replaced-by")) report.Notes.Add("another record has replaced that of the patient (`link`)");
    }
}
