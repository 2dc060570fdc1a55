using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>Somebody at a browser, or an application with a key: cookies, and the token that goes with them.</summary>
internal sealed class Person : IDisposable
{
    private readonly HttpClient client;
    private readonly CookieContainer cookies;
    private string? antiforgery;

    public Person(Uri address, string name, string? bearer = null) : this(address, name, bearer, new CookieContainer())
    {
    }

    private Person(Uri address, string name, string? bearer, CookieContainer cookies)
    {
        (Name, Bearer, this.cookies) = (name, bearer, cookies);
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(100) };
        if (bearer is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
    }

    /// <summary>A client with the cookies alone: what another site makes the browser send.</summary>
    public HttpClient Browser() => new(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = client.BaseAddress };

    /// <summary>What the browser would send, as a header.</summary>
    public string Cookies => cookies.GetCookieHeader(client.BaseAddress!);

    public const string Password = "correct horse battery";

    public string Name { get; }

    /// <summary>The secret of an application's key.</summary>
    public string? Bearer { get; }

    /// <summary>The same browser or application at another server: with its cookies, which know no ports, or its key.</summary>
    public Person At(Uri address) => new(address, Name, Bearer, cookies);

    public async Task<JsonNode> AcceptAsync(string secret, string? name = null) =>
        Remember(await OkAsync(HttpMethod.Post, "/api/v1/session/invitation", new { secret, password = Password, name }));

    public async Task<JsonNode> SignInAsync(string password = Password) => Remember(await OkAsync(HttpMethod.Post, "/api/v1/session", new { name = Name, password }));

    /// <summary>A new API key that this administrator makes.</summary>
    public async Task<(string Id, string Secret)> NewKeyAsync(string name, string[] scopes, params string[] workflows)
    {
        var made = await PostAsync("/api/v1/keys", new { name, scopes, workflows, days = 30 });
        return (made["key"]!["id"]!.GetValue<string>(), made["secret"]!.GetValue<string>());
    }

    /// <summary>Becomes an account with these roles, which an administrator invites, and is signed in.</summary>
    public async Task JoinAsync(Person administrator, params string[] roles) => await AcceptAsync(await StoreServer.InviteAsync(administrator, Name, roles));

    public Task<JsonNode> GetAsync(string path) => OkAsync(HttpMethod.Get, path);

    public Task<JsonNode> PostAsync(string path, object? body = null) => OkAsync(HttpMethod.Post, path, body);

    /// <summary>Saves a document of a change on top of the version with that hash; null: it is new. The answer is its new hash.</summary>
    public async Task<string> PutAsync(long change, string document, string text, string? hash)
    {
        using var response = await PutRawAsync(change, document, text, hash);
        return (await SuccessAsync(response))["hash"]!.GetValue<string>();
    }

    public Task<HttpResponseMessage> PutRawAsync(long change, string document, string text, string? hash) => SendAsync(HttpMethod.Put, $"/api/v1/changes/{change}/documents/{document}",
        new StringContent(text, Encoding.UTF8, document.EndsWith(".md", StringComparison.Ordinal) ? "text/markdown" : "application/json"),
        hash is null ? ("If-None-Match", "*") : ("If-Match", $"\"{hash}\""));

    /// <summary>The hash that a document of a change has now.</summary>
    public async Task<string> HashAsync(long change, string document) =>
        (await GetAsync($"/api/v1/changes/{change}/documents")).AsArray().Single(d => d!["name"]!.GetValue<string>() == document)!["hash"]!.GetValue<string>();

    public async Task<JsonNode> OkAsync(HttpMethod method, string path, object? body = null)
    {
        using var response = await SendAsync(method, path, body is null ? null : Json(body));
        return await SuccessAsync(response);
    }

    /// <summary>The problem that this is answered with, which has to be of that kind.</summary>
    public async Task<JsonNode> RefusedAsync(HttpStatusCode status, string kind, HttpMethod method, string path, object? body = null)
    {
        using var response = await SendAsync(method, path, body is null ? null : Json(body));
        return await ProblemAsync(response, status, kind);
    }

    public static async Task<JsonNode> ProblemAsync(HttpResponseMessage response, HttpStatusCode status, string kind)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status && text.Contains($"\"/problems/{kind}\"", StringComparison.Ordinal), $"expected {(int)status} {kind}, got {(int)response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        return JsonNode.Parse(text)!;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (method != HttpMethod.Get && client.DefaultRequestHeaders.Authorization is null) request.Headers.Add("X-CSRF-Token", antiforgery ??= await TokenAsync());
        var response = await client.SendAsync(request);
        if (response.StatusCode == HttpStatusCode.Unauthorized) antiforgery = null; // the session may have ended, and the token with it
        return response;
    }

    /// <summary>An answer that is read while it arrives.</summary>
    public async Task<Stream> OpenAsync(string path)
    {
        var response = await client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStreamAsync() : throw new HttpRequestException(await response.Content.ReadAsStringAsync());
    }

    public static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    public void Dispose() => client.Dispose();

    private async Task<string> TokenAsync()
    {
        using var response = await client.GetAsync(new Uri("/api/v1/session", UriKind.Relative));
        return (await SuccessAsync(response))["antiforgery"]!.GetValue<string>();
    }

    private JsonNode Remember(JsonNode session)
    {
        antiforgery = session["antiforgery"]!.GetValue<string>();
        return session;
    }

    private static async Task<JsonNode> SuccessAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri!.PathAndQuery}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }
}
