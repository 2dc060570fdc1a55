using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Facts.Fhir;

/// <summary>Reads one source of a mapping.</summary>
internal sealed class FhirSourceReader(FactSchemaReader schemas, FactProperty fact)
{
    private const string Example = """{"resource": "Observation", "codes": [{"system": "http://loinc.org", "code": "17861-6"}], "status": ["final"], "value": ["valueQuantity"], "unit": "mustConvert", "select": "latest"}""";

    private static readonly string[] ValueKeys = ["where", "value", "answers", "unit", "select", "maxAgeDays", "near", "note"];
    private static readonly string[] CodeKeys = ["codeAt", "codes", "codesFrom", "valueSet", "exclude"];

    private static readonly Words<int> Kinds = Words.ByPosition([.. FhirResourceKind.All.Select(k => k.Name)]);

    private static readonly Words<FhirSelection> Selections = new()
    {
        { "latest", FhirSelection.Latest },
        { "earliest", FhirSelection.Earliest },
        { "only", FhirSelection.Only },
        { "exists", FhirSelection.Exists },
        { "count", FhirSelection.Count },
        { "age", FhirSelection.Age },
    };

    private static readonly Words<FhirUnitRule> Units = new() { { "mustConvert", FhirUnitRule.MustConvert }, { "optional", FhirUnitRule.Optional } };

    private readonly FhirCodeReader codes = new(schemas, fact);

    /// <summary>Null when it cannot be used, after a finding.</summary>
    public FhirSource? Read(JsonTextNode node)
    {
        if (FhirObject.Of(schemas, node, "a FHIR source", Example) is not { } source) return null;
        if (Kind(source) is not { } kind) return null;
        source.Only(KeysOf(kind));
        var selection = source.Required("select", "how one value comes out of the resources: " + string.Join(", ", Selections.All)) is null ? null : source.Word("select", Selections);
        var read = new FhirSource(kind.Name, selection ?? FhirSelection.Latest, node)
        {
            CodeAt = source.Path("codeAt"),
            Codes = CodesOf(source, kind),
            ValueSet = source.Text("valueSet"),
            Installed = ValueSetOf(source),
            Exclude = codes.Read(source, "exclude", FhirCodeUse.Exclude),
            Where = [.. source.List("where").Select(Condition).OfType<FhirCondition>()],
            Status = WordsOf(source, "status", kind.Status),
            ClinicalStatus = WordsOf(source, "clinicalStatus", kind.ClinicalStatus),
            VerificationStatus = WordsOf(source, "verificationStatus", kind.VerificationStatus),
            Value = source.Paths("value"),
            Answers = codes.Read(source, "answers", FhirCodeUse.Answer),
            Unit = source.Word("unit", Units) ?? FhirUnitRule.None,
            MaxAgeDays = source.Days("maxAgeDays"),
            Near = NearOf(source),
            Note = source.Text("note"),
        };
        CheckStatus(source, kind);
        if (selection is { } known) CheckValue(source, known, read);
        return read;
    }

    private static IReadOnlyCollection<string> KeysOf(FhirResourceKind kind)
    {
        var keys = new List<string> { "resource" };
        if (kind.HasCode) keys.AddRange(CodeKeys);
        if (kind.Status.Count > 0) keys.Add("status");
        if (kind.ClinicalStatus.Count > 0) keys.AddRange(["clinicalStatus", "verificationStatus"]);
        keys.AddRange(ValueKeys);
        return keys;
    }

    private static IReadOnlyList<string> WordsOf(FhirObject source, string key, IReadOnlyList<string> allowed) => allowed.Count == 0 ? [] : source.Words(key, allowed);

    private static FhirResourceKind? Kind(FhirObject source) =>
        source.Required("resource", "one of " + string.Join(", ", Kinds.All)) is not null && source.Word("resource", Kinds) is { } index ? FhirResourceKind.All[index] : null;

    private List<FhirCode> CodesOf(FhirObject source, FhirResourceKind kind)
    {
        var list = codes.Read(source, "codes", FhirCodeUse.Match).ToList();
        if (source.Get("codesFrom") is { } from && source.TextOf(from, "`codesFrom`") is { } name)
        {
            if (Sibling(name) is { } other && FhirCodeReader.Borrow(other, kind.Name, schemas.ValueSets) is { } borrowed)
                list.AddRange(borrowed.Where(b => !list.Exists(c => c.Matches(b.System, b.Code))));
            else
                schemas.Add(from, DiagnosticCode.InvalidFhirMapping, $"{FactProblems.Quote(name)} has no codes of resource {kind.Name} in its `x-fhir`", Near(name) ?? "name a fact of the same schema");
        }
        if (ValueSetOf(source) is { } set) list.AddRange(set.Codes.Where(s => !list.Exists(c => c.Matches(s.System, s.Code))));
        else if (source.Get("valueSet") is { Text: { } missing } named)
            schemas.Add(named, DiagnosticCode.UnknownValueSet, $"there is no value set {FactProblems.Quote(missing)} in the library",
                Suggestion.DidYouMean(missing, schemas.ValueSets.Select(v => v.Name)) ?? "add `valuesets/{name}.json`; until then only `codes` count");
        if (kind.HasCode && source.Get("codes") is null && source.Get("codesFrom") is null && source.Get("valueSet") is null)
            schemas.Add(source.Node, DiagnosticCode.MissingKey, $"nothing says which {kind.Name} is meant", "add `codes`, `codesFrom` or `valueSet`");
        return list;
    }

