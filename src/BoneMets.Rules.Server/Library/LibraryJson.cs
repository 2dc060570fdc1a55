using System.Text.Encodings.Web;
using System.Text.Json;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Server.Library;

/// <summary>How answers about the library are written: camelCase, no needless escapes, unknown members as <c>null</c>.</summary>
internal static class LibraryJson
{
    private static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions());
    private static readonly JsonDocumentOptions Authored = new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = DocumentLimits.Depth + 1 };

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.MaxDepth = 2 * DocumentLimits.Depth;
        return options;
    }

    public static JsonPage Page<T>(T answer) => new(JsonSerializer.SerializeToUtf8Bytes(answer, Options));

    /// <summary>A part of a document as it was written, numbers to the digit, without comments.</summary>
    public static JsonElement Element(JsonTextNode node)
    {
        using var document = JsonDocument.Parse(node.Raw, Authored);
        return document.RootElement.Clone();
    }
}
