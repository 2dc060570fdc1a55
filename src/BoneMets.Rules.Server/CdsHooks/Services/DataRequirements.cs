using BoneMets.Rules.Decisions;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Facts.Fhir;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Server.CdsHooks.Services;

/// <summary>
/// Which data a workflow reads from a FHIR server, from the mappings (<c>x-fhir</c>) of the facts that it reads: one query for each type of
/// resource. Results are asked for by their codes, because a patient has thousands; everything else whole, because codes of diagnoses are
/// matched by their beginning and drugs by the Medication that they refer to, which no search can do. Only what every server understands.
/// </summary>
internal static class DataRequirements
{
    private const int LongestQuery = 1_800;
    private const string Ordered = "&_sort=-date&_count=200";

    private static readonly Dictionary<string, (string Key, string Label)> Names = new(StringComparer.Ordinal)
    {
        ["Patient"] = ("patient", "patient record"),
        ["Condition"] = ("conditions", "diagnoses"),
        ["AllergyIntolerance"] = ("allergies", "allergies"),
        ["Observation"] = ("observations", "results and observations"),
        ["DiagnosticReport"] = ("reports", "diagnostic reports"),
        ["Procedure"] = ("procedures", "procedures"),
        ["MedicationRequest"] = ("medicationRequests", "medication orders"),
        ["MedicationStatement"] = ("medicationStatements", "medication statements"),
        ["MedicationAdministration"] = ("medicationAdministrations", "administered medication"),
    };

    public static IReadOnlyList<DataRequirement> Of(BoundWorkflow workflow, IReadOnlyList<string> required)
    {
        var sources = Sources(workflow).ToLookup(s => s.Source.Resource, StringComparer.Ordinal);
        // A patient is asked for even where no fact is read from one: whose data these are, and whether they live.
        var result = new List<DataRequirement> { Whole("Patient", sources, isRequired: true) };
        foreach (var type in Names.Keys.Where(k => k is not "Patient" && (sources.Contains(k) || required.Contains(k, StringComparer.Ordinal))))
        {
            var isRequired = required.Contains(type, StringComparer.Ordinal);
            if (type is "Observation" && Codes(sources[type]) is { Count: > 0 } codes) result.AddRange(ByCode(codes, sources, isRequired));
            else result.Add(Whole(type, sources, isRequired));
        }
        return result;
    }

    /// <summary>Facts with a mapping, and the facts that those have to lie near to.</summary>
    public static IEnumerable<(string Fact, FhirSource Source)> Sources(BoundWorkflow workflow)
    {
        var paths = new SortedSet<string>(workflow.FactsRead, StringComparer.Ordinal);
        foreach (var path in workflow.FactsRead)
            foreach (var near in (FactPaths.Find(workflow, path)?.Fhir?.Sources ?? []).Select(s => s.Near?.Fact).OfType<string>())
                paths.Add(path[..(path.LastIndexOf('.') + 1)] + near);
        foreach (var path in paths)
            foreach (var source in FactPaths.Find(workflow, path)?.Fhir?.Sources ?? [])
                yield return (path, source);
    }

    /// <summary>None when a search by code would miss something.</summary>
    private static List<FhirCode> Codes(IEnumerable<(string Fact, FhirSource Source)> sources)
    {
        var codes = new List<FhirCode>();
        foreach (var (_, source) in sources)
        {
            if (source.CodeAt is not null || source.ValueSet is not null || source.Codes.Count == 0 || source.Codes.Any(c => c.IsPrefix)) return [];
            codes.AddRange(source.Codes);
        }
        return codes;
    }

    private static IEnumerable<DataRequirement> ByCode(List<FhirCode> codes, ILookup<string, (string Fact, FhirSource Source)> sources, bool isRequired)
    {
        const string type = "Observation";
        var (key, label) = Names[type];
        var open = codes.GroupBy(c => $"{c.System}|{c.Code}", StringComparer.Ordinal).Select(g => g.Key).Order(StringComparer.Ordinal).ToList();
        for (var part = 1; open.Count > 0; part++)
        {
            var taken = new List<string>();
            var length = 0;
            foreach (var code in open.TakeWhile(c => (length += c.Length + 1) <= LongestQuery || taken.Count == 0)) taken.Add(code);
            open.RemoveRange(0, taken.Count);
            var facts = sources[type].Where(s => s.Source.Codes.Any(c => taken.Contains($"{c.System}|{c.Code}"))).Select(s => s.Fact).Distinct(StringComparer.Ordinal);
            yield return new DataRequirement(part == 1 ? key : $"{key}{part}", type, $"{type}?patient={DataRequirement.PatientToken}&code={string.Join(",", taken)}{Ordered}", isRequired, label, [.. facts])
            {
                Codes = [.. taken.Select(c => (c[..c.LastIndexOf('|')], c[(c.LastIndexOf('|') + 1)..]))],
            };
        }
    }

    private static DataRequirement Whole(string type, ILookup<string, (string Fact, FhirSource Source)> sources, bool isRequired)
    {
        var (key, label) = Names[type];
        var query = type switch
        {
            "Patient" => $"Patient/{DataRequirement.PatientToken}",
            "Observation" or "DiagnosticReport" => $"{type}?patient={DataRequirement.PatientToken}{Ordered}",
            _ => $"{type}?patient={DataRequirement.PatientToken}&_count=200",
        };
        return new DataRequirement(key, type, query, isRequired, label, [.. sources[type].Select(s => s.Fact).Distinct(StringComparer.Ordinal)]);
    }
}
