using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.Execution;

/// <summary>Bodies of the routes that others have standardised (CDS Hooks, FHIR): JSON in UTF-8, in and out.</summary>
internal static class StandardJson
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 80, AllowDuplicateProperties = false };
    private static readonly JsonWriterOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="types">What the body may be called; the first is what a refusal asks for.</param>
    public static async Task<JsonDocument> ReadAsync(HttpContext context, int most, params string[] types)
    {
        BodyTypes.Require(context.Request, types);
        using var body = await RequestBody.ReadAsync(context.Request, most, context.RequestAborted) ?? throw new ProblemException(ProblemKind.BodyTooLarge, $"the body has more than {most} bytes");
        // The parser looks at no byte of a name or a text before somebody asks for it.
        if (!Utf8.IsValid(body.Bytes)) throw new ProblemException(ProblemKind.MalformedBody, "the body is no UTF-8");
        try
        {
            return JsonDocument.Parse(body.Json.ToArray(), Strict);
        }
        catch (JsonException malformed)
        {
            var line = (int)Math.Min(malformed.LineNumber ?? 0, int.MaxValue - 1) + 1;
            throw new ProblemException(ProblemKind.MalformedBody, $"the body is no JSON that can be read, in line {line}",
                [new Diagnostic(DiagnosticCode.FactsMalformed, $"the body is no JSON that can be read, in line {line}", "a name stands twice in one object, it is nested too deep, or it is not well-formed", Line: line)]);
        }
        catch (InvalidOperationException)
        {
            throw new ProblemException(ProblemKind.MalformedBody, "a name in the body has half a character in it");
        }
    }

    public static async Task AnswerAsync(HttpContext context, JsonObject answer, string type = BodyTypes.Json)
    {
        var body = ToUtf8(answer);
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    public static byte[] ToUtf8(JsonObject answer)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Plain)) answer.WriteTo(writer);
        return buffer.ToArray();
    }
}
