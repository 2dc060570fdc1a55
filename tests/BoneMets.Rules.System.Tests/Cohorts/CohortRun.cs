using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.Platform;

namespace BoneMets.Rules.System.Tests.Cohorts;

/// <summary>A cohort run as somebody sees it over HTTP.</summary>
internal sealed class CohortRun(Person person, string id)
{
    public string Id { get; } = id;

    public string Path => $"/api/v1/cohorts/{Id}";

    public static async Task<CohortRun> CreateAsync(Person person, string workflow, object? more = null)
    {
        var body = JsonNode.Parse(global::System.Text.Json.JsonSerializer.Serialize(more ?? new { }))!.AsObject();
        body["workflow"] = workflow;
        body["name"] ??= "A run";
        body["asOf"] ??= "2026-01-31";
        return new CohortRun(person, (await person.PostAsync("/api/v1/cohorts", body))["id"]!.GetValue<string>());
    }

    public Task<JsonNode> GetAsync() => person.GetAsync(Path);

    public CohortRun As(Person other) => new(other, Id);

    public async Task<HttpResponseMessage> SendAsync(byte[] input, string type = "application/x-ndjson", string query = "", params (string Name, string Value)[] headers)
    {
        var content = new ByteArrayContent(input);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        foreach (var (name, value) in headers) content.Headers.TryAddWithoutValidation(name, value);
        return await person.SendAsync(HttpMethod.Put, $"{Path}/input{query}", content);
    }

    public async Task UploadAsync(byte[] input, string type = "application/x-ndjson", string query = "")
    {
        using var response = await SendAsync(input, type, query);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task UploadFileAsync(string file)
    {
        using var content = new StreamContent(File.OpenRead(file));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var response = await person.SendAsync(HttpMethod.Put, $"{Path}/input", content);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<JsonNode> MapAsync(object mapping)
    {
        using var response = await MatchAsync(HttpMethod.Put, "mapping", Person.Json(mapping));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    public async Task<JsonNode> StartAsync()
    {
        using var response = await MatchAsync(HttpMethod.Post, "start", null);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>With the ETag that the run has now.</summary>
    public async Task<HttpResponseMessage> MatchAsync(HttpMethod method, string action, HttpContent? content, string? tag = null)
    {
        using var seen = await person.SendAsync(HttpMethod.Get, Path);
        return await person.SendAsync(method, $"{Path}/{action}", content, ("If-Match", tag ?? seen.Headers.ETag!.Tag));
    }

    public async Task<JsonNode> UntilAsync(string state, TimeSpan? patience = null)
    {
        var seen = await GetAsync();
        await FaultStory.UntilAsync(async () => StateOf(seen = await GetAsync()) == state || StateOf(seen) is "failed" or "completed" or "cancelled", $"the run is {state}", patience);
        Assert.True(StateOf(seen) == state, seen.ToJsonString());
        return seen;
    }

    public async Task<string> ResultsAsync(string query = "")
    {
        using var response = await person.SendAsync(HttpMethod.Get, $"{Path}/results{query}");
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return text;
    }

    public Task<Stream> OpenResultsAsync() => person.OpenAsync($"{Path}/results");

    public static string StateOf(JsonNode run) => run["state"]!.GetValue<string>();
}
