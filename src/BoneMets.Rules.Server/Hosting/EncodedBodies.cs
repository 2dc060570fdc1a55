using BoneMets.Rules.Server.Problems;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BoneMets.Rules.Server.Hosting;

/// <summary>Bodies come as they are: one that is compressed would only look malformed, and a small one can unpack to any size.</summary>
internal sealed class EncodedBodies : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var takesGzip = context.ActionDescriptor.EndpointMetadata.OfType<TakesGzipAttribute>().Any();
        var encoding = context.HttpContext.Request.Headers.ContentEncoding.ToString();
        if (takesGzip && encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase)) return;
        if (takesGzip && encoding.Length > 0) throw new ProblemException(ProblemKind.WrongContentType, "the body may have the `Content-Encoding` `gzip`, and no other");
        if (encoding.Length > 0 && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            throw new ProblemException(ProblemKind.WrongContentType, "the body has a `Content-Encoding`; send it as it is (answers are compressed where `Accept-Encoding` asks for it)");
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}

/// <summary>A route that unpacks its body itself and watches how large that becomes.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesGzipAttribute : Attribute;
