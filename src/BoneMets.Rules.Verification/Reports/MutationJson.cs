using System.Text.Json;
using BoneMets.Rules.Verification.Mutation;

namespace BoneMets.Rules.Verification.Reports;

/// <summary>Mutants as JSON: scores by workflow and part, then every mutant with what became of it. Without times, so that the same library gives the same bytes.</summary>
internal static class MutationJson
{
    public static void Write(Utf8JsonWriter writer, MutationReport report)
    {
        writer.WriteStartObject();
        Write(writer, report.Score);
        writer.WriteStartArray("workflows");
        foreach (var workflow in report.Workflows)
        {
            writer.WriteStartObject();
            writer.WriteString("workflow", workflow.Workflow);
            Write(writer, workflow.Score);
            writer.WriteStartArray("parts");
            foreach (var part in workflow.Parts) Write(writer, part);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, MutationScore score)
    {
        writer.WriteNumber("percent", score.Percent);
        writer.WriteNumber("killed", score.Killed);
        writer.WriteNumber("survived", score.Survived);
        writer.WriteNumber("equivalent", score.Equivalent);
        writer.WriteNumber("invalid", score.Invalid);
    }

    private static void Write(Utf8JsonWriter writer, PartMutation part)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", EnumWord.Of(part.Part.Kind));
        writer.WriteString("name", part.Part.Name);
        Write(writer, part.Score);
        writer.WriteStartArray("mutants");
        foreach (var result in part.Results) Write(writer, result);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, MutantResult result)
    {
        var mutant = result.Mutant;
        writer.WriteStartObject();
        writer.WriteString("operator", mutant.Operator);
        CoverageJson.Write(writer, mutant.Place);
        writer.WriteString("before", mutant.Before);
        writer.WriteString("after", mutant.After);
        writer.WriteString("status", EnumWord.Of(result.Status));
        if (result.KilledBy is { } killer) writer.WriteString("killedBy", killer);
        if (result.Reason is { } reason) writer.WriteString("reason", reason);
        if (result.Suggestion is { } suggestion)
        {
            writer.WritePropertyName("suggestion");
            using var golden = JsonDocument.Parse(suggestion.Json);
            golden.RootElement.WriteTo(writer);
        }
        writer.WriteEndObject();
    }
}
