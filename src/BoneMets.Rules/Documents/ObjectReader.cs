using System.Globalization;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Documents;

/// <summary>
/// Reads the keys of one object and reports whatever does not fit. A key that was asked for is a known one;
/// <see cref="Finish"/> reports the rest. JSON null counts as absent.
/// </summary>
internal sealed class ObjectReader
{
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, JsonTextNode> values = new(StringComparer.OrdinalIgnoreCase);
    private readonly string what;
    private readonly bool strict;

    /// <param name="node">Reported when it is no object; every key is then absent without further findings.</param>
    /// <param name="what">How a message names the object: <c>rule</c>, <c>score band</c>.</param>
    /// <param name="findings">Where findings go.</param>
    /// <param name="strict">Unknown keys are errors, not warnings.</param>
    public ObjectReader(JsonTextNode node, string what, DiagnosticBag findings, bool strict)
    {
        (Node, this.what, Findings, this.strict) = (node, what, findings, strict);
        IsObject = node.Kind == JsonTextKind.Object;
        if (!IsObject) findings.Add(node.At(DiagnosticCode.WrongJsonType, $"{WithArticle(what)} is an object, not {Describe(node.Kind)}"));
        foreach (var property in node.Properties) values.TryAdd(property.Name, property.Value);
    }

    public JsonTextNode Node { get; }

    public DiagnosticBag Findings { get; }

    public bool IsObject { get; }

    public static string Describe(JsonTextKind kind) => kind switch
    {
        JsonTextKind.Object => "an object",
        JsonTextKind.Array => "a list",
        JsonTextKind.String => "a text",
        JsonTextKind.Number => "a number",
        JsonTextKind.Null => "null",
        _ => "true or false",
    };

    private static string WithArticle(string noun) => noun[0] is 'a' or 'e' or 'i' or 'o' ? $"an {noun}" : $"a {noun}";

    public JsonTextNode? Value(string key, bool required = false)
    {
        known.Add(key);
        if (values.TryGetValue(key, out var value) && value.Kind != JsonTextKind.Null) return value;
        if (required && IsObject) Findings.Add((value ?? Node).At(DiagnosticCode.MissingKey, $"the {what} has no `{key}`"));
        return null;
    }

    public bool Has(string key) => Value(key) is not null;

