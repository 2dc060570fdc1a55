using System.Security.Claims;
using BoneMets.Rules.Server.Hosting;

namespace BoneMets.Rules.Server.CdsHooks.Clients;

/// <summary>The clients that sign tokens, as the server was started with them.</summary>
internal sealed class HookClients(ServerOptions options)
{
    public const string IssuerClaim = "bonemets:cds-issuer";
    public const string Bearer = "Bearer ";

    /// <summary>Nobody asks without showing a token or a key.</summary>
    public bool AreNeeded => options.CdsHooks.Clients.Count > 0;

    public CdsClient? Find(string issuer) => options.CdsHooks.Clients.FirstOrDefault(c => string.Equals(c.Issuer, issuer, StringComparison.Ordinal));

    /// <summary>
    /// The token names one of them as its issuer, so that it is theirs to be checked, whether it is good or not. Nothing of it has been checked yet.
    /// </summary>
    public bool Sign(string authorization)
    {
        var text = authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : "";
        return ClientTokens.IssuerOf(text) is { } issuer && Find(issuer) is not null;
    }

    /// <summary>The FHIR servers that may be asked for whoever this is.</summary>
    public IReadOnlyList<AllowedServer> ServersFor(ClaimsPrincipal user) =>
        user.FindFirstValue(IssuerClaim) is { } issuer ? Find(issuer)?.FhirServers ?? [] : options.CdsHooks.FhirServers;
}
