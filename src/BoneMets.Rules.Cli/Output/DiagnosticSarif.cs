using System.Text.Json;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Cli.Output;

/// <summary>Findings as SARIF 2.1.0, which code hosts show beside the changed lines.</summary>
internal static class DiagnosticSarif
{
    public static void Write(TextWriter output, IReadOnlyList<Diagnostic> findings, Func<string, string> pathOf) => output.WriteLine(DiagnosticJson.Text(writer =>
    {
        var rules = findings.Select(f => f.Code).Distinct().OrderBy(c => c.Id, StringComparer.Ordinal).ToList();
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        WriteTool(writer, rules);
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WriteStartArray("results");
        foreach (var finding in findings) WriteResult(writer, finding, rules.IndexOf(finding.Code), pathOf);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }));

    private static void WriteTool(Utf8JsonWriter writer, List<DiagnosticCode> rules)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "bonemets");
        writer.WriteString("version", EngineVersion.Current);
        writer.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Id);
            WriteText(writer, "shortDescription", rule.Title);
            writer.WriteStartObject("defaultConfiguration");
            writer.WriteString("level", Level(rule.Severity));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, Diagnostic finding, int ruleIndex, Func<string, string> pathOf)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.Code.Id);
        writer.WriteNumber("ruleIndex", ruleIndex);
        writer.WriteString("level", Level(finding.Severity));
        WriteText(writer, "message", finding.Help is { } help ? $"{finding.Message} ({help})" : finding.Message);
        if (finding.Document.Length > 0) WriteLocation(writer, finding, pathOf(finding.Document));
        if (finding.Example is { } example)
        {
            writer.WriteStartObject("properties");
            writer.WriteStartObject("example");
            DiagnosticJson.WriteExample(writer, example);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter writer, Diagnostic finding, string path)
    {
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", Path.IsPathRooted(path) ? new Uri(path).AbsoluteUri : string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
        writer.WriteEndObject();
        if (finding.Line > 0)
        {
            writer.WriteStartObject("region");
            writer.WriteNumber("startLine", finding.Line);
            writer.WriteNumber("startColumn", finding.Column);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
        if (finding.Pointer.Length > 0)
        {
            writer.WriteStartArray("logicalLocations");
            writer.WriteStartObject();
            writer.WriteString("fullyQualifiedName", finding.Pointer);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string key, string text)
    {
        writer.WriteStartObject(key);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };
}
