using System.Text.Json;

namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>Finds the facts of one object, and of the objects inside it. A fact that must lie near another one is looked for after it.</summary>
internal sealed class FhirObjectSearch(ObjectSchema schema, string path, FhirWorld world, FhirReport report)
{
    private readonly Dictionary<string, FhirFinding?> findings = new(StringComparer.Ordinal);

    public static bool HasMapping(ObjectSchema schema) => schema.Properties.Any(p => p.Fhir is not null || (p.Type is ObjectType inner && HasMapping(inner.Schema)));

    /// <summary>Writes the object under its name; nothing, its owner neither, when nothing is known.</summary>
    public void Write(Utf8JsonWriter writer, string name, Action? openOwner = null)
    {
        var isOpen = false;
        foreach (var fact in schema.Properties)
        {
            if (fact.Type is ObjectType inner && HasMapping(inner.Schema)) new FhirObjectSearch(inner.Schema, $"{path}.{fact.Name}", world, report).Write(writer, fact.Name, Open);
            if (fact.Fhir is null || Find(fact) is not { } finding) continue;
            Report(fact, finding);
            if (finding.Value is not { } value) continue;
            Open();
            value.Write(writer, fact.Name);
        }
        if (isOpen) writer.WriteEndObject();

        void Open()
        {
            if (isOpen) return;
            openOwner?.Invoke();
            writer.WriteStartObject(name);
            isOpen = true;
        }
    }

    /// <summary>Null while it is being looked for: facts that must lie near each other do not wait for each other.</summary>
    private FhirFinding? Find(FactProperty fact)
    {
        if (findings.TryGetValue(fact.Name, out var known)) return known;
        findings.Add(fact.Name, null);
        return findings[fact.Name] = FhirFinding.Of(fact, world, other => schema.Find(other) is { Fhir: not null } near ? Find(near)?.Time : null);
    }

    private void Report(FactProperty fact, FhirFinding finding)
    {
        var name = $"{path}.{fact.Name}";
        foreach (var set in fact.Fhir!.Sources.Where(s => s.Installed is null).Select(s => s.ValueSet).OfType<string>().Distinct(StringComparer.Ordinal))
            report.Notes.Add($"the value set {FactProblems.Quote(set)} of `{name}` is not installed: only the codes of its mapping count");
        foreach (var taken in finding.Taken) report.Take(new FhirTaken(name, taken.Resource.Name, taken.Path, taken.Time?.Text, taken.Shown, taken.Note));
        foreach (var refused in finding.Refused) report.Reject(name, refused.Resource.Name, refused.Kind, refused.Reason, refused.Resource.When.Time, refused.Shown);
    }
}
