using System.Net;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>The disk of the store fills up. Needs the right to mount a small one.</summary>
public sealed class FullDisk(ITestOutputHelper output) : FaultStory
{
    private const string Notes = "limit/README.md";

    [Fact]
    public async Task A_full_disk_refuses_what_must_be_kept_and_nothing_else_and_no_draft_is_lost()
    {
        var (disk, complaint) = await SmallDisk.MountAsync(Path.Combine(Folder, "disk"), 2);
        if (disk is null)
        {
            output.WriteLine($"Not tested: a small disk cannot be mounted here ({complaint})");
            return;
        }
        try
        {
            await FillAsync(disk);
        }
        finally
        {
            using (var pool = new SqliteConnection($"Data Source={Path.Combine(disk.Folder, "store.db")};Foreign Keys=True;Default Timeout=15")) SqliteConnection.ClearPool(pool);
            await disk.UnmountAsync();
        }
    }

    private async Task FillAsync(SmallDisk disk)
    {
        await using var server = await StoreServer.StartAsync(new() { File = Path.Combine(disk.Folder, "store.db") }, Library);
        var root = await server.AdministratorAsync();
        var anna = await server.PersonAsync(root, "anna", "author");
        var recorded = await server.KeyAsync(root, "trial", ["execute", "record"]);
        var id = (await anna.PostAsync("/api/v1/changes", new { title = "Much text" }))["id"]!.GetValue<long>();
        var earlier = await anna.PutAsync(id, SmallLibrary.Workflow, SmallLibrary.WorkflowText(20), await anna.HashAsync(id, SmallLibrary.Workflow));
        PlatformStory.Named(await StoreServer.DecideAsync(recorded, 12));

        disk.Fill();
        var read = await anna.HashAsync(id, Notes);
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i} lines of notes\n"));
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var refused = await anna.PutRawAsync(id, Notes, text, read);
            var problem = await Person.ProblemAsync(refused, HttpStatusCode.ServiceUnavailable, "store-unavailable");
            output.WriteLine(problem["detail"]!.GetValue<string>());
            Assert.False(problem["mayBeDone"]!.GetValue<bool>());
            Assert.Contains("no room left on the disk", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Contains("nothing was changed", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        }
        Assert.Equal(10, PlatformStory.Named(await StoreServer.DecideAsync(server.Anyone, 12)).Limit);
        Assert.Equal("/problems/store-unavailable", await UnrecordedAsync(recorded, disk));
        Assert.Equal(earlier, await anna.HashAsync(id, SmallLibrary.Workflow));
        Assert.Equal(read, await anna.HashAsync(id, Notes));

        disk.Free();
        await anna.PutAsync(id, Notes, text, read);
        Assert.Equal(earlier, await anna.HashAsync(id, SmallLibrary.Workflow));
        PlatformStory.Named(await StoreServer.DecideAsync(recorded, 12));
        Assert.True((await anna.GetAsync("/api/v1/audit/verification"))["intact"]!.GetValue<bool>());
    }

    /// <summary>A record is small, and a log that was begun has room for some: until there is none, each decision is recorded.</summary>
    private static async Task<string?> UnrecordedAsync(Person key, SmallDisk disk)
    {
        for (var i = 0; i < 2_000; i++)
        {
            var decision = await StoreServer.DecideAsync(key, 12);
            if (decision["type"] is { } type) return type.GetValue<string>();
            disk.Fill();
        }
        return null;
    }
}
