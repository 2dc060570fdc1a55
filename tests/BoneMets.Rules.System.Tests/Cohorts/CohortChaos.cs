using System.Diagnostics;
using System.Text.Json.Nodes;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Server;
using BoneMets.Rules.System.Tests.Store;
using Xunit.Abstractions;

namespace BoneMets.Rules.System.Tests.Cohorts;

/// <summary>Three servers on one PostgreSQL decide a cohort. One is killed and one stands still while they decide: everybody is answered, once.</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class CohortChaos(PostgreSqlServer database, ITestOutputHelper output) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("bonemets-cohort-").FullName;
    private readonly List<ServerProcess> servers = [];
    private readonly List<string> said = [];
    private readonly Stopwatch since = Stopwatch.StartNew();
    private readonly string library = Repository.CopyLibrary();

    /// <summary>Two million take a quarter of an hour and a few gigabytes.</summary>
    private static int Patients => Nightly.Times(60_000, 2_000_000);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var server in servers)
        {
            if (!server.HasEnded) await server.ThawAsync(); // a frozen process does not end
            await server.DisposeAsync();
        }
        Directory.Delete(folder, recursive: true);
        Directory.Delete(library, recursive: true);
    }

    [Fact]
    public async Task With_one_of_three_servers_killed_and_one_frozen_and_thawed_every_patient_is_in_the_result_once()
    {
        var machine = MeasurementReport.Machine;
        var input = Path.Combine(folder, "patients.ndjson");
        await CohortPatients.WriteAsync(input, Patients);
        var expected = CohortAnswers.ByCommandAsync(input);
        var store = new StoreOptions { PostgreSql = await database.NewDatabaseAsync() };
        await StartAsync(store, 3);
        var (survivor, killed, frozen) = (servers[0], servers[1], servers[2]);
        using var root = new Person(survivor.Address, "root");
        await root.AcceptAsync(await survivor.SecretAsync(), "root");
        var run = await CohortRun.CreateAsync(root, CohortPatients.Workflow);
        await run.UploadFileAsync(input);
        Say($"{MeasurementReport.Number(Patients)} patients sent");

        await run.StartAsync();
        await FaultStory.UntilAsync(async () => Done(await run.GetAsync()) >= Patients / 4, "a quarter is answered", TimeSpan.FromMinutes(30));
        await WorksAsync(run, frozen);
        await frozen.FreezeAsync();
        await WorksAsync(run, killed);
        await killed.KillAsync();
        Say($"one is frozen, one is killed, {MeasurementReport.Number(Done(await run.GetAsync()))} are answered");

        // The others hear nothing of both, take them for dead, and begin their partitions anew.
        await FaultStory.UntilAsync(async () => Working(await run.GetAsync(), await frozen.NodeAsync()) == 0, "the partition of the frozen server is taken over");
        await frozen.ThawAsync();
        Say($"the frozen one goes on, {MeasurementReport.Number(Done(await run.GetAsync()))} are answered");
        var ended = await run.UntilAsync("completed", TimeSpan.FromHours(1));
        var names = new Dictionary<string, string> { [await survivor.NodeAsync()] = "the survivor", [await killed.NodeAsync()] = "the killed one", [await frozen.NodeAsync()] = "the frozen one" };
        Say($"completed: {string.Join(", ", ended["progress"]!["nodes"]!.AsArray().Select(n => $"{names[n!["node"]!.GetValue<string>()]} {MeasurementReport.Number(n["patients"]!.GetValue<long>())}"))}; {ended["progress"]!["recovered"]} partitions were begun twice");

        Assert.Equal(Patients, ended["progress"]!["patientsDone"]!.GetValue<int>());
        Assert.InRange(ended["progress"]!["recovered"]!.GetValue<int>(), 1, int.MaxValue);
        await using var results = await run.OpenResultsAsync();
        var answers = await CohortAnswers.OfAsync(results);
        Assert.Equal(await expected, answers);
        Assert.Equal((Patients, Patients / CohortPatients.EveryBad), (answers.Lines, answers.Refused));

        // The one that stood still has its own result by now, and nothing of it is there.
        var counts = await root.GetAsync($"{run.Path}/summary");
        Assert.Equal((Patients, true), (counts["patients"]!.GetValue<int>(), counts["isWhole"]!.GetValue<bool>()));
        Say($"compared with what `bonemets evaluate` writes: {MeasurementReport.Number(answers.Lines)} lines, {MeasurementReport.Number(answers.Refused)} of them refused, SHA-256 {answers.Hash}");
        if (Nightly.IsOn) await MeasurementReport.WriteAsync("cohort-chaos.md", $"# Cohort runs: one server killed, one frozen\n\n{MeasurementReport.Number(Patients)} patients, three servers with a worker each on one PostgreSQL; {machine}.\n\n{string.Join('\n', said.Select(s => $"- {s}"))}\n");
    }

    private void Say(string what)
    {
        said.Add($"{since.Elapsed.TotalSeconds.ToString("0.0", global::System.Globalization.CultureInfo.InvariantCulture)} s: {what}");
        output.WriteLine(said[^1]);
    }

    /// <summary>The first one has the link for the administrator; the others begin at the same time.</summary>
    private async Task StartAsync(StoreOptions store, int count)
    {
        servers.Add(await StartOneAsync(0));
        servers.AddRange(await Task.WhenAll(Enumerable.Range(1, count - 1).Select(StartOneAsync)));

        Task<ServerProcess> StartOneAsync(int number) => ServerProcess.StartAsync(store, library, Path.Combine(folder, $"cache{number}"), "--cohort-workers", "1");
    }

    private static async Task WorksAsync(CohortRun run, ServerProcess server)
    {
        var node = await server.NodeAsync();
        await FaultStory.UntilAsync(async () => Working(await run.GetAsync(), node) > 0, $"{node} works on the run");
    }

    private static int Working(JsonNode run, string node) => run["progress"]!["nodes"]!.AsArray().FirstOrDefault(n => n!["node"]!.GetValue<string>() == node)?["working"]!.GetValue<int>() ?? 0;

    private static long Done(JsonNode run) => run["progress"]!["patientsDone"]!.GetValue<long>();
}
