using BoneMets.Rules.Server.Language;
using BoneMets.Rules.Store;
using Microsoft.Extensions.DependencyInjection;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>However long somebody writes, the server keeps a few of the texts that were on the way.</summary>
public sealed class DraftMemoryTests
{
    [Fact]
    public async Task Hundreds_of_keys_leave_a_few_versions_of_the_document_that_was_written_and_all_others()
    {
        var library = SmallLibrary.Folder();
        try
        {
            await using var server = await StoreServer.StartAsync(new StoreOptions { File = Path.Combine(library, "store.db") }, library);
            var anna = await server.PersonAsync(await server.AdministratorAsync(), "anna", "author");
            var drafts = server.App.Services.GetRequiredService<DraftLibraries>();
            await anna.PostAsync("/api/v1/language/check", new { });
            var documents = drafts.DocumentCount;
            for (var i = 0; i < 200; i++)
            {
                var text = SmallLibrary.WorkflowText(12).Replace("patient.calcium > limit", $"patient.calcium > limit + {i}", StringComparison.Ordinal);
                var edits = new Dictionary<string, string?> { [SmallLibrary.Workflow] = text };
                await anna.PostAsync("/api/v1/language/explain", new { workflow = "Limit", text = $"limit + {i}", documents = edits });
                if (i % 4 == 0) await anna.PostAsync("/api/v1/language/check", new { documents = edits });
            }
            Assert.InRange(documents, 3, 10);
            Assert.InRange(drafts.DocumentCount, documents, documents + 7);
        }
        finally
        {
            Directory.Delete(library, recursive: true);
        }
    }

    [Fact]
    public void Of_each_thing_the_versions_used_last_are_kept_and_other_things_are_left_alone()
    {
        var kept = new RecentlyUsed<(string Name, int Version), int>(most: 10) { VersionOf = key => key.Name, MostVersions = 2 };
        kept.Keep(("other", 1), 0);
        for (var version = 1; version <= 3; version++)
        {
            kept.Keep(("typed", version), version);
            Assert.True(kept.TryGet(("typed", 1), out _)); // it is asked for again and again
        }
        Assert.False(kept.TryGet(("typed", 2), out _));
        Assert.True(kept.TryGet(("typed", 3), out var value));
        Assert.Equal(3, value);
        Assert.True(kept.TryGet(("other", 1), out _));
        Assert.Equal(3, kept.Count);
    }

    [Fact]
    public void The_number_and_the_weight_of_all_are_bounded_too()
    {
        var many = new RecentlyUsed<int, int>(most: 3);
        for (var i = 0; i < 5; i++) many.Keep(i, i);
        Assert.Equal([false, false, true, true, true], Enumerable.Range(0, 5).Select(i => many.TryGet(i, out _)));
        var heavy = new RecentlyUsed<int, int>(most: 10, mostWeight: 100);
        foreach (var (key, weight) in new[] { (1, 60), (2, 30), (3, 20), (4, 500) }) heavy.Keep(key, key, weight);
        Assert.Equal([false, false, false, true], Enumerable.Range(1, 4).Select(i => heavy.TryGet(i, out _))); // the newest stays, whatever it weighs
        heavy.Forget(4);
        Assert.Equal(0, heavy.Count);
    }
}
