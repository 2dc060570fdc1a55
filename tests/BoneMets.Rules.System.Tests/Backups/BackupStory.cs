using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Cli;
using BoneMets.Rules.System.Tests.Clients;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Store;

namespace BoneMets.Rules.System.Tests.Backups;

/// <summary>A store is lost; what comes back from its backup is a store that decides and proves as before.</summary>
public abstract class BackupStory : FaultStory
{
    protected abstract Task<StoreOptions> NewDatabaseAsync();

    /// <summary>Backs up the one, by the documented commands, and restores it as the other.</summary>
    protected abstract Task<StoreOptions> RestoredAsync(StoreOptions store);

    [Fact]
    public async Task What_was_backed_up_while_people_worked_decides_to_the_byte_as_before_and_its_log_is_intact()
    {
        var options = await NewDatabaseAsync();
        string head, id, decision;
        StoreOptions restored;
        Person ward, rita;
        await using (var server = await StoreServer.StartAsync(options, Library))
        {
            var root = await server.AdministratorAsync();
            var anna = await server.PersonAsync(root, "anna", "author");
            rita = await server.PersonAsync(root, "rita", "reviewer", "publisher");
            ward = await server.KeyAsync(root, "ward 7", ["execute", "record"]);
            await PlatformStory.PublishAsync(anna, rita, await PlatformStory.DraftAsync(anna, "To 11", 11));
            var answer = await StoreServer.DecideAsync(ward, 12);
            (id, decision) = (answer["decisionId"]!.GetValue<string>(), answer.ToJsonString());
            await root.PostAsync("/api/v1/retirements", new { workflow = SmallLibrary.Name, reason = "a wrong limit" });
            head = (await root.GetAsync("/api/v1/audit/verification"))["head"]!.GetValue<string>();

            using var stop = new CancellationTokenSource();
            var working = WorkAsync(anna, stop.Token);
            restored = await RestoredAsync(options);
            await stop.CancelAsync();
            Assert.True(await working > 0);
        }
        await using var again = await StoreServer.StartAsync(restored, Library);
        (ward, rita) = (again.Know(ward.At(again.Address)), again.Know(rita.At(again.Address)));

        // Cookies and keys are good still, and so is what was out of use.
        Assert.Equal("rita", (await rita.GetAsync("/api/v1/session"))["name"]!.GetValue<string>());
        Assert.Equal("/problems/retired", (await StoreServer.DecideAsync(ward, 12))["type"]!.GetValue<string>());
        var record = await rita.GetAsync($"/api/v1/decisions/{id}");
        Assert.Equal(decision, record["decision"]!.ToJsonString());
        var replayed = await rita.PostAsync($"/api/v1/decisions/{id}/replay");
        Assert.True(replayed["identical"]!.GetValue<bool>(), replayed.ToJsonString());
        Assert.Equal(decision, replayed["decision"]!.ToJsonString());

        var verified = await VerifyAsync(restored, head);
        Assert.True(verified.IsIntact, string.Join('\n', verified.Findings));
    }

    /// <summary>The log of the restored store, which has to hold what was noted before the backup.</summary>
    private static async Task<AuditVerification> VerifyAsync(StoreOptions options, string head)
    {
        await using var store = await RuleStore.OpenAsync(options with { IsReadOnly = true });
        return await store.Audit.VerifyAsync(head);
    }

    private static async Task<int> WorkAsync(Person author, CancellationToken stop)
    {
        var drafts = 0;
        for (; !stop.IsCancellationRequested; drafts++) await PlatformStory.DraftAsync(author, $"Draft {drafts}", 20 + drafts);
        return drafts;
    }
}

public sealed class SqliteBackupStory : BackupStory
{
    protected override Task<StoreOptions> NewDatabaseAsync() => Task.FromResult(NewFile());

    protected override async Task<StoreOptions> RestoredAsync(StoreOptions store)
    {
        var (backup, restored) = (Path.Combine(Folder, "backup.db"), NewFile());
        foreach (var command in (string[][])[["backup", backup, "--store", store.File], ["restore", backup, "--store", restored.File]])
        {
            var ran = await CommandInProcess.RunAsync(command);
            Assert.Equal((0, ""), (ran.Exit, ran.Error));
        }
        return restored;
    }
}

[Collection(PostgreSqlCollection.Name)]
public sealed class PostgreSqlBackupStory(PostgreSqlServer server) : BackupStory
{
    [Fact]
    public async Task A_database_that_holds_a_store_is_not_restored_into()
    {
        var store = await NewDatabaseAsync();
        string head;
        await using (var opened = await RuleStore.OpenAsync(store))
        {
            await opened.Releases.ImportAsync("import", [("evidence.json", "{}"u8.ToArray())], "for a test");
            head = (await opened.Audit.VerifyAsync()).Head;
        }
        var file = await DumpAsync(store);
        await Assert.ThrowsAnyAsync<Exception>(() => RestoreAsync(file, store));
        await using var after = await RuleStore.OpenAsync(store with { IsReadOnly = true });
        Assert.Equal((true, head), ((await after.Audit.VerifyAsync()).IsIntact, (await after.Audit.VerifyAsync()).Head));
    }

    protected override async Task<StoreOptions> NewDatabaseAsync() => new() { PostgreSql = await server.NewDatabaseAsync() };

    protected override async Task<StoreOptions> RestoredAsync(StoreOptions store)
    {
        var restored = await NewDatabaseAsync();
        await RestoreAsync(await DumpAsync(store), restored);
        return restored;
    }

    private async Task<string> DumpAsync(StoreOptions store)
    {
        var file = Path.Combine(Folder, "store.dump");
        await ProgramRun.OutputAsync(PostgreSqlServer.Program("pg_dump"), ["--format=custom", "--no-owner", $"--file={file}", $"--dbname={PostgreSqlServer.ForPrograms(store.PostgreSql!)}"]);
        return file;
    }

    private static Task RestoreAsync(string file, StoreOptions store) => ProgramRun.OutputAsync(PostgreSqlServer.Program("pg_restore"),
        ["--exit-on-error", "--single-transaction", "--no-owner", $"--dbname={PostgreSqlServer.ForPrograms(store.PostgreSql!)}", file]);
}
