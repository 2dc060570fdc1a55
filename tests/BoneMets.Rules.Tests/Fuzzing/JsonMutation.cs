using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BoneMets.Rules.Tests.Fuzzing;

/// <summary>Documents made from documents: parts left out, doubled, swapped, of another kind, nested, huge; and bytes that are no JSON or no text at all.</summary>
internal static class JsonMutation
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "0.1", "1e308", "1e999", "-1e-999", "79228162514264337593543950336", "1234567890123456789012345678901234567890", "1E+2147483648",
        "[]", "{}", "[[]]", "[null]", "{\"\":null}", "\"\"", "\" \"", "\"x\"", "\"null\"", "\"2026-02-30\"", "\"9999-12-31\"", "\"0001-01-01T00:00:00Z\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\u202e\"",
        "\"../../etc/passwd\"", "\"<script>alert(1)</script>\"", "\"=1+1\"", "\"$ref\"", "\"#/$defs/x\"", "\"sha256:00\"", "NaN", "Infinity", "'x'", "01", "+1", ".5", "0x10", "// x", "undefined",
    ];

    private static readonly byte[][] Bytes =
    [
        [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3], [0xFF], [0], [0x1B], "\r"u8.ToArray(), "\n"u8.ToArray(), "\""u8.ToArray(), "\\"u8.ToArray(),
        "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), "]"u8.ToArray(), ","u8.ToArray(), ":"u8.ToArray(), "/*"u8.ToArray(), "\u2028"u8.ToArray(),
    ];

    /// <param name="random">Decides everything.</param>
    /// <param name="text">A document that is well formed.</param>
    /// <param name="texts">A text that may stand somewhere in such a document.</param>
    public static byte[] Mutated(Random random, string text, Func<string> texts)
    {
        var root = JsonNode.Parse(text)!;
        for (var steps = random.Next(4); steps > 0; steps--) root = Step(random, root, texts);
        var result = root.ToJsonString();
        // What JsonNode cannot hold, such as a number without end or the same key twice, is written into the text.
        if (random.Chance(25)) result = Rewritten(random, result);
        var bytes = Encoding.UTF8.GetBytes(result);
        for (var steps = random.Chance(25) ? random.Next(1, 4) : 0; steps > 0; steps--) bytes = Step(random, bytes);
        return bytes;
    }

    private static JsonNode Step(Random random, JsonNode root, Func<string> texts)
    {
        var places = All(root).ToList();
        var node = random.Pick(places);
        switch (random.Next(10))
        {
            case 0 when node is JsonObject { Count: > 0 } members:
                members.Remove(random.Pick([.. members.Select(m => m.Key)]));
                break;
            case 1 when node is JsonArray { Count: > 0 } items:
                items.RemoveAt(random.Next(items.Count));
                break;
            case 2 when node is JsonArray { Count: > 0 } items:
                for (var copies = random.Chance(10) ? random.Next(1000) : 1; copies > 0; copies--) items.Add(random.Pick([.. items])?.DeepClone());
                break;
            case 3 when node is JsonObject { Count: > 0 } members:
                var key = random.Pick([.. members.Select(m => m.Key)]);
                members[random.Pick([key + "x", key.ToUpperInvariant(), "", "$schema", "__proto__", new string('k', random.Next(3000))])] = members[key]?.DeepClone();
                if (random.Chance(50)) members.Remove(key);
                break;
            case 4 when node is JsonValue && node.Parent is not null && node.GetValueKind() == JsonValueKind.String:
                node.ReplaceWith(texts());
                break;
            case 5 when node.Parent is not null:
                node.ReplaceWith(random.Pick(places).DeepClone());
                break;
            case 6 when node.Parent is not null:
                var deep = random.Next(1, random.Chance(20) ? 200 : 4);
                var inner = node.DeepClone();
                for (var i = 0; i < deep && i < 60; i++) inner = random.Chance(50) ? new JsonArray(inner) : new JsonObject { ["x"] = inner };
                node.ReplaceWith(inner);
                break;
            case 7 when node.Parent is not null:
                node.ReplaceWith(new string(random.Pick(['a', ' ', '(', '\u0130', '"', '\\', '.']), random.Next(random.Chance(5) ? 200_000 : 300)));
                break;
            case 8 when node is JsonArray { Count: > 1 } items:
                var first = items[0];
                items.RemoveAt(0);
                items.Add(first);
                break;
            default:
                var value = Value(random);
                if (node.Parent is null) return value ?? root;
                node.ReplaceWith(value);
                break;
        }
        return root;
    }

    private static JsonNode? Value(Random random)
    {
        var value = random.Pick(Values);
        if (value.Contains("\\ud800", StringComparison.Ordinal)) return null; // half a character cannot be written again
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>One of its scalars becomes another text, JSON or not; or a key comes twice.</summary>
    private static string Rewritten(Random random, string json)
    {
        var at = json.IndexOf(random.Chance(50) ? ':' : ',', random.Next(json.Length));
        if (at < 0) return json + random.Pick(Values);
        var end = json.IndexOfAny([',', '}', ']'], at + 1);
        if (end < 0 || random.Chance(30)) return json.Insert(at + 1, random.Pick(Values));
        return random.Chance(20) ? json.Insert(end, "," + json[(json.LastIndexOfAny(['{', ','], at) + 1)..end]) : json[..(at + 1)] + random.Pick(Values) + json[end..];
    }

    private static byte[] Step(Random random, byte[] bytes)
    {
        var at = random.Next(bytes.Length + 1);
        var rest = bytes.AsSpan(at);
        return random.Next(5) switch
        {
            0 => [.. random.Pick(Bytes), .. bytes],
            1 => [.. bytes.AsSpan(0, at), .. random.Pick(Bytes), .. rest],
            2 => bytes[..at],
            3 => [.. bytes.AsSpan(0, at), (byte)random.Next(256), .. rest[Math.Min(1, rest.Length)..]],
            // Deeper than any reader may go.
            _ => [.. bytes.AsSpan(0, at), .. Encoding.ASCII.GetBytes(new string(random.Pick(['[', '{']), random.Next(5_000))), .. rest],
        };
    }

    private static IEnumerable<JsonNode> All(JsonNode node)
    {
        yield return node;
        var children = node switch { JsonObject members => members.Select(m => m.Value), JsonArray items => items, _ => [] };
        foreach (var child in children.ToList())
            if (child is not null)
                foreach (var below in All(child)) yield return below;
    }
}
