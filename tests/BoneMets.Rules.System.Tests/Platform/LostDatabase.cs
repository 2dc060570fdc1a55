using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.Replicas;
using BoneMets.Rules.System.Tests.Store;
using Npgsql;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>PostgreSQL crashes under a running server, and comes back. The cluster is this test's own.</summary>
public sealed class LostDatabase : FaultStory
{
    private readonly PostgreSqlServer database = new();

    public override Task InitializeAsync() => database.InitializeAsync();

    public override async Task DisposeAsync()
    {
        await database.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Decisions_go_on_without_the_database_and_everything_does_when_it_is_back()
    {
        var store = new BoneMets.Rules.Store.StoreOptions { PostgreSql = await database.NewDatabaseAsync() };
        await using var server = await StoreServer.StartAsync(store, Library);
        await using var neighbour = await StoreServer.StartAsync(store, Library);
        var root = await server.AdministratorAsync();
        var anna = await server.PersonAsync(root, "anna", "author");
        var rita = await server.PersonAsync(root, "rita", "reviewer", "publisher");
        var ward = await server.KeyAsync(root, "ward 7", ["execute"]);
        var unknown = await server.KeyAsync(root, "ward 8", ["execute"]);
        var trial = await server.KeyAsync(root, "trial", ["execute", "record"]);
        var id = await PlatformStory.DraftAsync(anna, "Before", 20);
        var read = await anna.HashAsync(id, SmallLibrary.Workflow);
        var anyone = server.Anyone;
        foreach (var who in (Person[])[anyone, ward, trial]) Assert.Equal(10, PlatformStory.Named(await StoreServer.DecideAsync(who, 12)).Limit);

        database.Crash();
        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(10, PlatformStory.Named(await StoreServer.DecideAsync(anyone, 12)).Limit);
            Assert.Equal(10, PlatformStory.Named(await StoreServer.DecideAsync(ward, 12)).Limit);
            Assert.Equal("/problems/store-unavailable", TypeOf(await StoreServer.DecideAsync(unknown, 12)));
            Assert.Equal("/problems/store-unavailable", TypeOf(await StoreServer.DecideAsync(trial, 12)));
            Assert.Equal("/problems/store-unavailable", TypeOf(await StoreServer.DecideAsync(anyone, 12, release: 7)));
            using (var refused = await anna.PutRawAsync(id, SmallLibrary.Workflow, SmallLibrary.WorkflowText(21), read)) await UnavailableAsync(refused);
            using (var refused = await anna.SendAsync(HttpMethod.Get, $"/api/v1/changes/{id}")) await UnavailableAsync(refused);
            using (var stranger = new Person(server.Address, "anna"))
            using (var refused = await stranger.SendAsync(HttpMethod.Get, "/api/v1/session")) await UnavailableAsync(refused, StrangersReason);
        }

        await UntilAsync(async () => await ReadinessAsync(server) == "stale", "it says that it may serve something old");
        database.Start();
        await UntilAsync(async () => await ReadinessAsync(server) == "ready", "it knows again that it serves the newest");
        using var again = new Person(server.Address, "anna");
        await again.SignInAsync();
        var saved = await again.PutAsync(id, SmallLibrary.Workflow, SmallLibrary.WorkflowText(21), read);
        await again.PutAsync(id, SmallLibrary.Cases, SmallLibrary.CasesText(21), await again.HashAsync(id, SmallLibrary.Cases));
        Assert.Equal(saved, await anna.HashAsync(id, SmallLibrary.Workflow));
        Assert.Equal(2, await PlatformStory.PublishAsync(again, rita, id));
        Assert.Equal((2, "approved", 21), PlatformStory.Named(await StoreServer.DecideAsync(anyone, 12)));
        Assert.Equal((2, "approved", 21), PlatformStory.Named(await StoreServer.DecideAsync(unknown, 12)));
        Assert.Equal((2, "approved", 21), PlatformStory.Named(await StoreServer.DecideAsync(trial, 12)));
        await UntilAsync(async () => PlatformStory.Named(await StoreServer.DecideAsync(neighbour.Anyone, 12)) == (2, "approved", 21), "the other server serves release 2");
        Assert.True((await anna.GetAsync("/api/v1/audit/verification"))["intact"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_server_whose_first_request_finds_no_database_works_when_there_is_one()
    {
        await using var server = await StoreServer.StartAsync(new() { PostgreSql = await database.NewDatabaseAsync() }, Library);
        database.Crash();
        Assert.Equal(10, PlatformStory.Named(await ExecuteAsync(server)).Limit);
        using (var root = new Person(server.Address, "root"))
        using (var refused = await root.SendAsync(HttpMethod.Get, "/api/v1/session")) await UnavailableAsync(refused, StrangersReason);
        database.Start();
        var administrator = await server.AdministratorAsync();
        Assert.Equal("root", (await administrator.GetAsync("/api/v1/session"))["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_server_that_is_started_before_its_database_waits_for_it()
    {
        var store = new BoneMets.Rules.Store.StoreOptions { PostgreSql = await database.NewDatabaseAsync() };
        database.Crash();
        var starting = StoreServer.StartAsync(store, Library);
        database.Start();
        await using var server = await starting;
        Assert.Equal(10, PlatformStory.Named(await ExecuteAsync(server)).Limit);
    }

    [Fact]
    public async Task A_release_whose_documents_could_not_be_read_when_it_was_heard_of_is_served_when_they_can()
    {
        var connection = await database.NewDatabaseAsync();
        await using var server = await StoreServer.StartAsync(new() { PostgreSql = connection, Patience = TimeSpan.FromSeconds(1) }, Library);
        await WithUnreadableReleaseAsync(connection, publisher => UntilAsync(() => WaitsAsync(publisher, false), "it gives up"));
        await UntilAsync(async () => PlatformStory.Named(await StoreServer.DecideAsync(server.Anyone, 12)).Release == 2, "release 2 is served");
    }

    [Fact]
    public async Task The_kill_switch_waits_for_no_release_that_is_being_read_and_what_is_lifted_meanwhile_comes_back_with_it()
    {
        var connection = await database.NewDatabaseAsync();
        await using var server = await StoreServer.StartAsync(new() { PostgreSql = connection }, Library);
        var root = await server.AdministratorAsync();
        await WithUnreadableReleaseAsync(connection, async publisher =>
        {
            var retired = await root.PostAsync("/api/v1/retirements", new { workflow = SmallLibrary.Name, reason = "mended in release 2" });
            Assert.Equal("/problems/retired", TypeOf(await StoreServer.DecideAsync(server.Anyone, 12)));
            // Release 1 is still what decides here, and it is not mended.
            await RunAsync(publisher, string.Create(CultureInfo.InvariantCulture, $"UPDATE retirements SET \"LiftedBy\" = 'root', \"LiftedAt\" = \"At\" WHERE \"Id\" = {retired["id"]!.GetValue<long>()}; NOTIFY bonemets_live"));
            for (var i = 0; i < 20; i++)
            {
                Assert.Equal("/problems/retired", TypeOf(await StoreServer.DecideAsync(server.Anyone, 12)));
                await Task.Delay(10);
            }
            Assert.True(await WaitsAsync(publisher, true), "it still reads");
        });
        await UntilAsync(async () => TypeOf(await StoreServer.DecideAsync(server.Anyone, 12)) is null, "it is back");
        Assert.Equal(2, PlatformStory.Named(await StoreServer.DecideAsync(server.Anyone, 12)).Release);
    }

    [Fact]
    public async Task Without_the_database_each_server_counts_for_itself_how_often_a_key_asks()
    {
        var store = new BoneMets.Rules.Store.StoreOptions { PostgreSql = await database.NewDatabaseAsync() };
        await using var server = await StoreServer.StartAsync(store, Library, o => o with { KeyRate = 20 });
        var ward = await server.KeyAsync(await server.AdministratorAsync(), "ward 7", ["execute"]);
        Assert.Equal(10, PlatformStory.Named(await StoreServer.DecideAsync(ward, 12)).Limit);
        database.Crash();
        var (answered, since) = (0, DateTime.UtcNow);
        while (TypeOf(await StoreServer.DecideAsync(ward, 12)) is not "/problems/key-rate") answered++;
        // A whole burst of its own, what it held of the last slice, and what came in meanwhile.
        Assert.InRange(answered, 40, 40 + 2 + 20 * ((int)(DateTime.UtcNow - since).TotalSeconds + 1));
        await UntilAsync(async () => TypeOf(await StoreServer.DecideAsync(ward, 12)) is null, "the next second");
        database.Start();
        await UntilAsync(async () => await StoreServer.DecideAsync(ward, 12) is not null && await ThreeServers.CountAsync(store, "SELECT count(*) FROM key_rates") > 0, "the database counts again");
    }

    /// <summary>Release 2 is live, and its documents cannot be read until the work is done.</summary>
    private static async Task WithUnreadableReleaseAsync(string connection, Func<NpgsqlConnection, Task> work)
    {
        await using var obstacle = new NpgsqlConnection(connection);
        await obstacle.OpenAsync();
        await using var transaction = await obstacle.BeginTransactionAsync();
        await RunAsync(obstacle, "LOCK TABLE documents IN ACCESS EXCLUSIVE MODE");
        await using var publisher = new NpgsqlConnection(connection);
        await publisher.OpenAsync();
        await RunAsync(publisher, """
            SET session_replication_role = replica;
            INSERT INTO releases SELECT 2, "ManifestHash", "Kind", "Status", "PublishedAt", "PublishedBy", "Note", "ChangeId", "Restores", "ApprovedBy", "ApprovedAt" FROM releases WHERE "Number" = 1;
            INSERT INTO release_documents SELECT 2, "Name", "DocumentId" FROM release_documents WHERE "Release" = 1;
            """);
        await UntilAsync(() => WaitsAsync(publisher, true), "the server asks for the documents");
        await work(publisher);
    }

    private static async Task<bool> WaitsAsync(NpgsqlConnection connection, bool waits)
    {
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_locks WHERE NOT granted", connection);
        return (long)(await command.ExecuteScalarAsync())! > 0 == waits;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>As an application asks, without a token of a session.</summary>
    private static async Task<JsonNode> ExecuteAsync(StoreServer server)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var content = Person.Json(new { facts = new { patient = new { calcium = 12 } }, asOf = "2026-01-31" });
        using var response = await client.PostAsync(new Uri($"/api/v1/workflows/{SmallLibrary.Name}/execute", UriKind.Relative), content);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    /// <summary>Takes requests in any case.</summary>
    private static async Task<string> ReadinessAsync(StoreServer server)
    {
        using var ready = await server.Anyone.SendAsync(HttpMethod.Get, "/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        return JsonNode.Parse(await ready.Content.ReadAsStringAsync())!["status"]!.GetValue<string>();
    }

    /// <summary>Strangers are not told where the database is, nor what it says.</summary>
    private const string StrangersReason = "the store does not answer; nothing was changed";

    private static async Task UnavailableAsync(HttpResponseMessage response, string reason = "the database server of the store") =>
        Assert.Contains(reason, (await Person.ProblemAsync(response, HttpStatusCode.ServiceUnavailable, "store-unavailable"))["detail"]!.GetValue<string>(), StringComparison.Ordinal);

    private static string? TypeOf(JsonNode answer) => answer["type"]?.GetValue<string>();
}
