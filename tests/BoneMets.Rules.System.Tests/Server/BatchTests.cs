using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace BoneMets.Rules.System.Tests.Server;

/// <summary>Many patients in one request: a line in, a line out.</summary>
public sealed class BatchTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Mirels = "MirelsFractureRisk", Lines = "application/x-ndjson";

    private const string Two = """
        {"id":"a","lesion":{"site":"peritrochanteric"}}

        {"id":7,"lesion":{"site":"elsewhere"}}
        {"lesion":{"sit":"x"}}
        nonsense
        {"line":40,"id":"e","lesion":{}}
        """;

    [Theory]
    [InlineData("", null)]
    [InlineData("?explain=none&asOf=2026-01-31&release=latest", "2026-01-31")]
    [InlineData("?explain=rules&asOf=2026-01-31", "2026-01-31")]
    public async Task Every_line_is_answered_in_its_place_and_bad_ones_with_a_problem(string query, string? asOf)
    {
        using var response = await PostAsync(Mirels, query, new StringContent(Two, Encoding.UTF8, Lines));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Lines, response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        var lines = Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(["1 \"a\"", "3 7", "4 ", "5 ", "40 \"e\""], lines.Select(l => $"{l["line"]} {l["id"]?.ToJsonString()}"));
        Assert.Equal(query.Contains("rules", StringComparison.Ordinal), lines[0]["decision"]!["rules"] is not null);
        Assert.Null(lines[0]["decision"]!["decisionId"]);
        if (asOf is not null) Assert.Equal(asOf, lines[0]["decision"]!["asOf"]!.GetValue<string>());
        AssertProblem(lines[1], "wrong-facts", "BMR3005", "/lesion/site");
        AssertProblem(lines[2], "wrong-facts", "BMR3002", "/lesion/sit");
        AssertProblem(lines[3], "malformed-body", "BMR3001", "");
        Assert.NotNull(lines[4]["decision"]);
    }

    [Fact]
    public async Task A_line_is_decided_as_one_request_is()
    {
        using var one = await server.ExecuteAsync(Mirels, """{"facts":{"lesion":{"site":"lowerLimb","pain":"mild"}},"asOf":"2026-01-31","explain":"rules"}""");
        using var many = await PostAsync(Mirels, "?asOf=2026-01-31&explain=rules", new StringContent("""{"lesion":{"site":"lowerLimb","pain":"mild"}}""", Encoding.UTF8, Lines));
        var expected = (await RunningServer.JsonAsync(one)).AsObject();
        expected.Remove("decisionId");
        expected.Remove("evaluatedAt");
        Assert.Equal(expected.ToJsonString(), Assert.Single(Parse(await many.Content.ReadAsStringAsync()))["decision"]!.ToJsonString());
    }

    [Theory]
    [InlineData("?asof=2026-01-31", "invalid-action", 400, "did you mean")]
    [InlineData("?asOf=31.1.2026", "invalid-action", 400, "calendar")]
    [InlineData("?explain=all", "invalid-action", 400, "explain")]
    [InlineData("?explain=none&explain=full", "invalid-action", 400, "twice")]
    [InlineData("?release=2", "invalid-action", 400, "folder")]
    public async Task A_query_that_is_not_understood_is_refused(string query, string problem, int status, string word)
    {
        using var response = await PostAsync(Mirels, query, new StringContent("{}", Encoding.UTF8, Lines));
        Assert.Equal(status, (int)response.StatusCode);
        var answer = await RunningServer.JsonAsync(response);
        Assert.Equal("/problems/" + problem, answer["type"]!.GetValue<string>());
        Assert.Contains(word, answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", null, "wrong-content-type")]
    [InlineData("application/x-ndjson; charset=utf-16", null, "wrong-content-type")]
    [InlineData(Lines, "gzip", "wrong-content-type")]
    public async Task Another_type_or_encoding_is_refused(string type, string? encoding, string problem)
    {
        var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (encoding is not null) content.Headers.ContentEncoding.Add(encoding);
        using var response = await PostAsync(Mirels, "", content);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("/problems/" + problem, (await RunningServer.JsonAsync(response))["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_unknown_workflow_and_a_repeat_key_are_refused()
    {
        using var unknown = await PostAsync("Mirels", "", new StringContent("{}", Encoding.UTF8, Lines));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        var content = new StringContent("{}", Encoding.UTF8, Lines);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workflows/{Mirels}/execute/batch") { Content = content };
        request.Headers.Add("Idempotency-Key", "k");
        using var keyed = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, keyed.StatusCode);
    }

    [Fact]
    public async Task Whoever_sends_line_by_line_is_answered_line_by_line()
    {
        using var conversation = await Conversation.BeginAsync(server.Client.BaseAddress!);
        for (var i = 1; i <= 3; i++)
        {
            await conversation.SayAsync($"{{\"id\":{i}}}\n");
            Assert.StartsWith($"{{\"line\":{i},\"id\":{i},\"decision\":", await conversation.HearAsync(), StringComparison.Ordinal);
        }
        await conversation.EndAsync();
        Assert.Null(await conversation.HearAsync());
    }

    [Fact]
    public async Task Who_does_not_read_is_not_read_from_so_that_memory_stays_bounded()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/v1/workflows/{Mirels}/execute/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: {Lines}\r\nContent-Length: 900000000\r\n\r\n"));
        var piece = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"id\":1}\n", 20_000)));
        long sent = 0;
        const long muchMoreThanAnyBuffer = 200_000_000;
        using var full = new CancellationTokenSource();
        try
        {
            while (sent < muchMoreThanAnyBuffer)
            {
                full.CancelAfter(TimeSpan.FromSeconds(2));
                await stream.WriteAsync(piece, full.Token);
                sent += piece.Length;
            }
        }
        catch (OperationCanceledException)
        {
            // It waits.
        }
        Assert.InRange(sent, 1, muchMoreThanAnyBuffer / 2);
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_the_work()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /api/v1/workflows/{Mirels}/execute/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: {Lines}\r\nContent-Length: 900000000\r\n\r\n{{}}\n"));
        await socket.GetStream().ReadExactlyAsync(new byte[12]);
        socket.Client.Close(0); // without a goodbye
        // All places of batches are free again: more of them than there are succeed one after the other.
        for (var i = 0; i < 2 * Environment.ProcessorCount; i++)
        {
            using var response = await PostAsync(Mirels, "", new StringContent("{}", Encoding.UTF8, Lines)).WaitAsync(TimeSpan.FromSeconds(20));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_an_error_and_the_next_one_is_decided()
    {
        var text = $"{{\"id\":1,\"x\":\"{new string('x', 9 * 1024 * 1024)}\"}}\n{{\"id\":2}}";
        using var response = await PostAsync(Mirels, "", new StringContent(text, Encoding.UTF8, Lines));
        var lines = Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("/problems/body-too-large", lines[0]["error"]!["type"]!.GetValue<string>());
        Assert.Contains("2 MB", lines[0]["error"]!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(2, lines[1]["id"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_batch_that_runs_out_of_time_says_so_in_a_last_line_without_number()
    {
        var hasty = await RunningServer.StartAsync(o => o with { BatchTimeout = TimeSpan.FromSeconds(2) });
        try
        {
            using var conversation = await Conversation.BeginAsync(hasty.Client.BaseAddress!);
            await conversation.SayAsync("{\"id\":1}\n{\"id\":2");
            Assert.NotNull(JsonNode.Parse((await conversation.HearAsync())!)!["decision"]);
            var last = JsonNode.Parse((await conversation.HearAsync())!)!;
            Assert.Null(last["line"]);
            Assert.Equal("/problems/timeout", last["error"]!["type"]!.GetValue<string>());
            Assert.Equal(conversation.RequestId, last["error"]!["requestId"]!.GetValue<string>());
        }
        finally
        {
            await hasty.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Answers_are_compressed_for_who_asks(string encoding)
    {
        var text = string.Concat(Enumerable.Repeat("{\"id\":1}\n", 500));
        using var plain = await PostAsync(Mirels, "", new StringContent(text, Encoding.UTF8, Lines));
        using var request = Request(new StringContent(text, Encoding.UTF8, Lines));
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        using var compressed = await server.Client.SendAsync(request);
        Assert.Equal(encoding, Assert.Single(compressed.Content.Headers.ContentEncoding));
        var whole = (await plain.Content.ReadAsByteArrayAsync()).Length;
        Assert.InRange((await compressed.Content.ReadAsByteArrayAsync()).Length, 1, whole / 10);
        using var one = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workflows/{Mirels}/execute") { Content = new StringContent("""{"facts":{}}""", Encoding.UTF8, "application/json") };
        one.Headers.AcceptEncoding.ParseAdd(encoding);
        using var decision = await server.Client.SendAsync(one);
        Assert.Equal(encoding, Assert.Single(decision.Content.Headers.ContentEncoding));
    }

    private Task<HttpResponseMessage> PostAsync(string workflow, string query, HttpContent content) =>
        server.Client.PostAsync(new Uri($"/api/v1/workflows/{workflow}/execute/batch{query}", UriKind.Relative), content);

    private static HttpRequestMessage Request(HttpContent content)
    {
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(Lines);
        return new HttpRequestMessage(HttpMethod.Post, $"/api/v1/workflows/{Mirels}/execute/batch") { Content = content };
    }

    private static List<JsonNode> Parse(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];

    private static void AssertProblem(JsonNode line, string kind, string code, string pointer)
    {
        var error = line["error"]!;
        Assert.Equal(("/problems/" + kind, 400), (error["type"]!.GetValue<string>(), error["status"]!.GetValue<int>()));
        Assert.NotEmpty(error["title"]!.GetValue<string>());
        Assert.Contains((code, pointer), error["errors"]!.AsArray().Select(e => (e!["code"]!.GetValue<string>(), e["pointer"]!.GetValue<string>())));
    }

    /// <summary>A batch that is sent and read at the same time, which <see cref="HttpClient"/> does not do over HTTP/1.1.</summary>
    private sealed class Conversation : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
        private readonly TcpClient socket = new();
        private StreamReader answers = StreamReader.Null;

        public string? RequestId { get; private set; }

        public static async Task<Conversation> BeginAsync(Uri address)
        {
            var begun = new Conversation();
            await begun.socket.ConnectAsync(address.Host, address.Port);
            begun.answers = new StreamReader(begun.socket.GetStream());
            await begun.WriteAsync($"POST /api/v1/workflows/{Mirels}/execute/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: {Lines}\r\nTransfer-Encoding: chunked\r\n\r\n");
            return begun;
        }

        public Task SayAsync(string text) => WriteAsync($"{text.Length:x}\r\n{text}\r\n");

        public Task EndAsync() => WriteAsync("0\r\n\r\n");

        /// <summary>The next line of the answer; null at its end.</summary>
        public async Task<string?> HearAsync()
        {
            while (await answers.ReadLineAsync().WaitAsync(Patience) is { } line)
            {
                if (line.StartsWith("X-Request-Id: ", StringComparison.OrdinalIgnoreCase)) RequestId = line["X-Request-Id: ".Length..];
                if (line.StartsWith('{')) return line;
                if (line == "0") return null;
            }
            return null;
        }

        public void Dispose()
        {
            answers.Dispose();
            socket.Dispose();
        }

        private async Task WriteAsync(string text) => await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
    }
}
