using System.Text.Json;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Verification.Reports;

/// <summary>Replayed cases as JSON, camelCase, one object per case.</summary>
public static class CaseReportJson
{
    public static void Write(Stream output, IReadOnlyList<CaseResult> results) => Write(output, new CaseReport(results));

    public static void Write(Stream output, CaseReport report)
    {
        var results = report.Results;
        using var writer = new Utf8JsonWriter(output, DecisionWriter.Indented);
        writer.WriteStartObject();
        writer.WriteNumber("passed", results.Count(r => r.Passed));
        writer.WriteNumber("failed", results.Count(r => !r.Passed));
        if (report.Speed is { } speed) Write(writer, speed);
        writer.WriteStartArray("cases");
        foreach (var result in results) Write(writer, result);
        writer.WriteEndArray();
        if (report.Coverage is { } coverage)
        {
            writer.WritePropertyName("coverage");
            CoverageJson.Write(writer, coverage);
        }
        if (report.Mutation is { } mutation)
        {
            writer.WritePropertyName("mutation");
            MutationJson.Write(writer, mutation);
        }
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ReplaySpeed speed)
    {
        writer.WriteStartObject("replay");
        writer.WriteNumber("cases", speed.Cases);
        writer.WriteNumber("seconds", speed.Duration.TotalSeconds);
        writer.WriteNumber("cores", speed.Cores);
        writer.WriteNumber("perSecondAndCore", Math.Round(speed.PerSecondAndCore));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, CaseResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("workflow", result.Workflow);
        writer.WriteString("id", result.Case.Id);
        if (result.Case.Title is { } title) writer.WriteString("title", title);
        writer.WriteBoolean("passed", result.Passed);
        writer.WriteStartArray("differences");
        foreach (var difference in result.Differences)
        {
            writer.WriteStartObject();
            writer.WriteString("subject", difference.Subject);
            writer.WriteString("expected", difference.Expected);
            writer.WriteString("actual", difference.Actual);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
