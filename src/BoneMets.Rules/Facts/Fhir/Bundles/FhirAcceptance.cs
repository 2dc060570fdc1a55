using System.Text.Json;

namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>Whether a resource with the right code may give the fact: status, conditions, and what FHIR says must not be passed over.</summary>
internal static class FhirAcceptance
{
    private const string Terminology = "http://terminology.hl7.org/CodeSystem/";

    /// <summary>Null when it may. What had to be assumed goes to <paramref name="assumed"/>.</summary>
    public static (FhirRefusal Kind, string Reason)? Refusal(FhirResource resource, FhirSource source, List<string> assumed)
    {
        var element = resource.Element;
        if (FhirJson.Items(element, "modifierExtension").Any()) return (FhirRefusal.Resource, "it has a `modifierExtension`, which may reverse what it says");
        if (FhirJson.Get(element, "implicitRules") is not null) return (FhirRefusal.Resource, "it has `implicitRules`, which are not known here");
        if (FhirJson.IsTrue(element, "doNotPerform")) return (FhirRefusal.Status, "`doNotPerform`: it says what is not to be done");
        if (source.Status.Count > 0 && WrongWord(FhirJson.Text(element, "status"), "status", source.Status) is { } status) return (FhirRefusal.Status, status);
        if (WrongConcept(resource, "verificationStatus", source.VerificationStatus, assumed) is { } verification) return (FhirRefusal.Status, verification);
        if (WrongConcept(resource, "clinicalStatus", source.ClinicalStatus, assumed) is { } clinical) return (FhirRefusal.Status, clinical);
        if (FhirJson.Items(element, "focus").Any(IsSomebody)) return (FhirRefusal.Subject, "its `focus` is somebody else");
        foreach (var condition in source.Where)
            if (!Holds(element, condition)) return (FhirRefusal.Condition, $"`{condition.Path.Text}` is not what the mapping asks for");
        if (resource.Type is "Observation" && source.Selection is FhirSelection.Exists or FhirSelection.Count) return NoResult(element);
        return null;
    }

    /// <summary>Whoever wrote it says that it is no result.</summary>
    public static bool IsWithdrawn(FhirResource resource) => FhirJson.Text(resource.Element, "status") is "entered-in-error" or "cancelled";

    private static string? WrongWord(string? word, string name, IReadOnlyList<string> accepted) =>
        word is null ? $"it has no `{name}`" : accepted.Contains(word, StringComparer.Ordinal) ? null : $"its `{name}` is {FactProblems.Quote(word)}";

    private static string? WrongConcept(FhirResource resource, string name, IReadOnlyList<string> accepted, List<string> assumed)
    {
        if (accepted.Count == 0) return null;
        if (FhirJson.Get(resource.Element, name) is not { } concept)
        {
            if (!accepted.Contains(FhirResourceKind.Absent)) return $"it has no `{name}`";
            if (name is "clinicalStatus" && IsAbated(resource.Element)) return "it has no `clinicalStatus` and an abatement";
            assumed.Add(name is "clinicalStatus" ? "no `clinicalStatus`: taken as current" : $"no `{name}`: taken as said");
            return null;
        }
        var system = Terminology + (resource.Type is "Condition" ? "condition-" : "allergyintolerance-") + (name is "clinicalStatus" ? "clinical" : resource.Type is "Condition" ? "ver-status" : "verification");
        var words = FhirCoding.Of(concept).Where(c => string.Equals(c.System, system, StringComparison.Ordinal)).Select(c => c.Code).ToList();
        if (words.Count == 0) return $"its `{name}` has no code of FHIR R4";
        return words.Select(w => WrongWord(w, name, accepted)).FirstOrDefault(w => w is not null);
    }

    private static bool IsAbated(JsonElement condition) => condition.EnumerateObject().Any(p => p.Name.StartsWith("abatement", StringComparison.Ordinal));

    private static bool IsSomebody(JsonElement focus) =>
        FhirJson.Text(focus, "reference") is { } reference && FhirReference.TypeAndId(FhirReference.WithoutVersion(reference)) is { } target
        && (target.StartsWith("Patient/", StringComparison.Ordinal) || target.StartsWith("RelatedPerson/", StringComparison.Ordinal) || target.StartsWith("Group/", StringComparison.Ordinal));

    private static bool Holds(JsonElement resource, FhirCondition condition)
    {
        foreach (var element in FhirPathWalk.Of(resource, condition.Path))
        {
            if (condition.Codes.Count > 0 && FhirCoding.Of(element).Any(c => c.Meets(condition.Codes))) return true;
            if (condition.Words.Count > 0 && Word(element) is { } word && condition.Words.Contains(word, StringComparer.Ordinal)) return true;
        }
        return false;
    }

    private static string? Word(JsonElement element) => element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetRawText() : FhirJson.Text(element);

    /// <summary>An Observation that was not made, or that says no, exists all the same.</summary>
    private static (FhirRefusal Kind, string Reason)? NoResult(JsonElement observation)
    {
        if (FhirValues.IsAbsent(observation)) return (FhirRefusal.Value, FhirValues.AbsentReason);
        if (FhirJson.Get(observation, "valueBoolean") is { ValueKind: JsonValueKind.False }) return (FhirRefusal.Value, "it says false");
        var hasResult = observation.EnumerateObject().Any(p => p.Name.StartsWith("value", StringComparison.Ordinal) || p.Name is "component" or "hasMember");
        return hasResult ? null : (FhirRefusal.Value, "it has no result");
    }
}

/// <summary>What FHIR has instead of a value.</summary>
internal static class FhirValues
{
    public const string AbsentReason = "it says why there is no value (`dataAbsentReason`)";

    public static bool IsAbsent(JsonElement observation) =>
        FhirJson.Get(observation, "dataAbsentReason") is not null
        || (FhirJson.Get(observation, "valueCodeableConcept") is { } concept && FhirCoding.Of(concept).Any(c => c.System is FhirCoding.DataAbsentReason));
}
