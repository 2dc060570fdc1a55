namespace BoneMets.Rules.Server.Access;

/// <summary>An OpenID Connect provider whose bearer tokens are taken.</summary>
/// <param name="Audience">For whom a token has to be.</param>
public sealed record OidcOptions(string Authority, string Audience)
{
    /// <summary>By what somebody is known here. The subject never changes and is nobody else's; other claims are only as good as the provider's promise about them.</summary>
    public string NameClaim { get; init; } = "sub";

    public string RoleClaim { get; init; } = "roles";
}
