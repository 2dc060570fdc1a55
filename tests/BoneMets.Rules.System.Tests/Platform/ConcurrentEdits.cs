using System.Net;
using System.Text.Json.Nodes;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Store;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>Everybody saves at the same time.</summary>
public abstract class ConcurrentEdits : FaultStory
{
    private const int Authors = 8;

    protected abstract Task<StoreOptions> NewDatabaseAsync();

    [Fact]
    public async Task Of_eight_who_save_the_same_document_one_wins_and_seven_see_the_winners_text_beside_their_own()
    {
        await using var server = await StoreServer.StartAsync(await NewDatabaseAsync(), Library);
        var root = await server.AdministratorAsync();
        var authors = new List<Person>();
        for (var i = 0; i < Authors; i++) authors.Add(await server.PersonAsync(root, $"author{i}", "author"));
        var id = (await authors[0].PostAsync("/api/v1/changes", new { title = "All at once" }))["id"]!.GetValue<long>();
        var read = await authors[0].HashAsync(id, SmallLibrary.Workflow);

        var answers = await Task.WhenAll(authors.Select((a, i) => a.PutRawAsync(id, SmallLibrary.Workflow, TextOf(i), read)));
        var winner = Array.FindIndex(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.InRange(winner, 0, Authors - 1);
        for (var i = 0; i < Authors; i++)
        {
            using var answer = answers[i];
            if (i == winner) continue;
            var conflict = await Person.ProblemAsync(answer, HttpStatusCode.PreconditionFailed, "document-changed");
            Assert.Equal((TextOf(winner), TextOf(i)), (TextIn(conflict["current"]!), TextIn(conflict["sent"]!)));
        }
        using var kept = await authors[0].SendAsync(HttpMethod.Get, $"/api/v1/changes/{id}/documents/{SmallLibrary.Workflow}");
        Assert.Equal(TextOf(winner), await kept.Content.ReadAsStringAsync());
    }

    private static string TextOf(int author) => SmallLibrary.WorkflowText(20 + author);

    private static string TextIn(JsonNode version) => version["text"]!.GetValue<string>();
}

public sealed class SqliteConcurrentEdits : ConcurrentEdits
{
    protected override Task<StoreOptions> NewDatabaseAsync() => Task.FromResult(NewFile());
}

[Collection(PostgreSqlCollection.Name)]
public sealed class PostgreSqlConcurrentEdits(PostgreSqlServer database) : ConcurrentEdits
{
    protected override async Task<StoreOptions> NewDatabaseAsync() => new() { PostgreSql = await database.NewDatabaseAsync() };
}
