using System.Security.Claims;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Access;

/// <summary>Who does something, as the audit log names it: <c>anna</c>, <c>key:1a2b3c</c>, <c>oidc:anna</c>.</summary>
internal static class Actor
{
    public const string KeyClaim = "bonemets:key";
    public const string WorkflowClaim = "bonemets:workflow";
    public const string RecordsClaim = "bonemets:records";

    public static string Of(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name } ? name : throw new InvalidOperationException("nobody is signed in");

    public static IReadOnlyList<string> RolesOf(ClaimsPrincipal user) => [.. Roles.OfPeople.Append(Roles.Application).Where(user.IsInRole)];

    /// <summary>The API key that asks; null for people and for nobody.</summary>
    public static string? KeyOf(ClaimsPrincipal user) => user.FindFirstValue(KeyClaim);

    /// <summary>A key may be bound to some workflows.</summary>
    public static bool MayExecute(ClaimsPrincipal user, string workflow) =>
        KeyOf(user) is null || !user.HasClaim(c => c.Type == WorkflowClaim) || user.HasClaim(WorkflowClaim, workflow);

    public static bool RecordsDecisions(ClaimsPrincipal user) => user.HasClaim(c => c.Type == RecordsClaim);
}
