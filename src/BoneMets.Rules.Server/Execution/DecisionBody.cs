using System.Buffers;
using System.Text.Json;
using BoneMets.Rules.Decisions;

namespace BoneMets.Rules.Server.Execution;

/// <summary>Writes a decision as the body of an answer, with its length, over buffers that each thread keeps.</summary>
internal static class DecisionBody
{
    private const int FirstSize = 16 * 1024;
    private const int MostKept = 1024 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? kept;

    public static void Write(HttpResponse response, Decision decision, Explain explain)
    {
        var buffer = kept ?? new ArrayBufferWriter<byte>(FirstSize);
        kept = null;
        using (var writer = new Utf8JsonWriter(buffer, DecisionWriter.Compact)) DecisionWriter.Write(writer, decision, explain);
        response.ContentType = "application/json";
        response.ContentLength = buffer.WrittenCount;
        response.BodyWriter.Write(buffer.WrittenSpan);
        if (buffer.Capacity > MostKept) return;
        buffer.Clear(); // zeroes what was written
        kept = buffer;
    }
}
