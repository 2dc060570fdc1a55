using System.Security.Claims;
using System.Text.Encodings.Web;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace BoneMets.Rules.Server.CdsHooks.Clients;

/// <summary>
/// Lets clients in by the tokens of the standard. What they are called here, <c>cds:issuer</c>, no account and no key can be. They may do what a key
/// that executes may, and only on the standard's routes: elsewhere nobody looks at their tokens.
/// </summary>
internal sealed class ClientAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ClientTokens tokens, ServerOptions server)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "CdsClient";
    private const string Bearer = HookClients.Bearer, Prefix = "cds:";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || server.PublicUrl is not { } url) return AuthenticateResult.NoResult();
        var (client, reason) = await tokens.CheckAsync(header[Bearer.Length..].Trim(), url.AbsoluteUri.TrimEnd('/') + Request.Path.ToUriComponent(), Context.RequestAborted);
        if (client is null)
        {
            Logger.LogWarning("A token of a CDS client was refused: {Reason}", reason);
            return AuthenticateResult.Fail("the token is not valid");
        }
        var identity = new ClaimsIdentity(SchemeName, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.Name, Prefix + client.Issuer));
        identity.AddClaim(new Claim(ClaimTypes.Role, Roles.Application));
        identity.AddClaim(new Claim(Actor.KeyClaim, Prefix + client.Issuer));
        identity.AddClaim(new Claim(HookClients.IssuerClaim, client.Issuer));
        if (client.RecordsDecisions) identity.AddClaim(new Claim(Actor.RecordsClaim, "yes"));
        foreach (var workflow in client.Workflows) identity.AddClaim(new Claim(Actor.WorkflowClaim, workflow));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
