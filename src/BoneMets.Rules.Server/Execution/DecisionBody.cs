using System.Buffers;
using System.Text.Json;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Server.Facts;
using BoneMets.Rules.Server.Library;

namespace BoneMets.Rules.Server.Execution;

/// <summary>
/// Writes a decision as the body of an answer, with its length, over buffers that each thread keeps. What was read from a Bundle follows as its
/// last member: the decision's own members are those of any decision.
/// </summary>
internal static class DecisionBody
{
    private const int FirstSize = 16 * 1024;
    private const int MostKept = 1024 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? kept;

    public static void Write(HttpResponse response, Decision decision, Explain explain, FhirReading? reading = null)
    {
        var buffer = kept ?? new ArrayBufferWriter<byte>(FirstSize);
        kept = null;
        using (var writer = new Utf8JsonWriter(buffer, DecisionWriter.Compact)) DecisionWriter.Write(writer, decision, explain);
        byte[] report = reading is null ? [] : [.. ",\"bundle\":"u8, .. LibraryJson.ToUtf8(BundleReport.Of(reading)), (byte)'}'];
        var written = report.Length == 0 ? buffer.WrittenSpan : buffer.WrittenSpan[..^1];
        response.ContentType = "application/json";
        response.ContentLength = written.Length + report.Length;
        response.BodyWriter.Write(written);
        response.BodyWriter.Write(report);
        if (buffer.Capacity > MostKept) return;
        buffer.Clear(); // zeroes what was written
        kept = buffer;
    }
}
