using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Cli;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Server;
using BoneMets.Rules.System.Tests.Store;
using Xunit.Abstractions;

namespace BoneMets.Rules.System.Tests.Cohorts;

/// <summary>How many patients a second one server and three servers decide, beside the command, and what somebody who asks for one decision notices of it.</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class CohortThroughput(PostgreSqlServer database, ITestOutputHelper output) : IDisposable
{
    private const int Patients = 200_000, WarmUp = 20_000;
    private readonly string folder = Directory.CreateTempSubdirectory("bonemets-throughput-").FullName;
    private readonly string library = Repository.CopyLibrary();

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        Directory.Delete(library, recursive: true);
    }

    [NightlyFact]
    public async Task Throughput_of_one_and_of_three_servers_and_of_the_command()
    {
        var report = new StringBuilder($"""
            # Cohort runs: throughput

            {MeasurementReport.Number(Patients)} patients, workflow `{CohortPatients.Workflow}` (about 6.8 kB of answer for each), PostgreSQL on the same machine; {MeasurementReport.Machine}. Each line is one run after a warm-up. Patients per second are by the clock; *processor* is what the servers (or the command) used of it, PostgreSQL not counted. Where the load is higher than the number of cores others worked on the machine too, and not evenly: then only what is per processor second compares. One execution after the other was asked for meanwhile, of the first server.

            | what | workers | seconds | patients/s | processor s | patients per processor s | execute p50 / p99, ms |
            |---|---|---|---|---|---|---|

            """);
        var input = Path.Combine(folder, "patients.ndjson");
        await CohortPatients.WriteAsync(input, Patients);
        var warm = Path.Combine(folder, "warm.ndjson");
        await CohortPatients.WriteAsync(warm, WarmUp);
        await CommandAsync(report, input);
        foreach (var (servers, workers) in ((int, int)[])[(1, 1), (1, 2), (3, 1)]) await ServersAsync(report, servers, workers, input, warm);
        report.Append("""

            On two cores three servers have no more processor than one server with two workers: what this shows is what the cluster costs (claims, results and Quartz's own bookkeeping), not what more machines would give. The command writes a file of 1.4 GB, which counts as its processor time, starts anew each time, and counts nothing; a run also counts every verdict and output, hashes, compresses and stores the answers, and works at a lower priority.

            """);
        output.WriteLine(report.ToString());
        await MeasurementReport.WriteAsync("cohorts.md", report.ToString());
    }

    private async Task CommandAsync(StringBuilder report, string input)
    {
        var since = Stopwatch.StartNew();
        using var process = CommandProcess.Start(["--library", library, "evaluate", CohortPatients.Workflow, "--input", input, "--output", Path.Combine(folder, "out.ndjson"), "--as-of", "2026-01-31"]);
        var complaints = process.StandardError.ReadToEndAsync();
        var processor = TimeSpan.Zero;
        while (!process.WaitForExit(100)) processor = Used(process) ?? processor; // of one that has ended nobody knows it any more
        await complaints;
        Assert.Equal(3, process.ExitCode); // some lines are bad on purpose
        Row(report, "`bonemets evaluate`", "all cores", since.Elapsed, processor, null);
    }

    private static TimeSpan? Used(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private async Task ServersAsync(StringBuilder report, int count, int workers, string input, string warm)
    {
        var store = new StoreOptions { PostgreSql = await database.NewDatabaseAsync() };
        var servers = new List<ServerProcess>();
        try
        {
            for (var i = 0; i < count; i++) servers.Add(await ServerProcess.StartAsync(store, library, Path.Combine(folder, "cache"), "--cohort-workers", workers.ToString(CultureInfo.InvariantCulture)));
            using var root = new Person(servers[0].Address, "root");
            await root.AcceptAsync(await servers[0].SecretAsync(), "root");
            await RunAsync(root, warm);
            var idle = await AskAsync(root, Task.Delay(TimeSpan.FromSeconds(3)));
            var before = servers.Select(s => s.Processor).ToList();
            var running = RunAsync(root, input);
            var asked = await AskAsync(root, running);
            var run = await running;
            var processor = servers.Zip(before).Aggregate(TimeSpan.Zero, (sum, s) => sum + s.First.Processor - s.Second);
            var elapsed = run["endedAt"]!.GetValue<DateTimeOffset>() - run["startedAt"]!.GetValue<DateTimeOffset>();
            Row(report, count == 1 ? "one server" : $"{count} servers", $"{count} × {workers}", elapsed, processor, $"{asked.Half:0.0} / {asked.Most:0.0} (idle {idle.Half:0.0} / {idle.Most:0.0})");
        }
        finally
        {
            foreach (var server in servers) await server.DisposeAsync();
        }
    }

    private static async Task<JsonNode> RunAsync(Person root, string input)
    {
        var run = await CohortRun.CreateAsync(root, CohortPatients.Workflow);
        await run.UploadFileAsync(input);
        await run.StartAsync();
        await FaultStory.UntilAsync(async () =>
        {
            await Task.Delay(200);
            return CohortRun.StateOf(await run.GetAsync()) == "completed";
        }, "the run is completed", TimeSpan.FromMinutes(20));
        return await run.GetAsync();
    }

    /// <summary>One after the other until the other work ends: the middle one, and the one that is slower than 99 of 100.</summary>
    private static async Task<(double Half, double Most)> AskAsync(Person who, Task until)
    {
        var times = new List<double>();
        while (!until.IsCompleted || times.Count == 0)
        {
            var since = Stopwatch.GetTimestamp();
            using var response = await who.SendAsync(HttpMethod.Post, $"/api/v1/workflows/{CohortPatients.Workflow}/execute", JsonContent.Create(new { facts = new { patient = new { totalCalcium = 12.4, albumin = 3.1 } } }));
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            Assert.True(response.IsSuccessStatusCode);
            await Task.Delay(10);
        }
        times.Sort();
        return (times[times.Count / 2], times[times.Count * 99 / 100]);
    }

    private static void Row(StringBuilder report, string what, string workers, TimeSpan elapsed, TimeSpan processor, string? asked) => report.AppendLine(CultureInfo.InvariantCulture,
        $"| {what} | {workers} | {elapsed.TotalSeconds:0.0} | {MeasurementReport.Number(Patients / elapsed.TotalSeconds)} | {processor.TotalSeconds:0.0} | {MeasurementReport.Number(Patients / processor.TotalSeconds)} | {asked ?? "–"} |");
}
