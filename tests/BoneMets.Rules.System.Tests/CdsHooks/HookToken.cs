using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BoneMets.Rules.System.Tests.CdsHooks;

/// <summary>A token that a client signs for one request, as the standard has it.</summary>
internal static class HookToken
{
    public static string Of(SigningCredentials credentials, string issuer, string address, DateTime? expires = null, DateTime? issued = null, string? jku = null, Action<Dictionary<string, object>>? change = null)
    {
        var said = new Dictionary<string, object>
        {
            ["iss"] = issuer,
            ["aud"] = address,
            ["exp"] = EpochTime.GetIntDate(expires ?? DateTime.UtcNow.AddMinutes(5)),
            ["iat"] = EpochTime.GetIntDate(issued ?? DateTime.UtcNow),
            ["jti"] = Guid.NewGuid().ToString(),
        };
        change?.Invoke(said);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Claims = said,
            SigningCredentials = credentials,
            AdditionalHeaderClaims = jku is null ? null : new Dictionary<string, object> { ["jku"] = jku },
        });
    }
}
