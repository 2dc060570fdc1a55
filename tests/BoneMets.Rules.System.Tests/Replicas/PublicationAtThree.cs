using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using BoneMets.Rules.System.Tests.Platform;
using Xunit.Abstractions;

namespace BoneMets.Rules.System.Tests.Replicas;

/// <summary>What is published at one server is served by all.</summary>
[Collection(ThreeServersCollection.Name)]
public sealed class PublicationAtThree(ThreeServers three, ITestOutputHelper output)
{
    private const string Notes = "limit/README.md";

    /// <summary>What the documentation says; most often it is some milliseconds.</summary>
    private static readonly TimeSpan FollowsWithin = TimeSpan.FromSeconds(1);

    private static int Rounds => Nightly.Times(5, 50);

    [Fact]
    public async Task Submitted_at_one_approved_at_another_published_at_the_third_it_is_served_by_all_within_a_second_and_every_decision_is_of_one_release()
    {
        var (anna, rita) = (await three.PersonAsync("anna", "author"), await three.PersonAsync("rita", "reviewer", "publisher"));
        var (annas, ritas) = (three.AtEach(anna), three.AtEach(rita));
        var limits = new ConcurrentDictionary<int, int> { [await NewestAsync(anna)] = await LimitAsync(anna) };
        var took = new List<TimeSpan>();
        var load = new Load();
        for (var i = 0; i < 3; i++) load.Add(await three.KeyAsync("execute"), ThreeServers.Execute, () => ThreeServers.ExecuteRequest());
        for (var round = 0; round < Rounds; round++)
        {
            var limit = 30 + round;
            var id = await PlatformStory.DraftAsync(anna, $"To {limit}", limit, ThreeServers.Metadata);
            var submitted = await annas[round % 3].PostAsync($"/api/v1/changes/{id}/submit");
            await ritas[(round + 1) % 3].PostAsync($"/api/v1/changes/{id}/reviews", new { contentHash = submitted["contentHash"]!.GetValue<string>(), verdict = "approve" });
            limits[await NewestAsync(anna) + 1] = limit;
            var publisher = (round + 2) % 3;
            var release = (await ritas[publisher].PostAsync($"/api/v1/changes/{id}/publish"))["publishedAs"]!.GetValue<int>();
            var since = Stopwatch.GetTimestamp();

            // Who published finds it where it was published, and by its number everywhere.
            Assert.Equal((release, limit), Of(await StoreServer.DecideAsync(annas[publisher], 12)));
            foreach (var there in annas) Assert.Equal((release, limit), Of(await StoreServer.DecideAsync(there, 12, release)));
            foreach (var there in annas) await FaultStory.UntilAsync(async () => Of(await StoreServer.DecideAsync(there, 12)) == (release, limit), "the release");
            took.Add(Stopwatch.GetElapsedTime(since));
        }
        await load.EndAsync();
        output.WriteLine($"served by all after {string.Join(", ", took.Select(t => $"{t.TotalMilliseconds:0}"))} ms; {load.Answers.Count} decisions meanwhile");
        // Half of them: the machine may be busy with something else at one moment.
        Assert.InRange(took.Order().ElementAt(Rounds / 2), TimeSpan.Zero, FollowsWithin);
        Assert.All(load.Answers, answer =>
        {
            Assert.True(answer.IsDecision, answer.Text);
            var (release, limit) = Of(answer.Json);
            Assert.Equal(limits[release], limit);
        });
        Assert.InRange(load.Answers.Count, 50, int.MaxValue);
        await three.Proxy.AllServedAsync($" 200 POST {ThreeServers.Execute}");
    }

    [Fact]
    public async Task Of_two_changes_published_at_once_at_two_servers_one_comes_first_and_the_other_goes_on_top_of_it()
    {
        var (anna, rita) = (await three.PersonAsync("anna", "author"), await three.PersonAsync("rita", "reviewer", "publisher"));
        var ritas = three.AtEach(rita);
        var before = await NewestAsync(anna);
        var limited = await ThreeServers.ApprovedAsync(anna, rita, 80);
        var noted = (await anna.PostAsync("/api/v1/changes", new { title = "Notes" }))["id"]!.GetValue<long>();
        await anna.PutAsync(noted, Notes, $"# Noted on top of {before}\n", await anna.HashAsync(noted, Notes));
        await PlatformStory.ApproveAsync(anna, rita, noted);

        long[] changes = [limited, noted];
        var answers = await Task.WhenAll(changes.Select((id, i) => ritas[i].SendAsync(HttpMethod.Post, $"/api/v1/changes/{id}/publish")));
        var winner = Array.FindIndex(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.InRange(winner, 0, 1);
        answers[winner].Dispose();
        using (var refused = answers[1 - winner]) await Person.ProblemAsync(refused, HttpStatusCode.Conflict, "base-moved");
        Assert.Equal(before + 1, await NewestAsync(anna));

        // Nothing of the other one is lost: it is put on top of the first, looked at again, and published.
        var other = changes[1 - winner];
        await anna.PostAsync($"/api/v1/changes/{other}/rebase", new { });
        await PlatformStory.ApproveAsync(anna, rita, other);
        var last = (await ritas[2].PostAsync($"/api/v1/changes/{other}/publish"))["publishedAs"]!.GetValue<int>();
        Assert.Equal(before + 2, last);
        foreach (var there in three.AtEach(anna))
        {
            Assert.Equal((last, 80), Of(await StoreServer.DecideAsync(there, 12, last)));
            using var text = await there.SendAsync(HttpMethod.Get, $"/api/v1/releases/{last}/documents/{Notes}");
            Assert.Equal($"# Noted on top of {before}\n", await text.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Of_many_who_publish_one_change_at_all_servers_at_once_one_does()
    {
        var (anna, rita) = (await three.PersonAsync("anna", "author"), await three.PersonAsync("rita", "reviewer", "publisher"));
        var before = await NewestAsync(anna);
        var id = await ThreeServers.ApprovedAsync(anna, rita, 81);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => rita.SendAsync(HttpMethod.Post, $"/api/v1/changes/{id}/publish")));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        foreach (var answer in answers)
            using (answer)
                if (answer.StatusCode != HttpStatusCode.OK) await Person.ProblemAsync(answer, HttpStatusCode.Conflict, "already-published");
        Assert.Equal(before + 1, await NewestAsync(anna));
    }

    private static (int Release, int Limit) Of(global::System.Text.Json.Nodes.JsonNode decision)
    {
        var (release, _, limit) = PlatformStory.Named(decision);
        return (release, limit);
    }

    private static async Task<int> NewestAsync(Person who) => (await who.GetAsync("/api/v1/releases")).AsArray()[0]!["number"]!.GetValue<int>();

    private static async Task<int> LimitAsync(Person who) => Of(await StoreServer.DecideAsync(who, 12, await NewestAsync(who))).Limit;
}
