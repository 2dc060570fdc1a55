using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>The table of <c>tests/spec/access/routes.json</c>, every route of it by everybody.</summary>
public sealed partial class RouteAccessTests : IAsyncLifetime
{
    private static readonly AccessTable Table = JsonSerializer.Deserialize<AccessTable>(
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "spec", "access", "routes.json")), JsonSerializerOptions.Web)!;

    private readonly string library = SmallLibrary.Folder();
    private readonly List<StoreServer> servers = [];

    public static TheoryData<string> Everybody => [.. Table.Who];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var server in servers) await server.DisposeAsync();
        Directory.Delete(library, recursive: true);
    }

    [Fact]
    public async Task The_table_has_every_route_that_there_is_and_no_other()
    {
        var server = await StartAsync("all.db");
        Assert.Equal(Table.Routes.Keys.Order(StringComparer.Ordinal), Routes(server).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Everybody))]
    public async Task On_a_server_that_others_reach_everybody_may_use_exactly_the_routes_of_the_table(string who)
    {
        var server = await StartAsync("public.db");
        var root = await server.AdministratorAsync();
        await using var others = await StoreServer.StartAsync(new StoreOptions { File = Path.Combine(library, "public.db") }, library, o => o with { Hosts = ["rules.example.org"] });
        using var person = await PersonAsync(server, others.Address, root, who);
        Assert.Empty(await WrongAsync(others, person, route => Table.Groups[Table.Routes[route]].Contains(who)));
    }

    [Fact]
    public async Task On_a_server_for_this_machine_only_nobody_needs_a_name_to_read_and_to_decide()
    {
        var server = await StartAsync("local.db");
        Assert.Empty(await WrongAsync(server, server.Anyone, route => Table.Routes[route] == "anyone" || Table.OpenLocally.Contains(Table.Routes[route])));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Via", "1.1 proxy")]
    public async Task What_a_proxy_passes_on_is_not_of_this_machine(string header, string value)
    {
        var server = await StartAsync("proxied.db");
        using var response = await server.Anyone.SendAsync(HttpMethod.Get, "/api/v1/workflows", null, (header, value));
        await Person.ProblemAsync(response, HttpStatusCode.Unauthorized, "sign-in-needed");
    }

    private async Task<StoreServer> StartAsync(string file)
    {
        var server = await StoreServer.StartAsync(new StoreOptions { File = Path.Combine(library, file) }, library);
        servers.Add(server);
        return server;
    }

    /// <summary>Accounts are made at one server and used at the other, over the same store.</summary>
    private static async Task<Person> PersonAsync(StoreServer server, Uri address, Person root, string who)
    {
        if (who == "nobody") return new Person(address, who);
        if (who.StartsWith("key:", StringComparison.Ordinal))
        {
            var made = await root.PostAsync("/api/v1/keys", new { name = who, scopes = new[] { who["key:".Length..] }, days = 1 });
            return new Person(address, who, made["secret"]!.GetValue<string>());
        }
        var person = new Person(address, who);
        await person.AcceptAsync(await StoreServer.InviteAsync(root, who, who == "nothing" ? [] : [who]));
        return person;
    }

    private static async Task<List<string>> WrongAsync(StoreServer server, Person person, Func<string, bool> isAllowed)
    {
        var wrong = new List<string>();
        // Signing out comes last: it would make a nobody of everybody.
        foreach (var route in Routes(server).OrderBy(r => r.StartsWith("DELETE api/v1/session", StringComparison.Ordinal)))
        {
            var (method, path) = (route.Split(' ')[0], "/" + Parameter().Replace(route.Split(' ')[1], p => p.Value.Contains("int", StringComparison.Ordinal) || p.Value.Contains("long", StringComparison.Ordinal) ? "999" : "x"));
            using var body = method is "POST" or "PUT" ? Body(route) : null;
            using var response = await person.SendAsync(new HttpMethod(method), path, body);
            var text = await response.Content.ReadAsStringAsync();
            // A refusal has a body only where the method lets it, and none with a reason for clients of CDS Hooks.
            var isRefused = method == "HEAD" || path.StartsWith("/cds-services", StringComparison.Ordinal) ? response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden : text.Contains("/problems/sign-in-needed", StringComparison.Ordinal) || text.Contains("/problems/role-needed", StringComparison.Ordinal);
            if (isRefused == isAllowed(route)) wrong.Add($"{person.Name} {(isAllowed(route) ? "may" : "may not")} {route}, but: {(int)response.StatusCode} {text}");
            if ((int)response.StatusCode >= 500) wrong.Add($"{route}: {(int)response.StatusCode} {text}");
            if (!isRefused && text.Contains("/problems/forgery-token", StringComparison.Ordinal)) wrong.Add($"{route}: {text}");
        }
        return wrong;
    }

    private static ByteArrayContent Body(string route)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
        content.Headers.ContentType = new MediaTypeHeaderValue(route == "PUT api/v1/library" ? "application/zip" : "application/json");
        return content;
    }

    private static IEnumerable<string> Routes(StoreServer server) =>
        server.App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Select(m => $"{m} {e.RoutePattern.RawText!.TrimStart('/')}") ?? []).Distinct();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    private sealed record AccessTable(string[] Who, Dictionary<string, string[]> Groups, string[] OpenLocally, Dictionary<string, string> Routes);
}
