using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BoneMets.Rules.System.Tests.Server;

/// <summary>
/// What nobody should send to the routes that take a patient: each has its own clear answer, the server lives on, and neither an answer nor a
/// log tells how the server works inside or who the patient is.
/// </summary>
public sealed class HostileRequestTests : IAsyncLifetime, IDisposable
{
    /// <summary>Stands wherever a patient's data may stand.</summary>
    private const string Secret = "Xyzzyperson";

    private const string Execute = "/api/v1/workflows/Hypercalcemia/execute", Batch = Execute + "/batch", Facts = "/api/v1/workflows/Hypercalcemia/facts";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly CapturedLog log = new();
    private RunningServer server = null!;

    public async Task InitializeAsync()
    {
        server = await RunningServer.StartAsync(o => o with { LogLevel = LogLevel.Trace, RequestTimeout = TimeSpan.FromSeconds(3) });
        server.App.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
    }

    public Task DisposeAsync() => server.DisposeAsync();

    public void Dispose() => log.Dispose();

    [Fact]
    public async Task Each_has_its_own_answer_and_no_log_knows_the_patient()
    {
        var patient = $$$"""{"resource":{"resourceType":"Patient","id":"{{{Secret}}}","name":[{"family":"{{{Secret}}}"}]}}""";
        var bundle = $$$"""{"resourceType":"Bundle","type":"collection","entry":[{{{patient}}}]}""";
        var two = $$$"""{"resourceType":"Bundle","type":"collection","entry":[{{{patient}}},{"resource":{"resourceType":"Patient","id":"q"}}]}""";
        foreach (var route in new[] { Execute, Facts })
        {
            await RefusedAsync(route, $$"""{"bundle":{{bundle}}}""", 415, "wrong-content-type", "text/xml");
            await RefusedAsync(route, $$"""{"bundle":{{bundle}}}""", 415, "wrong-content-type", "application/json", "gzip");
            await RefusedAsync(route, bundle, 400, "malformed-body"); // not wrapped
            await RefusedAsync(route, $$"""{"bundle":{{bundle[..^3]}}""", 400, "malformed-body");
            await RefusedAsync(route, $$"""{"bundle":{{bundle}},"patient":"Patient/{{Secret}}other"}""", 400, "wrong-bundle");
            await RefusedAsync(route, $$"""{"bundle":{{two}}}""", 400, "wrong-bundle");
            await RefusedAsync(route, $$"""{"bundle":{"resourceType":"{{Secret}}"} }""", 400, "wrong-bundle");
            await RefusedAsync(route, $$"""{"bundle":{"resourceType":"Bundle","{{Secret}}":{{new string('[', 70)}}{{new string(']', 70)}}} }""", 400, null);
            await RefusedAsync(route, $$"""{"bundle":{{bundle}},"{{Secret}}":1}""", 400, "malformed-body");
            await RefusedAsync(route, "", 400, "malformed-body");
        }
        await RefusedAsync(Execute, $$"""{"bundle":{{bundle}}}""", 415, "wrong-content-type", "application/fhir+json");
        await RefusedAsync(Execute, $$$"""{"facts":{"{{{Secret}}}":{} } }""", 400, "wrong-facts");
        await RefusedAsync(Batch, $$"""{"id":"{{Secret}}"}""", 415, "wrong-content-type", "application/json");
        var lines = await AnswerAsync(Batch, $"{{\"id\":\"{Secret}\",\"patient\":{{\"sex\":\"{Secret}\"}}}}\n{{\"{Secret}", 200, "application/x-ndjson");
        Assert.Equal(2, lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(l => l.Contains("\"error\":", StringComparison.Ordinal)));

        foreach (var route in new[] { Execute, Facts })
        {
            Assert.StartsWith("HTTP/1.1 413", await RawAsync(route, "Content-Length: 52428800", $"{{\"bundle\":\"{Secret}", endless: false), StringComparison.Ordinal);
            Assert.StartsWith("HTTP/1.1 413", await RawAsync(route, "Transfer-Encoding: chunked", $"{{\"bundle\":\"{Secret}", endless: true), StringComparison.Ordinal);
            // One that stops in the middle is given up, by the time that a request has.
            Assert.Matches("HTTP/1.1 (504|408)", await RawAsync(route, "Content-Length: 1000", $"{{\"bundle\":\"{Secret}", endless: false));
            // One whose sender goes away is nobody's.
            using var gone = await ConnectAsync(route, "Content-Length: 1000", $"{{\"bundle\":\"{Secret}");
            gone.Client.Close(0);
        }
        using (var alive = await server.ExecuteAsync("Hypercalcemia", $$"""{"bundle":{{bundle}}}""")) Assert.Equal(HttpStatusCode.OK, alive.StatusCode);

        await server.App.StopAsync();
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, l => l.Contains(Secret, StringComparison.OrdinalIgnoreCase));
        // None of these is a defect of ours.
        Assert.Equal("", string.Join("\n", log.Lines.Where(l => l.Contains(" failed with ", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("duplicates", "later version")]
    [InlineData("paginated", "one page of several")]
    [InlineData("other-patient", "another patient")]
    public async Task What_a_Bundle_lacks_or_has_too_much_of_stands_beside_the_decision(string name, string told)
    {
        var record = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "spec", "fhir", "bundles", name + ".json")))!;
        using var response = await server.ExecuteAsync("BoneMetastasisPathway", new JsonObject { ["bundle"] = record["bundle"]!.DeepClone(), ["asOf"] = "2026-01-31", ["explain"] = "none" }.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var report = (await RunningServer.JsonAsync(response))["bundle"]!;
        Assert.Contains(told, report["rejected"]!.ToJsonString() + report["notes"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(record["facts"], report["facts"]), report["facts"]!.ToJsonString());
    }

    private async Task RefusedAsync(string route, string body, int status, string? problem, string type = "application/json", string? encoding = null)
    {
        var answer = JsonNode.Parse(await AnswerAsync(route, body, status, type, encoding))!;
        if (problem is not null) Assert.Equal("/problems/" + problem, answer["type"]!.GetValue<string>());
        Assert.False(string.IsNullOrEmpty(answer["detail"]?.GetValue<string>()), answer.ToJsonString());
    }

    private async Task<string> AnswerAsync(string route, string body, int status, string type, string? encoding = null)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (encoding is not null) content.Headers.ContentEncoding.Add(encoding);
        using var response = await server.Client.PostAsync(new Uri(route, UriKind.Relative), content);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{route} {body[..Math.Min(200, body.Length)]}: {(int)response.StatusCode} {text}");
        AssertTellsNothing(text);
        return text;
    }

    private static void AssertTellsNothing(string text)
    {
        foreach (var inside in new[] { "   at ", "System.", "Exception", "BoneMets.Rules.", "Microsoft." }) Assert.DoesNotContain(inside, text, StringComparison.Ordinal);
    }

    private async Task<string> RawAsync(string route, string length, string start, bool endless)
    {
        using var socket = await ConnectAsync(route, length, length.StartsWith("Transfer", StringComparison.Ordinal) ? Chunk(start) : start);
        var stream = socket.GetStream();
        using var stop = new CancellationTokenSource(Patience);
        var sending = endless ? SendAsync(stream, stop.Token) : Task.CompletedTask;
        var buffer = new byte[64 * 1024];
        var read = await stream.ReadAsync(buffer, stop.Token);
        await stop.CancelAsync();
        await sending;
        var text = Encoding.UTF8.GetString(buffer, 0, read);
        AssertTellsNothing(text);
        return text;
    }

    private async Task<TcpClient> ConnectAsync(string route, string length, string start)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST {route} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{length}\r\n\r\n{start}"));
        return socket;
    }

    private static async Task SendAsync(NetworkStream stream, CancellationToken stop)
    {
        var piece = Encoding.ASCII.GetBytes(Chunk(new string('x', 64 * 1024)));
        try
        {
            while (true) await stream.WriteAsync(piece, stop);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The server has heard enough.
        }
    }

    private static string Chunk(string text) => $"{text.Length:x}\r\n{text}\r\n";
}
