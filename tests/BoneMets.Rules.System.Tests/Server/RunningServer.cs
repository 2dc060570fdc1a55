using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace BoneMets.Rules.System.Tests.Server;

/// <summary>The real server on a port of its own, over a copy of the library.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Func<ServerOptions, ServerOptions> configure;

    public RunningServer() : this(o => o)
    {
    }

    private RunningServer(Func<ServerOptions, ServerOptions> configure) => this.configure = configure;

    public string Library { get; } = Repository.CopyLibrary();

    public HttpClient Client { get; private set; } = null!;

    internal WebApplication App { get; private set; } = null!;

    internal static async Task<RunningServer> StartAsync(Func<ServerOptions, ServerOptions>? configure = null, Action<RunningServer>? prepare = null)
    {
        var server = new RunningServer(configure ?? (o => o));
        prepare?.Invoke(server);
        await server.InitializeAsync();
        return server;
    }

    public async Task InitializeAsync()
    {
        var options = configure(new ServerOptions
        {
            Library = Library,
            Urls = ["http://127.0.0.1:0"],
            Cache = SharedImages.Directory,
            PollInterval = TimeSpan.FromMilliseconds(300),
            QuietTime = TimeSpan.FromMilliseconds(40),
            LogLevel = LogLevel.Error,
        });
        App = ServerApp.Build(options);
        await App.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(App.Urls.Single()), Timeout = Patience };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        Directory.Delete(Library, recursive: true);
    }

    internal Task<HttpResponseMessage> ExecuteAsync(string workflow, string body, string contentType = "application/json") =>
        ExecuteAsync(workflow, Encoding.UTF8.GetBytes(body), contentType);

    internal Task<HttpResponseMessage> ExecuteAsync(string workflow, byte[] body, string? contentType = "application/json")
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return Client.PostAsync(new Uri($"/api/v1/workflows/{workflow}/execute", UriKind.Relative), content);
    }

    internal async Task<HttpResponseMessage> GetAsync(string path, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (ifNoneMatch is not null) request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await Client.SendAsync(request);
    }

    internal async Task<JsonNode> JsonAsync(string path) => await JsonAsync(await GetAsync(path));

    internal static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    /// <summary>Asks again until the answer fits; fails when it never does.</summary>
    internal async Task<JsonNode> UntilAsync(string path, Func<JsonNode, bool> fits)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            var answer = await JsonAsync(path);
            if (fits(answer)) return answer;
            if (DateTime.UtcNow > deadline) throw new TimeoutException($"{path} still answers {answer.ToJsonString(new JsonSerializerOptions { WriteIndented = true })}");
        }
    }

    internal void Edit(string document, string old, string replacement)
    {
        var path = Path.Combine(Library, document);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }
}
