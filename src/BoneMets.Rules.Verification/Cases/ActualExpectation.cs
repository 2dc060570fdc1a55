using System.Text;
using System.Text.Json;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Evaluation;

namespace BoneMets.Rules.Verification.Cases;

/// <summary>
/// What a golden case would have to expect so that it passes: the members that it states, in its order, with what the decision says.
/// A rule or output that does not exist, and a value that no case can state (one that failed), is left out.
/// </summary>
public static class ActualExpectation
{
    /// <summary>As JSON, in the spelling of <c>cases.json</c>.</summary>
    public static string Of(Judgement judgement, GoldenExpectation expect)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, DecisionWriter.Compact)) Write(writer, judgement, expect);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, Judgement judgement, GoldenExpectation expect)
    {
        var rules = expect.Rules.Select(r => CaseComparison.RuleOf(judgement, r.Key)).OfType<RuleResult>().ToList();
        writer.WriteStartObject();
        foreach (var member in expect.Node.Properties)
        {
            writer.WritePropertyName(member.Name);
            switch (member.Name.ToUpperInvariant())
            {
                case "RULES":
                    writer.WriteStartObject();
                    foreach (var rule in rules) writer.WriteString(rule.Name, DecisionWriter.VerdictName(rule.Verdict));
                    writer.WriteEndObject();
                    break;
                case "OUTPUTS":
                    writer.WriteStartObject();
                    foreach (var output in expect.Outputs.Select(o => CaseComparison.OutputOf(judgement, o.Name)).OfType<OutputResult>()) WriteOutput(writer, output);
                    writer.WriteEndObject();
                    break;
                case "MISSING":
                    // Of the rules that this expectation says to be undetermined, whatever the old one said.
                    WriteList(writer, CaseComparison.MissingOf(rules.Where(r => r.Verdict == Verdict.Undetermined)));
                    break;
                default:
                    WriteList(writer, CaseComparison.EventsOf(judgement));
                    break;
            }
        }
        writer.WriteEndObject();
    }

    private static void WriteOutput(Utf8JsonWriter writer, OutputResult output)
    {
        var json = Json(output.Value);
        if (JsonText.Parse("expectation", json).Root is not { } stated || !CaseComparison.Matches(output.Value, stated)) return;
        writer.WritePropertyName(output.Name);
        writer.WriteRawValue(json);
    }

    private static string Json(Value value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, DecisionWriter.Compact)) DecisionWriter.WriteValue(writer, value);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable<string> texts)
    {
        writer.WriteStartArray();
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
