using System.Buffers;
using System.Text.Json;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Server.Facts;
using BoneMets.Rules.Server.Library;

namespace BoneMets.Rules.Server.Execution;

/// <summary>
/// Writes a decision as the body of an answer, with its length. What was read from a Bundle follows as its last member: the decision's own
/// members are those of any decision.
/// </summary>
internal static class DecisionBody
{
    public static void Write(HttpResponse response, Decision decision, Explain explain, FhirReading? reading = null)
    {
        using var buffer = AnswerBuffer.Rent();
        using (var writer = new Utf8JsonWriter(buffer.Writer, DecisionWriter.Compact)) DecisionWriter.Write(writer, decision, explain);
        if (reading is null) Write(response, buffer.Written, []);
        else Write(response, buffer.Written[..^1], [.. ",\"bundle\":"u8, .. LibraryJson.ToUtf8(BundleReport.Of(reading)), (byte)'}']);
    }

    public static void Write(HttpResponse response, WrittenDecision decision) => Write(response, decision.Bytes, []);

    private static void Write(HttpResponse response, ReadOnlySpan<byte> decision, ReadOnlySpan<byte> report)
    {
        response.ContentType = "application/json";
        response.ContentLength = decision.Length + report.Length;
        response.BodyWriter.Write(decision);
        response.BodyWriter.Write(report);
    }
}
