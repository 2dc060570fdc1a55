using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Facts.Fhir;

/// <summary>Reads <c>x-fhir</c> of one fact.</summary>
internal static class FhirMappingReader
{
    private const string Example = """{"sources": [{"resource": "Patient", "value": ["birthDate"], "select": "age"}], "absent": "unknown"}""";

    private static readonly Words<FhirConflict> Conflicts = new()
    {
        { "unknown", FhirConflict.Unknown },
        { "highest", FhirConflict.Highest },
        { "lowest", FhirConflict.Lowest },
        { "first", FhirConflict.First },
    };

    /// <summary>Null when the fact has none, or after a finding.</summary>
    public static FhirMapping? Read(FactSchemaReader schemas, FactProperty fact, JsonTextNode node)
    {
        if (FhirObject.Of(schemas, node, "`x-fhir`", Example) is not { } mapping) return null;
        mapping.Only("sources", "absent", "conflict", "note");
        CheckAbsent(schemas, mapping);
        mapping.Required("sources", "for example `" + Example + "`");
        var reader = new FhirSourceReader(schemas, fact);
        var sources = mapping.List("sources").Select(reader.Read).OfType<FhirSource>().ToList();
        var conflict = mapping.Word("conflict", Conflicts) ?? FhirConflict.Unknown;
        if (conflict is FhirConflict.Highest or FhirConflict.Lowest && fact.Type is not NumberType)
            schemas.Add(mapping.Get("conflict")!, DiagnosticCode.InvalidFhirMapping, $"`{fact.Name}` is {fact.Type.Describe()}, so no value is the highest or lowest", "`first` or `unknown`");
        var note = mapping.Text("note");
        return sources.Count == 0 ? null : new FhirMapping(sources, conflict, note, node);
    }

    /// <summary>It is written out although there is no choice, so that nobody who reads a mapping takes silence for a no.</summary>
    private static void CheckAbsent(FactSchemaReader schemas, FhirObject mapping)
    {
        const string help = "write `\"absent\": \"unknown\"`: that no resource is found is no evidence of absence";
        if (mapping.Required("absent", help) is { } absent && absent.Text is not "unknown")
            schemas.Add(absent, DiagnosticCode.NotOneOf, $"{FactProblems.Quote(absent.Text ?? absent.Raw)} is not allowed here", help);
    }
}
