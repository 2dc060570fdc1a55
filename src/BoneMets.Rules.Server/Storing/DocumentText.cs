using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Storing;

/// <summary>A document of the store as an answer: as its author typed it, with its hash as ETag.</summary>
internal static class DocumentText
{
    public const int Largest = 8 * 1024 * 1024;

    public static string TagOf(StoredDocument document) => $"\"{document.Hash}\"";

    public static async Task AnswerAsync(HttpContext context, StoredDocument document)
    {
        var response = context.Response;
        response.Headers.ETag = TagOf(document);
        response.Headers.CacheControl = "no-cache";
        response.ContentType = document.Name.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "text/markdown; charset=utf-8";
        response.ContentLength = document.Content.Length;
        await response.Body.WriteAsync(document.Content, context.RequestAborted);
    }
}
