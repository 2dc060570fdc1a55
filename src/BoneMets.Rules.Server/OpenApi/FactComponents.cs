using System.Text.Json.Nodes;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Server.Facts;

namespace BoneMets.Rules.Server.OpenApi;

/// <summary>
/// A fact schema as a request takes it: every fact may be <c>null</c> (unknown), and a number with a unit also comes as
/// <c>{"value": 2.6, "unit": "mmol/L"}</c>.
/// </summary>
internal static class FactComponents
{
    private static readonly string[] Annotations = ["title", "description", "$comment", "examples"];

    public static string NameOf(string schema) => "Facts." + schema;

    public static string Reference(string component) => "#/components/schemas/" + component;

    public static JsonObject Of(JsonTextNode schema)
    {
        var root = JsonNode.Parse(FactSchemaDocument.ToUtf8(schema, id: null, name => Reference(NameOf(name))))!.AsObject();
        root.Remove("$schema");
        Open(root);
        return root;
    }

    private static void Open(JsonObject schema)
    {
        if (schema["properties"] is JsonObject properties)
            foreach (var (name, property) in properties.ToList()) properties[name] = Fact(property!.DeepClone().AsObject());
        if (schema["items"] is JsonObject items) Open(items);
    }

    private static JsonObject Fact(JsonObject schema)
    {
        Open(schema);
        var fact = new JsonObject();
        foreach (var (key, value) in schema.ToList())
        {
            if (!Annotations.Contains(key) && !key.StartsWith("x-", StringComparison.Ordinal)) continue;
            schema.Remove(key);
            fact[key] = value;
        }
        var forms = new JsonArray(schema);
        if (Quantity(fact) is { } quantity) forms.Add((JsonNode)quantity);
        forms.Add((JsonNode)new JsonObject { ["type"] = "null" });
        fact["anyOf"] = forms;
        return fact;
    }

    private static JsonObject? Quantity(JsonObject fact)
    {
        if (fact["x-unit"] is not { } canonical) return null;
        var units = new JsonArray(canonical.DeepClone());
        if (fact["x-units"] is JsonObject others)
            foreach (var (unit, _) in others) units.Add((JsonNode)unit);
        return new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("value", "unit"),
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject
            {
                ["value"] = new JsonObject { ["type"] = "number" },
                ["unit"] = new JsonObject { ["type"] = "string", ["enum"] = units },
            },
        };
    }
}
