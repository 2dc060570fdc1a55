using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>The real server on a store, with everybody who works on it.</summary>
internal sealed class StoreServer : IAsyncDisposable
{
    private readonly List<Person> people = [];
    private readonly StringWriter notes;

    private StoreServer(WebApplication app, StringWriter notes) => (App, this.notes) = (app, notes);

    public WebApplication App { get; }

    public Uri Address => new(App.Urls.First());

    /// <summary>The secret of the link for the first administrator that was printed at the start.</summary>
    public string Secret => notes.ToString().Split('#')[^1].Trim();

    /// <summary>Somebody who is not signed in.</summary>
    public Person Anyone => Know(new Person(Address, "anyone"));

    public static async Task<StoreServer> StartAsync(StoreOptions store, string library, Func<ServerOptions, ServerOptions>? configure = null)
    {
        var printed = new StringWriter();
        var options = new ServerOptions
        {
            Store = store,
            Import = library,
            Urls = ["http://127.0.0.1:0"],
            Cache = SharedImages.Directory,
            LogLevel = LogLevel.Error,
            Notes = printed,
        };
        var app = ServerApp.Build((configure ?? (o => o))(options));
        var server = new StoreServer(app, printed);
        await app.StartAsync();
        return server;
    }

    public async Task<Person> AdministratorAsync(string name = "root")
    {
        var person = Know(new Person(Address, name));
        await person.AcceptAsync(Secret, name);
        return person;
    }

    public static async Task<string> InviteAsync(Person administrator, string name, params string[] roles) =>
        (await administrator.PostAsync("/api/v1/users", new { name, roles }))["secret"]!.GetValue<string>();

    /// <summary>Adds somebody, who signs in here.</summary>
    public async Task<Person> PersonAsync(Person administrator, string name, params string[] roles)
    {
        var person = Know(new Person(Address, name));
        await person.JoinAsync(administrator, roles);
        return person;
    }

    public async Task<Person> KeyAsync(Person administrator, string name, string[] scopes, params string[] workflows)
    {
        var (id, secret) = await administrator.NewKeyAsync(name, scopes, workflows);
        return Know(new Person(Address, $"key:{id}", secret));
    }

    /// <summary>A decision of the small library's workflow, or the problem.</summary>
    public static async Task<JsonNode> DecideAsync(Person who, int calcium, object? release = null)
    {
        using var response = await who.SendAsync(HttpMethod.Post, $"/api/v1/workflows/{SmallLibrary.Name}/execute", JsonContent.Create(new { facts = new { patient = new { calcium } }, release, asOf = "2026-01-31" }));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    public Person Know(Person person)
    {
        people.Add(person);
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in people) person.Dispose();
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await App.StopAsync(atOnce.Token);
        await App.DisposeAsync();
        await notes.DisposeAsync();
    }
}
