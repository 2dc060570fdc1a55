using System.Text.Json;
using BoneMets.Rules.Evaluation;

namespace BoneMets.Rules.Decisions;

/// <summary>The reasons of a decision as JSON: rules with their evidence, and explanation trees.</summary>
internal static class RuleWriter
{
    public static void Write(Utf8JsonWriter writer, RuleResult rule, Explain explain)
    {
        writer.WriteStartObject();
        writer.WriteString("name", rule.Name);
        DecisionWriter.WriteOptional(writer, "title", rule.Title);
        writer.WriteString("verdict", DecisionWriter.VerdictName(rule.Verdict));
        DecisionWriter.WriteOptional(writer, "event", rule.Event);
        DecisionWriter.WriteOptional(writer, "message", rule.Message);
        if (rule.Output is { } output)
        {
            writer.WritePropertyName("output");
            DecisionWriter.WriteValue(writer, output);
        }
        if (rule.Recommendation is { } recommendation)
        {
            writer.WriteStartObject("recommendation");
            DecisionWriter.WriteRecommendation(writer, recommendation.Text, recommendation.Urgency, recommendation.Strength);
            writer.WriteEndObject();
        }
        writer.WriteStartArray("evidence");
        foreach (var citation in rule.Evidence) Write(writer, citation);
        writer.WriteEndArray();
        DecisionWriter.WriteStrings(writer, "missing", rule.Missing);
        if (rule.Error is { } error)
        {
            writer.WriteStartObject("error");
            writer.WriteString("code", error.Code);
            writer.WriteString("message", error.Message);
            writer.WriteEndObject();
        }
        if (explain == Explain.Full && rule.Explanation is { } explanation)
        {
            writer.WritePropertyName("explanation");
            Write(writer, explanation);
        }
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, Explanation explanation)
    {
        writer.WriteStartObject();
        writer.WriteString("text", explanation.Text);
        writer.WriteNumber("start", explanation.Start);
        writer.WriteNumber("length", explanation.Length);
        writer.WriteString("kind", explanation.Kind);
        DecisionWriter.WriteOptional(writer, "target", explanation.Target);
        WriteState(writer, explanation.Value);
        DecisionWriter.WriteStrings(writer, "facts", explanation.Facts);
        writer.WriteStartArray("children");
        foreach (var child in explanation.Children) Write(writer, child);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The values that an undecided output may still take.</summary>
    public static void WritePossible(Utf8JsonWriter writer, Value value)
    {
        if (value is RangeValue range)
        {
            writer.WritePropertyName("min");
            DecisionWriter.WriteContent(writer, range.Low);
            writer.WritePropertyName("max");
            DecisionWriter.WriteContent(writer, range.High);
        }
        if (value is not OneOfValue several) return;
        writer.WriteStartArray("values");
        foreach (var candidate in several.Candidates) DecisionWriter.WriteContent(writer, candidate);
        writer.WriteEndArray();
    }

    private static void WriteState(Utf8JsonWriter writer, Value? value)
    {
        writer.WriteString("state", value switch
        {
            null => "notEvaluated",
            KnownValue => "known",
            RangeValue => "range",
            OneOfValue => "oneOf",
            FaultValue => "failed",
            _ => "unknown",
        });
        if (value is KnownValue)
        {
            writer.WritePropertyName("value");
            DecisionWriter.WriteValue(writer, value);
        }
        if (value is not null) WritePossible(writer, value);
        if (value is FaultValue fault) writer.WriteString("error", fault.Message);
        DecisionWriter.WriteStrings(writer, "missing", value?.Missing.ToSortedList() ?? []);
    }

    public static void Write(Utf8JsonWriter writer, ResolvedCitation citation)
    {
        writer.WriteStartObject();
        writer.WriteString("source", citation.Source);
        if (citation.Details is { } source)
        {
            writer.WriteString("title", source.Title);
            DecisionWriter.WriteOptional(writer, "authors", source.Authors);
            DecisionWriter.WriteOptional(writer, "publisher", source.Publisher);
            if (source.Year is { } year) writer.WriteNumber("year", year);
            DecisionWriter.WriteOptional(writer, "doi", source.Doi);
            DecisionWriter.WriteOptional(writer, "url", source.Url);
            writer.WriteBoolean("verified", source.Verified);
            DecisionWriter.WriteOptional(writer, "note", source.Note);
        }
        DecisionWriter.WriteOptional(writer, "locator", citation.Locator);
        if (citation.Statements.Count > 0) DecisionWriter.WriteStrings(writer, "statements", citation.Statements);
        writer.WriteEndObject();
    }
}
