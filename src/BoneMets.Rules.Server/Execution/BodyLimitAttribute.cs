using BoneMets.Rules.Server.Problems;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace BoneMets.Rules.Server.Execution;

/// <summary>
/// How large a body that the framework reads may be. Unlike the server's own limit it lets the sender finish (up to
/// <see cref="RequestBody.MostDrained"/>, which the route has to allow), so that the refusal is heard.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BodyLimitAttribute(int most) : Attribute, IResourceFilter
{
    public int Most { get; } = most;

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.HttpContext.Request.ContentLength > Most) throw new ProblemException(ProblemKind.BodyTooLarge, $"the body has more than {Most} bytes");
        // One that does not say its length is cut off.
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = Most;
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
