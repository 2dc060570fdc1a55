using System.Text.Json;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Server.Library;

namespace BoneMets.Rules.Server.Facts;

/// <summary>A fact schema as authored, but with references that work over HTTP: <c>lesion.schema.json</c> becomes <c>/api/v1/facts/lesion</c>.</summary>
internal static class FactSchemaDocument
{
    private const string Ending = ".schema.json";

    public static JsonPage? Page(RuleLibrary library, string name) =>
        library.Schemas.TryGetValue(name, out var schema) && schema.Node is { } node ? new JsonPage(ToUtf8(node, Url(name), Url)) : null;

    /// <summary>With <paramref name="id"/> as the document's <c>$id</c> (none when null), and each <c>$ref</c> as <paramref name="reference"/> makes it of a schema's name.</summary>
    public static byte[] ToUtf8(JsonTextNode root, string? id, Func<string, string> reference)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, DecisionWriter.Compact)) Write(writer, root, id, reference, isRoot: true);
        return buffer.ToArray();
    }

    private static string Url(string name) => "/api/v1/facts/" + Uri.EscapeDataString(name);

    private static void Write(Utf8JsonWriter writer, JsonTextNode node, string? id, Func<string, string> reference, bool isRoot = false)
    {
        switch (node.Kind)
        {
            case JsonTextKind.Object:
                writer.WriteStartObject();
                if (isRoot && id is not null) writer.WriteString("$id", id);
                foreach (var property in node.Properties)
                {
                    if (isRoot && property.Name == "$id") continue;
                    writer.WritePropertyName(property.Name);
                    if (property is { Name: "$ref", Value.Text: { } file }) writer.WriteStringValue(reference(NameOf(file)));
                    else Write(writer, property.Value, id, reference);
                }
                writer.WriteEndObject();
                break;
            case JsonTextKind.Array:
                writer.WriteStartArray();
                foreach (var item in node.Items) Write(writer, item, id, reference);
                writer.WriteEndArray();
                break;
            case JsonTextKind.String:
                writer.WriteStringValue(node.Text);
                break;
            default:
                writer.WriteRawValue(node.Raw);
                break;
        }
    }

    private static string NameOf(string file)
    {
        var name = file.StartsWith("./", StringComparison.Ordinal) ? file[2..] : file;
        return name.EndsWith(Ending, StringComparison.Ordinal) ? name[..^Ending.Length] : name;
    }
}
