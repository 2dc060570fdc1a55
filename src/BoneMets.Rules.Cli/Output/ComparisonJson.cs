using System.Globalization;
using System.Text.Json;
using BoneMets.Rules.Verification.Analysis.Versions;
using BoneMets.Rules.Verification.Differences;
using BoneMets.Rules.Verification.Impacts;

namespace BoneMets.Rules.Cli.Output;

/// <summary>The same for programs.</summary>
internal static class ComparisonJson
{
    public static string Of(LibraryComparison comparison) => DiagnosticJson.Text(writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("same", comparison.IsSame);
        // Said, so that nobody takes what was not looked at for what is fine.
        List(writer, "notCompared", comparison.Obstacles, obstacle =>
        {
            writer.WriteString("name", obstacle.Name);
            writer.WriteString("version", obstacle.IsNewer ? "newer" : "older");
            writer.WriteStartArray("errors");
            foreach (var error in obstacle.Errors) writer.WriteStringValue(error.ToString());
            writer.WriteEndArray();
        });
        List(writer, "documents", comparison.Documents, document => Write(writer, document));
        if (comparison.Versions is { } versions)
        {
            Text(writer, "solver", versions.Solver);
            List(writer, "workflows", versions.Workflows, workflow => Write(writer, workflow));
        }
        if (comparison.Impact is { } impact)
        {
            writer.WriteStartObject("impact");
            writer.WriteNumber("tried", impact.Tried);
            writer.WriteNumber("affected", impact.Affected.Count);
            List(writer, "groups", impact.Groups, group => Write(writer, group));
            writer.WriteEndObject();
        }
        List(writer, "failedCases", comparison.Failed, failed =>
        {
            writer.WriteString("workflow", failed.Workflow);
            writer.WriteString("id", failed.Case.Id);
        });
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, DocumentDifference document)
    {
        writer.WriteString("name", document.Name);
        writer.WriteString("kind", EnumWord.Of(document.Kind));
        if (document.IsUnreadable) writer.WriteBoolean("unreadable", true);
        List(writer, "parts", document.Parts, part =>
        {
            writer.WriteString("change", EnumWord.Of(part.Kind));
            writer.WriteString("of", EnumWord.Of(part.Of));
            writer.WriteString("name", part.Name);
            writer.WriteString("pointer", part.Pointer);
            List(writer, "fields", part.Fields, field =>
            {
                writer.WriteString("name", field.Name);
                Text(writer, "before", field.Before);
                Text(writer, "after", field.After);
            });
        });
    }

    private static void Write(Utf8JsonWriter writer, WorkflowComparison workflow)
    {
        writer.WriteString("workflow", workflow.Workflow);
        Text(writer, "notCompared", workflow.Obstacle);
        if (workflow.LongestList is { } longest) writer.WriteNumber("longestList", longest);
        List(writer, "definitions", workflow.Definitions, definition =>
        {
            writer.WriteString("name", definition.Name);
            writer.WriteBoolean("isRule", definition.IsRule);
            writer.WriteString("relation", EnumWord.Of(definition.Relation));
            Text(writer, "before", definition.Before);
            Text(writer, "after", definition.After);
            Text(writer, "why", definition.Why);
            if (definition.Example is not { } example) return;
            writer.WriteStartObject("example");
            DiagnosticJson.WriteExample(writer, example.AsExample());
            writer.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter writer, ImpactGroup group)
    {
        writer.WriteString("workflow", group.Workflow);
        writer.WriteString("kind", EnumWord.Of(group.Kind));
        writer.WriteString("subject", group.Subject);
        List(writer, "patients", group.Patients, patient =>
        {
            writer.WriteString("origin", patient.Patient.Origin);
            writer.WritePropertyName("facts");
            writer.WriteRawValue(patient.Patient.Facts.Span);
            if (patient.Patient.AsOf is { } day) writer.WriteString("asOf", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        });
    }

    private static void List<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null) writer.WriteString(name, text);
    }
}
