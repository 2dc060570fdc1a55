using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts.Fhir;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Facts;

/// <summary>
/// Fact schemas from plain JSON Schema files. What the engine cannot keep its promise about (every value outside the schema is refused,
/// every absent one is unknown) is an error here, never silently ignored. A schema with errors is still there, without what could not be read.
/// </summary>
public sealed class FactSchemaReader
{
    private const string FileEnding = ".schema.json";

    internal static readonly string[] Annotations = ["title", "description", "$comment", "examples", "x-label", "x-group", "x-order", "x-codes"];
    private static readonly string[] FileKeywords = ["$schema", "$id", "type", "properties", "additionalProperties", .. Annotations];
    private static readonly string[] ObjectKeywords = ["type", "properties", "additionalProperties", .. Annotations];

    private readonly Dictionary<string, JsonTextNode> roots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ObjectSchema> schemas = new(StringComparer.Ordinal);
    private readonly List<string> chain = []; // the schemas being read, each inside the one before
    private readonly DiagnosticBag diagnostics;

    private FactSchemaReader(DiagnosticBag diagnostics, IReadOnlyList<FhirValueSet> valueSets) => (this.diagnostics, ValueSets) = (diagnostics, valueSets);

    /// <summary>Those that mappings may name.</summary>
    internal IReadOnlyList<FhirValueSet> ValueSets { get; }

    /// <summary>Reads all schemas together, because they refer to each other by file name (<c>lesion.schema.json</c> for the name <c>lesion</c>).</summary>
    public static IReadOnlyDictionary<string, ObjectSchema> ReadAll(IReadOnlyList<(string Name, JsonTextNode Root)> files, DiagnosticBag diagnostics, IReadOnlyList<FhirValueSet>? valueSets = null)
    {
        var reader = new FactSchemaReader(diagnostics, valueSets ?? []);
        foreach (var (name, root) in files)
        {
            reader.CheckName(name, root);
            if (!reader.roots.TryAdd(name, root)) diagnostics.Add(root.At(DiagnosticCode.DuplicateName, $"there are two fact schemas `{name}`"));
        }
        foreach (var name in reader.roots.Keys) reader.Schema(name);
        return reader.schemas;
    }

    /// <summary>The schema that a <c>$ref</c> names; null after a finding.</summary>
    internal ObjectSchema? Referred(JsonTextNode reference)
    {
        if (reference.Text is not { } text)
        {
            Add(reference, DiagnosticCode.WrongJsonType, "`$ref` takes a text", "for example `lesion.schema.json`");
            return null;
        }
        var file = text.StartsWith("./", StringComparison.Ordinal) ? text[2..] : text;
        var name = file.EndsWith(FileEnding, StringComparison.Ordinal) ? file[..^FileEnding.Length] : null;
        if (name is null || !roots.ContainsKey(name))
        {
            var near = Suggestion.Nearest(name ?? file, roots.Keys);
            Add(reference, DiagnosticCode.UnknownSchema, $"there is no fact schema {FactProblems.Quote(text)} beside this one",
                near is null ? "`$ref` names a sibling file such as `lesion.schema.json`" : $"did you mean `{near}{FileEnding}`?");
            return null;
        }
        var start = chain.IndexOf(name);
        if (start >= 0)
        {
            Add(reference, DiagnosticCode.UnsupportedSchemaKeyword, $"the schema `{name}` contains itself: {string.Join(" → ", chain.Skip(start).Append(name))}", "facts end somewhere: leave out this property");
            return null;
        }
        if (chain.Count == FactReader.MostNested)
        {
            Add(reference, DiagnosticCode.UnsupportedSchemaKeyword, $"more than {FactReader.MostNested} schemas inside each other");
            return null;
        }
        return Schema(name);
    }

    /// <summary>The properties of an object that stands inside a schema.</summary>
    internal ObjectSchema Inline(string path, JsonTextNode node)
    {
        var schema = new ObjectSchema(path) { Node = node };
        schema.Complete(Properties(path, node, ObjectKeywords));
        return schema;
    }

    internal void Add(JsonTextNode place, DiagnosticCode code, string message, string? help = null) => Add(place.At(code, message, help));

    internal void Add(Diagnostic finding) => diagnostics.Add(finding);

