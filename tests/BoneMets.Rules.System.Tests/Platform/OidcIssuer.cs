using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>A small OpenID Connect provider that signs with its own key.</summary>
internal sealed class OidcIssuer : IAsyncDisposable
{
    public const string Audience = "bonemets";
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "one" };
    private readonly WebApplication app;

    private OidcIssuer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(context => context.Request.Path.Value switch
        {
            "/.well-known/openid-configuration" => context.Response.WriteAsync($$"""{"issuer":"{{Address}}","jwks_uri":"{{Address}}/keys"}"""),
            "/keys" => context.Response.WriteAsync(Keys()),
            _ => Task.CompletedTask,
        });
    }

    public string Address => app.Urls.Single();

    public static async Task<OidcIssuer> StartAsync()
    {
        var issuer = new OidcIssuer();
        await issuer.app.StartAsync();
        return issuer;
    }

    public string Token(SigningCredentials? credentials = null, string audience = Audience, string? by = null, DateTime? expires = null, string? name = "4711", params string[] roles)
    {
        var until = expires ?? DateTime.UtcNow.AddMinutes(5);
        var claims = new Dictionary<string, object> { ["roles"] = roles.Length > 0 ? roles : ["author", "application", "king"], ["preferred_username"] = "anna" };
        if (name is not null) claims["sub"] = name;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = by ?? Address,
            Audience = audience,
            Claims = claims,
            NotBefore = until.AddMinutes(-10),
            IssuedAt = until.AddMinutes(-10),
            Expires = until,
            SigningCredentials = credentials ?? Own,
        });
    }

    public SigningCredentials Own => new(key, SecurityAlgorithms.RsaSha256);

    /// <summary>The classic forgery: its public key as if it were a secret.</summary>
    public SigningCredentials Forged => new(new SymmetricSecurityKey(key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = "one" }, SecurityAlgorithms.HmacSha256);

    public string Unsigned() => $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{Token().Split('.')[1]}.";

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Rsa.Dispose();
    }

    private string Keys()
    {
        var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(key);
        return $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"one","n":"{{jwk.N}}","e":"{{jwk.E}}"}]}""";
    }
}
