using System.Text.Json.Nodes;

namespace BoneMets.Rules.System.Tests.Fhir;

/// <summary>Rules of FHIR R4 that its JSON Schema cannot say.</summary>
internal static class FhirStandard
{
    public static IReadOnlyList<string> WrongIn(JsonNode resource) =>
        [.. Empty(resource, ""), .. Contained(resource), .. Actions(resource), .. Entries(resource)];

    /// <summary>Nothing is null or empty, and no text begins or ends with white space.</summary>
    private static IEnumerable<string> Empty(JsonNode? node, string place) => node switch
    {
        null => [$"{place} is null"],
        JsonObject { Count: 0 } or JsonArray { Count: 0 } => [$"{place} is empty"],
        JsonObject owner => owner.SelectMany(m => Empty(m.Value, $"{place}/{m.Key}")),
        JsonArray list => list.SelectMany((item, index) => Empty(item, $"{place}/{index}")),
        JsonValue value when value.TryGetValue<string>(out var text) && (text.Length == 0 || text.Trim() != text) => [$"{place} is `{text}`"],
        _ => [],
    };

    /// <summary>dom-2, dom-3: what is contained contains nothing itself, is referred to or refers to what contains it, and every `#` leads somewhere.</summary>
    private static IEnumerable<string> Contained(JsonNode resource)
    {
        if (resource["resourceType"]!.GetValue<string>() == "Bundle") yield break; // its resources are looked at one by one
        var contained = resource["contained"]?.AsArray() ?? [];
        var ids = contained.Select(c => c!["id"]!.GetValue<string>()).ToList();
        var references = References(resource).ToList();
        foreach (var id in ids.Where(i => !references.Contains($"#{i}")).Where(i => !References(contained.First(c => c!["id"]!.GetValue<string>() == i)!).Contains("#"))) yield return $"nothing refers to #{id}";
        foreach (var reference in references.Where(r => r.Length > 1 && r[0] == '#' && !ids.Contains(r[1..]))) yield return $"{reference} leads nowhere";
        if (ids.Distinct(StringComparer.Ordinal).Count() != ids.Count) yield return "two contained resources have one id";
        if (contained.Any(c => c!["contained"] is not null)) yield return "a contained resource contains another one";
    }

    /// <summary>rqg-1: an action has a resource or actions, and not both.</summary>
    private static IEnumerable<string> Actions(JsonNode resource) =>
        (resource["contained"]?.AsArray() ?? []).Where(c => c!["resourceType"]!.GetValue<string>() == "RequestGroup").SelectMany(c => c!["action"]!.AsArray())
            .Where(a => a!["resource"] is null == a["action"] is null).Select(a => $"rqg-1: {a!["title"]}");

    /// <summary>bdl-1 and more: what is in a Bundle keeps the rules too, and no address stands in it twice.</summary>
    private static IEnumerable<string> Entries(JsonNode resource)
    {
        if (resource["resourceType"]!.GetValue<string>() != "Bundle") return [];
        var entries = resource["entry"]?.AsArray() ?? [];
        var twice = entries.Select(e => e!["fullUrl"]?.GetValue<string>()).OfType<string>().GroupBy(u => u).Where(g => g.Count() > 1).Select(g => $"{g.Key} stands twice");
        return entries.SelectMany(e => WrongIn(e!["resource"]!)).Concat(twice);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject owner => owner.SelectMany(m => m is { Key: "reference" or "resource", Value: JsonValue value } && value.TryGetValue<string>(out var text) ? [text] : References(m.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