    /// <summary>A finding for each keyword outside the list.</summary>
    internal void CheckKeywords(JsonTextNode node, IReadOnlyCollection<string> allowed)
    {
        foreach (var property in node.Properties)
        {
            if (allowed.Contains(property.Name)) continue;
            diagnostics.Add(property.At(DiagnosticCode.UnsupportedSchemaKeyword, $"{FactProblems.Quote(property.Name)} is not supported here",
                Instead(property.Name) ?? Suggestion.DidYouMean(property.Name, allowed)));
        }
    }

    /// <summary>Keys of JSON Schema differ by case; null when absent.</summary>
    internal static JsonTextNode? Keyword(JsonTextNode node, string name)
    {
        foreach (var property in node.Properties)
            if (string.Equals(property.Name, name, StringComparison.Ordinal)) return property.Value;
        return null;
    }

    private static string? Instead(string keyword) => keyword switch
    {
        "required" => "facts are never required: a missing one is unknown, and the decision names it",
        "default" => "an unknown fact stays unknown; a rule may say `x ?? d`",
        "exclusiveMinimum" or "exclusiveMaximum" => "`minimum` and `maximum` include the bound itself",
        "const" => "`enum` with one word says the same",
        "minLength" or "maxLength" or "pattern" => "texts are free; `enum` lists fixed words",
        "minItems" or "maxItems" or "uniqueItems" or "contains" or "prefixItems" => "a list may have any length up to 10,000",
        "allOf" or "anyOf" or "oneOf" or "not" or "if" or "then" or "else" => "every fact has one type of its own",
        "x-fhir" => "it belongs to a fact with one value",
        "x-attribute" => "it belongs to a fact with a value, or to a list",
        "$defs" or "definitions" => "give it a file of its own and refer to that by `$ref`",
        _ => null,
    };

    private ObjectSchema? Schema(string name)
    {
        if (schemas.TryGetValue(name, out var known)) return known;
        var root = roots[name];
        if (root.Kind != JsonTextKind.Object)
        {
            if (chain.Count == 0) Add(root, DiagnosticCode.WrongJsonType, "a fact schema is an object");
            return null;
        }
        chain.Add(name);
        var schema = new ObjectSchema(name) { Node = root };
        schema.Complete(Properties(name, root, FileKeywords));
        chain.RemoveAt(chain.Count - 1);
        return schemas[name] = schema;
    }

    private List<FactProperty> Properties(string path, JsonTextNode node, string[] keywords)
    {
        var list = new List<FactProperty>();
        CheckKeywords(node, keywords);
        if (Keyword(node, "type") is { } type && !string.Equals(type.Text, "object", StringComparison.Ordinal))
            Add(type, DiagnosticCode.UnsupportedSchemaKeyword, "the `type` here is `object`");
        if (Keyword(node, "additionalProperties") is { } additional && additional.Kind != JsonTextKind.False)
            Add(additional, DiagnosticCode.UnsupportedSchemaKeyword, "`additionalProperties` can only be `false`", "a fact that the schema does not know is always an error");
        if (Keyword(node, "properties") is not { } properties)
        {
            Add(node, DiagnosticCode.MissingKey, $"the schema of `{path}` has no `properties`");
            return list;
        }
        if (properties.Kind != JsonTextKind.Object)
        {
            Add(properties, DiagnosticCode.WrongJsonType, "`properties` is an object: a name and a schema for each fact");
            return list;
        }
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in properties.Properties)
        {
            CheckName(property);
            if (names.Add(property.Name) && new FactPropertyReader(this, path).Read(property.Name, property.Value) is { } fact) list.Add(fact);
        }
        return list;
    }

    private void CheckName(JsonTextProperty property)
    {
        if (NameProblem(property.Name) is { } problem) diagnostics.Add(property.At(DiagnosticCode.InvalidName, problem));
    }

    private void CheckName(string name, JsonTextNode root)
    {
        if (NameProblem(name) is { } problem) Add(root, DiagnosticCode.InvalidName, problem);
    }

    private static string? NameProblem(string name)
    {
        const int longest = 100;
        var isWord = name.Length is > 0 and <= longest && (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        if (!isWord) return $"{FactProblems.Quote(name)} is no name for rules: letters, digits and `_`, not a digit first, at most {longest}";
        return ReservedWords.Contains(name) ? $"`{name}` is a word of the rule language" : null;
    }
}
