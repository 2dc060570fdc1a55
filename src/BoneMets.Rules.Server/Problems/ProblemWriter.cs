using System.Diagnostics;
using System.Text.Json;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.CdsHooks;
using BoneMets.Rules.Server.Fhir;

namespace BoneMets.Rules.Server.Problems;

/// <summary>Answers with <c>application/problem+json</c> (RFC 9457): the one shape of every refusal, but for clients of CDS Hooks and FHIR, who are told by an OperationOutcome.</summary>
internal static class ProblemWriter
{
    public const string ContentType = "application/problem+json";
    private const string RetryAfterSeconds = "5";

    public static async Task WriteAsync(HttpContext context, ProblemKind kind, string? detail, IReadOnlyList<Diagnostic>? errors = null, Action<Utf8JsonWriter>? more = null)
    {
        var (isFhir, speaksFhir) = (FhirRoutes.Are(context), FhirRoutes.Are(context) || HookRoutes.Are(context));
        var body = speaksFhir ? OperationOutcomes.ToUtf8(kind, detail, context.TraceIdentifier, errors ?? []) : ToUtf8(kind, detail, context, errors ?? [], more);
        var response = context.Response;
        // Whoever is to come back later is told when.
        if (kind.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable && response.Headers.RetryAfter.Count == 0) response.Headers.RetryAfter = RetryAfterSeconds;
        response.StatusCode = kind.Status;
        response.ContentType = isFhir ? FhirRoutes.ContentType : speaksFhir ? "application/json" : ContentType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        // Not with the request's token: it may be what just ran out.
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(body, CancellationToken.None);
    }

    /// <summary>A problem inside an answer, about a part of what was sent.</summary>
    public static void Write(Utf8JsonWriter writer, ProblemKind kind, string? detail, IReadOnlyList<Diagnostic> errors, Action<Utf8JsonWriter>? more = null)
    {
        writer.WriteStartObject();
        writer.WriteString("type", $"/problems/{kind.Slug}");
        writer.WriteString("title", kind.Title);
        writer.WriteNumber("status", kind.Status);
        if (detail is not null) writer.WriteString("detail", detail);
        more?.Invoke(writer);
        if (errors.Count > 0)
        {
            writer.WriteStartArray("errors");
            foreach (var error in errors) Write(writer, error);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    private static byte[] ToUtf8(ProblemKind kind, string? detail, HttpContext context, IReadOnlyList<Diagnostic> errors, Action<Utf8JsonWriter>? more)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, DecisionWriter.Compact))
        {
            Write(writer, kind, detail, errors, inner =>
            {
                inner.WriteString("requestId", context.TraceIdentifier);
                inner.WriteString("traceId", Activity.Current?.Id ?? context.TraceIdentifier);
                more?.Invoke(inner);
            });
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
