using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Mutation.Suggestions;

/// <summary>A case as people lay it out: the case, its facts and its expectation over several lines, what fits into a line on one.</summary>
internal static class CaseLayout
{
    private const int Width = 110;

    public static string Of(JsonObject golden)
    {
        var output = new StringBuilder();
        Write(output, golden, 0, isSpread: true);
        return output.ToString();
    }

    private static void Write(StringBuilder output, JsonNode? node, int depth, bool isSpread)
    {
        if (!isSpread && Inline(node) is var line && line.Length + (2 * depth) <= Width)
        {
            output.Append(line);
            return;
        }
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                output.Append('{');
                foreach (var (name, value) in members)
                {
                    output.Append(output[^1] == '{' ? "\n" : ",\n").Append(' ', 2 * (depth + 1)).Append(CanonicalJson.Quote(name)).Append(": ");
                    Write(output, value, depth + 1, isSpread: depth == 0 && name is "Facts" or "Expect");
                }
                output.Append('\n').Append(' ', 2 * depth).Append('}');
                break;
            case JsonArray { Count: > 0 } items:
                output.Append('[');
                for (var i = 0; i < items.Count; i++)
                {
                    output.Append(i == 0 ? "\n" : ",\n").Append(' ', 2 * (depth + 1));
                    Write(output, items[i], depth + 1, isSpread: false);
                }
                output.Append('\n').Append(' ', 2 * depth).Append(']');
                break;
            default:
                output.Append(Inline(node));
                break;
        }
    }

    private static string Inline(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject { Count: 0 } => "{}",
        JsonObject members => $"{{ {string.Join(", ", members.Select(m => $"{CanonicalJson.Quote(m.Key)}: {Inline(m.Value)}"))} }}",
        JsonArray items => $"[{string.Join(", ", items.Select(Inline))}]",
        JsonValue value when value.TryGetValue<string>(out var text) => CanonicalJson.Quote(text),
        _ => node.ToJsonString(),
    };
}
