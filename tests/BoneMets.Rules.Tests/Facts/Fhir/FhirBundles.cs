using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Facts.Fhir;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Facts.Fhir;

/// <summary>The schemas and the data of <c>tests/spec/fhir</c>, and readings as lines that a table can hold.</summary>
internal static class FhirBundles
{
    public static readonly string Folder = Path.Combine(SpecTable.Folder, "fhir");

    public static readonly IReadOnlyDictionary<string, ObjectSchema> Shipped = Read(Directory.GetFiles(Path.Combine(SpecTable.Root(), "workflows", "facts"), "*.schema.json"));

    public static readonly IReadOnlyDictionary<string, ObjectSchema> Trial = Read(Directory.GetFiles(Folder, "*.schema.json"));

    /// <summary>As the facts of <c>patient</c>; what comes out always fits the schema.</summary>
    public static FhirReading Read(string bundle, string asOf, string? patient = null, string schema = "patient") => Read(Encoding.UTF8.GetBytes(bundle), asOf, patient, schema);

    public static FhirReading Read(byte[] bundle, string asOf, string? patient = null, string schema = "patient")
    {
        (string, ObjectSchema)[] inputs = [("patient", Shipped.GetValueOrDefault(schema) ?? Trial[schema])];
        var reading = FhirFacts.Read(inputs, bundle, DateOnly.ParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture), patient, "/bundle");
        if (reading.Errors.Count > 0) return reading;
        var facts = new FactReader(inputs);
        var errors = new List<Diagnostic>();
        Assert.True(facts.Read(reading.Facts.Span, facts.Rent(), errors), string.Join("\n", errors));
        return reading;
    }

    public static JsonNode Facts(FhirReading reading) => JsonNode.Parse(reading.Facts.Span)!;

    public static string Line(FhirTaken taken) =>
        $"{taken.Fact} {taken.Resource} {taken.Path ?? "null"} {taken.Date ?? "-"}: {taken.Value}{(taken.Note is null ? "" : $" ({taken.Note})")}";

    public static string Line(FhirRejected rejected) =>
        $"{rejected.Fact ?? "*"} {rejected.Resource} {JsonNamingPolicy.CamelCase.ConvertName(rejected.Kind.ToString())}: {rejected.Reason}{(rejected.More == 0 ? "" : $" +{rejected.More}")}";

    private static List<FhirValueSet> ValueSets()
    {
        var bag = new DiagnosticBag();
        var sets = Directory.GetFiles(Path.Combine(SpecTable.Root(), "workflows", "valuesets"), "*.json")
            .Select(f => ValueSetReader.Read(Path.GetFileNameWithoutExtension(f), JsonText.Parse(f, File.ReadAllText(f)).Root!, bag)!).ToList();
        Assert.Empty(bag.Items);
        return sets;
    }

    private static IReadOnlyDictionary<string, ObjectSchema> Read(IEnumerable<string> paths)
    {
        var bag = new DiagnosticBag();
        var files = paths.Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f)[..^".schema.json".Length], JsonText.Parse(f, File.ReadAllText(f)).Root!));
        var schemas = FactSchemaReader.ReadAll([.. files], bag, ValueSets());
        // A table shows what becomes of a value set that is not there.
        Assert.DoesNotContain(bag.Items, i => i.Code != DiagnosticCode.UnknownValueSet);
        return schemas;
    }
}
