using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Cli;
using BoneMets.Rules.System.Tests.Platform;
using Microsoft.Data.Sqlite;

namespace BoneMets.Rules.System.Tests.Backups;

/// <summary><c>bonemets backup</c> and <c>restore</c> on files: whole actions only, and nothing that is there is lost.</summary>
public sealed class BackupCommandTests : IAsyncLifetime
{
    private const string Document = "a/workflow.json";
    private readonly string folder = Directory.CreateTempSubdirectory("bonemets-backup-").FullName;
    private RuleStore store = null!;

    private string Source => Path.Combine(folder, "source.db");

    private string Backup => Path.Combine(folder, "backup.db");

    private string Target => Path.Combine(folder, "new", "target.db");

    public async Task InitializeAsync()
    {
        store = await RuleStore.OpenAsync(new StoreOptions { File = Source });
        await store.Releases.ImportAsync("import", [(Document, "{}"u8.ToArray())], "for a test");
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_backup_holds_what_was_done_before_it_and_nothing_half()
    {
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            var made = 0;
            for (; !stop.IsCancellationRequested; made++)
                await store.Changes.CreateFromAsync("ann", $"Change {made}", "", null, [(Document, "[1]"u8.ToArray()), ($"b{made}/workflow.json", "[2]"u8.ToArray())]);
            return made;
        });
        var changes = new List<int>();
        for (var i = 0; i < 8; i++)
        {
            var before = (await store.Audit.VerifyAsync()).Head;
            var made = await DoneAsync("backup", Backup, "--store", Source, "--force");
            await using var copy = await RuleStore.OpenAsync(new StoreOptions { File = Backup, IsReadOnly = true });
            var verified = await copy.Audit.VerifyAsync(before);
            Assert.True(verified.IsIntact, string.Join('\n', verified.Findings));
            Assert.Equal($"{verified.Entries} {(verified.Entries == 1 ? "entry" : "entries")}, head {verified.Head}\nintact\n", made);
            // An action writes a change, its two documents and its entries: all of them are there.
            var there = await copy.Changes.ListAsync();
            foreach (var change in there) Assert.Equal(2, (await copy.Changes.GetAsync(change.Id)).Documents.Count);
            Assert.Equal(there.Count, (await copy.Audit.ReadAsync(int.MaxValue)).Count(e => e.Action == "change.created"));
            changes.Add(there.Count);
        }
        await stop.CancelAsync();
        Assert.True(await writing >= changes[^1] && changes[^1] > changes[0], $"nobody wrote meanwhile: {string.Join(", ", changes)}");
        Assert.Equal([Path.GetFileName(Backup)], Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Where(f => f.StartsWith("backup", StringComparison.Ordinal)));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));
    }

    [Fact]
    public async Task A_restored_store_says_in_its_log_that_it_was_and_is_used_at_once()
    {
        await DoneAsync("backup", Backup, "--store", Source);
        var head = (await store.Audit.VerifyAsync()).Head;
        Assert.EndsWith($"{Target} is this backup now\n", await DoneAsync("restore", Backup, "--store", Target), StringComparison.Ordinal);
        await using var restored = await RuleStore.OpenAsync(new StoreOptions { File = Target });
        Assert.True((await restored.Audit.VerifyAsync(head)).IsIntact);
        var entry = (await restored.Audit.ReadAsync(1))[0];
        Assert.Equal(("restore", "store.restored", head), (entry.Actor, entry.Action, entry.Details.GetProperty("head").GetString()));
        Assert.Equal(2, (await restored.Changes.CreateAsync("ann", "Goes on", "")).Id + 1);
    }

    [Fact]
    public async Task A_store_that_is_there_is_replaced_only_by_force_while_nobody_uses_it_and_is_kept()
    {
        await DoneAsync("backup", Backup, "--store", Source);
        await using (var other = await RuleStore.OpenAsync(new StoreOptions { File = Target }))
        {
            await other.Releases.ImportAsync("import", [("evidence.json", "{}"u8.ToArray())], "another store");
            await RefusedAsync($"there is a store already (`{Target}`) (--force keeps it aside)", "restore", Backup, "--store", Target);
            await RefusedAsync($"`{Target}` is in use: stop the server first", "restore", Backup, "--store", Target, "--force");
            Assert.Equal("another store", (await other.Releases.LatestAsync())!.Note);
        }
        var said = await DoneAsync("restore", Backup, "--store", Target, "--force");
        var kept = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Target)!), f => f.Contains(".replaced-", StringComparison.Ordinal));
        Assert.Contains(kept, said, StringComparison.Ordinal);
        await using var restored = await RuleStore.OpenAsync(new StoreOptions { File = Target, IsReadOnly = true });
        await using var aside = await RuleStore.OpenAsync(new StoreOptions { File = kept, IsReadOnly = true });
        Assert.Equal(("for a test", "another store"), ((await restored.Releases.LatestAsync())!.Note, (await aside.Releases.LatestAsync())!.Note));
    }

    /// <summary>A server that is killed leaves its log beside the file; SQLite would play it into whatever lies there next.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_log_that_was_left_behind_does_not_get_into_the_restored_store(bool isDamaged)
    {
        await DoneAsync("backup", Backup, "--store", Source);
        await store.Changes.CreateAsync("ann", "In the log only", "");
        Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
        foreach (var end in (string[])["", "-wal"]) File.Copy(Source + end, Target + end);
        Assert.True(new FileInfo(Target + "-wal").Length > 0);
        if (isDamaged) await File.WriteAllTextAsync(Target, new string('x', 5000));
        await DoneAsync("restore", Backup, "--store", Target, "--force");
        await using var restored = await RuleStore.OpenAsync(new StoreOptions { File = Target });
        Assert.Empty(await restored.Changes.ListAsync());
        Assert.True((await restored.Audit.VerifyAsync()).IsIntact);
    }

    [Theory]
    [InlineData("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99')""", "holds a store of a newer version: use the programs of that version")]
    [InlineData("""DELETE FROM "__EFMigrationsHistory" """, "holds no store")]
    [InlineData("""UPDATE releases SET "Number" = 7""", "the backup is not intact")]
    public async Task A_backup_that_cannot_be_trusted_is_refused_and_nothing_is_left_of_it(string sql, string expected)
    {
        await DoneAsync("backup", Backup, "--store", Source);
        Execute(Backup, "PRAGMA foreign_keys = OFF; " + sql);
        await RefusedAsync(expected, "restore", Backup, "--store", Target);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public async Task What_is_no_store_and_places_that_do_not_fit_are_refused()
    {
        var text = Path.Combine(folder, "text");
        await File.WriteAllTextAsync(text, new string('x', 5000));
        await RefusedAsync("damaged or no store", "restore", text, "--store", Target);
        await RefusedAsync("there is no file", "restore", text + "x", "--store", Target);
        await RefusedAsync("the same file", "restore", Source, "--store", Source, "--force");
        await RefusedAsync("is a folder", "restore", Source, "--store", folder);
        await RefusedAsync("pg_restore", "restore", Source, "--postgres-file", text);
        await RefusedAsync("damaged or no store", "backup", Backup, "--store", text);
        await RefusedAsync("there is no file", "backup", Backup, "--store", text + "x");
        await RefusedAsync("there is a file", "backup", text, "--store", Source);
        await RefusedAsync("the same file", "backup", Source, "--store", Source, "--force");
        await RefusedAsync("is a folder", "backup", folder, "--store", Source);
        await RefusedAsync("cannot be written", "backup", Path.Combine(text, "x"), "--store", Source);
        await RefusedAsync("pg_dump", "backup", Backup, "--postgres-file", text);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(text));
        Assert.DoesNotContain(Directory.GetFiles(folder, "*", SearchOption.AllDirectories), f => f.EndsWith(".partial", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_that_was_altered_is_backed_up_and_said_to_be()
    {
        Execute(Source, """PRAGMA foreign_keys = OFF; UPDATE releases SET "Number" = 7""");
        var ran = await CommandInProcess.RunAsync("backup", Backup, "--store", Source);
        Assert.Equal((1, ""), (ran.Exit, ran.Error));
        Assert.Contains("NOT intact", ran.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Backup));
    }

    [Fact]
    public async Task A_server_does_not_start_on_a_store_of_a_newer_version()
    {
        Execute(Source, """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99')""");
        var library = SmallLibrary.Folder();
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => StoreServer.StartAsync(new StoreOptions { File = Source }, library));
        Assert.Contains("holds a store of a newer version: use the programs of that version", refused.Message, StringComparison.Ordinal);
        Directory.Delete(library, recursive: true);
    }

    private static async Task<string> DoneAsync(params string[] arguments)
    {
        var ran = await CommandInProcess.RunAsync(arguments);
        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        return ran.Output;
    }

    private static async Task RefusedAsync(string expected, params string[] arguments)
    {
        var ran = await CommandInProcess.RunAsync(arguments);
        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        Assert.Contains(expected, ran.OnlyError, StringComparison.Ordinal);
        Assert.DoesNotContain(".partial", ran.Error, StringComparison.Ordinal);
    }

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
