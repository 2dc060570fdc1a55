using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace BoneMets.Rules.Server.Library;

/// <summary>A JSON answer that stays the same until the library changes. Its ETag is over its bytes: equal tags are equal answers.</summary>
internal sealed class JsonPage(byte[] content, string type = "application/json")
{
    private readonly EntityTagHeaderValue tag = new($"\"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}\"");

    public async Task AnswerAsync(HttpContext context)
    {
        var response = context.Response;
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "no-cache"; // keep it, but ask before using it
        if (context.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } known && known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = type;
        response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(content, context.RequestAborted);
    }
}
