using System.Net;
using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.Platform;

namespace BoneMets.Rules.System.Tests.Replicas;

/// <summary>Authors save at whatever server the proxy sends them to.</summary>
[Collection(ThreeServersCollection.Name)]
public sealed class DraftsAtThree(ThreeServers three)
{
    private const string Notes = "limit/README.md";

    [Fact]
    public async Task Of_three_who_save_the_same_document_at_three_servers_one_wins_and_two_see_the_winners_text_beside_their_own()
    {
        var anna = await three.PersonAsync("anna", "author");
        var id = await CreateAsync(anna);
        var there = three.AtEach(anna);
        for (var round = 0; round < 5; round++)
        {
            var read = await anna.HashAsync(id, Notes);
            string TextOf(int server) => $"# Round {round} at server {server}\n";
            var answers = await Task.WhenAll(there.Select((at, i) => at.PutRawAsync(id, Notes, TextOf(i), read)));
            var winner = Array.FindIndex(answers, a => a.StatusCode == HttpStatusCode.OK);
            Assert.InRange(winner, 0, 2);
            for (var i = 0; i < answers.Length; i++)
            {
                using var answer = answers[i];
                if (i == winner) continue;
                var conflict = await Person.ProblemAsync(answer, HttpStatusCode.PreconditionFailed, "document-changed");
                Assert.Equal((TextOf(winner), TextOf(i)), (conflict["current"]!["text"]!.GetValue<string>(), conflict["sent"]!["text"]!.GetValue<string>()));
            }
        }
        await WithdrawAsync(anna, id);
    }

    [Fact]
    public async Task What_three_authors_add_at_the_same_time_through_the_proxy_is_all_there()
    {
        const int Lines = 8;
        var authors = new List<Person>();
        for (var i = 0; i < 3; i++) authors.Add(await three.PersonAsync("author", "author"));
        var id = await CreateAsync(authors[0]);
        var conflicts = 0;
        await Task.WhenAll(authors.Select(async author =>
        {
            for (var line = 0; line < Lines; line++)
            {
                while (true)
                {
                    using var read = await author.SendAsync(HttpMethod.Get, $"/api/v1/changes/{id}/documents/{Notes}");
                    using var saved = await author.PutRawAsync(id, Notes, $"{await read.Content.ReadAsStringAsync()}- {author.Name} {line}\n", read.Headers.ETag!.Tag.Trim('"'));
                    if (saved.IsSuccessStatusCode) break;
                    await Person.ProblemAsync(saved, HttpStatusCode.PreconditionFailed, "document-changed");
                    Interlocked.Increment(ref conflicts);
                }
            }
        }));
        var text = await TextAsync(authors[0], id);
        foreach (var author in authors) Assert.Equal(Enumerable.Range(0, Lines).Select(l => $"- {author.Name} {l}"), text.Split('\n').Where(l => l.StartsWith($"- {author.Name} ", StringComparison.Ordinal)));
        Assert.InRange(conflicts, 1, int.MaxValue); // they did meet
        await three.Proxy.AllServedAsync($" 200 PUT /api/v1/changes/{id}/documents/{Notes}");
        await WithdrawAsync(authors[0], id);
    }

    [Fact]
    public async Task What_was_saved_at_one_server_is_what_all_check_decide_and_replay_at_once()
    {
        var anna = await three.PersonAsync("anna", "author");
        var there = three.AtEach(anna);
        var id = await CreateAsync(anna);
        // Each keeps in memory what it read last: it must notice that it is old.
        for (var round = 0; round < 6; round++)
        {
            var limit = 20 + round;
            var at = there[round % 3];
            await at.PutAsync(id, SmallLibrary.Workflow, ThreeServers.WorkflowText(limit), await at.HashAsync(id, SmallLibrary.Workflow));
            foreach (var other in there)
            {
                var decided = await other.PostAsync("/api/v1/language/decide", new { workflow = SmallLibrary.Name, change = id, facts = new { patient = new { calcium = limit } } });
                Assert.Equal(limit, decided["outputs"]!["limit"]!.GetValue<int>());
                Assert.Equal((0, 1), Counts(await other.PostAsync("/api/v1/language/replay", new { change = id })));
            }
            await at.PutAsync(id, SmallLibrary.Cases, SmallLibrary.CasesText(limit), await at.HashAsync(id, SmallLibrary.Cases));
            foreach (var other in there) Assert.Equal((1, 0), Counts(await other.PostAsync("/api/v1/language/replay", new { change = id })));
        }
        var broken = await there[0].PutAsync(id, SmallLibrary.Workflow, ThreeServers.WorkflowText(1).Replace("patient.calcium >", "patient.kalcium >", StringComparison.Ordinal), await anna.HashAsync(id, SmallLibrary.Workflow));
        foreach (var other in there) Assert.NotEmpty(await ErrorsAsync(other, id));
        await there[1].PutAsync(id, SmallLibrary.Workflow, ThreeServers.WorkflowText(25), broken);
        foreach (var other in there) Assert.Empty(await ErrorsAsync(other, id));
        await WithdrawAsync(anna, id);
    }

    [Fact]
    public async Task An_edit_is_undone_and_done_again_at_other_servers_than_it_was_made_at()
    {
        var anna = await three.PersonAsync("anna", "author");
        var there = three.AtEach(anna);
        var id = await CreateAsync(anna);
        var (first, before) = (await anna.HashAsync(id, Notes), await TextAsync(anna, id));
        var edited = await there[0].PutAsync(id, Notes, "# Other\n", first);
        // As the editor undoes: the text from before on top of what is there now. The hash is the content's, so it is the old one.
        Assert.Equal(first, await there[1].PutAsync(id, Notes, before, edited));
        Assert.Equal(before, await TextAsync(there[2], id));
        Assert.Equal(edited, await there[2].PutAsync(id, Notes, "# Other\n", first));
        // Who still holds the state from before the undoing and doing again holds what is there.
        Assert.Equal(first, await there[0].PutAsync(id, Notes, before, edited));
        await WithdrawAsync(anna, id);
    }

    private static (int Passed, int Failed) Counts(JsonNode replay) => (replay["passed"]!.GetValue<int>(), replay["failed"]!.GetValue<int>());

    private static async Task<IEnumerable<JsonNode?>> ErrorsAsync(Person author, long change) =>
        (await author.PostAsync("/api/v1/language/check", new { change }))["diagnostics"]!.AsArray().Where(d => d!["severity"]!.GetValue<string>() == "error");

    private static async Task<string> TextAsync(Person author, long change)
    {
        using var read = await author.SendAsync(HttpMethod.Get, $"/api/v1/changes/{change}/documents/{Notes}");
        return await read.Content.ReadAsStringAsync();
    }

    private static async Task<long> CreateAsync(Person author) => (await author.PostAsync("/api/v1/changes", new { title = "At three servers" }))["id"]!.GetValue<long>();

    private static Task WithdrawAsync(Person author, long change) => author.PostAsync($"/api/v1/changes/{change}/withdraw", new { text = "only tried" });
}
