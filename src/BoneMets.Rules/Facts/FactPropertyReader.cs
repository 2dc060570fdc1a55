using System.Collections.Frozen;
using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts.Fhir;

namespace BoneMets.Rules.Facts;

/// <summary>Reads the schema of one fact, or of the elements of a list. <paramref name="owner"/> is the path of the object that has it.</summary>
internal sealed class FactPropertyReader(FactSchemaReader schemas, string owner)
{
    private const string AttributeKeyword = "x-attribute";

    private static readonly Words<PatientAttribute> Attributes = Words.Of<PatientAttribute>(EnumWord.Of);

    private static readonly string[] Types = ["boolean", "integer", "number", "string", "array", "object"];
    private static readonly string[] ReferenceKeywords = ["$ref", .. FactSchemaReader.Annotations];
    private static readonly string[] BooleanKeywords = ["type", "x-fhir", AttributeKeyword, .. FactSchemaReader.Annotations];
    private static readonly string[] NumberKeywords = ["type", "minimum", "maximum", "x-unit", "x-units", "x-fhir", AttributeKeyword, .. FactSchemaReader.Annotations];
    private static readonly string[] TextKeywords = ["type", "enum", "format", "x-fhir", AttributeKeyword, .. FactSchemaReader.Annotations];
    private static readonly string[] ListKeywords = ["type", "items", AttributeKeyword, .. FactSchemaReader.Annotations];

    private FactType? type;
    private ObjectSchema? scalarElement;
    private decimal? minimum;
    private decimal? maximum;
    private IReadOnlyDictionary<string, UnitConversion> otherUnits = FrozenDictionary<string, UnitConversion>.Empty;

    /// <summary>Null when it has no usable type, after a finding.</summary>
    public FactProperty? Read(string name, JsonTextNode node)
    {
        if (node.Kind != JsonTextKind.Object)
        {
            schemas.Add(node, DiagnosticCode.WrongJsonType, $"the schema of `{name}` is an object", "for example `{\"type\": \"number\"}`");
            return null;
        }
        ReadType(name, node);
        if (type is null) return null;
        var fact = new FactProperty(name, type)
        {
            Minimum = minimum,
            Maximum = maximum,
            OtherUnits = otherUnits,
            ScalarElement = scalarElement,
            Node = node,
            Label = TextOf(node, "x-label"),
            Description = TextOf(node, "description"),
            Group = TextOf(node, "x-group"),
            Order = NumberOf(node, "x-order"),
            Codes = CodesOf(node),
            Attribute = AttributeOf(node),
        };
        if (type is not (ObjectType or ListType) && Get(node, "x-fhir") is { } fhir) fact.Fhir = FhirMappingReader.Read(schemas, fact, fhir);
        return fact;
    }

    private void ReadType(string name, JsonTextNode node)
    {
        if (Get(node, "$ref") is { } reference)
        {
            schemas.CheckKeywords(node, ReferenceKeywords);
            if (schemas.Referred(reference) is { } schema) type = new ObjectType(schema);
            return;
        }
        var word = Get(node, "type");
        if (word is null && Get(node, "enum") is null)
        {
            schemas.Add(node, DiagnosticCode.MissingKey, $"`{name}` has no `type`", "one of " + string.Join(", ", Types));
            return;
        }
        switch (word is null ? "string" : word.Text)
        {
            case "boolean":
                schemas.CheckKeywords(node, BooleanKeywords);
                type = FactType.Boolean;
                break;
            case "number" or "integer":
                ReadNumber(node, isInteger: word?.Text is "integer");
                break;
            case "string":
                ReadText(node);
                break;
            case "object":
                type = new ObjectType(schemas.Inline($"{owner}.{name}", node));
                break;
            case "array":
                ReadList(name, node);
                break;
            case null:
                schemas.Add(word!, DiagnosticCode.WrongJsonType, "`type` is one word", word!.Kind == JsonTextKind.Array ? "`null` is always allowed and is not listed" : null);
                break;
            default:
                schemas.Add(word!, DiagnosticCode.NotOneOf, $"{FactProblems.Quote(word!.Text!)} is no type of a fact", Suggestion.DidYouMean(word.Text!, Types) ?? "one of " + string.Join(", ", Types));
                break;
        }
    }

