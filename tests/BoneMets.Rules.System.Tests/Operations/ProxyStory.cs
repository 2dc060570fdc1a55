using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Server;
using BoneMets.Rules.System.Tests.Store;

namespace BoneMets.Rules.System.Tests.Operations;

/// <summary>Two servers on one PostgreSQL behind the nginx of the documentation, which speaks TLS to everybody else.</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class ProxyStory(PostgreSqlServer database) : FaultStory
{
    private const string Execute = "/api/v1/workflows/Limit/execute";

    [Fact]
    public async Task Behind_the_proxy_everybody_needs_a_key_or_an_account_over_https_and_a_server_that_stops_is_not_noticed()
    {
        var options = new StoreOptions { PostgreSql = await database.NewDatabaseAsync() };
        string secret;
        // The first administrator is made on the machine itself.
        await using (var local = await StoreServer.StartAsync(options, Library))
        {
            var root = await local.AdministratorAsync();
            secret = (await root.PostAsync("/api/v1/keys", new { name = "ward 7", scopes = new[] { "execute" }, days = 30 }))["secret"]!.GetValue<string>();
        }
        await using var one = await StoreServer.StartAsync(options, Library, Behind);
        var two = await StoreServer.StartAsync(options, Library, Behind);
        await using var proxy = await ProxyServer.StartAsync(one.Address, two.Address);
        using var anyone = proxy.NewClient();
        using var ward = proxy.NewClient();
        ward.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);

        using (var plain = await anyone.GetAsync(new Uri($"http://{ProxyServer.Name}/docs")))
            Assert.Equal((HttpStatusCode.PermanentRedirect, $"https://{ProxyServer.Name}/docs"), (plain.StatusCode, plain.Headers.Location!.ToString()));
        using (var refused = await anyone.GetAsync(new Uri("/api/v1/workflows", UriKind.Relative))) Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);

        // Who asks says that he is of the server's own machine: he is not believed.
        using (var forged = new HttpRequestMessage(HttpMethod.Get, "/api/v1/workflows"))
        {
            forged.Headers.Add("X-Forwarded-For", "127.0.0.1");
            using var refused = await anyone.SendAsync(forged);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }
        for (var i = 0; i < 6; i++) Assert.Equal(HttpStatusCode.OK, await DecideAsync(ward));

        // The session's cookie is one of https, so the servers know that it is.
        using (var session = await anyone.GetAsync(new Uri("/api/v1/session", UriKind.Relative)))
        {
            var token = JsonNode.Parse(await session.Content.ReadAsStringAsync())!["antiforgery"]!.GetValue<string>();
            using var signIn = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session") { Content = Person.Json(new { name = "root", password = Person.Password }) };
            signIn.Headers.Add("X-CSRF-Token", token);
            using var signedIn = await anyone.SendAsync(signIn);
            Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
            Assert.Contains(signedIn.Headers.GetValues("Set-Cookie"), c => c.Contains("secure", StringComparison.OrdinalIgnoreCase) && c.Contains("httponly", StringComparison.OrdinalIgnoreCase));
        }

        // A line of a batch is answered before the next one is sent: nothing on the way waits for the end.
        await using (var lines = new SlowLines())
        {
            // By HTTP/1.1 the client itself would send all of the body first.
            using var batch = new HttpRequestMessage(HttpMethod.Post, $"{Execute}/batch") { Content = lines, Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
            var answering = ward.SendAsync(batch, HttpCompletionOption.ResponseHeadersRead);
            await lines.SendAsync("""{"id":1,"patient":{"calcium":12}}""");
            using var answer = await answering;
            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
            Assert.Contains("\"id\":1", await reader.ReadLineAsync(), StringComparison.Ordinal);
            await lines.SendAsync("""{"id":2,"patient":{"calcium":13}}""");
            Assert.Contains("\"id\":2", await reader.ReadLineAsync(), StringComparison.Ordinal);
        }

        await two.DisposeAsync();
        for (var i = 0; i < 6; i++) Assert.Equal(HttpStatusCode.OK, await DecideAsync(ward));
    }

    private static ServerOptions Behind(ServerOptions options) => options with { Hosts = [ProxyServer.Name], Proxies = [IPAddress.Loopback] };

    private static async Task<HttpStatusCode> DecideAsync(HttpClient ward)
    {
        using var answer = await ward.PostAsync(new Uri(Execute, UriKind.Relative), new StringContent("""{"facts":{"patient":{"calcium":12}}}""", Encoding.UTF8, "application/json"));
        return answer.StatusCode;
    }
}
