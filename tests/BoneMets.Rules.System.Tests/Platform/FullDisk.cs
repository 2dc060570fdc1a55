using System.Diagnostics;
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
        var disk = Directory.CreateDirectory(Path.Combine(Folder, "disk")).FullName;
        if (await RunAsync("mount", "-t", "tmpfs", "-o", "size=2m", "none", disk) is { Length: > 0 } complaint)
        {
            output.WriteLine($"Not tested: a small disk cannot be mounted here ({complaint})");
            return;
        }
        try
        {
            await FillAsync(Path.Combine(disk, "store.db"), Path.Combine(disk, "ballast"));
        }
        finally
        {
            using (var pool = new SqliteConnection($"Data Source={Path.Combine(disk, "store.db")};Foreign Keys=True;Default Timeout=15")) SqliteConnection.ClearPool(pool);
            Assert.Equal("", await RunAsync("umount", disk));
        }
    }

    private async Task FillAsync(string store, string ballast)
    {
        await using var server = await StoreServer.StartAsync(new() { File = store }, Library);
        var root = await server.AdministratorAsync();
        var anna = await server.PersonAsync(root, "anna", "author");
        var recorded = await server.KeyAsync(root, "trial", ["execute", "record"]);
        var id = (await anna.PostAsync("/api/v1/changes", new { title = "Much text" }))["id"]!.GetValue<long>();
        var earlier = await anna.PutAsync(id, SmallLibrary.Workflow, SmallLibrary.WorkflowText(20), await anna.HashAsync(id, SmallLibrary.Workflow));
        PlatformStory.Named(await StoreServer.DecideAsync(recorded, 12));

        Fill(ballast);
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
        Assert.Equal("/problems/store-unavailable", await UnrecordedAsync(recorded, ballast));
        Assert.Equal(earlier, await anna.HashAsync(id, SmallLibrary.Workflow));
        Assert.Equal(read, await anna.HashAsync(id, Notes));

        File.Delete(ballast);
        await anna.PutAsync(id, Notes, text, read);
        Assert.Equal(earlier, await anna.HashAsync(id, SmallLibrary.Workflow));
        PlatformStory.Named(await StoreServer.DecideAsync(recorded, 12));
        Assert.True((await anna.GetAsync("/api/v1/audit/verification"))["intact"]!.GetValue<bool>());
    }

    /// <summary>A record is small, and a log that was begun has room for some: until there is none, each decision is recorded.</summary>
    private static async Task<string?> UnrecordedAsync(Person key, string ballast)
    {
        for (var i = 0; i < 2_000; i++)
        {
            var decision = await StoreServer.DecideAsync(key, 12);
            if (decision["type"] is { } type) return type.GetValue<string>();
            Fill(ballast);
        }
        return null;
    }

    private static void Fill(string ballast)
    {
        using var file = new FileStream(ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true) file.Write(block);
        }
        catch (IOException)
        {
            // There is no room left.
        }
    }

    /// <summary>What it says when it does not work.</summary>
    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
            var error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? "" : error.Trim();
        }
        catch (global::System.ComponentModel.Win32Exception e)
        {
            return e.Message;
        }
    }
}
