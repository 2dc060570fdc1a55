using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Facts.Fhir;

/// <summary>What a list of codes is for.</summary>
internal enum FhirCodeUse { Match, Exclude, Answer }

/// <summary>Reads <c>[{system, code, match?, is?, units?}]</c>; what a code <c>is</c> must be a value of the fact.</summary>
internal sealed class FhirCodeReader(FactSchemaReader schemas, FactProperty fact)
{
    private const string Example = """{"system": "http://loinc.org", "code": "17861-6"}""";
    private const string Prefix = "prefix";
    private static readonly string[] Keys = ["system", "code", "match"];
    private static readonly string[] AnswerKeys = [.. Keys, "is"];
    private static readonly string[] MatchKeys = [.. AnswerKeys, "units"];

    /// <summary>Code systems whose digits carry no hierarchy.</summary>
    private static readonly string[] Flat = ["http://snomed.info/sct", "http://loinc.org", "http://www.nlm.nih.gov/research/umls/rxnorm"];

    public IReadOnlyList<FhirCode> Read(FhirObject owner, string key, FhirCodeUse use)
    {
        var codes = new List<FhirCode>();
        foreach (var item in owner.List(key))
        {
            if (FhirObject.Of(schemas, item, "a code", Example) is not { } node || ReadOne(node, use) is not { } code) continue;
            if (codes.Exists(c => string.Equals(c.System, code.System, StringComparison.Ordinal) && string.Equals(c.Code, code.Code, StringComparison.Ordinal)))
                schemas.Add(item, DiagnosticCode.DuplicateName, $"the code {FactProblems.Quote(code.Code)} stands twice in `{key}`", "leave it out");
            else
                codes.Add(code);
        }
        return codes;
    }

    /// <summary>The codes that another fact's mapping has for this resource, without what they are there; null when it has none.</summary>
    public static IReadOnlyList<FhirCode>? Borrow(JsonTextNode otherFact, string resource, IReadOnlyList<FhirValueSet> valueSets)
    {
        var sources = FactSchemaReader.Keyword(otherFact, "x-fhir") is { } mapping ? FactSchemaReader.Keyword(mapping, "sources")?.Items ?? [] : [];
        var codes = new List<FhirCode>();
        foreach (var source in sources)
        {
            if (!string.Equals(TextOf(source, "resource"), resource, StringComparison.Ordinal)) continue;
            foreach (var item in FactSchemaReader.Keyword(source, "codes")?.Items ?? [])
                if (TextOf(item, "system") is { } system && TextOf(item, "code") is { } code) codes.Add(new FhirCode(system, code, TextOf(item, "match") is Prefix, null));
            if (TextOf(source, "valueSet") is { } name && valueSets.FirstOrDefault(v => string.Equals(v.Name, name, StringComparison.Ordinal)) is { } set) codes.AddRange(set.Codes);
        }
        return codes.Count == 0 ? null : codes;
    }

    private static string? TextOf(JsonTextNode node, string key) => FactSchemaReader.Keyword(node, key)?.Text;

    private FhirCode? ReadOne(FhirObject node, FhirCodeUse use)
    {
        node.Only(use switch
        {
            FhirCodeUse.Exclude => Keys,
            FhirCodeUse.Answer => AnswerKeys,
            _ => MatchKeys,
        });
        var hasSystem = node.Required("system", "a code means something only in its code system: `\"system\": \"http://loinc.org\"`") is not null;
        var hasCode = node.Required("code", "for example `" + Example + "`") is not null;
        if (use == FhirCodeUse.Answer && node.Required("is", "the value of the fact when this is the answer; null leaves it unknown") is null) return null;
        if (!hasSystem || !hasCode || node.Text("system") is not { } system || node.Text("code") is not { } code) return null;
        if (!system.Contains(':', StringComparison.Ordinal) || !Uri.TryCreate(system, UriKind.Absolute, out _))
        {
            schemas.Add(node.Get("system")!, DiagnosticCode.InvalidFhirMapping, $"{FactProblems.Quote(system)} is no address of a code system", "FHIR names code systems by an address such as `http://loinc.org`");
            return null;
        }
        return new FhirCode(system, code, IsPrefix(node, system), node.Get("is") is { } meaning && use != FhirCodeUse.Exclude ? Answer(meaning, use) : null)
        {
            Units = use == FhirCodeUse.Match ? UnitsOf(node) : [],
        };
    }

    private IReadOnlyList<string> UnitsOf(FhirObject node)
    {
        if (node.Get("units") is not { } units) return [];
        if (fact.Unit is { } own) return node.Words("units", [own, .. fact.OtherUnits.Keys]);
        schemas.Add(units, DiagnosticCode.InvalidFhirMapping, $"`{fact.Name}` has no unit", "leave it out");
        return [];
    }

    private bool IsPrefix(FhirObject node, string system)
    {
        if (node.Get("match") is not { } match) return false;
        if (match.Text is not Prefix)
        {
            schemas.Add(match, DiagnosticCode.NotOneOf, $"{FactProblems.Quote(match.Text ?? match.Raw)} is not allowed here", "`prefix` takes the subdivisions too; leave out `match` for this code alone");
            return false;
        }
        if (!Flat.Contains(system)) return true;
        schemas.Add(match, DiagnosticCode.InvalidFhirMapping, "the codes of this system do not begin like the ones above them", "list the codes, or name a `valueSet`");
        return false;
    }

    private FhirAnswer? Answer(JsonTextNode node, FhirCodeUse use)
    {
        if (node.Kind == JsonTextKind.Null)
        {
            if (use == FhirCodeUse.Answer) return FhirAnswer.Unknown;
            schemas.Add(node, DiagnosticCode.InvalidFhirMapping, "a code that says nothing about the fact does not belong here", "leave out the code; only an answer can be null");
            return null;
        }
        switch (fact.Type)
        {
            case BooleanType when node.Kind is JsonTextKind.True or JsonTextKind.False:
                return new FhirAnswer(Boolean: node.Kind == JsonTextKind.True);
            case EnumType words when node.Text is { } word && words.Values.Contains(word, StringComparer.Ordinal):
                return new FhirAnswer(Word: word);
            case NumberType number when node.Kind == JsonTextKind.Number && ExactNumber.TryParse(Encoding.UTF8.GetBytes(node.Raw), out var value, out _)
                    && !(value < fact.Minimum) && !(value > fact.Maximum) && (!number.IsInteger || value == decimal.Truncate(value)):
                return new FhirAnswer(Number: value);
            default:
                var near = fact.Type is EnumType enumeration && node.Text is { } text ? Suggestion.DidYouMean(text, enumeration.Values) : null;
                schemas.Add(node, DiagnosticCode.InvalidFhirMapping, $"{FactProblems.Quote(node.Text ?? node.Raw)} is no value of `{fact.Name}`", near ?? $"it takes {fact.Type.Describe()}{Range()}");
                return null;
        }
    }

    private string Range() => fact is { Minimum: { } low, Maximum: { } high } ? $" from {ExactNumber.Show(low)} to {ExactNumber.Show(high)}" : "";
}
