using System.Security.Claims;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Authentication;

namespace BoneMets.Rules.Server.Access;

/// <summary>
/// Bearer tokens of an OpenID Connect provider. Its people are called <c>oidc:name</c> here, so that nobody is taken for somebody with an
/// account of the same name, and of their roles only those that people can hold count.
/// </summary>
internal static class OidcBearer
{
    public const string SchemeName = "Oidc";
    private const string Prefix = "oidc:";

    public static void Add(AuthenticationBuilder schemes, OidcOptions oidc) => schemes.AddJwtBearer(SchemeName, bearer =>
    {
        (bearer.Authority, bearer.Audience, bearer.MapInboundClaims, bearer.IncludeErrorDetails) = (oidc.Authority, oidc.Audience, false, false);
        bearer.RequireHttpsMetadata = new Uri(oidc.Authority).Scheme == Uri.UriSchemeHttps;
        // A token signed with the public key as if it were a secret is the classic forgery.
        bearer.TokenValidationParameters.ValidAlgorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];
        (bearer.TokenValidationParameters.NameClaimType, bearer.TokenValidationParameters.RoleClaimType) = (ClaimTypes.Name, ClaimTypes.Role);
        bearer.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
        bearer.Events = new()
        {
            OnAuthenticationFailed = context =>
            {
                // A provider that cannot be reached looks like a bad token to whoever sent it; whoever runs the server should see which it is.
                context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OidcBearer)).LogWarning("A bearer token was refused: {Type}: {Reason}", context.Exception.GetType().Name, context.Exception.Message);
                return Task.CompletedTask;
            },
            OnTokenValidated = context =>
            {
                if (Known(context.Principal!, oidc) is { } known) context.Principal = known;
                else context.Fail($"the token has no claim {oidc.NameClaim} that can be a name");
                return Task.CompletedTask;
            },
        };
    });

    private static ClaimsPrincipal? Known(ClaimsPrincipal token, OidcOptions oidc)
    {
        if (token.FindFirst(oidc.NameClaim)?.Value is not { Length: > 0 and <= 200 } name || name.Any(char.IsControl)) return null;
        var identity = new ClaimsIdentity(SchemeName, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.Name, Prefix + name));
        if ((token.FindFirst("name") ?? token.FindFirst("preferred_username")) is { Value: var shown }) identity.AddClaim(new Claim(AccountPrincipals.DisplayNameClaim, shown));
        foreach (var role in token.FindAll(oidc.RoleClaim).Select(c => c.Value).Where(Roles.OfPeople.Contains).Distinct(StringComparer.Ordinal)) identity.AddClaim(new Claim(ClaimTypes.Role, role));
        return new ClaimsPrincipal(identity);
    }
}
