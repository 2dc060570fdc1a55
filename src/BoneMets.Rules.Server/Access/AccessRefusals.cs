using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace BoneMets.Rules.Server.Access;

/// <summary>Says who would be let in, as a problem instead of an empty 401 or 403.</summary>
internal sealed class AccessRefusals(StoreHost storage) : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded) return next(context);
        if (!storage.IsUsed) return ProblemWriter.WriteAsync(context, ProblemKind.NoStore, "this server serves a folder read-only; start it without `--library` for changes, releases and accounts");
        var letIn = policy.Requirements.OfType<AccessRequirement>().Select(r => r.LetIn).FirstOrDefault();
        if (authorizeResult.Challenged)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            var why = context.Request.Headers.Authorization.Count > 0 ? "the key or token is not valid (any more)" : "this needs an account or an API key";
            return ProblemWriter.WriteAsync(context, ProblemKind.SignInNeeded, $"{why}; sign in, or send `Authorization: Bearer …`");
        }
        return ProblemWriter.WriteAsync(context, ProblemKind.RoleNeeded, $"{Actor.Of(context.User)} may not do this" + (letIn?.People is { } roles ? $"; it takes the role {string.Join(" or ", roles)}" : ""));
    }
}
