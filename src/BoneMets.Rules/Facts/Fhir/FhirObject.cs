using System.Globalization;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Facts.Fhir;

/// <summary>The keys of one object inside <c>x-fhir</c>; what does not fit is reported with its place and a remedy. Keys differ by case, as in JSON Schema.</summary>
internal sealed class FhirObject(FactSchemaReader schemas, JsonTextNode node, string what)
{
    private const int LongestAge = 36_500;

    public JsonTextNode Node { get; } = node;

    /// <summary>Null after a finding when it is no object.</summary>
    public static FhirObject? Of(FactSchemaReader schemas, JsonTextNode node, string what, string example)
    {
        if (node.Kind == JsonTextKind.Object) return new FhirObject(schemas, node, what);
        schemas.Add(node, DiagnosticCode.WrongJsonType, $"{what} is an object", $"for example `{example}`");
        return null;
    }

    public void Only(params IReadOnlyCollection<string> keys)
    {
        foreach (var property in Node.Properties)
        {
            if (keys.Contains(property.Name)) continue;
            schemas.Add(property.At(DiagnosticCode.UnknownKey, $"{what} has no key {FactProblems.Quote(property.Name)}",
                Suggestion.DidYouMean(property.Name, keys) ?? "its keys: " + string.Join(", ", keys)));
        }
    }

    public JsonTextNode? Get(string key) => FactSchemaReader.Keyword(Node, key);

    public JsonTextNode? Required(string key, string help)
    {
        if (Get(key) is { } value) return value;
        schemas.Add(Node, DiagnosticCode.MissingKey, $"{what} has no `{key}`", help);
        return null;
    }

    /// <summary>A text that is not empty; null when absent or after a finding.</summary>
    public string? Text(string key) => Get(key) is { } value ? TextOf(value, $"`{key}`") : null;

    public string? TextOf(JsonTextNode value, string subject)
    {
        if (!string.IsNullOrWhiteSpace(value.Text)) return value.Text;
        schemas.Add(value, DiagnosticCode.WrongJsonType, $"{subject} is a text{(value.Text is null ? "" : " that is not empty")}", "write it in quotes, or leave out the key");
        return null;
    }

    public T? Word<T>(string key, Words<T> words) where T : struct
    {
        if (Get(key) is not { } value || TextOf(value, $"`{key}`") is not { } word) return null;
        if (words.Find(word) is { } meaning) return meaning;
        NotOneOf(value, word, words.All);
        return null;
    }

    /// <summary>The elements of a list that is not empty.</summary>
    public IReadOnlyList<JsonTextNode> List(string key)
    {
        if (Get(key) is not { } value) return [];
        if (value.Items.Count == 0) schemas.Add(value, DiagnosticCode.WrongJsonType, $"`{key}` is a list that is not empty", "put the elements in brackets, or leave out the key");
        return value.Items;
    }

    public IReadOnlyList<string> Words(string key, IReadOnlyCollection<string>? allowed = null)
    {
        var words = new List<string>();
        foreach (var item in List(key))
        {
            if (TextOf(item, $"a word of `{key}`") is not { } word) continue;
            if (FhirResourceKind.Never.Contains(word) && allowed?.Contains(word) is false)
                schemas.Add(item, DiagnosticCode.NotOneOf, $"`{word}` is never accepted", "such a resource is no evidence, for or against; leave it out");
            else if (allowed?.Contains(word) is false)
                NotOneOf(item, word, allowed);
            else if (words.Contains(word, StringComparer.Ordinal))
                schemas.Add(item, DiagnosticCode.DuplicateName, $"{FactProblems.Quote(word)} stands twice in `{key}`", "leave it out");
            else
                words.Add(word);
        }
        return words;
    }

    public IReadOnlyList<FhirPath> Paths(string key)
    {
        var paths = new List<FhirPath>();
        foreach (var item in List(key))
            if (PathOf(item, $"a path of `{key}`") is { } path) paths.Add(path);
        return paths;
    }

    public FhirPath? Path(string key) => Get(key) is { } value ? PathOf(value, $"`{key}`") : null;

    public int? Days(string key)
    {
        if (Get(key) is not { } value) return null;
        if (value.Kind == JsonTextKind.Number && int.TryParse(value.Raw, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= LongestAge) return days;
        schemas.Add(value, DiagnosticCode.InvalidFhirMapping, $"`{key}` is a whole number of days above zero, at most {LongestAge}, not {FactProblems.Quote(value.Raw)}", "for example `30`");
        return null;
    }

    private FhirPath? PathOf(JsonTextNode value, string subject)
    {
        if (TextOf(value, subject) is not { } text) return null;
        if (FhirPath.Parse(text) is { } path) return path;
        schemas.Add(value, DiagnosticCode.InvalidFhirMapping, $"{FactProblems.Quote(text)} is outside the part of FHIRPath that mappings use", FhirPath.Remedy);
        return null;
    }

    private void NotOneOf(JsonTextNode value, string word, IEnumerable<string> allowed) =>
        schemas.Add(value, DiagnosticCode.NotOneOf, $"{FactProblems.Quote(word)} is not allowed here", Suggestion.DidYouMean(word, allowed) ?? "one of " + string.Join(", ", allowed));
}
