using BoneMets.Rules.Server.CdsHooks;
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
        if (authorizeResult.Challenged && HookRoutes.Are(context)) return ChallengeClient(context.Response);
        var access = policy.Requirements.OfType<AccessRequirement>().FirstOrDefault();
        if (!storage.IsUsed && access is not null && !Policies.OpenLocally.Contains(access.Policy)) return ProblemWriter.WriteAsync(context, ProblemKind.NoStore, StoreController.NoStore);
        if (!storage.IsUsed) return ProblemWriter.WriteAsync(context, ProblemKind.SignInNeeded, "this server serves a folder to this machine only and knows no accounts: ask it directly, without a proxy and without `Authorization`");
        var letIn = access?.LetIn;
        if (authorizeResult.Challenged)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            var why = context.Request.Headers.Authorization.Count > 0 ? "the key or token is not valid (any more)" : "this needs an account or an API key";
            return ProblemWriter.WriteAsync(context, ProblemKind.SignInNeeded, $"{why}; sign in, or send `Authorization: Bearer …`");
        }
        return ProblemWriter.WriteAsync(context, ProblemKind.RoleNeeded, $"{Actor.Of(context.User)} may not do this" + (letIn?.People is { } roles ? $"; it takes the role {string.Join(" or ", roles)}" : ""));
    }
    /// <summary>A client of CDS Hooks hears that it is not let in, and nothing of why: a reason helps whoever forges a token most.</summary>
    private static Task ChallengeClient(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status401Unauthorized;
        response.Headers.WWWAuthenticate = "Bearer";
        response.ContentLength = 0;
        return Task.CompletedTask;
    }
}
