using System.Net;
using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.Platform;

namespace BoneMets.Rules.System.Tests.Replicas;

/// <summary>What one server has written down is found at all, once and whole.</summary>
[Collection(ThreeServersCollection.Name)]
public sealed class RecordsAtThree(ThreeServers three)
{
    [Fact]
    public async Task A_decision_that_one_server_recorded_is_found_and_comes_out_the_same_at_every_other()
    {
        var ward = await three.KeyAsync("execute", "record");
        var decided = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => StoreServer.DecideAsync(ward, i)));
        var (wards, roots) = (three.AtEach(ward), three.AtEach(three.Root));
        for (var i = 0; i < decided.Length; i++)
        {
            var id = decided[i]["decisionId"]!.GetValue<string>();
            foreach (var there in wards) Assert.Equal(decided[i].ToJsonString(), (await there.GetAsync($"/api/v1/decisions/{id}"))["decision"]!.ToJsonString());
            if (i % 10 == 0)
                foreach (var there in roots) Assert.True((await there.PostAsync($"/api/v1/decisions/{id}/replay"))["identical"]!.GetValue<bool>());
        }
        await three.Proxy.AllServedAsync($" 200 POST {ThreeServers.Execute}");
    }

    [Fact]
    public async Task A_request_that_is_sent_to_all_servers_at_once_and_again_is_decided_once_and_recorded_once()
    {
        var ward = await three.KeyAsync("execute", "record");
        var there = three.AtEach(ward);
        for (var round = 0; round < 5; round++)
        {
            var key = Guid.NewGuid().ToString();
            var answers = await Task.WhenAll(Enumerable.Range(0, 9).Select(i => AskAsync(there[i % 3], key, round)));
            var again = await Task.WhenAll(there.Select(at => AskAsync(at, key, round)));
            var text = Assert.Single(answers.Concat(again).Select(a => a.Text).Distinct());
            Assert.All(again, a => Assert.True(a.IsRepeated));
            Assert.Single(answers, a => !a.IsRepeated);
            Assert.Equal(1, await ThreeServers.CountAsync(three.Store, $"SELECT count(*) FROM decisions WHERE \"Id\" = '{JsonNode.Parse(text)!["decisionId"]!.GetValue<string>()}'"));
            // The same key for something else is refused, wherever it was used first.
            foreach (var at in there)
            {
                using var other = await SendAsync(at, key, round + 1);
                await Person.ProblemAsync(other, HttpStatusCode.UnprocessableEntity, "key-reused");
            }
        }
        Assert.Equal(5, await ThreeServers.CountAsync(three.Store, $"SELECT count(*) FROM decisions WHERE \"Key\" = '{ward.Name}'"));
    }

    [Fact]
    public async Task The_log_that_three_servers_write_at_once_is_one_whole_chain_and_says_so_at_each()
    {
        var anna = await three.PersonAsync("anna", "author");
        var annas = three.AtEach(anna);
        var before = await LastAsync(anna);
        const int Each = 8;
        await Task.WhenAll(annas.Select(async (at, server) =>
        {
            for (var i = 0; i < Each; i++)
            {
                var id = (await at.PostAsync("/api/v1/changes", new { title = $"Written at {server}" }))["id"]!.GetValue<long>();
                await at.PostAsync($"/api/v1/changes/{id}/withdraw", new { text = "only tried" });
            }
        }));
        var entries = (await anna.GetAsync("/api/v1/audit?count=500")).AsArray().Where(e => e!["sequence"]!.GetValue<long>() > before).ToList();
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(i => before + i).Reverse(), entries.Select(e => e!["sequence"]!.GetValue<long>()));
        Assert.Equal((3 * Each, 3 * Each), (entries.Count(e => Is(e!, anna, "change.created")), entries.Count(e => Is(e!, anna, "change.withdrawn"))));
        var seen = await Task.WhenAll(annas.Select(at => at.GetAsync("/api/v1/audit/verification")));
        Assert.All(seen, s => Assert.True(s["intact"]!.GetValue<bool>(), s.ToJsonString()));
        Assert.Single(seen.Select(s => s["head"]!.GetValue<string>()).Distinct());
    }

    private static bool Is(JsonNode entry, Person by, string action) => entry["actor"]!.GetValue<string>() == by.Name && entry["action"]!.GetValue<string>() == action;

    private static async Task<long> LastAsync(Person who) => (await who.GetAsync("/api/v1/audit?count=1"))[0]!["sequence"]!.GetValue<long>();

    private static Task<HttpResponseMessage> SendAsync(Person who, string key, int calcium) => who.SendAsync(HttpMethod.Post, ThreeServers.Execute, ThreeServers.ExecuteRequest(calcium), ("Idempotency-Key", key));

    private static async Task<(string Text, bool IsRepeated)> AskAsync(Person who, string key, int calcium)
    {
        using var response = await SendAsync(who, key, calcium);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return (text, response.Headers.Contains("Idempotency-Replayed"));
    }
}
