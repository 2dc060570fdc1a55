using System.Text;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Differences;

/// <summary>
/// What a value says, as a text to compare: layout, comments, the order of keys and the spelling of numbers do not count. Nor does the case
/// of keys where the readers ignore it, which they do everywhere but among names that authors choose.
/// </summary>
internal static class Meaning
{
    public static string Of(JsonTextNode node, bool isFree)
    {
        var text = new StringBuilder();
        Write(node, isFree, text);
        return text.ToString();
    }

    /// <summary>The values of an object with the key that they are paired by. A key that stands there twice is an error, and still compared.</summary>
    public static IEnumerable<(string Key, JsonTextProperty Property)> Keyed(JsonTextNode node, bool isFree)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var property in node.Properties)
        {
            var key = isFree ? property.Name : property.Name.ToLowerInvariant();
            var count = seen[key] = seen.GetValueOrDefault(key) + 1;
            yield return (count == 1 ? key : $"{key}#{count}", property);
        }
    }

    private static void Write(JsonTextNode node, bool isFree, StringBuilder text)
    {
        switch (node.Kind)
        {
            case JsonTextKind.Object:
                text.Append('{');
                var first = true;
                foreach (var (key, property) in Keyed(node, isFree).OrderBy(p => p.Key, StringComparer.Ordinal))
                {
                    // The readers take null for absent.
                    if (!isFree && property.Value.Kind == JsonTextKind.Null) continue;
                    text.Append(first ? "" : ",").Append(CanonicalJson.Quote(key)).Append(':');
                    first = false;
                    Write(property.Value, isFree, text);
                }
                text.Append('}');
                break;
            case JsonTextKind.Array:
                text.Append('[');
                for (var i = 0; i < node.Items.Count; i++)
                {
                    text.Append(i == 0 ? "" : ",");
                    Write(node.Items[i], isFree, text);
                }
                text.Append(']');
                break;
            case JsonTextKind.String:
                text.Append(CanonicalJson.Quote(node.Text!));
                break;
            case JsonTextKind.Number:
                text.Append(CanonicalJson.Number(node.Raw));
                break;
            default:
                text.Append(node.Raw);
                break;
        }
    }
}
