using System.Text;
using BoneMets.Rules.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BoneMets.Rules.System.Tests.Clients;

/// <summary>What the C# client does while a server is busy or away; the busy server is one of our own making.</summary>
public sealed class RetryTests
{
    private const string Answer = """{"workflow":"W","releaseStatus":"unreviewed","hash":"h","status":"complete","recommendations":[],"pending":[],"withheld":[],"missing":[],"verdicts":{},"outputs":{}}""";

    [Theory]
    [InlineData(429, "0", 3)]
    [InlineData(503, null, 3)]
    [InlineData(502, null, 2)]
    public async Task A_busy_server_is_asked_again(int status, string? retryAfter, int refusals)
    {
        var asked = 0;
        await using var server = await StartAsync(context => Interlocked.Increment(ref asked) <= refusals ? Refuse(context, status, retryAfter) : context.Response.WriteAsync(Answer));
        var decision = await ClientOf(server).ExecuteAsync("W", new { });
        Assert.Equal((refusals + 1, "W"), (asked, decision.Workflow));
    }

    [Fact]
    public async Task Every_attempt_of_a_call_has_the_same_idempotency_key_and_every_call_another_one()
    {
        var keys = new List<string>();
        await using var server = await StartAsync(context =>
        {
            keys.Add(context.Request.Headers["Idempotency-Key"].ToString());
            return keys.Count % 3 == 0 ? context.Response.WriteAsync(Answer) : Refuse(context, 503, null);
        });
        var client = ClientOf(server);
        await client.ExecuteAsync("W", new { });
        await client.ExecuteBundleAsync("W", new { });
        await client.ExecuteAsync("W", new { }, new DecisionOptions { IdempotencyKey = "mine" });
        Assert.Matches("^auto-[0-9a-f]{32}$", keys[0]);
        Assert.Equal([keys[0], keys[0], keys[0], keys[3], keys[3], keys[3], "mine", "mine", "mine"], keys);
        Assert.NotEqual(keys[0], keys[3]);
    }

    [Theory]
    [InlineData(429, "0", 5)]
    [InlineData(503, "600", 1)]
    [InlineData(400, null, 1)]
    [InlineData(404, null, 1)]
    public async Task What_does_not_get_better_is_told(int status, string? retryAfter, int times)
    {
        var asked = 0;
        await using var server = await StartAsync(context =>
        {
            Interlocked.Increment(ref asked);
            return Refuse(context, status, retryAfter);
        });
        var refused = await Assert.ThrowsAsync<RulesProblemException>(() => ClientOf(server).ExecuteAsync("W", new { }));
        Assert.Equal((status, times), (refused.Problem.Status, asked));
    }

    [Fact]
    public async Task Nobody_there_is_told_after_the_last_attempt()
    {
        using var http = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:9") };
        var refused = await Assert.ThrowsAsync<RulesProblemException>(() => new RulesClient(http, Quick with { Attempts = 2 }).ExecuteAsync("W", new { }));
        Assert.Equal("The server does not answer", refused.Problem.Title);
    }

    [Fact]
    public async Task A_piece_of_a_batch_that_breaks_off_is_no_result()
    {
        await using var server = await StartAsync(context => context.Response.WriteAsync("""{"line":1,"id":"a","decision":""" + Answer + "}\n"));
        var batch = ClientOf(server).ExecuteBatchAsync("W", Two());
        var refused = await Assert.ThrowsAsync<RulesProblemException>(async () => { await foreach (var _ in batch) { } });
        Assert.Contains("1 of 2 lines", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"line":1,"id":"b","decision":{0}}""")]
    [InlineData("""{"line":2,"id":"a","decision":{0}}""")]
    public async Task An_answer_that_stands_in_another_patients_place_is_no_result(string line)
    {
        await using var server = await StartAsync(context => context.Response.WriteAsync(line.Replace("{0}", Answer, StringComparison.Ordinal) + "\n"));
        var batch = ClientOf(server).ExecuteBatchAsync("W", Two());
        var refused = await Assert.ThrowsAsync<RulesProblemException>(async () => { await foreach (var _ in batch) { } });
        Assert.Contains("not those to its lines", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_that_would_replace_the_name_of_the_line_are_refused()
    {
        await using var server = await StartAsync(context => context.Response.WriteAsync(""));
        static async IAsyncEnumerable<BatchPatient> Named()
        {
            await Task.Yield();
            yield return new BatchPatient("a", new { id = "b" });
        }
        await Assert.ThrowsAsync<ArgumentException>(async () => { await foreach (var _ in ClientOf(server).ExecuteBatchAsync("W", Named())) { } });
    }

    private static RulesClientOptions Quick => new() { FirstPause = TimeSpan.FromMilliseconds(1) };

    private static async IAsyncEnumerable<BatchPatient> Two()
    {
        await Task.Yield();
        yield return new BatchPatient("a", new { });
        yield return new BatchPatient("b", new { });
    }

    private static RulesClient ClientOf(WebApplication server) => new(new HttpClient { BaseAddress = new Uri(server.Urls.Single()) }, Quick);

    private static Task Refuse(HttpContext context, int status, string? retryAfter)
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        context.Response.ContentType = "application/problem+json";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($$"""{"type":"/problems/x","title":"Refused","status":{{status}}}""")).AsTask();
    }

    private static async Task<WebApplication> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.Run(answer);
        await server.StartAsync();
        return server;
    }
}
