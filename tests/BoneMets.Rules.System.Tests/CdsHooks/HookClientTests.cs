using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.CdsHooks;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Server;
using Microsoft.IdentityModel.Tokens;

namespace BoneMets.Rules.System.Tests.CdsHooks;

/// <summary>Clients that sign, keys, and web pages: who may ask by CDS Hooks.</summary>
public sealed class HookClientTests : IAsyncLifetime, IDisposable
{
    private const string Issuer = "https://ehr.example.org", Fetched = "https://other.example.org", Public = "https://rules.example.org", Origin = "https://app.example.org";
    private const string Discovery = "/cds-services", Service = "/cds-services/Hypercalcemia";
    private readonly string library = Repository.CopyLibrary();
    private readonly RsaSecurityKey rsa = new(RSA.Create(2048)) { KeyId = "rsa" };
    private readonly ECDsaSecurityKey curve = new(ECDsa.Create(ECCurve.NamedCurves.nistP384)) { KeyId = "ec" };
    private FakeFhirServer keyServer = null!;
    private CdsHooksOptions hooks = null!;
    private StoreServer server = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        HookTable.Offer(library);
        keyServer = await FakeFhirServer.StartAsync();
        keyServer.Answer("/fhir/keys", Keys(), type: "application/json");
        hooks = new CdsHooksOptions
        {
            Origins = [Origin],
            Clients =
            [
                new CdsClient(Issuer, JsonWebKeySet.Create(Keys()), null, [], [], ["Hypercalcemia"], RecordsDecisions: true),
                new CdsClient(Fetched, null, keyServer.Allowed with { Address = new Uri(keyServer.Base + "/keys") }, ["ward"], [], [], RecordsDecisions: false),
            ],
        };
        server = await StoreServer.StartAsync(new StoreOptions { File = Path.Combine(library, "store.db") }, library, o => o with { CdsHooks = hooks, PublicUrl = new Uri(Public) });
        client = new HttpClient { BaseAddress = server.Address };
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await keyServer.DisposeAsync();
        rsa.Rsa.Dispose();
        curve.ECDsa.Dispose();
        Directory.Delete(library, recursive: true);
    }

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task A_client_with_a_valid_token_may_discover_ask_and_report_what_it_is_bound_to()
    {
        using var discovery = await HookTable.SendAsync(client, HttpMethod.Get, Discovery, token: Token(Discovery));
        var services = (await RunningServer.JsonAsync(discovery))["services"]!.AsArray();
        Assert.All(services, s => Assert.Equal("Hypercalcemia", HookTable.Text(s!, "id")));
        foreach (var credentials in new[] { Rsa(), Curve() })
        {
            using var answer = await HookTable.AskAsync(client, HookTable.Base(), token: Token(Service, credentials));
            Assert.NotEmpty(await HookTable.CardsAsync(answer));
        }
        using var feedback = await HookTable.SendAsync(client, HttpMethod.Post, $"{Service}/feedback", HookTable.Json(JsonNode.Parse("""{"feedback":[{"card":"x","outcome":"overridden","outcomeTimestamp":"2026-01-31T10:00:00Z"}]}""")!), Token($"{Service}/feedback"));
        Assert.Equal("{}", await feedback.Content.ReadAsStringAsync());
        using var other = await HookTable.AskAsync(client, HookTable.Base(), "BoneTargetedAgent", Token("/cds-services/BoneTargetedAgent"));
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
    }

    [Fact]
    public async Task A_token_that_is_not_as_it_has_to_be_lets_nobody_in_and_nobody_hears_why()
    {
        using var stranger = RSA.Create(2048);
        var used = Token(Service);
        using (var first = await HookTable.AskAsync(client, HookTable.Base(), token: used)) Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var bad = new Dictionary<string, string?>
        {
            ["none"] = null,
            ["used before"] = used,
            ["expired"] = Token(Service, expires: DateTime.UtcNow.AddMinutes(-1)),
            ["good for a day"] = Token(Service, expires: DateTime.UtcNow.AddDays(1)),
            ["issued tomorrow"] = Token(Service, issued: DateTime.UtcNow.AddDays(1)),
            ["without exp"] = Token(Service, leaveOut: "exp"),
            ["without iat"] = Token(Service, leaveOut: "iat"),
            ["without jti"] = Token(Service, leaveOut: "jti"),
            ["without iss"] = Token(Service, issuer: ""),
            ["of another service"] = Token("/cds-services/BoneTargetedAgent"),
            ["of discovery"] = Token(Discovery),
            ["of another server"] = Token(Service, host: "https://evil.example"),
            ["of the address here"] = Token(Service, host: server.Address.ToString().TrimEnd('/')),
            ["of an unknown issuer"] = Token(Service, issuer: "https://evil.example"),
            ["of another key"] = Token(Service, new SigningCredentials(new RsaSecurityKey(stranger) { KeyId = "rsa" }, SecurityAlgorithms.RsaSha384)),
            ["of an unknown key"] = Token(Service, new SigningCredentials(new RsaSecurityKey(rsa.Rsa) { KeyId = "two" }, SecurityAlgorithms.RsaSha384)),
            ["signed by RS256"] = Token(Service, new SigningCredentials(rsa, SecurityAlgorithms.RsaSha256)),
            ["the public key as a secret"] = Token(Service, new SigningCredentials(new SymmetricSecurityKey(rsa.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = "rsa" }, SecurityAlgorithms.HmacSha256)),
            ["HS384"] = Token(Service, new SigningCredentials(new SymmetricSecurityKey(rsa.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = "rsa" }, SecurityAlgorithms.HmacSha384)),
            ["alg none"] = Unsigned("none"),
            ["alg NONE"] = Unsigned("NONE"),
            ["no signature"] = Token(Service).Split('.') is var parts ? $"{parts[0]}.{parts[1]}." : "",
            ["keys from elsewhere"] = Token(Service, jku: "https://evil.example/keys"),
            ["a text as exp"] = Token(Service, claims: c => c["exp"] = "soon"),
            ["an endless exp"] = Token(Service, claims: c => c["exp"] = 1e300),
            ["a negative exp"] = Token(Service, claims: c => c["exp"] = -1),
            ["a number as aud"] = Token(Service, claims: c => c["aud"] = 7),
            ["a list as iss"] = Token(Service, claims: c => c["iss"] = new[] { Issuer }),
            ["an object as jti"] = Token(Service, claims: c => c["jti"] = new Dictionary<string, object>()),
            ["nonsense"] = "a.b.c",
            ["long"] = new string('a', 20_000),
            ["a key that there is not"] = "bmk_0000000000000000000000000000000000000000",
        };
        foreach (var (why, token) in bad)
        {
            using var response = await HookTable.AskAsync(client, HookTable.Base(), token: token);
            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{why}: {(int)response.StatusCode}");
            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task People_of_a_provider_may_ask_beside_the_clients_and_tokens_of_both_are_told_apart_by_their_issuer()
    {
        await using var issuer = await OidcIssuer.StartAsync();
        await using var both = await StoreServer.StartAsync(new StoreOptions { File = Path.Combine(library, "both.db") }, library, o => o with { CdsHooks = hooks, PublicUrl = new Uri(Public), Oidc = new OidcOptions(issuer.Address, OidcIssuer.Audience) });
        using var asking = new HttpClient { BaseAddress = both.Address };
        var used = Token(Service);
        var tokens = new (string Why, string? Token, int Status)[]
        {
            ("a reviewer of the provider", issuer.Token(roles: "reviewer"), 200),
            ("somebody of the provider without a role", issuer.Token(roles: "king"), 403),
            ("a client", used, 200),
            ("a client, again", used, 401),
            ("a client, expired", Token(Service, expires: DateTime.UtcNow.AddMinutes(-1)), 401),
            ("a client, for another address", Token(Discovery), 401),
            ("a client, unsigned", Unsigned("none"), 401),
            ("a client, its public key as a secret", Token(Service, new SigningCredentials(new SymmetricSecurityKey(rsa.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = "rsa" }, SecurityAlgorithms.HmacSha256)), 401),
            ("a client's name under the provider's signature", Token(Service, issuer.Own), 401),
            ("a client's name in a token of the provider", issuer.Token(by: Issuer, roles: "reviewer"), 401),
            ("the provider's name under a client's signature", issuer.Token(Rsa(), roles: "reviewer"), 401),
            ("the provider's name in a token of a client", Token(Service, issuer: issuer.Address), 401),
            ("the provider, expired", issuer.Token(expires: DateTime.UtcNow.AddMinutes(-5)), 401),
            ("the provider, for another application", issuer.Token(audience: "another"), 401),
            ("the provider, unsigned", issuer.Unsigned(), 401),
            ("the provider, its public key as a secret", issuer.Token(issuer.Forged), 401),
            ("a stranger", Token(Service, issuer: "https://evil.example"), 401),
            ("a list as issuer", Token(Service, claims: c => c["iss"] = new[] { Issuer }), 401),
            ("nonsense", "a.b.c", 401),
            ("long", new string('a', 20_000), 401),
            ("nobody", null, 401),
        };
        foreach (var (why, token, status) in tokens)
        {
            using var response = await HookTable.AskAsync(asking, HookTable.Base(), token: token);
            Assert.True(status == (int)response.StatusCode, $"{why}: {(int)response.StatusCode}");
            if (status == 401) Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        }
        using var elsewhere = await HookTable.SendAsync(asking, HttpMethod.Get, "/api/v1/workflows", token: Token("/api/v1/workflows"));
        Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.StatusCode);
    }

    [Fact]
    public async Task Keys_are_fetched_from_the_address_of_the_client_and_its_tenant_counts()
    {
        using var good = await HookTable.AskAsync(client, HookTable.Base(), token: Token(Service, issuer: Fetched, tenant: "ward", jku: keyServer.Base + "/keys"));
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        using var again = await HookTable.AskAsync(client, HookTable.Base(), token: Token(Service, issuer: Fetched, tenant: "ward"));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Single(keyServer.Asked); // they are kept
        foreach (var token in new[] { Token(Service, issuer: Fetched), Token(Service, issuer: Fetched, tenant: "other"), Token(Service, issuer: Fetched, tenant: "ward", jku: keyServer.Base + "/others") })
        {
            using var refused = await HookTable.AskAsync(client, HookTable.Base(), token: token);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }
        Assert.Single(keyServer.Asked);
    }

    [Fact]
    public async Task A_token_of_a_client_opens_nothing_else()
    {
        foreach (var path in new[] { "/api/v1/workflows", "/api/v1/feedback", "/api/v1/changes" })
        {
            using var response = await HookTable.SendAsync(client, HttpMethod.Get, path, token: Token(path));
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_key_that_executes_may_ask_too()
    {
        var root = await server.AdministratorAsync();
        var key = await server.KeyAsync(root, "ehr", ["execute"]);
        using var answer = await key.SendAsync(HttpMethod.Post, Service, HookTable.Json(HookTable.Base()));
        Assert.NotEmpty(await HookTable.CardsAsync(answer));
        var draft = await server.KeyAsync(root, "ci", ["draft"]);
        using var refused = await draft.SendAsync(HttpMethod.Post, Service, HookTable.Json(HookTable.Base()));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Empty(HookStandard.WrongInOutcome(await RunningServer.JsonAsync(refused)));
    }

    [Fact]
    public async Task Decisions_of_a_client_that_records_are_kept_and_can_be_replayed()
    {
        var root = await server.AdministratorAsync();
        using var answer = await HookTable.AskAsync(client, HookTable.Base(), token: Token(Service));
        var id = HookTable.Text(HookTable.Own((await HookTable.CardsAsync(answer))[0]!), "decisionId");
        var recorded = await root.GetAsync($"/api/v1/decisions/{id}");
        Assert.Equal($"cds:{Issuer}", HookTable.Text(recorded, "key"));
        Assert.True((await root.PostAsync($"/api/v1/decisions/{id}/replay", new { }))["identical"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData(Discovery, "GET", true)]
    [InlineData(Service, "POST", true)]
    [InlineData($"{Service}/feedback", "POST", true)]
    [InlineData("/api/v1/workflows", "GET", false)]
    [InlineData("/api/v1/workflows/Hypercalcemia/execute", "POST", false)]
    [InlineData("/api/v1/feedback", "GET", false)]
    public async Task Pages_of_the_list_may_ask_by_CDS_Hooks_and_nothing_else(string path, string method, bool isOpen)
    {
        (string, string)[] question = [("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", "content-type,authorization")];
        using var allowed = await HookTable.SendAsync(client, HttpMethod.Options, path, headers: [("Origin", Origin), .. question]);
        Assert.Equal(isOpen, allowed.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) && origins.Single() == Origin);
        Assert.False(allowed.Headers.Contains("Access-Control-Allow-Credentials"));
        if (isOpen)
        {
            Assert.True(allowed.IsSuccessStatusCode); // nobody is asked for a name before
            Assert.Contains("authorization", allowed.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.OrdinalIgnoreCase);
        }
        using var other = await HookTable.SendAsync(client, HttpMethod.Options, path, headers: [("Origin", "https://evil.example"), .. question]);
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
        // A page has to see also that it was refused.
        using var refused = await HookTable.SendAsync(client, new HttpMethod(method), path, method == "POST" ? HookTable.Json(HookTable.Base()) : null, headers: [("Origin", Origin)]);
        Assert.Equal(isOpen, refused.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private SigningCredentials Rsa() => new(rsa, SecurityAlgorithms.RsaSha384);

    private SigningCredentials Curve() => new(curve, SecurityAlgorithms.EcdsaSha384);

    private string Token(string path, SigningCredentials? credentials = null, string host = Public, string issuer = Issuer, DateTime? expires = null, DateTime? issued = null, string? leaveOut = null, string? tenant = null, string? jku = null, Action<Dictionary<string, object>>? claims = null)
    {
        void Change(Dictionary<string, object> said)
        {
            if (tenant is not null) said["tenant"] = tenant;
            if (leaveOut is not null) said.Remove(leaveOut);
            claims?.Invoke(said);
        }

        return HookToken.Of(credentials ?? Rsa(), issuer, host + path, expires, issued, jku, Change);
    }

    private string Unsigned(string algorithm) => $"{Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","typ":"JWT","kid":"rsa"}""")}.{Token(Service).Split('.')[1]}.";

    private string Keys()
    {
        var (one, two) = (JsonWebKeyConverter.ConvertFromRSASecurityKey(rsa), JsonWebKeyConverter.ConvertFromECDsaSecurityKey(curve));
        return $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"rsa","n":"{{one.N}}","e":"{{one.E}}"},{"kty":"EC","kid":"ec","crv":"P-384","x":"{{two.X}}","y":"{{two.Y}}"}]}""";
    }
}
