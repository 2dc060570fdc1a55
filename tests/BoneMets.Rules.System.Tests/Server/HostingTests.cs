using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using BoneMets.Rules.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BoneMets.Rules.System.Tests.Server;

public sealed class HostingTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("/api/v1/workflows", 200)]
    [InlineData("/api/nothing", 404)]
    [InlineData("/docs/index.html", 200)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/problems/wrong-facts", 200)]
    [InlineData("/problems/nothing", 404)]
    public async Task Every_answer_carries_the_security_headers(string path, int status)
    {
        using var response = await server.GetAsync(path);
        Assert.Equal(status, (int)response.StatusCode);
        var policy = Header(response, "Content-Security-Policy");
        foreach (var part in new[] { "default-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "frame-ancestors 'none'" })
            Assert.Contains(part, policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("DELETE", "/api/v1/workflows")]
    [InlineData("GET", "/api/v1/workflows/Hypercalcemia/execute")]
    [InlineData("POST", "/health/live")]
    public async Task Another_method_is_405_and_the_answer_lists_the_right_ones(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await server.Client.SendAsync(request);
        await BadRequestTests.ProblemAsync(response, HttpStatusCode.MethodNotAllowed);
        Assert.NotEmpty(response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_host_name_that_is_not_this_machine_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/workflows");
        request.Headers.Host = "rebound.example.org";
        using var response = await server.Client.SendAsync(request);
        await BadRequestTests.ProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Health_says_alive_and_ready()
    {
        Assert.Equal("alive", (await server.JsonAsync("/health/live"))["status"]!.GetValue<string>());
        Assert.Equal("ready", (await server.JsonAsync("/health/ready"))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_editor_is_served_and_finds_its_pages_itself()
    {
        var editor = Directory.CreateTempSubdirectory("bonemets-editor-");
        Directory.CreateDirectory(Path.Combine(editor.FullName, "assets"));
        await File.WriteAllTextAsync(Path.Combine(editor.FullName, "index.html"), "<!doctype html><title>editor</title>");
        await File.WriteAllTextAsync(Path.Combine(editor.FullName, "assets", "index-1.js"), "export {};");
        var own = await RunningServer.StartAsync(o => o with { Editor = editor.FullName });
        try
        {
            foreach (var path in new[] { "/", "/index.html", "/workflows/MirelsFractureRisk" })
            {
                using var page = await own.GetAsync(path);
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
                Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
                Assert.Equal("no-cache", page.Headers.CacheControl!.ToString());
            }
            using var script = await own.GetAsync("/assets/index-1.js");
            Assert.Contains("immutable", script.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            foreach (var path in new[] { "/api/nothing", "/assets/gone.js", "/..%2f..%2fworkflows/evidence.json" })
            {
                using var nothing = await own.GetAsync(path);
                Assert.NotEqual("evidence", await nothing.Content.ReadAsStringAsync());
                if (!path.StartsWith("/..", StringComparison.Ordinal)) await BadRequestTests.ProblemAsync(nothing, HttpStatusCode.NotFound);
            }
        }
        finally
        {
            await own.DisposeAsync();
            editor.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Beyond_its_capacity_the_server_says_when_to_come_again()
    {
        var small = await RunningServer.StartAsync(o => o with { Concurrent = 1, Waiting = 0 });
        try
        {
            // Asked to wait for it, the client sends the body only when the server reads it, and so has let the request in.
            using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromSeconds(30) };
            using var client = new HttpClient(handler) { BaseAddress = small.Client.BaseAddress };
            var body = new HeldContent("""{"facts":{}}""");
            using var slow = new HttpRequestMessage(HttpMethod.Post, "/api/v1/workflows/Hypercalcemia/execute") { Content = body };
            slow.Headers.ExpectContinue = true;
            var held = client.SendAsync(slow);
            await Task.WhenAny(body.Asked, held);
            using var refused = await small.GetAsync("/api/v1/workflows");
            await BadRequestTests.ProblemAsync(refused, HttpStatusCode.TooManyRequests);
            Assert.Equal("1", refused.Headers.RetryAfter!.ToString());
            using (var health = await small.GetAsync("/health/ready")) Assert.Equal(HttpStatusCode.OK, health.StatusCode);
            body.Release();
            using var answered = await held;
            Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        }
        finally
        {
            await small.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_body_that_never_ends_is_given_up()
    {
        var impatient = await RunningServer.StartAsync(o => o with { RequestTimeout = TimeSpan.FromMilliseconds(300) });
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(impatient.Client.BaseAddress!.Host, impatient.Client.BaseAddress.Port);
            await socket.GetStream().WriteAsync("POST /api/v1/workflows/Hypercalcemia/execute HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"u8.ToArray());
            using var reader = new StreamReader(socket.GetStream());
            Assert.Equal("HTTP/1.1 504 Gateway Timeout", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)));
            var headers = new List<string>();
            while (await reader.ReadLineAsync() is { Length: > 0 } header) headers.Add(header);
            Assert.Contains("X-Content-Type-Options: nosniff", headers);
            Assert.Contains("Content-Type: application/problem+json", headers);
        }
        finally
        {
            await impatient.DisposeAsync();
        }
    }

    [Fact]
    public async Task No_log_line_repeats_what_was_sent_and_decisions_are_counted()
    {
        using var lines = new CapturedLog();
        var own = await RunningServer.StartAsync(o => o with { LogLevel = LogLevel.Trace });
        try
        {
            own.App.Services.GetRequiredService<ILoggerFactory>().AddProvider(lines);
            var decisions = 0L;
            using var listener = new MeterListener();
            listener.InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Name == "bonemets.decisions") l.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref decisions, count));
            listener.Start();
            foreach (var facts in new[] { """{"patient":{"sex":"xyzzy"}}""", """{"patient":{"xyzzy":1}}""", """{"patient":{"albumin":4""", """{"patient":{"albumin":4}}""" })
                (await own.ExecuteAsync("Hypercalcemia", $$"""{"facts":{{facts}}}""")).Dispose();
            (await own.GetAsync("/api/v1/workflows/xyzzy?xyzzy=1")).Dispose();
            Assert.True(decisions >= 1);
            await own.App.StopAsync();
            Assert.NotEmpty(lines.Lines);
            Assert.DoesNotContain(lines.Lines, l => l.Contains("xyzzy", StringComparison.Ordinal) || l.Contains("albumin", StringComparison.Ordinal));
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.7:5080")]
    [InlineData("http://example.org")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:5080;http://0.0.0.0:5081")]
    [InlineData("5080")]
    public void An_address_that_others_can_reach_is_refused(string urls)
    {
        Assert.False(ServerArguments.TryParse(["--urls", urls], out _, out var complaint));
        Assert.StartsWith("bonemets-server: ", complaint, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', complaint);
    }

    [Theory]
    [InlineData("--urls", "http://127.0.0.1:0")]
    [InlineData("--urls=http://localhost:5080;http://[::1]:5081")]
    [InlineData("--library=x", "--cache", "y")]
    [InlineData("--store", "x.db", "--import", "y", "--urls", "http://0.0.0.0:5080", "--hosts", "rules.example.org", "--proxies", "10.0.0.1;10.0.0.2")]
    [InlineData("--postgres", "Host=x", "--decision-days", "7", "--mask-facts")]
    [InlineData("--otlp", "http://127.0.0.1:4318")]
    [InlineData("--otlp=https://collector.example.org/otlp/")]
    [InlineData("--oidc-authority", "https://id.example.org", "--oidc-audience", "bonemets", "--oidc-roles", "groups")]
    [InlineData("--public-url", "https://rules.example.org/bones", "--hooks-at-once", "8")]
    [InlineData("--public-url", "http://localhost:5080")]
    public void Options_are_read(params string[] args) => Assert.True(ServerArguments.TryParse(args, out _, out _));

    [Theory]
    [InlineData("--librari", "x")]
    [InlineData("--library")]
    [InlineData("--editor", "/nowhere/at/all")]
    [InlineData("--library", "x", "--store", "y")]
    [InlineData("--library", "x", "--hosts", "rules.example.org")]
    [InlineData("--library", "x", "--urls", "http://0.0.0.0:5080")]
    [InlineData("--store", "x", "--postgres", "Host=y")]
    [InlineData("--store", "x", "--store", "y")]
    [InlineData("--postgres-file", "/nowhere/at/all")]
    [InlineData("--proxies", "proxy")]
    [InlineData("--decision-days", "0")]
    [InlineData("--otlp", "collector:4318")]
    [InlineData("--otlp", "grpc://127.0.0.1:4317")]
    [InlineData("--otlp", "https://name:secret@collector.example.org")]
    [InlineData("--mask-facts=perhaps")]
    [InlineData("--oidc-audience", "bonemets")]
    [InlineData("--oidc-authority", "https://id.example.org")]
    [InlineData("--oidc-authority", "http://id.example.org", "--oidc-audience", "bonemets")]
    [InlineData("--public-url", "rules.example.org")]
    [InlineData("--public-url", "http://rules.example.org")]
    [InlineData("--public-url", "https://rules.example.org?x=1")]
    [InlineData("--public-url", "https://rules.example.org/#x")]
    [InlineData("--public-url", "https://anna@rules.example.org")]
    [InlineData("--public-url", "file:///etc/passwd")]
    [InlineData("--hooks-at-once", "0")]
    [InlineData("--hooks-at-once", "many")]
    public void Unusable_options_are_refused_in_one_line(params string[] args)
    {
        Assert.False(ServerArguments.TryParse(args, out _, out var complaint));
        Assert.StartsWith("bonemets-server: ", complaint, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', complaint);
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();

    /// <summary>A body whose end waits to be released.</summary>
    private sealed class HeldContent : HttpContent
    {
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly byte[] text;

        public HeldContent(string text)
        {
            this.text = Encoding.UTF8.GetBytes(text);
            Headers.ContentType = new("application/json");
        }

        /// <summary>Completes when the body is wanted.</summary>
        public Task Asked => asked.Task;

        public void Release() => released.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            asked.TrySetResult();
            await stream.WriteAsync(text.AsMemory(0, 1));
            await stream.FlushAsync();
            await released.Task;
            await stream.WriteAsync(text.AsMemory(1));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
