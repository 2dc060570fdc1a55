using System.Text.Json.Nodes;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Store;
using Microsoft.Data.Sqlite;

namespace BoneMets.Rules.System.Tests.Cli;

/// <summary>The log looked at from outside, while the server that writes it goes on.</summary>
public sealed class AuditCommandTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("bonemets-audit-").FullName;
    private readonly string library = SmallLibrary.Folder();
    private StoreServer server = null!;
    private Person root = null!;

    private string Store => Path.Combine(folder, "store.db");

    public async Task InitializeAsync()
    {
        server = await StoreServer.StartAsync(new StoreOptions { File = Store }, library);
        root = await server.AdministratorAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        Directory.Delete(library, recursive: true);
    }

    [Fact]
    public async Task An_intact_log_is_said_to_be_so_while_the_server_works()
    {
        var seen = await root.GetAsync("/api/v1/audit/verification");
        var verified = await VerifyAsync();
        Assert.Equal((0, "", $"{seen["entries"]} entries, head {seen["head"]}\nintact\n"), (verified.Exit, verified.Error, verified.Output));
        var anna = await server.PersonAsync(root, "anna", "author");
        await PlatformStory.DraftAsync(anna, "Later", 12);
        verified = await VerifyAsync("--expect", seen["head"]!.GetValue<string>(), "--format", "json");
        Assert.Equal((0, ""), (verified.Exit, verified.Error));
        Assert.Equal((await root.GetAsync("/api/v1/audit/verification")).ToJsonString(), JsonNode.Parse(verified.Output)!.ToJsonString());
    }

    [Fact]
    public async Task A_head_that_is_not_there_any_more_is_a_finding()
    {
        var verified = await VerifyAsync("--expect", "sha256:elsewhere");
        Assert.Equal((1, ""), (verified.Exit, verified.Error));
        Assert.EndsWith("log: the entry sha256:elsewhere is not there\nNOT intact: 1 finding\n", verified.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""UPDATE audit SET "Actor" = 'mallory' WHERE "Sequence" = 2""", "entry 2: it was changed after it was written")]
    [InlineData("""DELETE FROM release_documents WHERE "Name" = 'limit/README.md'""", "release 1: its documents are not those that it was published with")]
    [InlineData("""UPDATE audit SET "At" = 'yesterday' WHERE "Sequence" = 2""", "entry 2: it was changed after it was written; its time `yesterday` cannot be read")]
    [InlineData("DROP TABLE audit", "log: it cannot be read: ")]
    public async Task Whoever_tampers_with_the_database_is_found_out(string sql, string expected)
    {
        Execute(Store, "PRAGMA foreign_keys = OFF; " + string.Concat(Triggers().Select(t => $"DROP TRIGGER \"{t}\"; ")) + sql);
        var verified = await VerifyAsync();
        Assert.Equal((1, ""), (verified.Exit, verified.Error));
        Assert.Contains(expected, verified.Output, StringComparison.Ordinal);
        var seen = await root.GetAsync("/api/v1/audit/verification");
        Assert.False(seen["intact"]!.GetValue<bool>());
        Assert.Contains(seen["findings"]!.AsArray(), f => $"{f!["place"]}: {f["message"]}".Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_store_is_refused_and_stays_as_it_is()
    {
        var (missing, text, empty, other) = (Path.Combine(folder, "missing/no.db"), Path.Combine(folder, "text.db"), Path.Combine(folder, "empty.db"), Path.Combine(folder, "other.db"));
        await File.WriteAllTextAsync(text, string.Concat(Enumerable.Repeat("This is no database. ", 100)));
        await File.WriteAllTextAsync(empty, "");
        Execute(other, "CREATE TABLE patients (name TEXT)");
        SqliteConnection.ClearAllPools();
        foreach (var (file, expected) in new[] { (missing, "there is no file"), (text, "is damaged or no store"), (empty, "holds no store"), (other, "holds no store"), (folder, "is a folder") })
        {
            var before = File.Exists(file) ? await File.ReadAllBytesAsync(file) : null;
            var refused = await CommandInProcess.RunAsync("audit", "verify", "--store", file);
            Assert.Equal((2, ""), (refused.Exit, refused.Output));
            Assert.Contains(expected, refused.OnlyError, StringComparison.Ordinal);
            Assert.Equal(before, File.Exists(file) ? await File.ReadAllBytesAsync(file) : null);
        }
        Assert.False(Directory.Exists(Path.Combine(folder, "missing")));
    }

    [Fact]
    public async Task A_store_of_another_version_is_not_brought_up_to_date_by_looking_at_it()
    {
        var copy = Path.Combine(folder, "copy.db");
        Execute(Store, $"VACUUM INTO '{copy}'");
        Execute(copy, """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99')""");
        Assert.Contains("holds a store of a newer version", (await CommandInProcess.RunAsync("audit", "verify", "--store", copy)).OnlyError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_on_postgresql_is_named_by_a_file()
    {
        var file = Path.Combine(folder, "connection");
        await File.WriteAllTextAsync(file, "Host=127.0.0.1;Port=1;Username=x;Password=secret;Database=x;Timeout=2\n");
        await RefusedAsync("the database server of the store cannot be reached", "--postgres-file", file);
        await RefusedAsync("exclude each other", "--postgres-file", file, "--store", Store);
        await File.WriteAllTextAsync(file, "postgres://x:secret@127.0.0.1/x");
        await RefusedAsync("holds no connection string", "--postgres-file", file);
        await RefusedAsync("there is no file", "--postgres-file", file + "x");
    }

    private static async Task RefusedAsync(string expected, params string[] arguments)
    {
        var refused = await CommandInProcess.RunAsync(["audit", "verify", .. arguments]);
        Assert.Equal((2, ""), (refused.Exit, refused.Output));
        Assert.Contains(expected, refused.OnlyError, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Error, StringComparison.Ordinal);
    }

    private Task<CommandResult> VerifyAsync(params string[] more) => CommandInProcess.RunAsync(["audit", "verify", "--store", Store, .. more]);

    private List<string> Triggers()
    {
        using var connection = new SqliteConnection($"Data Source={Store}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'trigger'";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
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

[Collection(PostgreSqlCollection.Name)]
public sealed class PostgreSqlAuditCommandTests(PostgreSqlServer server) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bonemets-audit-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_store_on_postgresql_is_verified_and_an_empty_database_is_none()
    {
        var (connection, file) = (await server.NewDatabaseAsync(), Path.Combine(folder, "connection"));
        await File.WriteAllTextAsync(file, connection + "\n");
        var refused = await CommandInProcess.RunAsync("audit", "verify", "--postgres-file", file);
        Assert.Equal((2, "bonemets: the database holds no store\n"), (refused.Exit, refused.Error));
        await using var store = await RuleStore.OpenAsync(new StoreOptions { PostgreSql = connection });
        await store.Releases.ImportAsync("import", [("evidence.json", "{}"u8.ToArray())], "for a test");
        var verified = await CommandInProcess.RunAsync("audit", "verify", "--postgres-file", file);
        Assert.Equal((0, "", $"1 entry, head {(await store.Audit.VerifyAsync()).Head}\nintact\n"), (verified.Exit, verified.Error, verified.Output));
    }
}
