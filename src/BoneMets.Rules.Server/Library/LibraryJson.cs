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

    /// <summary>For what is sent to us: a member that nobody knows, twice the same, or none where one is needed, is an error.</summary>
    public static JsonSerializerOptions Strict(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow;
        (options.AllowDuplicateProperties, options.RespectNullableAnnotations, options.RespectRequiredConstructorParameters) = (false, true, true);
        return options;
    }

    public static JsonPage Page<T>(T answer) => new(ToUtf8(answer));

    public static byte[] ToUtf8<T>(T answer) => JsonSerializer.SerializeToUtf8Bytes(answer, Options);

    public static string Text<T>(T answer) => JsonSerializer.Serialize(answer, Options);

    /// <summary>A part of a document as it was written, numbers to the digit, without comments.</summary>
    public static JsonElement Element(JsonTextNode node)
    {
        using var document = JsonDocument.Parse(node.Raw, Authored);
        return document.RootElement.Clone();
    }
}
