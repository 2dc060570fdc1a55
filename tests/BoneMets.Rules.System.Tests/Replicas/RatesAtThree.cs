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

    /// <summary>What a server says when the database has kept it waiting for two seconds, and it counts for itself.</summary>
    private const string Alone = "The rates of keys are counted by this server alone";

    [Fact]
    public async Task A_key_that_asks_all_servers_as_fast_as_it_can_is_answered_as_often_as_one_server_would_and_told_when_to_go_on()
    {
        var calm = await three.KeyAsync("execute");
        Person hasty;
        for (var tries = 1; ; tries++)
        {
            hasty = await three.KeyAsync("execute");
            if (await CountTogetherAsync(hasty)) break;
            Assert.True(tries < 3, "the machine is too busy: its database answers within two seconds at no time");
            await Task.Delay(TimeSpan.FromSeconds(11)); // until a server would say it again
        }

        // Others are not held up, and the key itself goes on after what it was told to wait.
        Assert.NotNull((await StoreServer.DecideAsync(calm, 12))["decisionId"]);
        await FaultStory.UntilAsync(async () => (await StoreServer.DecideAsync(hasty, 12))["decisionId"] is not null, "the next second", TimeSpan.FromSeconds(5));
    }

    /// <summary>False when one of the servers did not, because the database kept it waiting.</summary>
    private async Task<bool> CountTogetherAsync(Person hasty)
    {
        var there = three.AtEach(hasty);
        var said = three.Said(Alone);
        var since = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(i => Task.Run(() => AskAsync(there[i % 3], since))));
        var took = Stopwatch.GetElapsedTime(since);
        var (answered, refused) = (counts.Sum(c => c.Answered), counts.Sum(c => c.Refused));
        output.WriteLine($"{answered} answered, {refused} refused in {took.TotalSeconds:0.0} s");
        if (three.Said(Alone) > said) return false;

        // Never more than one limit for all, where three bursts alone would be more; and what is allowed is given.
        Assert.True(refused > 0, $"the machine was too slow to ask more than {answered} times");
        Assert.InRange(answered, Burst, Burst + (int)(ThreeServers.KeyRate * took.TotalSeconds) + 1);
        // None counts for itself, and none has it all.
        for (var server = 0; server < 3; server++) Assert.Contains(counts.Where((_, i) => i % 3 == server), c => c.Answered > 0);
        return true;
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
