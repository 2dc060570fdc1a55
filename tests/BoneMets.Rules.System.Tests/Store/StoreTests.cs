using BoneMets.Rules.Store;
using BoneMets.Rules.Store.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BoneMets.Rules.System.Tests.Store;

public sealed class SqliteStoreTests : StoreCohorts
{
    private readonly string folder = Directory.CreateTempSubdirectory("bonemets-store-").FullName;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_said_to_be_none()
    {
        var file = Path.Combine(folder, "text.db");
        await File.WriteAllTextAsync(file, new string('x', 5000));
        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => RuleStore.OpenAsync(new StoreOptions { File = file }));
        Assert.Contains("damaged or no store", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_another_process_writes_to_for_long_is_said_to_be_busy()
    {
        await ImportAsync();
        await using var other = new SqliteConnection($"Data Source={Options.File}");
        await other.OpenAsync();
        await using var transaction = other.BeginTransaction();
        await using var impatient = await RuleStore.OpenAsync(Options with { Patience = TimeSpan.FromSeconds(1) });
        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => impatient.Changes.CreateAsync(Ann, "x", ""));
        Assert.False(failure.MayBeDone);
        Assert.NotNull(await impatient.Releases.LatestAsync());
        await transaction.RollbackAsync();
        Assert.Equal(1, (await impatient.Changes.CreateAsync(Ann, "x", "")).Base);
    }

    /// <summary>The lock of a migration is a row, which nobody takes away when the process is killed that made it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_whose_migration_was_killed_is_opened_and_brought_up_to_date(bool isHalfDone)
    {
        var options = new StoreOptions { File = Path.Combine(folder, "killed.db"), Patience = TimeSpan.FromSeconds(1) };
        if (isHalfDone)
        {
            // As it is before the last of the migrations.
            await using (await RuleStore.OpenAsync(options)) { }
            await RunAsync(options.File, """DROP TABLE feedback; DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" LIKE '%Feedback'""");
            Assert.Equal(1L, await RunAsync(options.File, "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'"));
        }
        else
        {
            await RunAsync(options.File, """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
        }
        await RunAsync(options.File, """INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-01-31 10:00:00.0000000+00:00')""");
        await using var store = await RuleStore.OpenAsync(options).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(await store.Feedback.CountAsync(null));
        Assert.Equal(0L, await RunAsync(options.File, "SELECT COUNT(*) FROM \"__EFMigrationsLock\""));
    }

    private static async Task<object?> RunAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>A column of SQLite takes values of any type.</summary>
    [Theory]
    [InlineData("""UPDATE documents SET "Content" = 1""", "release 1", "was changed after it was stored")]
    [InlineData("""UPDATE audit SET "Actor" = x'ff' WHERE "Sequence" = 1""", "entry 1", "changed after it was written")]
    [InlineData("""UPDATE audit_head SET "Sequence" = 'last'""", "entry 1", "its newest entry was last")]
    [InlineData("""UPDATE releases SET "Number" = 99999999999""", "release 99999999999", "the log does not know it")]
    public async Task A_value_of_another_type_is_a_finding(string sql, string place, string message)
    {
        await ImportAsync();
        await TamperAsync(sql);
        Assert.Contains((await Store.Audit.VerifyAsync()).Findings, f => f.Place == place && f.Message.Contains(message, StringComparison.Ordinal));
    }

    /// <summary>A file has one server; it hears of what it does itself.</summary>
    protected override Task<RuleStore> ListenerAsync() => Task.FromResult(Store);

    protected override Task<StoreOptions> NewDatabaseAsync() => Task.FromResult(new StoreOptions { File = Path.Combine(folder, "new", "store.db") });

    protected override async Task TamperAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Options.File}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_keys = OFF; " + sql;
        await command.ExecuteNonQueryAsync();
    }

    protected override async Task<IReadOnlyList<string>> ColumnsAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Options.File}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '\\_\\_EF%' ESCAPE '\\'";
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<string>();
        while (await reader.ReadAsync()) columns.Add(reader.GetString(0));
        return columns;
    }
}