    private void ReadNumber(JsonTextNode node, bool isInteger)
    {
        schemas.CheckKeywords(node, NumberKeywords);
        (minimum, maximum) = (NumberOf(node, "minimum"), NumberOf(node, "maximum"));
        if (minimum > maximum)
            schemas.Add(Get(node, "minimum")!, DiagnosticCode.UnsupportedSchemaKeyword, $"the minimum {ExactNumber.Show(minimum.Value)} is above the maximum {ExactNumber.Show(maximum!.Value)}");
        var unit = TextOf(node, "x-unit");
        type = new NumberType(isInteger, unit);
        if (unit is { Length: 0 })
        {
            schemas.Add(Get(node, "x-unit")!, DiagnosticCode.InvalidUnit, "a unit without a name", "a plain number has no `x-unit`");
            type = new NumberType(isInteger, null);
        }
        if (Get(node, "x-units") is { } units) ReadUnits(units, unit);
    }

    private void ReadUnits(JsonTextNode node, string? canonical)
    {
        if (node.Kind != JsonTextKind.Object)
        {
            schemas.Add(node, DiagnosticCode.WrongJsonType, "`x-units` is an object: a conversion for each unit");
            return;
        }
        if (canonical is null)
        {
            schemas.Add(node, DiagnosticCode.InvalidUnit, "other units need a canonical one", "add `x-unit`");
            return;
        }
        var units = new Dictionary<string, UnitConversion>(StringComparer.Ordinal);
        foreach (var (unit, _, value) in node.Properties)
        {
            if (unit.Length == 0 || string.Equals(unit, canonical, StringComparison.Ordinal))
                schemas.Add(value, DiagnosticCode.InvalidUnit, unit.Length == 0 ? "a unit without a name" : $"`{unit}` is the canonical unit itself", "leave it out");
            else if (Conversion(unit, value) is { } conversion)
                units.TryAdd(unit, conversion);
        }
        otherUnits = units.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private UnitConversion? Conversion(string unit, JsonTextNode node)
    {
        var factor = node;
        var isDivisor = false;
        if (node.Kind == JsonTextKind.Object)
        {
            if (node.Properties is not [{ Name: "factor" or "divideBy" } only])
            {
                schemas.Add(node, DiagnosticCode.InvalidUnit, $"the conversion of `{unit}` has one key, `factor` or `divideBy`");
                return null;
            }
            factor = only.Value;
            isDivisor = only.Name is "divideBy";
        }
        if (factor.Kind != JsonTextKind.Number || !ExactNumber.TryParse(Encoding.UTF8.GetBytes(factor.Raw), out var number, out _) || number <= 0)
        {
            schemas.Add(factor, DiagnosticCode.InvalidUnit, $"{FactProblems.Quote(factor.Raw)} does not convert `{unit}`", "a number above zero, or `{\"divideBy\": 88.4}`");
            return null;
        }
        return isDivisor ? new UnitConversion(null, number) : new UnitConversion(number, null);
    }

    private void ReadText(JsonTextNode node)
    {
        schemas.CheckKeywords(node, TextKeywords);
        var words = Get(node, "enum");
        var format = Get(node, "format");
        type = FactType.Text;
        if (words is not null)
        {
            if (format is not null) schemas.Add(format, DiagnosticCode.UnsupportedSchemaKeyword, "`format` and `enum` do not go together");
            type = EnumOf(words);
        }
        else if (format is { Text: "date" })
        {
            type = FactType.Date;
        }
        else if (format is not null)
        {
            schemas.Add(format, DiagnosticCode.UnsupportedSchemaKeyword, $"the format {FactProblems.Quote(format.Text ?? format.Raw)} is not supported", "`date`, written yyyy-MM-dd, is the only one");
        }
    }

    private EnumType? EnumOf(JsonTextNode node)
    {
        var words = new List<string>();
        foreach (var item in node.Items)
        {
            if (item.Text is not { Length: > 0 } word)
                schemas.Add(item, DiagnosticCode.WrongJsonType, "`enum` lists words", item.Kind == JsonTextKind.Null ? "`null` is always allowed and is not listed" : null);
            else if (words.Contains(word, StringComparer.Ordinal))
                schemas.Add(item, DiagnosticCode.DuplicateName, $"{FactProblems.Quote(word)} stands twice in `enum`");
            else
                words.Add(word);
        }
        if (words.Count > 0) return new EnumType(words);
        if (node.Items.Count == 0) schemas.Add(node, DiagnosticCode.WrongJsonType, "`enum` is a list of at least one word");
        return null;
    }

    private void ReadList(string name, JsonTextNode node)
    {
        schemas.CheckKeywords(node, ListKeywords);
        if (Get(node, "items") is not { } items)
        {
            schemas.Add(node, DiagnosticCode.MissingKey, $"the list `{name}` has no `items`", "for example `{\"$ref\": \"lesion.schema.json\"}`");
            return;
        }
        if (items.Kind == JsonTextKind.Object && Get(items, "type") is { Text: "array" } inner)
        {
            schemas.Add(inner, DiagnosticCode.UnsupportedSchemaKeyword, "a list of lists is not supported", "make the elements objects that have a list");
            return;
        }
        if (items.Kind == JsonTextKind.Object && Get(items, "x-fhir") is { } mapping)
        {
            schemas.Add(mapping, DiagnosticCode.UnsupportedSchemaKeyword, "`x-fhir` is not supported on the elements of a list", "it belongs to a fact with one value");
            return;
        }
        if (items.Kind == JsonTextKind.Object && Get(items, AttributeKeyword) is { } marked)
        {
            schemas.Add(marked, DiagnosticCode.UnsupportedSchemaKeyword, $"`{AttributeKeyword}` is not supported on the elements of a list", "it belongs to the list");
            return;
        }
        const string element = "value";
        if (items.Kind == JsonTextKind.Object && Get(items, "type") is { Text: "object" })
        {
            type = new ListType(new ObjectType(schemas.Inline($"{owner}.{name}", items)));
            return;
        }
        if (new FactPropertyReader(schemas, $"{owner}.{name}").Read(element, items) is not { } value) return;
        type = new ListType(value.Type);
        if (value.Type is ObjectType) return;
        scalarElement = new ObjectSchema($"{owner}.{name}") { IsScalarElement = true, Node = items };
        scalarElement.Complete([value]);
    }

    private IReadOnlyList<FactCoding> CodesOf(JsonTextNode node)
    {
        if (Get(node, "x-codes") is not { } codes) return [];
        if (codes.Kind != JsonTextKind.Array)
        {
            schemas.Add(codes, DiagnosticCode.WrongJsonType, "`x-codes` is a list", "for example `[{\"system\": \"http://loinc.org\", \"code\": \"17861-6\"}]`");
            return [];
        }
        var list = new List<FactCoding>();
        foreach (var item in codes.Items)
        {
            if (item.Kind == JsonTextKind.Object && TextOf(item, "system") is { Length: > 0 } system && TextOf(item, "code") is { Length: > 0 } code) list.Add(new FactCoding(system, code));
            else schemas.Add(item, DiagnosticCode.WrongJsonType, "a code is an object with the texts `system` and `code`");
        }
        return list;
    }

    private PatientAttribute? AttributeOf(JsonTextNode node)
    {
        if (TextOf(node, AttributeKeyword) is not { } word) return null;
        if (Attributes.Find(word) is { } attribute) return attribute;
        schemas.Add(Get(node, AttributeKeyword)!, DiagnosticCode.NotOneOf, $"{FactProblems.Quote(word)} is no attribute of a patient",
            Suggestion.DidYouMean(word, Attributes.All) ?? "one of " + string.Join(", ", Attributes.All.Select(a => $"`{a}`")));
        return null;
    }

    private string? TextOf(JsonTextNode node, string keyword)
    {
        if (Get(node, keyword) is not { } value) return null;
        if (value.Text is null) schemas.Add(value, DiagnosticCode.WrongJsonType, $"`{keyword}` takes a text");
        return value.Text;
    }

    private decimal? NumberOf(JsonTextNode node, string keyword)
    {
        if (Get(node, keyword) is not { } value) return null;
        if (value.Kind == JsonTextKind.Number && ExactNumber.TryParse(Encoding.UTF8.GetBytes(value.Raw), out var number, out _)) return number;
        schemas.Add(value, DiagnosticCode.WrongJsonType, $"`{keyword}` takes a number{(value.Kind == JsonTextKind.Number ? " of at most 28 digits" : "")}");
        return null;
    }

    private static JsonTextNode? Get(JsonTextNode node, string keyword) => FactSchemaReader.Keyword(node, keyword);
}
