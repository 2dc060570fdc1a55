using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BoneMets.Rules.Bench.Opponents;

/// <summary>Writes the decision of (c) and (d): the engine's bytes, by hand for these twenty rules, with every constant text encoded beforehand.</summary>
internal sealed class HandDecisionWriter(HandTexts texts, Stamp stamp)
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly JsonEncodedText Met = JsonEncodedText.Encode("met");
    private static readonly JsonEncodedText NotMet = JsonEncodedText.Encode("notMet");
    private static readonly JsonEncodedText Undetermined = JsonEncodedText.Encode("undetermined");
    private readonly HandTextWriter text = new();
    private readonly HandOutputWriter outputs = new();

    public void Write(Utf8JsonWriter json, HandDecision decision, Patient p, Lesion l)
    {
        json.WriteStartObject();
        stamp.Write(json, "MirelsAndDosing"u8, IsComplete(decision));
        WriteAdvice(json, decision, p, l);
        WriteMissing(json, decision);
        json.WriteStartObject("verdicts"u8);
        for (var i = 0; i < decision.Rules.Length; i++)
            json.WriteString(texts.Rules[i].Name, decision.Rules[i].Value switch { true => Met, false => NotMet, null => Undetermined });
        json.WriteEndObject();
        outputs.Write(json, decision);
        json.WriteStartArray("notices"u8);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static bool IsComplete(HandDecision decision)
    {
        foreach (var rule in decision.Rules)
            if (rule.Value is null) return false;
        return true;
    }

    private void WriteAdvice(Utf8JsonWriter json, HandDecision decision, Patient p, Lesion l)
    {
        json.WriteStartArray("recommendations"u8);
        foreach (var rule in texts.ByUrgency)
        {
            if (decision.Rules[rule].Value != true || IsWithheld(rule, decision)) continue;
            WriteText(json, rule, texts.Rules[rule].Recommendation, decision, p, l);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("pending"u8);
        foreach (var rule in texts.ByUrgency)
        {
            if (decision.Rules[rule].Value is not null) continue;
            WriteText(json, rule, texts.Rules[rule].WhenUndetermined, decision, p, l);
            json.WriteStartArray("missing"u8);
            for (var bits = decision.Rules[rule].Missing; bits != 0; bits &= bits - 1)
                json.WriteStringValue(texts.Facts[BitOperations.TrailingZeroCount(bits)].Path);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("withheld"u8);
        foreach (var rule in texts.ByUrgency)
            if (decision.Rules[rule].Value == true && IsWithheld(rule, decision)) WriteWithheld(json, rule, decision, p, l);
        json.WriteEndArray();
    }

    private bool IsWithheld(int rule, HandDecision decision)
    {
        foreach (var by in texts.Rules[rule].WithheldBy)
            if (decision.Rules[by].Value != false) return true;
        return false;
    }

    private void WriteText(Utf8JsonWriter json, int rule, Template template, HandDecision decision, Patient p, Lesion l)
    {
        json.WriteStartObject();
        json.WriteString("rule"u8, texts.Rules[rule].Name);
        json.WriteString("title"u8, texts.Rules[rule].Title);
        text.Clear();
        text.Append(template, decision, p, l);
        json.WriteString("text"u8, text.Text);
        json.WriteString("urgency"u8, texts.Rules[rule].Urgency);
    }

    private void WriteWithheld(Utf8JsonWriter json, int rule, HandDecision decision, Patient p, Lesion l)
    {
        WriteText(json, rule, texts.Rules[rule].Recommendation, decision, p, l);
        json.WriteStartArray("by"u8);
        text.Clear();
        foreach (var by in texts.Rules[rule].WithheldBy)
        {
            if (decision.Rules[by].Value == false) continue;
            json.WriteStringValue(texts.Rules[by].Name);
            if (text.Text.Length > 0) text.Append(" "u8);
            text.Append(decision.Rules[by].Value == true ? texts.Rules[by].Recommendation : texts.Rules[by].WhenUndetermined, decision, p, l);
        }
        json.WriteEndArray();
        json.WriteString("reason"u8, text.Text);
        json.WriteEndObject();
    }

    private void WriteMissing(Utf8JsonWriter json, HandDecision decision)
    {
        var missing = 0UL;
        foreach (var rule in decision.Rules) missing |= rule.Missing;
        json.WriteStartArray("missing"u8);
        for (; missing != 0; missing &= missing - 1)
        {
            var bit = missing & (0 - missing);
            var fact = texts.Facts[BitOperations.TrailingZeroCount(missing)];
            json.WriteStartObject();
            json.WriteString("fact"u8, fact.Path);
            json.WriteString("label"u8, fact.Label);
            if (fact.Unit is { } unit) json.WriteString("unit"u8, unit);
            json.WriteStartArray("rules"u8);
            for (var i = 0; i < decision.Rules.Length; i++)
                if ((decision.Rules[i].Missing & bit) != 0) json.WriteStringValue(texts.Rules[i].Name);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
