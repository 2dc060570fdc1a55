using System.Text.Json;
using BoneMets.Rules.Bench.Workloads;

namespace BoneMets.Rules.Bench.Opponents;

/// <summary>(c) and (d) of the second workload, for complete facts: the thousand verdicts are nearly all that there is to write.</summary>
internal abstract class SecondOpponentLines(PlainDecision decide, Stamp stamp) : OpponentLines
{
    private const int BitsPerWord = 64;
    private static readonly JsonEncodedText[] Names = [.. GeneratedRules.All.Select(r => JsonEncodedText.Encode(r.Name))];
    private static readonly JsonEncodedText Met = JsonEncodedText.Encode("met");
    private static readonly JsonEncodedText NotMet = JsonEncodedText.Encode("notMet");
    private readonly ulong[] met = new ulong[(GeneratedRules.Count + BitsPerWord - 1) / BitsPerWord];

    protected void Decide(ReadOnlySpan<byte> id, long number, PlainMeasurements m)
    {
        decide(m, met);
        var json = Start(id, number);
        json.WriteStartObject();
        stamp.Write(json, "ThousandRules"u8, isComplete: true);
        WriteEmpty(json, "recommendations"u8, "pending"u8, "withheld"u8, "missing"u8);
        json.WriteStartObject("verdicts"u8);
        for (var i = 0; i < Names.Length; i++)
            json.WriteString(Names[i], (met[i / BitsPerWord] & (1UL << (i % BitsPerWord))) != 0 ? Met : NotMet);
        json.WriteEndObject();
        json.WriteStartObject("outputs"u8);
        json.WriteEndObject();
        json.WriteStartObject("ranges"u8);
        json.WriteEndObject();
        json.WriteStartArray("notices"u8);
        json.WriteEndArray();
        json.WriteEndObject();
        End();
    }

    private static void WriteEmpty(Utf8JsonWriter json, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ReadOnlySpan<byte> c, ReadOnlySpan<byte> d)
    {
        json.WriteStartArray(a);
        json.WriteEndArray();
        json.WriteStartArray(b);
        json.WriteEndArray();
        json.WriteStartArray(c);
        json.WriteEndArray();
        json.WriteStartArray(d);
        json.WriteEndArray();
    }
}

/// <summary>(c) reads with what System.Text.Json generates.</summary>
internal sealed class SourceGeneratedThousand(PlainDecision decide, Stamp stamp) : SecondOpponentLines(decide, stamp)
{
    protected override void DecideLine(ReadOnlySpan<byte> line, long number)
    {
        var read = JsonSerializer.Deserialize(line, LineContext.Default.MeasurementsLine)!;
        Span<byte> id = stackalloc byte[64];
        var length = System.Text.Encoding.UTF8.GetBytes(read.Id, id);
        Decide(id[..length], number, read.M);
    }
}

/// <summary>(d) reads by hand.</summary>
internal sealed class HandReadThousand(PlainDecision decide, Stamp stamp) : SecondOpponentLines(decide, stamp)
{
    private readonly PlainMeasurements m = new();

    protected override void DecideLine(ReadOnlySpan<byte> line, long number)
    {
        var reader = new Utf8JsonReader(line);
        ReadOnlySpan<byte> id = default;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("m"u8))
            {
                ReadNumbers(ref reader);
                continue;
            }
            reader.Read();
            id = reader.ValueSpan;
        }
        Decide(id, number, m);
    }

    private void ReadNumbers(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            var value = reader.GetDouble();
            switch (name[1])
            {
                case (byte)'0': m.N0 = value; break;
                case (byte)'1': m.N1 = value; break;
                case (byte)'2': m.N2 = value; break;
                case (byte)'3': m.N3 = value; break;
                case (byte)'4': m.N4 = value; break;
                case (byte)'5': m.N5 = value; break;
                case (byte)'6': m.N6 = value; break;
                case (byte)'7': m.N7 = value; break;
                case (byte)'8': m.N8 = value; break;
                default: m.N9 = value; break;
            }
        }
    }
}
