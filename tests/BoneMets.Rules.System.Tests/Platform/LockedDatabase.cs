using System.Net;
using Microsoft.Data.Sqlite;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>Somebody else holds the write lock of the file for longer than the store waits.</summary>
public sealed class LockedDatabase : FaultStory
{
    private const int Writers = 24;

    [Fact]
    public async Task Writing_is_refused_with_a_clear_sentence_while_reading_and_deciding_go_on_and_afterwards_all_is_as_before()
    {
        var store = NewFile();
        await using var server = await StoreServer.StartAsync(store, Library);
        var root = await server.AdministratorAsync();
        var anna = await server.PersonAsync(root, "anna", "author");
        var ward = await server.KeyAsync(root, "ward 7", ["execute"]);
        var id = (await anna.PostAsync("/api/v1/changes", new { title = "Waits" }))["id"]!.GetValue<long>();
        var read = await anna.HashAsync(id, SmallLibrary.Workflow);

        await using var other = new SqliteConnection($"Data Source={store.File};Pooling=False");
        await other.OpenAsync();
        await using (other.BeginTransaction())
        {
            var saved = Enumerable.Range(0, Writers).Select(i => anna.PutRawAsync(id, SmallLibrary.Workflow, SmallLibrary.WorkflowText(20 + i), read)).ToList();
            // While they all wait, and with a key that was never used: to note its use is a write too.
            Assert.Equal((1, "unreviewed", 10), PlatformStory.Named(await StoreServer.DecideAsync(server.Anyone, 12)));
            Assert.Equal((1, "unreviewed", 10), PlatformStory.Named(await StoreServer.DecideAsync(ward, 12)));
            Assert.Equal(id, (await anna.GetAsync($"/api/v1/changes/{id}"))["id"]!.GetValue<long>());
            Assert.DoesNotContain(saved, s => s.IsCompleted);
            foreach (var answer in await Task.WhenAll(saved))
            {
                var problem = await Person.ProblemAsync(answer, HttpStatusCode.ServiceUnavailable, "store-unavailable");
                Assert.False(problem["mayBeDone"]!.GetValue<bool>());
                Assert.Contains("is busy", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
                Assert.Contains("nothing was changed", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
                answer.Dispose();
            }
        }
        await anna.PutAsync(id, SmallLibrary.Workflow, SmallLibrary.WorkflowText(20), read);
        Assert.True((await anna.GetAsync("/api/v1/audit/verification"))["intact"]!.GetValue<bool>());
    }
}
