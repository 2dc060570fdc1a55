using System.Diagnostics;
using System.Net;
using BoneMets.Rules.System.Tests.Platform;
using Xunit.Abstractions;

namespace BoneMets.Rules.System.Tests.Replicas;

/// <summary>What a key may ask in a second it may ask of all servers together.</summary>
[Collection(ThreeServersCollection.Name)]
public sealed class RatesAtThree(ThreeServers three, ITestOutputHelper output)
{
    private const int AtOnce = 12, Burst = 2 * ThreeServers.KeyRate;

    private static TimeSpan Duration => TimeSpan.FromSeconds(Nightly.Times(4, 60));

    [Fact]
    public async Task A_key_that_asks_all_servers_as_fast_as_it_can_is_answered_as_often_as_one_server_would_and_told_when_to_go_on()
    {
        var (hasty, calm) = (await three.KeyAsync("execute"), await three.KeyAsync("execute"));
        var there = three.AtEach(hasty);
        var since = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(i => Task.Run(() => AskAsync(there[i % 3], since))));
        var took = Stopwatch.GetElapsedTime(since);
        var (answered, refused) = (counts.Sum(c => c.Answered), counts.Sum(c => c.Refused));
        output.WriteLine($"{answered} answered, {refused} refused in {took.TotalSeconds:0.0} s");

        // Never more than one limit for all; three would have let in three bursts alone.
        Assert.InRange(answered, 1, Burst + (int)(ThreeServers.KeyRate * took.TotalSeconds) + 1);
        if (refused > 0) Assert.InRange(answered, Burst, int.MaxValue); // and what is allowed is given
        // Each of them has answered and refused: none counts for itself, none has it all.
        foreach (var count in counts.Chunk(3).SelectMany(c => c.Select((n, server) => (server, n))).GroupBy(c => c.server)) Assert.InRange(count.Sum(c => c.n.Answered), 1, int.MaxValue);
        Assert.True(refused > 0, $"the machine was too slow to ask more than {answered} times");

        // Others are not held up, and the key itself goes on after what it was told to wait.
        Assert.NotNull((await StoreServer.DecideAsync(calm, 12))["decisionId"]);
        await FaultStory.UntilAsync(async () => (await StoreServer.DecideAsync(hasty, 12))["decisionId"] is not null, "the next second", TimeSpan.FromSeconds(5));
    }

    private static async Task<(int Answered, int Refused)> AskAsync(Person there, long since)
    {
        var (answered, refused) = (0, 0);
        while (Stopwatch.GetElapsedTime(since) < Duration)
        {
            using var response = await there.SendAsync(HttpMethod.Post, ThreeServers.Execute, ThreeServers.ExecuteRequest());
            if (response.StatusCode == HttpStatusCode.OK) answered++;
            else
            {
                refused++;
                Assert.InRange(response.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
                await Person.ProblemAsync(response, HttpStatusCode.TooManyRequests, "key-rate");
            }
        }
        return (answered, refused);
    }
}
