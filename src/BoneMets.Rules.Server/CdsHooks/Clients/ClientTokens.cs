using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BoneMets.Rules.Server.CdsHooks.Clients;

/// <summary>
/// Checks the tokens that clients sign for each request: of a known issuer, for the very address that is called, in time, of a tenant that may,
/// with one of the issuer's keys, and never seen before. Which of it was not so is said to nobody but the log. Thread safe.
/// </summary>
internal sealed class ClientTokens(HookClients clients, ClientKeys keys, SeenTokens seen, TimeProvider clock)
{
    private const int Longest = 16 * 1024, LongestId = 500;
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30), LongestLife = TimeSpan.FromHours(1);
    private static readonly string[] Algorithms = [SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.RsaSha384];
    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = Longest };

    /// <summary>The client, or in words that hold nothing of the token why it is none.</summary>
    public async Task<(CdsClient? Client, string Reason)> CheckAsync(string text, string address, CancellationToken cancellation)
    {
        try
        {
            return await CheckedAsync(text, address, cancellation);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return (null, "it cannot be read");
        }
    }

    /// <summary>Whoever the token says that it is of; null when it says nothing that can be read. Anybody can write that.</summary>
    public static string? IssuerOf(string text)
    {
        try
        {
            return text.Length <= Longest && Handler.CanReadToken(text) && Handler.ReadJsonWebToken(text).Issuer is { Length: > 0 } issuer ? issuer : null;
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return null;
        }
    }

    /// <summary>No token, or a claim of another type than it has to be.</summary>
    private static bool IsUnreadable(Exception e) => e is ArgumentException or SecurityTokenException or FormatException or JsonException or InvalidOperationException or OverflowException;

    private async Task<(CdsClient? Client, string Reason)> CheckedAsync(string text, string address, CancellationToken cancellation)
    {
        if (text.Length > Longest || !Handler.CanReadToken(text)) return (null, "it is no token");
        var token = Handler.ReadJsonWebToken(text);
        if (!Algorithms.Contains(token.Alg, StringComparer.Ordinal)) return (null, "its algorithm is neither ES384 nor RS384");
        if (!string.Equals(token.Typ, "JWT", StringComparison.Ordinal) || string.IsNullOrEmpty(token.Kid)) return (null, "its header lacks `typ` or `kid`");
        if (clients.Find(token.Issuer) is not { } client) return (null, "its issuer is not known");
        if (!token.Audiences.Contains(address, StringComparer.Ordinal)) return (null, "it is for another address");
        if (WrongTime(token) is { } time) return (null, time);
        if (client.Tenants.Count > 0 && !(token.TryGetPayloadValue<string>("tenant", out var tenant) && client.Tenants.Contains(tenant, StringComparer.Ordinal))) return (null, "its tenant is not known");
        if (token.TryGetHeaderValue<string>("jku", out var jku) && (client.KeyAddress is null || !Uri.TryCreate(jku, UriKind.Absolute, out var from) || from != client.KeyAddress.Address)) return (null, "its `jku` is not the address of the issuer's keys");
        if (!await IsSignedAsync(text, await keys.FindAsync(client, token.Kid, cancellation))) return (null, "its signature is of none of the issuer's keys");
        if (string.IsNullOrEmpty(token.Id) || token.Id.Length > LongestId || !await seen.TryUseAsync(client.Issuer, token.Id, new DateTimeOffset(token.ValidTo, TimeSpan.Zero) + Skew, cancellation)) return (null, "it has no `jti`, or was used before");
        return (client, "");
    }

    private string? WrongTime(JsonWebToken token)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!token.TryGetPayloadValue<long>("exp", out _) || !token.TryGetPayloadValue<long>("iat", out _)) return "it lacks `exp` or `iat`";
        if (token.ValidTo <= now - Skew) return "it has expired";
        if (token.ValidTo > now + LongestLife + Skew) return "it is valid for longer than an hour";
        if (token.IssuedAt > now + Skew || token.ValidFrom > now + Skew) return "it is of the future";
        return null;
    }

    private static async Task<bool> IsSignedAsync(string token, IReadOnlyList<SecurityKey> candidates)
    {
        if (candidates.Count == 0) return false;
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKeys = candidates,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            // Everything else was looked at above, with the clock of this server.
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        return result.IsValid;
    }
}
