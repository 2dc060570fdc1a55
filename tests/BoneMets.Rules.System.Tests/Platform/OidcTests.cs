using System.Net;
using System.Security.Cryptography;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>Bearer tokens of an OpenID Connect provider: a small one that signs with its own key.</summary>
public sealed class OidcTests : IAsyncLifetime
{
    private const string Audience = "bonemets";
    private readonly string library = SmallLibrary.Folder();
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "one" };
    private readonly WebApplication issuer;
    private StoreServer server = null!;

    public OidcTests()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        issuer = builder.Build();
        issuer.Run(context => context.Request.Path.Value switch
        {
            "/.well-known/openid-configuration" => context.Response.WriteAsync($$"""{"issuer":"{{Issuer}}","jwks_uri":"{{Issuer}}/keys"}"""),
            "/keys" => context.Response.WriteAsync(Keys()),
            _ => Task.CompletedTask,
        });
    }

    private string Issuer => issuer.Urls.Single();

    public async Task InitializeAsync()
    {
        await issuer.StartAsync();
        server = await StoreServer.StartAsync(new StoreOptions { File = Path.Combine(library, "store.db") }, library, o => o with { Oidc = new OidcOptions(Issuer, Audience) });
        await server.AdministratorAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await issuer.DisposeAsync();
        key.Rsa.Dispose();
        Directory.Delete(library, recursive: true);
    }

    [Fact]
    public async Task Somebody_of_the_provider_works_under_a_name_that_no_account_can_have()
    {
        var anna = With(Token());
        var change = await anna.PostAsync("/api/v1/changes", new { title = "By token" });
        Assert.Equal("oidc:4711", change["createdBy"]!.GetValue<string>());
        await anna.RefusedAsync(HttpStatusCode.Forbidden, "role-needed", HttpMethod.Get, "/api/v1/users");
        var session = await anna.GetAsync("/api/v1/session");
        Assert.Equal("anna", session["displayName"]!.GetValue<string>());
        Assert.Equal("author", session["roles"]!.AsArray().Single()!.GetValue<string>());
        await anna.RefusedAsync(HttpStatusCode.BadRequest, "invalid-action", HttpMethod.Put, "/api/v1/session/password", new { current = "x", @new = "another good password" });
    }

    [Fact]
    public async Task A_token_that_is_not_for_us_not_of_the_provider_or_out_of_time_lets_nobody_in()
    {
        using var other = RSA.Create(2048);
        var bad = new Dictionary<string, string>
        {
            ["another key"] = Token(credentials: new SigningCredentials(new RsaSecurityKey(other) { KeyId = "one" }, SecurityAlgorithms.RsaSha256)),
            ["another audience"] = Token(audience: "another"),
            ["another issuer"] = Token(by: "https://id.example.org"),
            ["expired"] = Token(expires: DateTime.UtcNow.AddMinutes(-5)),
            ["no name"] = Token(name: null),
            ["a line break in the name"] = Token(name: "4711\nroot"),
            ["not signed"] = Unsigned(),
            ["the public key as a secret"] = Token(credentials: new SigningCredentials(new SymmetricSecurityKey(key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = "one" }, SecurityAlgorithms.HmacSha256)),
            ["nonsense"] = "a.b.c",
        };
        foreach (var (why, token) in bad)
        {
            using var response = await With(token).SendAsync(HttpMethod.Post, "/api/v1/changes", Person.Json(new { title = why }));
            await Person.ProblemAsync(response, HttpStatusCode.Unauthorized, "sign-in-needed");
        }
    }

    private Person With(string token) => server.Know(new Person(server.Address, "anna", token));

    private string Token(SigningCredentials? credentials = null, string audience = Audience, string? by = null, DateTime? expires = null, string? name = "4711")
    {
        var until = expires ?? DateTime.UtcNow.AddMinutes(5);
        var claims = new Dictionary<string, object> { ["roles"] = new[] { "author", "application", "king" }, ["preferred_username"] = "anna" };
        if (name is not null) claims["sub"] = name;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = by ?? Issuer,
            Audience = audience,
            Claims = claims,
            NotBefore = until.AddMinutes(-10),
            IssuedAt = until.AddMinutes(-10),
            Expires = until,
            SigningCredentials = credentials ?? new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
        });
    }

    private string Unsigned()
    {
        var parts = Token().Split('.');
        return $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.";
    }

    private string Keys()
    {
        var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(key);
        return $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"one","n":"{{jwk.N}}","e":"{{jwk.E}}"}]}""";
    }
}
