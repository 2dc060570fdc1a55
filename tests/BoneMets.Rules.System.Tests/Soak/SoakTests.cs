using System.Diagnostics;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Server;
using BoneMets.Rules.System.Tests.Store;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit.Abstractions;

namespace BoneMets.Rules.System.Tests.Soak;

/// <summary>
/// Two servers, one on SQLite on a small disk and one on PostgreSQL, asked, edited and published on at the same time while their surroundings fail one
/// after the other: the database crashes, the disk is full, the clock jumps, clients are slow. By day one round of it, by night half an hour.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly int DiskMegabytes = Nightly.Times(120, 600);
    private readonly string folder = Directory.CreateTempSubdirectory("bonemets-soak-").FullName;
    private readonly string library = SoakSite.Library(Repository.CopyLibrary());
    private readonly PostgreSqlServer database = new();
    private readonly List<SoakSite> sites = [];
    private SmallDisk? disk;

    private static TimeSpan Length => TimeSpan.FromSeconds(Nightly.Times(0, 1800));

    private static TimeSpan Quiet => TimeSpan.FromSeconds(Nightly.Times(4, 25));

    public Task InitializeAsync() => database.InitializeAsync();

    public async Task DisposeAsync()
    {
        foreach (var site in sites) await site.DisposeAsync();
        await database.DisposeAsync();
        if (disk is not null) await disk.UnmountAsync();
        Directory.Delete(folder, recursive: true);
        Directory.Delete(library, recursive: true);
    }

    [Fact]
    public async Task Under_load_and_faults_no_answer_is_wrong_no_write_is_lost_and_memory_stays_as_it_is()
    {
        var machine = MeasurementReport.Machine;
        using var oracle = new Oracle(Repository.Library);
        using var soaking = new Soaking(oracle);
        var preparing = Stopwatch.StartNew();
        var (onDisk, onServer) = (await OnSmallDiskAsync(), await OnPostgreSqlAsync());
        List<SiteLoad> loads = [new SiteLoad(soaking, onDisk), new SiteLoad(soaking, onServer)];
        foreach (var load in loads) load.Begin();
        output.WriteLine($"prepared in {preparing.Elapsed.TotalSeconds:0.0} s");
        var since = Stopwatch.StartNew();
        var faults = new Faults(soaking, onDisk, onServer, disk, database);
        do await faults.RoundAsync(Quiet);
        while (since.Elapsed < Length && !soaking.IsOver);
        var took = since.Elapsed;
        soaking.End();
        foreach (var load in loads) await load.EndAsync();
        Assert.True(soaking.Failure is null, soaking.Failure);

        var report = new SoakReport(machine, took, oracle.Count, faults, loads);
        output.WriteLine(report.ToString());
        foreach (var load in loads)
        {
            await load.CheckAsync(() => CountRecordsAsync(load.Site == onDisk));
            Assert.DoesNotContain(" 500 in ", load.Site.Server.Printed, StringComparison.Ordinal);
            Assert.False(load.Site.Server.HasEnded);
            if (Nightly.IsOn) load.AssertMemoryIsFlat();
        }
        if (Nightly.IsOn) await report.WriteAsync();
    }

    private string StoreFile => Path.Combine(disk?.Folder ?? folder, "store.db");

    private string? postgreSql;

    private async Task<SoakSite> OnSmallDiskAsync()
    {
        (disk, var complaint) = await SmallDisk.MountAsync(Path.Combine(folder, "disk"), DiskMegabytes);
        if (disk is null) output.WriteLine($"A full disk is not tried: a small one cannot be mounted here ({complaint})");
        // What it compiles is kept on the same disk.
        return await StartAsync("SQLite", new StoreOptions { File = StoreFile }, Path.Combine(disk?.Folder ?? folder, "cache"));
    }

    private async Task<SoakSite> OnPostgreSqlAsync()
    {
        postgreSql = await database.NewDatabaseAsync();
        return await StartAsync("PostgreSQL", new StoreOptions { PostgreSql = postgreSql }, SharedImages.Directory);
    }

    private async Task<SoakSite> StartAsync(string name, StoreOptions store, string cache)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        sites.Add(await SoakSite.StartAsync(name, store, library, own, cache));
        return sites[^1];
    }

    private async Task<long> CountRecordsAsync(bool ofSqlite)
    {
        await using global::System.Data.Common.DbConnection connection = ofSqlite ? new SqliteConnection($"Data Source={StoreFile};Mode=ReadOnly;Pooling=False") : new NpgsqlConnection(postgreSql);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM decisions";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), global::System.Globalization.CultureInfo.InvariantCulture);
    }
}
