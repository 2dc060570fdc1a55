using System.Net;
using System.Security.Cryptography;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Store;
using Microsoft.IdentityModel.Tokens;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>Bearer tokens of an OpenID Connect provider.</summary>
public sealed class OidcTests : IAsyncLifetime
{
    private readonly string library = SmallLibrary.Folder();
    private OidcIssuer issuer = null!;
    private StoreServer server = null!;

    public async Task InitializeAsync()
    {
        issuer = await OidcIssuer.StartAsync();
        server = await StoreServer.StartAsync(new StoreOptions { File = Path.Combine(library, "store.db") }, library, o => o with { Oidc = new OidcOptions(issuer.Address, OidcIssuer.Audience) });
        await server.AdministratorAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await issuer.DisposeAsync();
        Directory.Delete(library, recursive: true);
    }

    [Fact]
    public async Task Somebody_of_the_provider_works_under_a_name_that_no_account_can_have()
    {
        var anna = With(issuer.Token());
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
            ["another key"] = issuer.Token(credentials: new SigningCredentials(new RsaSecurityKey(other) { KeyId = "one" }, SecurityAlgorithms.RsaSha256)),
            ["another audience"] = issuer.Token(audience: "another"),
            ["another issuer"] = issuer.Token(by: "https://id.example.org"),
            ["expired"] = issuer.Token(expires: DateTime.UtcNow.AddMinutes(-5)),
            ["no name"] = issuer.Token(name: null),
            ["a line break in the name"] = issuer.Token(name: "4711\nroot"),
            ["not signed"] = issuer.Unsigned(),
            ["the public key as a secret"] = issuer.Token(credentials: issuer.Forged),
            ["nonsense"] = "a.b.c",
        };
        foreach (var (why, token) in bad)
        {
            using var response = await With(token).SendAsync(HttpMethod.Post, "/api/v1/changes", Person.Json(new { title = why }));
            await Person.ProblemAsync(response, HttpStatusCode.Unauthorized, "sign-in-needed");
        }
    }

    private Person With(string token) => server.Know(new Person(server.Address, "anna", token));
}
