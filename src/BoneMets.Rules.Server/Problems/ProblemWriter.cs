using System.Diagnostics;
using System.Text.Json;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.CdsHooks;

namespace BoneMets.Rules.Server.Problems;

/// <summary>Answers with <c>application/problem+json</c> (RFC 9457): the one shape of every refusal, but for clients of CDS Hooks, who are told by an OperationOutcome.</summary>
internal static class ProblemWriter
{
    public const string ContentType = "application/problem+json";

    public static async Task WriteAsync(HttpContext context, ProblemKind kind, string? detail, IReadOnlyList<Diagnostic>? errors = null, Action<Utf8JsonWriter>? more = null)
    {
        var traceId = Activity.Current?.Id ?? context.TraceIdentifier;
        var speaksFhir = HookRoutes.Are(context);
        var body = speaksFhir ? OperationOutcomes.ToUtf8(kind, detail, traceId, errors ?? []) : ToUtf8(kind, detail, traceId, errors ?? [], more);
        var response = context.Response;
        response.StatusCode = kind.Status;
        response.ContentType = speaksFhir ? "application/json" : ContentType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        // Not with the request's token: it may be what just ran out.
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(body, CancellationToken.None);
    }

    private static byte[] ToUtf8(ProblemKind kind, string? detail, string traceId, IReadOnlyList<Diagnostic> errors, Action<Utf8JsonWriter>? more)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, DecisionWriter.Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("type", $"/problems/{kind.Slug}");
            writer.WriteString("title", kind.Title);
            writer.WriteNumber("status", kind.Status);
            if (detail is not null) writer.WriteString("detail", detail);
            writer.WriteString("traceId", traceId);
            more?.Invoke(writer);
            if (errors.Count > 0)
            {
                writer.WriteStartArray("errors");
                foreach (var error in errors) Write(writer, error);
                writer.WriteEndArray();
            }
            writer.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, Diagnostic error)
    {
        writer.WriteStartObject();
        if (error.Document.Length > 0) writer.WriteString("document", error.Document);
        writer.WriteString("pointer", error.Pointer);
        writer.WriteString("code", error.Code.Id);
        writer.WriteString("message", error.Message);
        if (error.Help is { } help) writer.WriteString("help", help);
        if (error.Line > 0)
        {
            writer.WriteNumber("line", error.Line);
            writer.WriteNumber("column", error.Column);
        }
        writer.WriteEndObject();
    }
}
