using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.Platform;
using Xunit.Abstractions;

namespace BoneMets.Rules.System.Tests.Replicas;

/// <summary>SIGKILL for one of the three while applications ask: the others go on, and what was answered is kept.</summary>
[Collection(ThreeServersCollection.Name)]
public sealed class KilledOfThree(ThreeServers three, ITestOutputHelper output)
{
    private const int Applications = 3;

    /// <summary>Each kill takes one of them in turn.</summary>
    private static int Kills => Nightly.Times(1, 12);

    /// <summary>Answers by the key of their requests.</summary>
    private readonly ConcurrentDictionary<string, string> answers = new(StringComparer.Ordinal);

    private int failed;
    private volatile bool isOver;

    [Fact]
    public async Task A_server_that_is_killed_loses_no_decision_that_was_answered_the_others_go_on_and_it_is_back_when_it_says_that_it_is_ready()
    {
        var ward = await three.KeyAsync("execute", "record");
        var reviewer = await three.PersonAsync("reads-records", "reviewer"); // a key may not ask as often as all of them are read
        var asking = Enumerable.Range(0, Applications).Select(_ => Task.Run(() => AskAsync(ward))).ToList();
        try
        {
            for (var kill = 0; kill < Kills; kill++)
            {
                var victim = (2 + kill) % 3;
                await MoreAsync(20);
                await three.KillAsync(victim);
                Assert.Null(await ReadyAsync(three.Addresses[victim]));
                await MoreAsync(40);
                var others = (await three.Proxy.ServedAsync($" 200 POST {ThreeServers.Execute}")).GetValueOrDefault(three.Addresses[victim].Authority);
                await MoreAsync(20);
                Assert.Equal(others, (await three.Proxy.ServedAsync($" 200 POST {ThreeServers.Execute}")).GetValueOrDefault(three.Addresses[victim].Authority));

                // Nobody is sent to it before it listens, and it does not listen before it is ready.
                var starting = three.StartAgainAsync(victim);
                while (!starting.IsCompleted)
                {
                    Assert.True(await ReadyAsync(three.Addresses[victim]) is null or HttpStatusCode.OK);
                    await Task.WhenAny(starting, Task.Delay(20));
                }
                await starting;
                Assert.Equal(HttpStatusCode.OK, await ReadyAsync(three.Addresses[victim]));
                await FaultStory.UntilAsync(async () => (await three.Proxy.ServedAsync($" 200 POST {ThreeServers.Execute}")).GetValueOrDefault(three.Addresses[victim].Authority) > others, "it is asked again");
            }
        }
        finally
        {
            isOver = true;
        }
        await Task.WhenAll(asking);
        output.WriteLine($"{answers.Count} decisions answered, {failed} questions asked again");

        // Every answer is in the records as it was given, once, and asked for again it is the same.
        Assert.Equal(answers.Count, answers.Values.Select(IdOf).Distinct().Count());
        Assert.Equal(answers.Count, await ThreeServers.CountAsync(three.Store, $"SELECT count(*) FROM decisions WHERE \"Key\" = '{ward.Name}'"));
        foreach (var (key, answer) in answers)
        {
            Assert.Equal(answer, (await reviewer.GetAsync($"/api/v1/decisions/{IdOf(answer)}"))["decision"]!.ToJsonString());
            if (int.Parse(key.Split('-')[1], global::System.Globalization.CultureInfo.InvariantCulture) % 10 == 0) Assert.Equal(answer, await OnceAsync(ward, key));
        }
    }

    private Task MoreAsync(int count)
    {
        var enough = answers.Count + count;
        return FaultStory.UntilAsync(() => Task.FromResult(answers.Count >= enough), $"{count} more decisions");
    }

    /// <summary>As an application does that wants each decision once: what fails is asked again with the same key, at whatever server comes next.</summary>
    private async Task AskAsync(Person ward)
    {
        var name = Guid.NewGuid().ToString("N");
        for (var i = 0; !isOver; i++)
        {
            var key = $"{name}-{i}";
            string? answer;
            while ((answer = await OnceAsync(ward, key)) is null) Interlocked.Increment(ref failed);
            Assert.True(answers.TryAdd(key, answer));
            await Task.Delay(15); // within what the key may ask
        }
    }

    /// <summary>Null when the proxy had no answer: the server was killed meanwhile.</summary>
    private static async Task<string?> OnceAsync(Person ward, string key)
    {
        using var response = await ward.SendAsync(HttpMethod.Post, ThreeServers.Execute, ThreeServers.ExecuteRequest(), ("Idempotency-Key", key));
        var text = await response.Content.ReadAsStringAsync();
        if (response.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout) return null;
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!.ToJsonString();
    }

    private static string IdOf(string answer) => JsonNode.Parse(answer)!["decisionId"]!.GetValue<string>();

    /// <summary>What the readiness probe says; null when nobody listens.</summary>
    private static async Task<HttpStatusCode?> ReadyAsync(Uri server)
    {
        using var probe = new HttpClient { BaseAddress = server };
        try
        {
            using var answer = await probe.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.StatusCode;
        }
        catch (HttpRequestException e) when (e.InnerException is SocketException or IOException)
        {
            return null;
        }
    }
}
