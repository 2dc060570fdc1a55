using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace BoneMets.Rules.Server.Fhir.Resources;

/// <summary>Parts of resources. FHIR knows neither null nor empty lists, objects and texts: whatever is not there is left out.</summary>
internal static class Element
{
    public static JsonObject Of(params (string Name, JsonNode? Value)[] members)
    {
        var result = new JsonObject();
        foreach (var (name, value) in members)
            if (value is not (null or JsonArray { Count: 0 } or JsonObject { Count: 0 })) result[name] = value;
        return result;
    }

    public static JsonArray List(params IEnumerable<JsonNode?> items) => [.. items.Where(i => i is not null)];

    /// <summary>A FHIR string: null without anything that can be seen, and only the white space that FHIR has.</summary>
    public static JsonNode? Text(string? plain)
    {
        if (plain is null) return null;
        var result = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            if (char.IsHighSurrogate(c) && i + 1 < plain.Length && char.IsLowSurrogate(plain[i + 1])) result.Append(c).Append(plain[++i]);
            else if (char.IsSurrogate(c)) result.Append('?');
            else if (c is '\n' or '\r' or '\t') result.Append(c);
            else result.Append(char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : c);
        }
        return result.ToString().Trim() is { Length: > 0 } text ? JsonValue.Create(text) : null;
    }

    public static JsonNode? Date(DateOnly? date) => date is { } day ? JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null;

    public static JsonNode? Instant(DateTimeOffset? time) => time is { } moment ? JsonValue.Create(moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)) : null;

    public static JsonObject Coding(string system, string code, string? display = null) => Of(("system", system), ("code", Text(code)), ("display", Text(display)));

    public static JsonObject Concept(JsonObject coding, string? text = null) => Of(("coding", List(coding)), ("text", Text(text)));

    public static JsonObject? Concept(string? text) => Text(text) is { } said ? Of(("text", said)) : null;

    public static JsonObject Reference(string reference) => Of(("reference", reference));

    public static JsonObject Patients() => Concept(Coding("http://hl7.org/fhir/resource-types", "Patient"));
}