[Collection(PostgreSqlCollection.Name)]
public sealed class PostgreSqlStoreTests(PostgreSqlServer server) : StoreCohorts
{
    [Fact]
    public async Task A_server_that_is_not_there_is_said_to_be_unreachable()
    {
        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => RuleStore.OpenAsync(new StoreOptions { PostgreSql = "Host=127.0.0.1;Port=1;Username=x;Database=x;Timeout=2" }));
        Assert.Contains("cannot be reached", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_is_lost_is_told_and_the_next_action_works()
    {
        await ImportAsync();
        await TamperAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Changes.CreateAsync(Ann, "x", ""));
        Assert.Equal(1, (await Store.Changes.CreateAsync(Ann, "x", "")).Base);
        Assert.Single(await Store.Changes.ListAsync());
    }

    [Fact]
    public async Task A_server_that_stands_still_in_the_middle_of_an_action_does_not_stop_the_others()
    {
        await ImportAsync();
        var patience = TimeSpan.FromSeconds(7);
        await using var frozen = new PostgreSqlDatabase(Options with { Patience = patience }, Options.PostgreSql!);
        var isHolding = new TaskCompletionSource();
        var standing = frozen.WriteAsync(Ann, async writer =>
        {
            isHolding.SetResult();
            await Task.Delay(patience);
            return await writer.Context.Changes.CountAsync();
        }, CancellationToken.None);
        await isHolding.Task;
        Assert.Equal(1, (await Store.Changes.CreateAsync(Bob, "x", "")).Base);
        Assert.False(standing.IsCompleted, "the other one waited until the action was over");
        Assert.False((await Assert.ThrowsAsync<StoreUnavailableException>(() => standing)).MayBeDone);
    }

    [Fact]
    public async Task A_key_gets_what_it_may_ask_once_whoever_takes_it_and_as_much_again_as_time_brings()
    {
        await using var other = await RuleStore.OpenAsync(Options);
        var (here, there) = (Store.KeyRates!, other.KeyRates!);
        var first = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? here : there).TakeAsync("key:1", perSecond: 1, most: 20, wanted: 3)));
        // Two may come in while they ask.
        Assert.InRange(first.Sum(s => s.Granted), 20, 22);
        Assert.All(first, s => Assert.InRange(s.Granted, 0, 3));
        var none = await here.TakeAsync("key:1", 1, 20, 3);
        Assert.InRange(none.Left, 0, 2);
        Assert.Equal(3, (await there.TakeAsync("key:2", 1, 20, 3)).Granted);
        // A second brings a hundred where a hundred come in a second, and no more than the most.
        await TamperAsync("UPDATE key_rates SET \"At\" = \"At\" - 1, \"Left\" = 0.5");
        var later = await here.TakeAsync("key:2", perSecond: 100, most: 1_000, wanted: 1_000);
        Assert.InRange(later.Granted, 100, 200);
        await TamperAsync("UPDATE key_rates SET \"At\" = \"At\" - 1000");
        Assert.Equal(new RateSlice(20, 0), await here.TakeAsync("key:2", 100, 20, 1_000));
        // A clock that was set back takes nothing away, and gives nothing twice.
        await TamperAsync("UPDATE key_rates SET \"At\" = \"At\" + 1000");
        Assert.Equal(0, (await here.TakeAsync("key:2", 100, 20, 1)).Granted);
    }

    [Fact]
    public async Task A_watch_whose_connection_is_lost_goes_on()
    {
        await ImportAsync();
        await using var other = await ListenerAsync();
        await using var live = other.Live.WatchAsync(TimeSpan.FromMilliseconds(200)).GetAsyncEnumerator();
        await NextAsync(live);
        await TamperAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Changes.CreateAsync(Ann, "x", ""));
        await PublishAsync();
        Assert.Equal((2, ReleaseStatus.Approved, 0), await NextAsync(live));
    }

    protected override Task<RuleStore> ListenerAsync() => RuleStore.OpenAsync(Options);

    protected override async Task<StoreOptions> NewDatabaseAsync() => new StoreOptions { PostgreSql = await server.NewDatabaseAsync() };

    protected override async Task TamperAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Options.PostgreSql);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SET session_replication_role = replica; " + sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    protected override async Task<IReadOnlyList<string>> ColumnsAsync()
    {
        await using var connection = new NpgsqlConnection(Options.PostgreSql);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_EF%'", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<string>();
        while (await reader.ReadAsync()) columns.Add(reader.GetString(0));
        return columns;
    }
}
