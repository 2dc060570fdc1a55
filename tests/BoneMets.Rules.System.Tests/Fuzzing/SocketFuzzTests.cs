using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using BoneMets.Rules.System.Tests.Server;
using BoneMets.Rules.Tests.Fuzzing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace BoneMets.Rules.System.Tests.Fuzzing;

/// <summary>Bytes that are nearly HTTP, over connections of their own: heads and chunks that no client writes, requests that break off.</summary>
public sealed partial class SocketFuzzTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private const int Senders = 8;

    private static readonly string[] Parts =
    [
        "\r\n", "\n", "\r", "\r\n\r\n", "\0", " ", "\t", ":", "HTTP/1.1", "HTTP/1.0", "HTTP/9.9", "Content-Length: 5\r\n", "Content-Length: 0\r\n", "Content-Length: 99999999999\r\n", "Transfer-Encoding: chunked\r\n", "Transfer-Encoding: gzip, chunked\r\n",
        "Host: x\r\n", "Expect: 100-continue\r\n", "Connection: close\r\n", "Connection: upgrade\r\nUpgrade: h2c\r\n", "0\r\n\r\n", "5\r\nhello\r\n", "ffffffff\r\n", "7fffffffffffffff\r\n", "1;x=y\r\na\r\n", "GET / HTTP/1.1\r\n", "%00", "é", "\u007f", "{\"facts\":{}}", "Trailer: x\r\n", "Cookie: a=b\r\n",
    ];

    private readonly WatchedLog log = new(RouteExamples.Secret);
    private RunningServer server = null!;
    private int next;
    private volatile string? failure;

    public async Task InitializeAsync()
    {
        server = await RunningServer.StartAsync(o => o with { LogLevel = LogLevel.Information, RequestTimeout = TimeSpan.FromSeconds(1) });
        server.App.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
    }

    public Task DisposeAsync() => server.DisposeAsync();

    public void Dispose() => log.Dispose();

    [Fact]
    public async Task No_bytes_find_a_defect_and_the_server_goes_on()
    {
        var inputs = Nightly.Times(600, 20_000);
        var started = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(() => SendAsync(inputs))));
        output.WriteLine($"{Math.Min(next, inputs)} connections with seeds from {FuzzSeed.First} in {started.Elapsed.TotalSeconds:F1} s");
        Assert.True(failure is null, failure);
        Assert.Empty(log.Wrong);
        using var alive = await server.ExecuteAsync("Hypercalcemia", """{"facts":{"patient":{"totalCalcium":14}}}""");
        Assert.True(alive.IsSuccessStatusCode);
    }

    private async Task SendAsync(int inputs)
    {
        while (failure is null && Interlocked.Increment(ref next) is var number && number <= inputs)
        {
            var seed = unchecked(FuzzSeed.First + number - 1);
            var bytes = Made(FuzzSeed.Random(seed));
            string? wrong;
            try
            {
                var answer = await RawSocket.AskAsync(server.Client.BaseAddress!, bytes);
                wrong = Defect().IsMatch(answer) ? answer : null;
            }
            catch (OperationCanceledException)
            {
                wrong = "no answer, and the connection is open still";
            }
            if (wrong is not null) failure ??= $"BONEMETS_SEED={seed} tries it again: {wrong}\n{Encoding.Latin1.GetString(bytes)}";
        }
    }

    private static byte[] Made(Random random)
    {
        var body = """{"facts":{"patient":{"totalCalcium":14}},"explain":"Xyzzyperson"}""";
        var path = random.Pick(["/api/v1/workflows/Hypercalcemia/execute", "/api/v1/workflows/Hypercalcemia/execute/batch", "/cds-services/Hypercalcemia", "/fhir/PlanDefinition/Hypercalcemia/$apply", "/api/v1/workflows", "/health/live"]);
        var isChunked = random.Chance(40);
        var text = $"{random.Pick(["POST", "GET", "PUT"])} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n"
            + (isChunked ? $"Transfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n{body}\r\n0\r\n\r\n" : $"Content-Length: {body.Length}\r\n\r\n{body}");
        for (var steps = random.Next(1, 5); steps > 0; steps--)
        {
            var (at, length) = (random.Next(text.Length + 1), random.Next(12));
            var rest = text[Math.Min(text.Length, at + length)..];
            text = random.Next(6) switch
            {
                0 => text[..at] + rest,
                1 => text[..at] + random.Pick(Parts) + text[at..],
                2 => text[..at] + random.Pick(Parts) + rest,
                3 => text[..at] + (char)random.Next(256) + text[at..],
                4 when random.Chance(20) => text[..at],
                5 when random.Chance(10) => text[..at] + new string((char)random.Next(32, 256), random.Next(40_000)) + text[at..],
                _ => text,
            };
        }
        return Encoding.Latin1.GetBytes(text);
    }

    /// <summary>A request that never ends is given up with 504 or 408; nothing else is the server's fault.</summary>
    [GeneratedRegex(@"HTTP/1\.[01] 50[012]|/problems/unexpected|Exception|\bat BoneMets\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Defect();
}
