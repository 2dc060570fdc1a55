using BoneMets.Rules.Server.Problems;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BoneMets.Rules.Server.Hosting;

/// <summary>Bodies come as they are: one that is compressed would only look malformed, and a small one can unpack to any size.</summary>
internal sealed class EncodedBodies : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (!context.ActionDescriptor.EndpointMetadata.OfType<TakesGzipAttribute>().Any()) Refuse(context.HttpContext.Request);
        else if (EncodingOf(context.HttpContext.Request) is { Length: > 0 } encoding && !encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase))
            throw new ProblemException(ProblemKind.WrongContentType, "the body may have the `Content-Encoding` `gzip`, and no other");
    }

    /// <summary>For a route that takes none.</summary>
    public static void Refuse(HttpRequest request)
    {
        if (EncodingOf(request) is { Length: > 0 } encoding && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            throw new ProblemException(ProblemKind.WrongContentType, "the body has a `Content-Encoding`; send it as it is (answers are compressed where `Accept-Encoding` asks for it)");
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    private static string EncodingOf(HttpRequest request) => request.Headers.ContentEncoding.ToString();
}

/// <summary>A route that unpacks its body itself and watches how large that becomes.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesGzipAttribute : Attribute;
