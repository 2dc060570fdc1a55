using System.Globalization;
using System.Text.Json;
using BoneMets.Rules.Evaluation;

namespace BoneMets.Rules.Decisions;

/// <summary>Writes decisions as JSON, camelCase, exact decimals, keys in a fixed order: the one place that knows the format.</summary>
public static class DecisionWriter
{
    public static readonly JsonWriterOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    public static readonly JsonWriterOptions Indented = Compact with { Indented = true };

    public static byte[] ToUtf8(Decision decision, Explain explain, bool indented = false)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, indented ? Indented : Compact)) Write(writer, decision, explain);
        return buffer.ToArray();
    }

    /// <summary>Without <paramref name="stamped"/> the decision has neither <c>decisionId</c> nor <c>evaluatedAt</c>: the same facts give the same bytes.</summary>
    public static void Write(Utf8JsonWriter writer, Decision decision, Explain explain, bool stamped = true)
    {
        writer.WriteStartObject();
        WriteStamp(writer, decision, stamped);
        WriteAdvice(writer, decision);
        writer.WriteStartArray("missing");
        foreach (var missing in decision.Missing) WriteMissing(writer, missing);
        writer.WriteEndArray();
        writer.WriteStartObject("verdicts");
        foreach (var rule in decision.Rules) writer.WriteString(rule.Name, VerdictName(rule.Verdict));
        writer.WriteEndObject();
        WriteOutputs(writer, decision.Outputs);
        writer.WriteStartArray("notices");
        foreach (var notice in decision.Notices)
        {
            writer.WriteStartObject();
            writer.WriteString("code", notice.Code);
            WriteOptional(writer, "output", notice.Output);
            writer.WriteString("message", notice.Message);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        if (explain != Explain.None)
        {
            writer.WriteStartArray("rules");
            foreach (var rule in decision.Rules) RuleWriter.Write(writer, rule, explain);
            writer.WriteEndArray();
        }
        if (explain == Explain.Full)
        {
            writer.WriteStartObject("explanations");
            // A rule's own explanation stands in `rules`.
            var rules = decision.Rules.Where(r => r.Explanation is not null).Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var (name, explanation) in decision.Explanations)
            {
                if (rules.Contains(name)) continue;
                writer.WritePropertyName(name);
                RuleWriter.Write(writer, explanation);
            }
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    public static string VerdictName(Verdict verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.NotMet => "notMet",
        Verdict.Failed => "failed",
        _ => "undetermined",
    };

    /// <summary>A known value; null for everything undecided.</summary>
    public static void WriteValue(Utf8JsonWriter writer, Value? value)
    {
        if (value is KnownValue known) WriteContent(writer, known.Content);
        else writer.WriteNullValue();
    }

    internal static void WriteContent(Utf8JsonWriter writer, object content)
    {
        switch (content)
        {
            case bool truth: writer.WriteBooleanValue(truth); break;
            case decimal number: writer.WriteRawValue(ValueText.Number(number), skipInputValidation: true); break;
            case string text: writer.WriteStringValue(text); break;
            case DateOnly date: writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case ListValue list:
                writer.WriteStartArray();
                foreach (var item in list.Items) WriteValue(writer, item.IsCertain ? item.Value : null);
                writer.WriteEndArray();
                break;
            case Facts.FactFrame frame: writer.WriteStringValue(frame.Path); break;
            default: throw new InvalidOperationException($"no JSON for {content.GetType().Name}");
        }
    }

    internal static void WriteOptional(Utf8JsonWriter writer, string key, string? value)
    {
        if (value is not null) writer.WriteString(key, value);
    }

    internal static void WriteStrings(Utf8JsonWriter writer, string key, IEnumerable<string> values)
    {
        writer.WriteStartArray(key);
        foreach (var value in values) writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    internal static void WriteRecommendation(Utf8JsonWriter writer, string text, Urgency urgency, Strength? strength)
    {
        writer.WriteString("text", text);
        writer.WriteString("urgency", UrgencyName(urgency));
        if (strength is { } given) writer.WriteString("strength", given.ToString().ToLowerInvariant());
    }

    internal static string UrgencyName(Urgency urgency) => urgency switch
    {
        Urgency.Emergency => "emergency",
        Urgency.Urgent => "urgent",
        Urgency.Routine => "routine",
        _ => "info",
    };

    private static void WriteStamp(Utf8JsonWriter writer, Decision decision, bool stamped)
    {
        writer.WriteString("workflow", decision.Workflow);
        if (decision.Release is { } release) writer.WriteNumber("release", release);
        else writer.WriteNull("release");
        writer.WriteString("releaseStatus", decision.ReleaseStatus);
        writer.WriteString("hash", decision.Hash);
        writer.WriteString("engineVersion", EngineVersion.Current);
        if (decision.Source is { } source) WriteSource(writer, source);
        if (stamped) writer.WriteString("decisionId", decision.Id);
        if (decision.AsOf is { } asOf) writer.WriteString("asOf", asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        else writer.WriteNull("asOf");
        if (stamped) writer.WriteString("evaluatedAt", decision.EvaluatedAt.UtcDateTime);
        writer.WriteString("status", decision.Status switch { DecisionStatus.Complete => "complete", DecisionStatus.Incomplete => "incomplete", _ => "failed" });
    }

    internal static void WriteSource(Utf8JsonWriter writer, DecisionSource source)
    {
        writer.WriteStartObject("source");
        WriteOptional(writer, "title", source.Title);
        WriteOptional(writer, "intendedUse", source.IntendedUse);
        WriteOptional(writer, "developer", source.Developer);
        WriteOptional(writer, "reviewDue", source.ReviewDue?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (source.IsReviewOverdue) writer.WriteBoolean("reviewOverdue", true);
        writer.WriteEndObject();
    }

    private static void WriteAdvice(Utf8JsonWriter writer, Decision decision)
    {
        writer.WriteStartArray("recommendations");
        foreach (var item in decision.Recommendations)
        {
            WriteHead(writer, item.Rule, item.Title);
            WriteRecommendation(writer, item.Text, item.Urgency, item.Strength);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("pending");
        foreach (var item in decision.Pending)
        {
            WriteHead(writer, item.Rule, item.Title);
            WriteRecommendation(writer, item.Text, item.Urgency, null);
            WriteStrings(writer, "missing", item.Missing);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("withheld");
        foreach (var item in decision.Withheld)
        {
            WriteHead(writer, item.Rule, item.Title);
            WriteRecommendation(writer, item.Text, item.Urgency, null);
            WriteStrings(writer, "by", item.By);
            writer.WriteString("reason", item.Reason);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteHead(Utf8JsonWriter writer, string rule, string? title)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", rule);
        WriteOptional(writer, "title", title);
    }

    private static void WriteMissing(Utf8JsonWriter writer, MissingFact missing)
    {
        writer.WriteStartObject();
        writer.WriteString("fact", missing.Fact);
        WriteOptional(writer, "label", missing.Label);
        WriteOptional(writer, "unit", missing.Unit);
        WriteStrings(writer, "rules", missing.Rules);
        writer.WriteEndObject();
    }

    private static void WriteOutputs(Utf8JsonWriter writer, IReadOnlyList<OutputResult> outputs)
    {
        writer.WriteStartObject("outputs");
        foreach (var output in outputs)
        {
            writer.WritePropertyName(output.Name);
            WriteValue(writer, output.Value);
        }
        writer.WriteEndObject();
        writer.WriteStartObject("ranges");
        foreach (var output in outputs)
        {
            if (output.Value is not (RangeValue or OneOfValue)) continue;
            writer.WriteStartObject(output.Name);
            RuleWriter.WritePossible(writer, output.Value);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }
}
