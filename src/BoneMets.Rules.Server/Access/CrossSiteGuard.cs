using BoneMets.Rules.Server.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;

namespace BoneMets.Rules.Server.Access;

/// <summary>
/// What a browser sends with its cookies must carry a token that only pages of this server can know. Requests with a key or token in
/// <c>Authorization</c> need none (no browser adds those by itself), nor do routes that say so because they change nothing.
/// </summary>
internal sealed class CrossSiteGuard(RequestDelegate next, IAntiforgery antiforgery)
{
    public const string Header = "X-CSRF-Token";

    public async Task InvokeAsync(HttpContext context)
    {
        if (IsGuarded(context) && !await antiforgery.IsRequestValidAsync(context))
        {
            await ProblemWriter.WriteAsync(context, ProblemKind.ForgeryToken, $"take `antiforgery` of `GET /api/v1/session` and send it as `{Header}`");
            return;
        }
        await next(context);
    }

    private static bool IsGuarded(HttpContext context)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method)) return false;
        return string.IsNullOrEmpty(context.Request.Headers.Authorization.ToString()) && context.GetEndpoint() is RouteEndpoint endpoint && endpoint.Metadata.GetMetadata<ChangesNothingAttribute>() is null && endpoint.Metadata.GetMetadata<TakesOnlyJsonAttribute>() is null;
    }
}

/// <summary>
/// A route whose callers have no page of this server to get a token from. It refuses every content type but JSON, which no other site's page can
/// send before the browser has asked whether it may (CORS).
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesOnlyJsonAttribute : Attribute;

/// <summary>A route that takes a body but changes nothing, such as a decision.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChangesNothingAttribute : Attribute;
