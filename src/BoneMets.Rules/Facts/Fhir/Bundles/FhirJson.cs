using System.Text.Json;

namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>Reads elements of FHIR whatever somebody wrote there: what is not of the expected type is as good as absent.</summary>
internal static class FhirJson
{
    /// <summary>Null when there is none, it is JSON's null, or the owner is no object.</summary>
    public static JsonElement? Get(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? Text(JsonElement owner, string name) => Get(owner, name) is { } value ? Text(value) : null;

    /// <summary>Null for anything but a text, and for a text with half a character in it.</summary>
    public static string? Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static bool IsTrue(JsonElement owner, string name) => Get(owner, name) is { ValueKind: JsonValueKind.True };

    /// <summary>The elements of a list; none when there is no list.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement owner, string name) => Get(owner, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
