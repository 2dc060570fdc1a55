namespace BoneMets.Rules.Server.Access;

/// <summary>An OpenID Connect provider whose bearer tokens are taken.</summary>
/// <param name="Audience">For whom a token has to be.</param>
public sealed record OidcOptions(string Authority, string Audience)
{
    public string NameClaim { get; init; } = "preferred_username";

    public string RoleClaim { get; init; } = "roles";
}
