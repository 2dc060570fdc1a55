using System.Text.Json;

namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>Follows a path through a resource; lists are flattened. What comes out is at most what the resource holds, however the path runs.</summary>
internal static class FhirPathWalk
{
    private static readonly JsonElement Yes = JsonSerializer.SerializeToElement(true);

    /// <summary>The elements there. After <c>.exists()</c>: true, or nothing.</summary>
    public static IEnumerable<JsonElement> Of(JsonElement resource, FhirPath path)
    {
        IEnumerable<JsonElement> found = [resource];
        foreach (var step in path.Steps)
        {
            var before = found;
            found = step switch
            {
                FhirElementStep element => before.SelectMany(e => Children(e, element.Name)),
                FhirWhereStep where => before.Where(e => Has(e, where)),
                FhirFirstStep => before.Take(1),
                _ => before.Take(1).Select(_ => Yes),
            };
        }
        return found;
    }

    private static IEnumerable<JsonElement> Children(JsonElement owner, string name) => FhirJson.Get(owner, name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Where(e => e.ValueKind != JsonValueKind.Null),
        { } one => [one],
    };

    private static bool Has(JsonElement element, FhirWhereStep where)
    {
        IEnumerable<JsonElement> found = [element];
        foreach (var name in where.Names)
        {
            var before = found;
            found = before.SelectMany(e => Children(e, name));
        }
        return found.Any(e => FhirJson.Text(e) is { } text && string.Equals(text, where.Text, StringComparison.Ordinal));
    }
}
