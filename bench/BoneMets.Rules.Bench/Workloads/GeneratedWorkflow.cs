using System.Text.Json;

namespace BoneMets.Rules.Bench.Workloads;

/// <summary>The second workload as the documents that an author would own.</summary>
internal static class GeneratedWorkflow
{
    public const string Name = "ThousandRules";
    public const string SchemaName = "measurements";
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Document() => Write(json =>
    {
        json.WriteString("$schema", "../../schemas/workflow.schema.json");
        json.WriteString("WorkflowName", Name);
        json.WriteString("Title", "Benchmark: a thousand generated rules");
        json.WriteString("Description", "Three comparisons per rule over ten numbers. Made for measuring, not for patients.");
        json.WriteStartArray("Inputs");
        json.WriteStartObject();
        json.WriteString("Name", "m");
        json.WriteString("Schema", SchemaName);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("Rules");
        foreach (var rule in GeneratedRules.All)
        {
            json.WriteStartObject();
            json.WriteString("RuleName", rule.Name);
            json.WriteString("Expression", rule.Text(c => $"m.n{c.Number} {c.Operator} {c.LimitText}"));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    public static byte[] Schema() => Write(json =>
    {
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("title", "Ten numbers");
        json.WriteString("description", "Facts of the generated benchmark workflow.");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        for (var i = 0; i < GeneratedRules.Numbers; i++)
        {
            json.WriteStartObject($"n{i}");
            json.WriteString("type", "number");
            json.WriteNumber("minimum", 0);
            json.WriteNumber("maximum", 100);
            json.WriteString("description", "A number.");
            json.WriteString("x-label", $"Number {i}");
            json.WriteEndObject();
        }
        json.WriteEndObject();
    });

    private static byte[] Write(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }
        return stream.ToArray();
    }
}