    public void Ignore(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys) known.Add(key);
    }

    public void Report(DiagnosticCode code, string message, string? help = null) => Findings.Add(Node.At(code, message, help));

    public void Report(string key, DiagnosticCode code, string message, string? help = null) =>
        Findings.Add((values.GetValueOrDefault(key) ?? Node).At(code, message, help));

    private JsonTextNode? Value(string key, JsonTextKind kind, string expected, bool required)
    {
        if (Value(key, required) is not { } value) return null;
        if (value.Kind == kind) return value;
        WrongType(value, $"`{key}`", expected);
        return null;
    }

    private void WrongType(JsonTextNode value, string subject, string expected)
    {
        var help = expected == "a text" && value.Kind is JsonTextKind.Number or JsonTextKind.True or JsonTextKind.False ? $"write `\"{value.Raw}\"`" : null;
        Findings.Add(value.At(DiagnosticCode.WrongJsonType, $"{subject} is {expected}, not {Describe(value.Kind)}", help));
    }

    public string? Text(string key, bool required = false) => Authored(key, required)?.Text;

    public AuthoredText? Authored(string key, bool required = false)
    {
        if (Value(key, JsonTextKind.String, "a text", required) is not { } value) return null;
        if (!string.IsNullOrWhiteSpace(value.Text)) return new AuthoredText(value.Text, value);
        if (required) Findings.Add(value.At(DiagnosticCode.MissingKey, $"`{key}` is empty"));
        return null;
    }

    /// <summary>An expression or pattern: when it stands there it may not be empty.</summary>
    public AuthoredText? Expression(string key, bool required = false)
    {
        if (Value(key, JsonTextKind.String, "a text", required) is not { } value) return null;
        if (!string.IsNullOrWhiteSpace(value.Text)) return new AuthoredText(value.Text, value);
        Findings.Add(value.At(DiagnosticCode.Syntax, $"`{key}` is empty", required ? null : "write an expression or remove the key"));
        return null;
    }

    public bool Flag(string key, bool absent = false)
    {
        if (Value(key) is not { } value) return absent;
        if (value.Kind is JsonTextKind.True or JsonTextKind.False) return value.Kind == JsonTextKind.True;
        WrongType(value, $"`{key}`", "true or false");
        return absent;
    }

    /// <summary>A number that exact decimals hold without rounding.</summary>
    public decimal? Number(string key, bool required = false)
    {
        if (Value(key, JsonTextKind.Number, "a number", required) is not { } value) return null;
        if (decimal.TryParse(value.Raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && CanonicalJson.Number(value.Raw) == CanonicalJson.Number(number.ToString(CultureInfo.InvariantCulture))) return number;
        Findings.Add(value.At(DiagnosticCode.NumberOutOfRange, $"`{key}` has more digits than exact decimals can hold"));
        return null;
    }

    public int? Integer(string key, int minimum, int maximum)
    {
        if (Value(key, JsonTextKind.Number, "a whole number", required: false) is not { } value) return null;
        if (int.TryParse(value.Raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum) return number;
        Findings.Add(value.At(DiagnosticCode.WrongJsonType, $"`{key}` is a whole number from {minimum} to {maximum}"));
        return null;
    }

    public DateOnly? Date(string key)
    {
        if (Authored(key) is not { } text) return null;
        if (DateOnly.TryParseExact(text.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Findings.Add(text.Node.At(DiagnosticCode.InvalidDate, $"`{text.Text}` is not a calendar date", "write it as `2026-01-31`"));
        return null;
    }

    /// <summary>One of <paramref name="words"/>, spelled exactly unless <paramref name="anyCase"/>.</summary>
    public T? Word<T>(string key, Words<T> words, bool required = false, bool anyCase = false) where T : struct
    {
        if (Authored(key, required) is not { } text) return null;
        return WordOf(text, words, anyCase);
    }

    public T? WordOf<T>(AuthoredText text, Words<T> words, bool anyCase = false) where T : struct
    {
        if (words.Find(text.Text, anyCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) is { } meaning) return meaning;
        var help = Suggestion.DidYouMean(text.Text, words.All) ?? "one of " + string.Join(", ", words.All.Select(w => $"`{w}`"));
        Findings.Add(text.Node.At(DiagnosticCode.NotOneOf, $"`{text.Text}` is not allowed here", help));
        return null;
    }

    /// <summary>A free object, whose keys are not ours to judge.</summary>
    public JsonTextNode? Object(string key, bool required = false) => Value(key, JsonTextKind.Object, "an object", required);

    public ObjectReader? Nested(string key, string name, bool required = false) =>
        Value(key, required) is { } value ? new ObjectReader(value, name, Findings, strict) : null;

    public IReadOnlyList<JsonTextNode> List(string key, bool required = false) =>
        Value(key, JsonTextKind.Array, "a list", required)?.Items ?? [];

    /// <summary>The elements of a list that are objects; the others are reported.</summary>
    public IEnumerable<ObjectReader> Objects(string key, string name, bool required = false)
    {
        foreach (var item in List(key, required))
        {
            var reader = new ObjectReader(item, name, Findings, strict);
            if (reader.IsObject) yield return reader;
        }
    }

    /// <summary>A list of texts that are not empty; <paramref name="item"/> names one in a message.</summary>
    public IReadOnlyList<AuthoredText> Texts(string key, string item, bool unique = true)
    {
        var result = new List<AuthoredText>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in List(key))
        {
            if (node.Kind != JsonTextKind.String) WrongType(node, WithArticle(item), "a text");
            else if (string.IsNullOrWhiteSpace(node.Text)) Findings.Add(node.At(DiagnosticCode.MissingKey, $"{WithArticle(item)} is empty"));
            else if (unique && !seen.Add(node.Text)) Findings.Add(node.At(DiagnosticCode.DuplicateName, $"the {item} `{node.Text}` stands twice in the list"));
            else result.Add(new AuthoredText(node.Text, node));
        }
        return result;
    }

    /// <summary>Reports every key that nobody asked for. Call it when everything was read.</summary>
    public void Finish()
    {
        foreach (var property in Node.Properties)
        {
            if (known.Contains(property.Name)) continue;
            if (Findings.Items.Count >= DiagnosticBag.Capacity) return;
            var code = strict ? DiagnosticCode.UnknownKey : DiagnosticCode.UnknownKeyTolerated;
            Findings.Add(property.At(code, $"{WithArticle(what)} has no key `{property.Name}`", Suggestion.DidYouMean(property.Name, known)));
        }
    }
}
