using System.Security.Claims;
using BoneMets.Rules.Server.CdsHooks.Clients;
using Microsoft.AspNetCore.Authorization;

namespace BoneMets.Rules.Server.Access;

/// <summary>What a policy asks for; who it was is said in the refusal.</summary>
internal sealed class AccessRequirement(string policy) : IAuthorizationRequirement
{
    public string Policy { get; } = policy;

    public LetIn LetIn { get; } = Policies.All[policy];
}

internal sealed class AccessHandler(LocalAccess local, HookClients clients) : AuthorizationHandler<AccessRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        var isKnown = context.User.Identity is { IsAuthenticated: true };
        if ((isKnown && IsLetIn(context.User, requirement.LetIn)) || IsOpen(requirement.Policy, context.Resource as HttpContext)) context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private static bool IsLetIn(ClaimsPrincipal user, LetIn letIn) =>
        Actor.KeyOf(user) is not null ? letIn.Keys.Any(user.IsInRole) : letIn.People is null || letIn.People.Any(user.IsInRole);

    /// <summary>Whoever shows a key that is not valid is told so, also where nobody needs one.</summary>
    private bool IsOpen(string policy, HttpContext? context) =>
        context is not null && Policies.OpenLocally.Contains(policy) && !(policy is Policies.AnswerHooks && clients.AreNeeded) && string.IsNullOrEmpty(context.Request.Headers.Authorization.ToString()) && local.IsLocal(context);
}
