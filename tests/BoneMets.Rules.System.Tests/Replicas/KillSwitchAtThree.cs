using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Server;
using Xunit.Abstractions;

namespace BoneMets.Rules.System.Tests.Replicas;

/// <summary>What is taken out of use at one server is out of use at all, while many ask.</summary>
[Collection(ThreeServersCollection.Name)]
public sealed class KillSwitchAtThree(ThreeServers three, ITestOutputHelper output)
{
    private const string Retired = "/problems/retired";

    /// <summary>What the documentation says; most often it is some milliseconds.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(1);

    private static int Rounds => Nightly.Times(5, 50);

    [Fact]
    public async Task Nobody_who_asks_a_second_after_the_kill_switch_was_answered_gets_a_decision_from_any_server_in_any_way()
    {
        var load = new Load();
        load.Add(await three.KeyAsync("execute"), ThreeServers.Execute, () => ThreeServers.ExecuteRequest());
        load.Add(await three.KeyAsync("execute", "record"), ThreeServers.Execute, () => ThreeServers.ExecuteRequest());
        load.Add(await three.KeyAsync("execute"), ThreeServers.Hook, ThreeServers.HookRequest);
        load.Add(await three.KeyAsync("execute"), ThreeServers.Apply, ThreeServers.ApplyRequest);
        var here = three.AtEach(three.Root);
        var latest = new List<TimeSpan>();
        for (var round = 0; round < Rounds; round++)
        {
            await FaultStory.UntilAsync(() => Task.FromResult(EveryWay(load, Load.Now - Stopwatch.Frequency, isDecision: true)), "all four are decided");
            var sent = Load.Now;
            var retired = await here[round % 3].PostAsync("/api/v1/retirements", new { workflow = SmallLibrary.Name, reason = "a wrong limit" });
            var answered = Load.Now;

            // The server that answered does not decide any more, and each of the others within the second.
            Assert.Equal(Retired, (await StoreServer.DecideAsync(here[round % 3], 12))["type"]?.GetValue<string>());
            await FaultStory.UntilAsync(() => Task.FromResult(EveryWay(load, answered, isDecision: false)), "all four are refused");
            await Task.Delay(Nightly.Times(150, 1_500));
            var last = load.Answers.Where(a => a.IsDecision).Max(a => a.Sent);
            latest.Add(last > answered ? Stopwatch.GetElapsedTime(answered, last) : TimeSpan.Zero);
            Assert.Contains(load.Answers, a => a.IsDecision && a.Sent < sent);
            await here[(round + 1) % 3].PostAsync($"/api/v1/retirements/{retired["id"]!.GetValue<long>()}/lift", new { text = "it is right" });
        }
        await load.EndAsync();
        output.WriteLine($"the last question that was decided came {string.Join(", ", latest.Select(t => $"{t.TotalMilliseconds:0}"))} ms after the answer; {load.Answers.Count(a => a.IsDecision)} decisions, {load.Answers.Count(a => !a.IsDecision)} refusals");
        // Half of them: the machine may be busy with something else at one moment.
        Assert.InRange(latest.Order().ElementAt(Rounds / 2), TimeSpan.Zero, Within);
        Assert.All(load.Answers, a => Assert.True(a.Status is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{a.Path}: {(int)a.Status} {a.Text}"));
        foreach (var path in (string[])[ThreeServers.Execute, ThreeServers.Hook, ThreeServers.Apply]) await three.Proxy.AllServedAsync($" 409 POST {path}");
    }

    [Fact]
    public async Task A_batch_that_one_server_streams_ends_at_the_next_line_when_another_took_its_workflow_out_of_use()
    {
        var ward = await three.KeyAsync("execute");
        using var client = new HttpClient { BaseAddress = three.Proxy.StreamAddress, Timeout = TimeSpan.FromSeconds(100) };
        var batches = new List<OpenBatch>();
        try
        {
            for (var i = 0; i < 3; i++) batches.Add(await OpenBatch.StartAsync(client, ward.Bearer!));
            foreach (var batch in batches) Assert.NotNull((await batch.AskAsync(1))["decision"]);
            var retired = await three.Root.PostAsync("/api/v1/retirements", new { workflow = SmallLibrary.Name, reason = "a wrong limit" });
            var here = three.AtEach(ward);
            foreach (var there in here) await FaultStory.UntilAsync(async () => (await StoreServer.DecideAsync(there, 12))["type"]?.GetValue<string>() == Retired, "the kill switch", Within);

            // No line was on its way: the next one comes when the switch is long known, and is not decided.
            foreach (var batch in batches)
            {
                var last = await batch.AskAsync(2);
                Assert.Null(last["decision"]);
                Assert.Equal(Retired, last["error"]!["type"]!.GetValue<string>());
                Assert.Null(await batch.EndAsync());
            }
            await three.Root.PostAsync($"/api/v1/retirements/{retired["id"]!.GetValue<long>()}/lift", new { text = "it is right" });
            foreach (var there in here) await FaultStory.UntilAsync(async () => (await StoreServer.DecideAsync(there, 12))["decisionId"] is not null, "the lifting", Within);
        }
        finally
        {
            foreach (var batch in batches) await batch.DisposeAsync();
        }
        await three.Proxy.AllServedAsync($" 200 POST {ThreeServers.Execute}/batch");
    }

    /// <summary>Somebody who asked after that moment was decided (or refused) in each way of asking.</summary>
    private static bool EveryWay(Load load, long since, bool isDecision)
    {
        var answers = load.Answers.Where(a => a.Sent > since && a.IsDecision == isDecision).ToList();
        return answers.DistinctBy(a => a.Path).Count() == 3 && answers.Count(a => a.Path == ThreeServers.Execute) > 6;
    }

    /// <summary>A batch whose lines are sent one by one.</summary>
    private sealed class OpenBatch : IAsyncDisposable
    {
        private readonly SlowLines lines = new();
        private readonly HttpRequestMessage request;
        private HttpResponseMessage? response;
        private StreamReader? reader;

        private OpenBatch(string bearer)
        {
            request = new HttpRequestMessage(HttpMethod.Post, $"{ThreeServers.Execute}/batch?asOf=2026-01-31") { Content = lines, Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        /// <summary>Returns when the first line is answered.</summary>
        public static async Task<OpenBatch> StartAsync(HttpClient client, string bearer)
        {
            var batch = new OpenBatch(bearer);
            var answering = client.SendAsync(batch.request, HttpCompletionOption.ResponseHeadersRead);
            await batch.SendAsync(0);
            batch.response = await answering;
            Assert.Equal(HttpStatusCode.OK, batch.response.StatusCode);
            batch.reader = new StreamReader(await batch.response.Content.ReadAsStreamAsync());
            Assert.NotNull(await batch.reader.ReadLineAsync());
            return batch;
        }

        public async Task<JsonNode> AskAsync(int id)
        {
            await SendAsync(id);
            return JsonNode.Parse((await reader!.ReadLineAsync())!)!;
        }

        /// <summary>What comes after the end of the lines: nothing.</summary>
        public async Task<string?> EndAsync()
        {
            await lines.DisposeAsync();
            return await reader!.ReadLineAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await lines.DisposeAsync();
            reader?.Dispose();
            response?.Dispose();
            request.Dispose();
        }

        private Task SendAsync(int id) => lines.SendAsync($$$"""{"id":{{{id}}},"patient":{"calcium":12}}""");
    }
}
