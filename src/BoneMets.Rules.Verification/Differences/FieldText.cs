using System.Text;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Differences;

/// <summary>A value as a text to read. Different values may read alike; whoever shows them looks at what they mean.</summary>
internal static class FieldText
{
    public static string Of(JsonTextNode node) => node.Kind switch
    {
        JsonTextKind.String => node.Text!,
        JsonTextKind.Number => CanonicalJson.Number(node.Raw),
        JsonTextKind.Array when node.Items.Count == 0 => "none",
        JsonTextKind.Array when node.Items.All(IsScalar) => string.Join(", ", node.Items.Select(Of)),
        JsonTextKind.Array when node.Items.All(IsCitation) => string.Join("; ", node.Items.Select(Citation)),
        JsonTextKind.Object when IsQuantity(node) => $"{Of(node["value"]!)} {node["unit"]!.Text}",
        JsonTextKind.Object or JsonTextKind.Array => Encoding.UTF8.GetString(CanonicalJson.Of(node)),
        _ => node.Raw,
    };

    /// <summary>A number with its unit, as facts may be given: one value.</summary>
    public static bool IsQuantity(JsonTextNode node) =>
        node.Properties.Count == 2 && node["value"] is { Kind: JsonTextKind.Number or JsonTextKind.String } && node["unit"] is { Kind: JsonTextKind.String };

    public static bool IsScalar(JsonTextNode node) => node.Kind is not (JsonTextKind.Object or JsonTextKind.Array);

    /// <summary>Of <c>Evidence</c>; one with an unknown key is shown as it stands.</summary>
    private static bool IsCitation(JsonTextNode node) =>
        node["Source"] is { Kind: JsonTextKind.String } && node.Properties.All(p => p.Name.ToLowerInvariant() is "source" or "locator" or "statements" && p.Value.Items.All(IsScalar));

    private static string Citation(JsonTextNode node)
    {
        var statements = node["Statements"] is { Items.Count: > 0 } list ? $" ({Of(list)})" : "";
        return node["Locator"] is { Kind: JsonTextKind.String } place ? $"{node["Source"]!.Text}, {place.Text}{statements}" : node["Source"]!.Text + statements;
    }
}
