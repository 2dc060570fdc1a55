using System.Globalization;
using System.Text;
using System.Text.Json;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Cli.Output;

/// <summary>Findings as a JSON list.</summary>
internal static class DiagnosticJson
{
    public static void Write(TextWriter output, IReadOnlyList<Diagnostic> findings, Func<string, string> pathOf) => output.WriteLine(Text(writer =>
    {
        writer.WriteStartArray();
        foreach (var finding in findings) Write(writer, finding, pathOf);
        writer.WriteEndArray();
    }));

    public static string Text(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, DecisionWriter.Indented)) write(writer);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    public static void WriteExample(Utf8JsonWriter writer, FactsExample example)
    {
        writer.WritePropertyName("facts");
        writer.WriteRawValue(example.Facts);
        if (example.AsOf is { } day) writer.WriteString("asOf", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static void Write(Utf8JsonWriter writer, Diagnostic finding, Func<string, string> pathOf)
    {
        writer.WriteStartObject();
        writer.WriteString("code", finding.Code.Id);
        writer.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        writer.WriteString("document", pathOf(finding.Document));
        writer.WriteString("pointer", finding.Pointer);
        writer.WriteNumber("line", finding.Line);
        writer.WriteNumber("column", finding.Column);
        if (finding.Span is { } span)
        {
            writer.WriteStartObject("span");
            writer.WriteNumber("start", span.Start);
            writer.WriteNumber("length", span.Length);
            writer.WriteEndObject();
        }
        writer.WriteString("message", finding.Message);
        if (finding.Help is { } help) writer.WriteString("help", help);
        if (finding.Example is { } example)
        {
            writer.WriteStartObject("example");
            WriteExample(writer, example);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }
}
