using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>
/// Reads a FHIR R4 Bundle as facts, by the mappings of the fact schemas (<c>docs/fhir-mapping.md</c>). What the Bundle does not say stays
/// unknown. Thread safe; in time about proportional to the Bundle, whatever is in it.
/// </summary>
public static class FhirFacts
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = FactReader.MostNested, AllowDuplicateProperties = false };

    /// <param name="inputs">Of the workflow that the facts are for.</param>
    /// <param name="bundle">UTF-8.</param>
    /// <param name="asOf">The day of the decision: ages are counted to it.</param>
    /// <param name="patient">Whose facts, as the Bundle names the patient; needed only where it has several.</param>
    /// <param name="pointer">Where the Bundle stands in the caller's message.</param>
    public static FhirReading Read(IReadOnlyList<(string Name, ObjectSchema Schema)> inputs, ReadOnlyMemory<byte> bundle, DateOnly asOf, string? patient = null, string pointer = "")
    {
        var report = new FhirReport();
        var errors = new List<Diagnostic>();
        using var document = Parse(bundle, errors, pointer);
        if (document is null || FhirBundle.Read(document.RootElement, report, errors, pointer) is not { } read || FhirWorld.Of(read, patient, asOf, report, errors, pointer) is not { } world)
            return new FhirReading(default, [], [], [], errors);
        if (!inputs.Any(i => FhirObjectSearch.HasMapping(i.Schema))) report.Notes.Add("no fact of this workflow says where it stands in FHIR (`x-fhir`): all of them have to be given");
        var facts = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(facts))
        {
            writer.WriteStartObject();
            foreach (var (name, schema) in inputs) WriteInput(writer, inputs, name, schema, world, report);
            writer.WriteEndObject();
        }
        return new FhirReading(facts.WrittenMemory, report.Taken, report.Rejected, report.Notes, []) { Subject = world.Subject };
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> bundle, List<Diagnostic> errors, string pointer)
    {
        try
        {
            if (Utf8.IsValid(bundle.Span)) return JsonDocument.Parse(bundle, Strict);
            errors.Add(new Diagnostic(DiagnosticCode.FhirBundleUnusable, "the Bundle is not UTF-8", Pointer: pointer));
        }
        catch (JsonException malformed)
        {
            var line = (int)Math.Min(malformed.LineNumber ?? 0, int.MaxValue - 1) + 1;
            errors.Add(new Diagnostic(DiagnosticCode.FhirBundleUnusable, $"the Bundle is no JSON that can be read, in line {line}",
                $"a name stands twice in one object, it is nested more than {FactReader.MostNested} levels deep, or it is not well-formed", Pointer: pointer, Line: line));
        }
        catch (InvalidOperationException)
        {
            errors.Add(new Diagnostic(DiagnosticCode.FhirBundleUnusable, "a name in the Bundle has half a character in it", Pointer: pointer));
        }
        return null;
    }

    private static void WriteInput(Utf8JsonWriter writer, IReadOnlyList<(string Name, ObjectSchema Schema)> inputs, string name, ObjectSchema schema, FhirWorld world, FhirReport report)
    {
        if (!FhirObjectSearch.HasMapping(schema)) return;
        if (inputs.Count(i => ReferenceEquals(i.Schema, schema)) > 1)
        {
            report.Notes.Add($"`{name}` is not read: several inputs are of the kind {schema.Name}, and the Bundle does not tell which is meant");
            return;
        }
        new FhirObjectSearch(schema, name, world, report).Write(writer, name);
    }
}
