using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>The one patient whose facts are read. Everything of others stays out: a fact of another patient is worse than none.</summary>
internal sealed class FhirPatient
{
    private const int MostNamed = 5;
    private readonly string? address; // null where the server is not known
    private readonly string name; // Patient/1, or urn:uuid:…
    private readonly string? id;

    private FhirPatient(FhirResource? resource, string reference)
    {
        Resource = resource;
        id = resource?.Id;
        if (FhirReference.IsAddress(resource?.FullUrl)) address = resource!.FullUrl;
        else if (resource is null && FhirReference.IsAddress(reference)) address = reference;
        name = address is not null ? FhirReference.TypeAndId(address) ?? address : reference;
    }

    /// <summary>Null when the Bundle only refers to the patient.</summary>
    public FhirResource? Resource { get; }

    public string Name => Resource?.Id is null ? name : Resource.Name;

    /// <summary>Null after an error, and when the Bundle is about nobody.</summary>
    public static FhirPatient? Of(IReadOnlyList<FhirResource> resources, string? wanted, List<Diagnostic> errors, string pointer)
    {
        var patients = resources.Where(r => r.Type is "Patient").Select(r => new FhirPatient(r, r.FullUrl ?? r.Name)).ToList();
        if (wanted is not null) return Wanted(patients, resources, wanted, errors, pointer);
        if (patients.Count == 0) AddSubjects(patients, resources);
        if (patients.Count <= 1) return patients.FirstOrDefault();
        errors.Add(new Diagnostic(DiagnosticCode.FhirBundleUnusable, "the Bundle is about several patients", Named(patients) + "; name one with `patient`", Pointer: pointer));
        return null;
    }

    /// <summary>What a resource says about whose it is; null when it does not say.</summary>
    public static string? SubjectOf(FhirResource resource)
    {
        if (resource.Type is "Patient" or "Medication") return null;
        return FhirJson.Get(resource.Element, resource.Type is "AllergyIntolerance" ? "patient" : "subject") is { } subject && FhirJson.Text(subject, "reference") is { Length: > 0 } reference
            ? FhirReference.WithoutVersion(reference)
            : null;
    }

    /// <summary>A relative reference is meant on the server that <paramref name="from"/> comes from.</summary>
    public bool IsSubject(FhirResource from, string reference)
    {
        if (ReferenceEquals(from, Resource) || string.Equals(reference, Resource?.FullUrl, StringComparison.Ordinal)) return true;
        var full = Absolute(from, reference);
        if (FhirReference.IsAddress(full) && address is not null) return string.Equals(full, address, StringComparison.Ordinal);
        return IsNamed(FhirReference.IsAddress(full) ? FhirReference.TypeAndId(full) ?? full : full);
    }

    private static string Absolute(FhirResource from, string reference) =>
        FhirReference.IsRelative(reference) && FhirReference.IsAddress(from.FullUrl) ? FhirReference.Base(from.FullUrl!) + reference : reference;

    private bool IsNamed(string text) =>
        string.Equals(text, name, StringComparison.Ordinal) || string.Equals(text, address, StringComparison.Ordinal)
        || (id is not null && (string.Equals(text, $"Patient/{id}", StringComparison.Ordinal) || string.Equals(text, $"urn:uuid:{id}", StringComparison.Ordinal)));

    /// <summary>Those whom the Bundle refers to without having them; a second one is enough to know.</summary>
    private static void AddSubjects(List<FhirPatient> patients, IReadOnlyList<FhirResource> resources)
    {
        foreach (var resource in resources)
        {
            if (SubjectOf(resource) is not { } subject || patients.Exists(p => p.IsSubject(resource, subject))) continue;
            patients.Add(new FhirPatient(null, Absolute(resource, subject)));
            if (patients.Count > 1) return;
        }
    }

    private static FhirPatient? Wanted(IReadOnlyList<FhirPatient> patients, IReadOnlyList<FhirResource> resources, string wanted, List<Diagnostic> errors, string pointer)
    {
        var meant = patients.Where(p => p.IsNamed(wanted)).ToList();
        AddSubjects(meant, [.. resources.Where(r => SubjectOf(r) is { } subject && new FhirPatient(null, Absolute(r, subject)).IsNamed(wanted))]);
        if (meant.Count == 1) return meant[0];
        errors.Add(new Diagnostic(DiagnosticCode.FhirBundleUnusable, $"the Bundle has {(meant.Count == 0 ? "no patient" : "several patients")} {FactProblems.Quote(wanted)}", Named(patients), Pointer: pointer));
        return null;
    }

    private static string Named(IReadOnlyList<FhirPatient> patients) => patients.Count == 0
        ? "it names none"
        : "it names " + string.Join(", ", patients.Take(MostNamed).Select(p => FactProblems.Quote(p.Name))) + (patients.Count > MostNamed ? ", …" : "");
}