    private FhirValueSet? ValueSetOf(FhirObject source) =>
        source.Get("valueSet")?.Text is { } name ? schemas.ValueSets.FirstOrDefault(v => string.Equals(v.Name, name, StringComparison.Ordinal)) : null;

    private FhirCondition? Condition(JsonTextNode node)
    {
        const string example = """{"path": "intent", "in": ["order"]}""";
        if (FhirObject.Of(schemas, node, "a condition", example) is not { } condition) return null;
        condition.Only("path", "codes", "in");
        condition.Required("path", "for example `" + example + "`");
        if (condition.Get("codes") is null == condition.Get("in") is null)
            schemas.Add(node, DiagnosticCode.InvalidFhirMapping, "a condition has either `codes` or `in`", "`codes` for codings at the path, `in` for texts");
        var words = condition.Words("in");
        var accepted = codes.Read(condition, "codes", FhirCodeUse.Exclude);
        return condition.Path("path") is { } path ? new FhirCondition(path, accepted, words) : null;
    }

    private FhirNear? NearOf(FhirObject source)
    {
        const string example = """{"fact": "totalCalcium", "days": 3}""";
        if (source.Get("near") is not { } node || FhirObject.Of(schemas, node, "`near`", example) is not { } near) return null;
        near.Only("fact", "days");
        near.Required("days", "for example `" + example + "`");
        if (near.Required("fact", "for example `" + example + "`") is not { } name || near.Text("fact") is not { } other) return null;
        if (Sibling(other) is not null) return near.Days("days") is { } days ? new FhirNear(other, days) : null;
        schemas.Add(name, DiagnosticCode.InvalidFhirMapping, $"{FactProblems.Quote(other)} is no other fact of this schema", Near(other) ?? "name a fact that stands beside this one");
        return null;
    }

    private static void CheckStatus(FhirObject source, FhirResourceKind kind)
    {
        const string help = "a result that was cancelled or entered in error must never become a fact";
        if (kind.Status.Count > 0) source.Required("status", help + "; for example " + string.Join(", ", kind.Status.Take(3).Select(s => $"`{s}`")));
        if (kind.VerificationStatus.Count > 0) source.Required("verificationStatus", help + "; for example `confirmed`, and `absent` for a resource that does not say");
    }

    /// <summary>Exactly one thing gives the value, and it fits the type of the fact.</summary>
    private void CheckValue(FhirObject source, FhirSelection selection, FhirSource read)
    {
        var select = source.Get("select")!;
        var hasValue = source.Get("value") is not null;
        var coded = read.Codes.Any(c => c.Is is not null);
        var fits = selection switch
        {
            FhirSelection.Exists => fact.Type is BooleanType,
            FhirSelection.Count or FhirSelection.Age => fact.Type is NumberType,
            _ => true,
        };
        if (!fits) Add(select, $"`{select.Text}` gives {(selection == FhirSelection.Exists ? "true" : "a number")}, but `{fact.Name}` is {fact.Type.Describe()}", "choose another `select`");

        if (selection is FhirSelection.Exists or FhirSelection.Count)
        {
            if (hasValue || coded) Add(select, $"`{select.Text}` reads no value", "leave out `value` and `is`, or choose another `select`");
        }
        else if (hasValue && coded)
        {
            Add(source.Get("value")!, "both `value` and what the codes are give the value", "leave out one of them");
        }
        else if (!hasValue && (!coded || read.Codes.Any(c => c.Is is null)))
        {
            Add(source.Node, "nothing gives the value", coded ? "each code needs `is`" : "add `value`, the path to it, or `is` to every code");
        }
        if (source.Get("answers") is { } answers && !hasValue) Add(answers, "answers are read where `value` points", "add `value`");
        if (hasValue && fact.Type is EnumType && source.Get("answers") is null) Add(source.Node, $"nothing turns a code into {fact.Type.Describe()}", "add `answers`");
        CheckUnit(source, selection, hasValue);
    }

    private void CheckUnit(FhirObject source, FhirSelection selection, bool hasValue)
    {
        var measured = fact.Unit is not null && hasValue && selection != FhirSelection.Age;
        if (measured) source.Required("unit", "`mustConvert` refuses a quantity whose unit is missing or unknown; `optional` is for scores and ratios");
        else if (source.Get("unit") is { } unit) Add(unit, $"no unit is read for `{fact.Name}` here", "leave it out");
    }

    private void Add(JsonTextNode place, string message, string help) => schemas.Add(place, DiagnosticCode.InvalidFhirMapping, message, help);

    private JsonTextNode? Sibling(string name) =>
        string.Equals(name, fact.Name, StringComparison.Ordinal) || fact.Node?.Parent is not { } facts ? null : FactSchemaReader.Keyword(facts, name);

    private string? Near(string name) => fact.Node?.Parent is { } facts ? Suggestion.DidYouMean(name, facts.Properties.Select(p => p.Name).Where(n => n != fact.Name)) : null;
}
