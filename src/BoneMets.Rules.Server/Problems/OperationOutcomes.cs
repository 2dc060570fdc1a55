using System.Text.Json;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Server.Problems;

/// <summary>A refusal as a FHIR OperationOutcome, for clients of the standards that speak so.</summary>
internal static class OperationOutcomes
{
    public static byte[] ToUtf8(ProblemKind kind, string? detail, string requestId, IReadOnlyList<Diagnostic> errors)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, DecisionWriter.Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("resourceType", "OperationOutcome");
            writer.WriteStartArray("issue");
            if (errors.Count == 0) Write(writer, kind, detail ?? kind.Title, $"/problems/{kind.Slug}, request {requestId}");
            foreach (var error in errors) Write(writer, kind, error.Message, Diagnostics(kind, error, requestId));
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, ProblemKind kind, string text, string diagnostics)
    {
        writer.WriteStartObject();
        writer.WriteString("severity", "error");
        writer.WriteString("code", CodeOf(kind.Status));
        writer.WriteStartObject("details");
        writer.WriteString("text", text);
        writer.WriteEndObject();
        writer.WriteString("diagnostics", diagnostics);
        writer.WriteEndObject();
    }

    private static string Diagnostics(ProblemKind kind, Diagnostic error, string requestId)
    {
        var parts = new[] { error.Pointer.Length > 0 ? $"at {error.Pointer}" : null, error.Help, error.Code.Id, $"/problems/{kind.Slug}", $"request {requestId}" };
        return string.Join("; ", parts.Where(p => p is { Length: > 0 }));
    }

    /// <summary>A word of FHIR's issue types.</summary>
    private static string CodeOf(int status) => status switch
    {
        400 => "invalid",
        401 => "login",
        403 => "forbidden",
        404 => "not-found",
        405 or 406 or 415 => "not-supported",
        408 or 504 => "timeout",
        409 or 422 => "business-rule",
        412 => "required",
        413 => "too-long",
        429 => "throttled",
        503 => "transient",
        >= 500 => "exception",
        _ => "processing",
    };
}
