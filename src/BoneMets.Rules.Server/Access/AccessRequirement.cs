using Microsoft.AspNetCore.Authorization;

namespace BoneMets.Rules.Server.Access;

/// <summary>What a policy asks for; who it was is said in the refusal.</summary>
internal sealed class AccessRequirement(string policy) : IAuthorizationRequirement
{
    public string Policy { get; } = policy;

    public IReadOnlyList<string>? Roles { get; } = Policies.RolesOf[policy];
}

internal sealed class AccessHandler(LocalAccess local) : AuthorizationHandler<AccessRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        var isKnown = context.User.Identity is { IsAuthenticated: true };
        var isAllowed = isKnown
            ? requirement.Roles is null || requirement.Roles.Any(context.User.IsInRole)
            : Policies.OpenLocally.Contains(requirement.Policy) && context.Resource is HttpContext http && local.IsLocal(http);
        if (isAllowed) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
