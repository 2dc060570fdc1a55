using System.Text.Json;

namespace BoneMets.Rules.Bench.Opponents;

/// <summary>The <c>outputs</c> and <c>ranges</c> of a decision of (c) and (d).</summary>
internal sealed class HandOutputWriter
{
    private static readonly decimal[] Doses = [4, 3.5m, 3.3m, 3, 0];

    public void Write(Utf8JsonWriter json, HandDecision decision)
    {
        json.WriteStartObject("outputs"u8);
        WriteNumber(json, "correctedCalcium"u8, decision.CorrectedCalcium);
        WriteTruth(json, "hypocalcemia"u8, decision.Hypocalcemia);
        WriteTruth(json, "pregnancyConcern"u8, decision.PregnancyConcern);
        WriteTruth(json, "agentIndicated"u8, decision.AgentIndicated);
        WriteTruth(json, "agentBlocked"u8, decision.AgentBlocked);
        WriteTruth(json, "zoledronicPossible"u8, decision.ZoledronicPossible);
        WriteNumber(json, "creatinineRise"u8, decision.CreatinineRise);
        WritePoints(json, "mirelsSitePoints"u8, decision.SitePoints);
        WritePoints(json, "mirelsPainPoints"u8, decision.PainPoints);
        WritePoints(json, "mirelsAppearancePoints"u8, decision.AppearancePoints);
        WritePoints(json, "mirelsSizePoints"u8, decision.SizePoints);
        if (BandOf(decision.Score.Low).SequenceEqual(BandOf(decision.Score.High))) json.WriteString("mirelsBand"u8, BandOf(decision.Score.Low));
        else json.WriteNull("mirelsBand"u8);
        WriteNumber(json, "zoledronicDose"u8, decision.Dose);
        WritePoints(json, "mirelsScore"u8, decision.Score);
        json.WriteEndObject();
        WriteRanges(json, decision);
    }

    private static void WriteRanges(Utf8JsonWriter json, HandDecision decision)
    {
        json.WriteStartObject("ranges"u8);
        WriteItem(json, "mirelsSitePoints"u8, decision.SitePoints);
        WriteItem(json, "mirelsPainPoints"u8, decision.PainPoints);
        WriteItem(json, "mirelsAppearancePoints"u8, decision.AppearancePoints);
        WriteItem(json, "mirelsSizePoints"u8, decision.SizePoints);
        WriteBands(json, decision.Score);
        if (decision.Dose is null)
        {
            json.WriteStartObject("zoledronicDose"u8);
            json.WriteStartArray("values"u8);
            foreach (var dose in Doses) json.WriteNumberValue(dose);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        if (decision.Score.Low != decision.Score.High)
        {
            json.WriteStartObject("mirelsScore"u8);
            json.WriteNumber("min"u8, decision.Score.Low);
            json.WriteNumber("max"u8, decision.Score.High);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, ReadOnlySpan<byte> name, PointRange points)
    {
        if (points.Low == points.High) return;
        json.WriteStartObject(name);
        json.WriteStartArray("values"u8);
        for (var value = points.Low; value <= points.High; value++) json.WriteNumberValue(value);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteBands(Utf8JsonWriter json, PointRange score)
    {
        if (BandOf(score.Low).SequenceEqual(BandOf(score.High))) return;
        json.WriteStartObject("mirelsBand"u8);
        json.WriteStartArray("values"u8);
        if (score.Low <= 7) json.WriteStringValue("low"u8);
        if (score.Low <= 8 && score.High >= 8) json.WriteStringValue("borderline"u8);
        if (score.High >= 9) json.WriteStringValue("high"u8);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ReadOnlySpan<byte> BandOf(int score) => score switch { <= 7 => "low"u8, 8 => "borderline"u8, _ => "high"u8 };

    private static void WriteTruth(Utf8JsonWriter json, ReadOnlySpan<byte> name, Truth truth)
    {
        if (truth.Value is { } known) json.WriteBoolean(name, known);
        else json.WriteNull(name);
    }

    private static void WritePoints(Utf8JsonWriter json, ReadOnlySpan<byte> name, PointRange points)
    {
        if (points.Low == points.High) json.WriteNumber(name, points.Low);
        else json.WriteNull(name);
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal? number)
    {
        if (number is not { } known)
        {
            json.WriteNull(name);
            return;
        }
        Span<byte> digits = stackalloc byte[40];
        json.WritePropertyName(name);
        json.WriteRawValue(digits[..HandTextWriter.Format(known, digits)], skipInputValidation: true);
    }
}
