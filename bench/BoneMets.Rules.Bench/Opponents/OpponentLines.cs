using System.Buffers;
using System.Text.Json;

namespace BoneMets.Rules.Bench.Opponents;

/// <summary>What (c) and (d) of both workloads share: cutting lines, and the frame of a decision line.</summary>
internal abstract class OpponentLines : ILineDecider
{
    private readonly ArrayBufferWriter<byte> output = new(1 << 20);
    private readonly Utf8JsonWriter json = new(Stream.Null, HandDecisionWriter.Options);

    public ReadOnlySpan<byte> Decide(byte[] lines)
    {
        output.ResetWrittenCount();
        var number = 0L;
        for (ReadOnlySpan<byte> rest = lines; !rest.IsEmpty;)
        {
            var end = rest.IndexOf((byte)'\n');
            DecideLine(rest[..end], ++number);
            rest = rest[(end + 1)..];
        }
        return output.WrittenSpan;
    }

    public void Dispose() => json.Dispose();

    protected abstract void DecideLine(ReadOnlySpan<byte> line, long number);

    /// <summary>Up to the decision, which the caller writes.</summary>
    protected Utf8JsonWriter Start(ReadOnlySpan<byte> id, long number)
    {
        json.Reset(output);
        json.WriteStartObject();
        json.WriteNumber("line"u8, number);
        json.WriteString("id"u8, id);
        json.WritePropertyName("decision"u8);
        return json;
    }

    protected void End()
    {
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }
}
