using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.CdsHooks;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Server;
using BoneMets.Rules.System.Tests.Store;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace BoneMets.Rules.System.Tests.Replicas;

[CollectionDefinition(Name)]
public sealed class ThreeServersCollection : ICollectionFixture<ThreeServers>
{
    public const string Name = "Three servers";
}

/// <summary>
/// Three processes of the server on one PostgreSQL, as others reach them: behind a plain proxy that sends each request to the next one. Started once
/// for all tests, each of which leaves everything in use and in service.
/// </summary>
public sealed class ThreeServers : IAsyncLifetime
{
    /// <summary>Requests of a key in a second, as <c>--key-rate</c> has it.</summary>
    public const int KeyRate = 200;

    public const string Execute = $"/api/v1/workflows/{SmallLibrary.Name}/execute", Hook = $"/cds-services/{SmallLibrary.Name}", Apply = $"/fhir/PlanDefinition/{SmallLibrary.Name}/$apply";

    private const string Public = "https://rules.example.org", Issuer = "https://ehr.example.org";

    /// <summary>The workflow answers a hook, too.</summary>
    internal static readonly string Metadata = SmallLibrary.Metadata.Replace("\"Purpose\"", "\"CdsHooks\": { \"Hooks\": [\"patient-view\"] }, \"Purpose\"", StringComparison.Ordinal);

    private readonly PostgreSqlServer database = new();
    private readonly string library = SmallLibrary.Folder();
    private readonly List<Person> people = [];
    private readonly List<ServerProcess> servers = [];
    private readonly RsaSecurityKey signing = new(RSA.Create(2048)) { KeyId = "ehr" };
    private RoundRobinProxy? proxy;
    private int names;

    internal StoreOptions Store { get; private set; } = null!;

    internal RoundRobinProxy Proxy => proxy!;

    /// <summary>An administrator, at the proxy.</summary>
    internal Person Root { get; private set; } = null!;

    /// <summary>Each by itself, past the proxy.</summary>
    internal IReadOnlyList<Uri> Addresses => [.. servers.Select(s => s.Address)];

    public async Task InitializeAsync()
    {
        File.WriteAllText(Path.Combine(library, SmallLibrary.Facts), SmallLibrary.MappedFacts);
        File.WriteAllText(Path.Combine(library, SmallLibrary.Workflow), WorkflowText(10));
        File.WriteAllText(Path.Combine(library, "cds-hooks.json"), $$"""{ "clients": [{ "issuer": "{{Issuer}}", "keys": { "keys": [{{PublicKey()}}] } }] }""");
        await database.InitializeAsync();
        Store = await NewStoreAsync();
        // The first administrator is made on the machine itself.
        await using (var local = await StoreServer.StartAsync(Store, library)) await local.AdministratorAsync();
        servers.AddRange(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StartAsync(0))));
        proxy = await RoundRobinProxy.StartAsync(Addresses);
        Root = At(Proxy.Address, "root");
        await Root.SignInAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var person in people) person.Dispose();
        if (proxy is not null) await proxy.DisposeAsync();
        foreach (var server in servers) await server.DisposeAsync();
        await database.DisposeAsync();
        signing.Rsa.Dispose();
        Directory.Delete(library, recursive: true);
    }

    /// <summary>An empty database beside that of the three.</summary>
    internal async Task<StoreOptions> NewStoreAsync() => new() { PostgreSql = await database.NewDatabaseAsync() };

    /// <summary>What the small library says, with the hook.</summary>
    internal static string WorkflowText(int limit) => SmallLibrary.WorkflowText(limit, Metadata);

    internal string Library => library;

    /// <summary>Somebody with a name of their own, who signed in through the proxy.</summary>
    internal async Task<Person> PersonAsync(string name, params string[] roles)
    {
        var person = At(Proxy.Address, Unique(name));
        await person.JoinAsync(Root, roles);
        return person;
    }

    /// <summary>An application at the proxy.</summary>
    internal async Task<Person> KeyAsync(params string[] scopes)
    {
        var (id, secret) = await Root.NewKeyAsync(Unique("ward"), scopes);
        return At(Proxy.Address, id, secret);
    }

    /// <summary>The same browser or application, at each server past the proxy.</summary>
    internal IReadOnlyList<Person> AtEach(Person who) => [.. Addresses.Select(a => Know(who.At(a)))];

    internal Person At(Uri address, string name, string? bearer = null) => Know(new Person(address, name, bearer));

    /// <summary>A new token of the client that signs its own, good for one request of the hook.</summary>
    internal string HookTokenOf() => HookToken.Of(new SigningCredentials(signing, SecurityAlgorithms.RsaSha384), Issuer, Public + Hook);

    internal static StringContent HookRequest() => Person.Json(new
    {
        hook = "patient-view",
        hookInstance = Guid.NewGuid(),
        context = new { userId = "Practitioner/1", patientId = "p" },
        prefetch = new { patient = JsonNode.Parse("""{"resourceType":"Patient","id":"p"}"""), observations = SmallLibrary.BundleOf("12") },
    });

    internal static StringContent ApplyRequest() => Person.Json(new
    {
        resourceType = "Parameters",
        parameter = new object[] { new { name = "subject", valueString = "Patient/p" }, new { name = "data", resource = SmallLibrary.BundleOf("12") } },
    });

    internal static StringContent ExecuteRequest(int calcium = 12) => Person.Json(new { facts = new { patient = new { calcium } }, asOf = "2026-01-31" });

    /// <summary>An approved change of the limit, made and approved through the proxy.</summary>
    internal static async Task<long> ApprovedAsync(Person author, Person reviewer, int limit)
    {
        var id = await PlatformStory.DraftAsync(author, string.Create(CultureInfo.InvariantCulture, $"To {limit}"), limit, Metadata);
        await PlatformStory.ApproveAsync(author, reviewer, id);
        return id;
    }

    /// <summary>SIGKILL: it has no chance to finish anything.</summary>
    internal Task KillAsync(int number) => servers[number].KillAsync();

    /// <summary>At the same address; returns when it listens.</summary>
    internal async Task StartAgainAsync(int number)
    {
        var port = servers[number].Address.Port;
        await servers[number].DisposeAsync();
        servers[number] = await StartAsync(port);
    }

    /// <summary>How often the three have written such words into their logs.</summary>
    internal int Said(string words) => servers.Sum(s => s.Printed.Split(words).Length - 1);

    /// <summary>One number out of the database, as nobody but its administrator sees it.</summary>
    internal static async Task<long> CountAsync(StoreOptions store, string sql)
    {
        await using var connection = new NpgsqlConnection(store.PostgreSql);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private Task<ServerProcess> StartAsync(int port) => ServerProcess.StartAtAsync(
        port, Store, library, SharedImages.Directory, new Dictionary<string, string>(), "--hosts", "rules.example.org", "--proxies", IPAddress.Loopback.ToString(), "--public-url", Public,
        "--key-rate", KeyRate.ToString(CultureInfo.InvariantCulture), "--cds-hooks", Path.Combine(library, "cds-hooks.json"));

    private string Unique(string name) => string.Create(CultureInfo.InvariantCulture, $"{name}{Interlocked.Increment(ref names)}");

    private Person Know(Person person)
    {
        lock (people) people.Add(person);
        return person;
    }

    private string PublicKey() => JsonWebKeyConverter.ConvertFromRSASecurityKey(signing) is var key ? $$"""{"kty":"RSA","use":"sig","kid":"ehr","n":"{{key.N}}","e":"{{key.E}}"}""" : "";
}
