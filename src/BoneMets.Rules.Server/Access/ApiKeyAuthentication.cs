using System.Security.Claims;
using System.Text.Encodings.Web;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace BoneMets.Rules.Server.Access;

/// <summary>Lets applications in by <c>Authorization: Bearer bmk_…</c>.</summary>
internal sealed class ApiKeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KeyRing keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    private const string Bearer = "Bearer ";

    public static bool IsKey(string? authorization) => authorization?.StartsWith(Bearer + ApiKeyStore.Prefix, StringComparison.OrdinalIgnoreCase) == true;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!IsKey(header)) return AuthenticateResult.NoResult();
        if (await keys.FindAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } key) return AuthenticateResult.Fail("the key is not valid");
        var identity = new ClaimsIdentity(SchemeName, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.Name, key.Actor));
        identity.AddClaim(new Claim(Actor.KeyClaim, key.Id));
        if (key.MayExecute) identity.AddClaim(new Claim(ClaimTypes.Role, Roles.Application));
        if (key.MayDraft) identity.AddClaim(new Claim(ClaimTypes.Role, Roles.Author));
        if (key.RecordsDecisions) identity.AddClaim(new Claim(Actor.RecordsClaim, "yes"));
        foreach (var workflow in key.Workflows) identity.AddClaim(new Claim(Actor.WorkflowClaim, workflow));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
