using System.Text.Json;
using BoneMets.Rules.Verification.Coverage;

namespace BoneMets.Rules.Verification.Reports;

/// <summary>Coverage as JSON: totals, then every element with its place and the cases that show it.</summary>
internal static class CoverageJson
{
    public static void Write(Utf8JsonWriter writer, CaseCoverage coverage)
    {
        writer.WriteStartObject();
        writer.WriteNumber("cases", coverage.Cases);
        Write(writer, coverage.Totals);
        writer.WriteStartArray("gaps");
        foreach (var gap in coverage.Gaps) Write(writer, gap);
        writer.WriteEndArray();
        writer.WriteStartArray("leftOut");
        foreach (var name in coverage.LeftOut) writer.WriteStringValue(name);
        writer.WriteEndArray();
        writer.WriteStartArray("workflows");
        foreach (var workflow in coverage.Workflows) Write(writer, workflow);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Where something stands, as members of the object that is open.</summary>
    public static void Write(Utf8JsonWriter writer, SourcePlace place)
    {
        writer.WriteString("document", place.Document);
        writer.WriteString("pointer", place.Pointer);
        writer.WriteNumber("line", place.Line);
        writer.WriteNumber("column", place.Column);
    }

    private static void Write(Utf8JsonWriter writer, CoverageGap gap)
    {
        writer.WriteStartObject();
        writer.WriteString("workflow", gap.Workflow);
        writer.WriteString("kind", EnumWord.Of(gap.Kind));
        writer.WriteString("message", gap.ToString());
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, CoverageTotals totals)
    {
        writer.WriteStartObject("totals");
        foreach (var kind in Enum.GetValues<CoverageKind>())
        {
            writer.WriteStartObject(CoverageThresholds.WordOf(kind));
            Write(writer, totals[kind]);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, CoverageCount count)
    {
        writer.WriteNumber("covered", count.Covered);
        writer.WriteNumber("total", count.Total);
        writer.WriteNumber("percent", count.Percent);
    }

    private static void Write(Utf8JsonWriter writer, WorkflowCoverage workflow)
    {
        writer.WriteStartObject();
        writer.WriteString("workflow", workflow.Workflow);
        Write(writer, workflow.Totals);
        writer.WriteStartArray("parts");
        foreach (var part in workflow.Parts)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", EnumWord.Of(part.Part.Kind));
            writer.WriteString("name", part.Part.Name);
            Write(writer, part.Count);
            writer.WriteStartArray("elements");
            foreach (var element in part.Elements) Write(writer, element);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, CoverageElement element)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", EnumWord.Of(element.Kind));
        writer.WriteString("text", element.Text);
        Write(writer, element.Place);
        writer.WriteBoolean("covered", element.IsCovered);
        if (element.NotRequired is { } reason) writer.WriteString("notRequired", reason);
        writer.WriteStartArray("sides");
        foreach (var side in element.Sides)
        {
            writer.WriteStartObject();
            writer.WriteString("name", side.Name);
            writer.WriteNumber("count", side.Count);
            writer.WriteStartArray("cases");
            foreach (var name in side.Cases) writer.WriteStringValue(name);
            writer.WriteEndArray();
            if (side.Count == 0 && element.IsRequired) writer.WriteString("missing", side.Wanted);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
