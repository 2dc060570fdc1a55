using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.CdsHooks;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Server;
using BoneMets.Rules.Tests.Fuzzing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace BoneMets.Rules.System.Tests.Fuzzing;

/// <summary>Mutated requests for every route, by nobody, by an author with a session and by an application with a key.</summary>
public sealed class HttpFuzzTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private const int Senders = 4;
    private const long MostLeftBehind = 400L * 1024 * 1024;
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(20), Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] Texts = ["patient.totalCalcium > 3", "1 / 0", "((((", "$(patient.albumin)", "Xyzzyperson", "2026-01-31", "Hypercalcemia", "../x", "<b>", "\u202e"];
    private readonly string library = Repository.CopyLibrary();
    private readonly WatchedLog log = new(RouteExamples.Secret);
    private readonly Dictionary<string, Person> people = [];
    private StoreServer server = null!;
    private int next;
    private volatile string? failure;

    public async Task InitializeAsync()
    {
        HookTable.Offer(library);
        server = await StoreServer.StartAsync(new StoreOptions { File = Path.Combine(library, "store.db") }, library, o => o with { LogLevel = LogLevel.Information });
        server.App.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var root = await server.AdministratorAsync();
        people["nobody"] = server.Anyone;
        people["author"] = await server.PersonAsync(root, "anna", "author");
        people["key"] = await server.KeyAsync(root, "ehr", ["execute"]);
        await people["author"].PostAsync("/api/v1/changes", new { title = "Fuzzed" });
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(library, recursive: true);
    }

    public void Dispose() => log.Dispose();

    [Fact]
    public async Task No_request_finds_a_defect_and_the_server_decides_as_before()
    {
        var requests = Nightly.Times(20_000, 200_000);
        var examples = RouteExamples.All();
        var golden = await GoldenAsync();
        var (before, started) = (GC.GetTotalMemory(forceFullCollection: true), Stopwatch.StartNew());
        var statuses = new int[600];
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(() => SendAsync(examples, requests, statuses))));
        output.WriteLine($"{Math.Min(next, requests)} requests with seeds from {FuzzSeed.First} in {started.Elapsed.TotalSeconds:F1} s: {string.Join(", ", statuses.Select((n, s) => (n, s)).Where(s => s.n > 0).Select(s => $"{s.n} x {s.s}"))}");
        Assert.True(failure is null, failure);
        Assert.Empty(log.Wrong);
        Assert.Equal(golden, await GoldenAsync());
        var leftBehind = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(leftBehind < MostLeftBehind, $"{leftBehind / (1024 * 1024)} MB were left behind");
        Assert.True(statuses[200] > requests / 20 && statuses[400] > requests / 20, "too few of both kinds");
    }

    private async Task SendAsync(IReadOnlyList<FuzzRequest> examples, int requests, int[] statuses)
    {
        while (failure is null && Interlocked.Increment(ref next) is var number && number <= requests)
        {
            var seed = unchecked(FuzzSeed.First + number - 1);
            var request = Made(FuzzSeed.Random(seed), examples);
            if (await WrongAsync(request, statuses) is not { } wrong) continue;
            failure ??= $"BONEMETS_SEED={seed} tries it again: {wrong}\n{request}";
            failure = await SmallestAsync(seed, request, wrong);
        }
    }

    private FuzzRequest Made(Random random, IReadOnlyList<FuzzRequest> examples)
    {
        var request = random.Pick(examples);
        while (RouteExamples.IsSlow(request) && !random.Chance(1)) request = random.Pick(examples);
        request = request with { Who = random.Pick([.. people.Keys]) };
        var mutated = RequestMutation.Mutated(random, request, () => random.Pick(Texts));
        // Who ends the own session or locks the own account is nobody for all requests to come.
        return mutated.Path.Contains("/session", StringComparison.Ordinal) ? mutated with { Who = "nobody" } : mutated;
    }

    private async Task<string?> WrongAsync(FuzzRequest request, int[]? statuses, bool isRepeated = false)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var response = await people[request.Who].SendAsync(new HttpMethod(request.Method), request.Path, request.Content(), request.OtherHeaders);
            if (statuses is not null) Interlocked.Increment(ref statuses[(int)response.StatusCode]);
            var wrong = await AnswerRules.WrongAsync(request, response);
            return wrong ?? (Stopwatch.GetElapsedTime(started) > Seconds && !RouteExamples.IsSlow(request) ? $"took {Stopwatch.GetElapsedTime(started)}" : null);
        }
        catch (Exception e) when (e is HttpRequestException { HttpRequestError: HttpRequestError.Unknown } or FormatException or UriFormatException or NotSupportedException or InvalidOperationException)
        {
            return null; // a client cannot even say this; raw sockets do
        }
        catch (HttpRequestException e)
        {
            // A server that has answered may close before it has read all.
            if (request.Body?.Length > 60_000) return null;
            // It may also close a connection on which it refused the body before, in the moment when this request goes out on it: not twice.
            return isRepeated ? e.ToString() : await WrongAsync(request, statuses, isRepeated: true);
        }
    }

    private async Task<string> SmallestAsync(int seed, FuzzRequest request, string wrong)
    {
        var watch = Stopwatch.StartNew();
        for (var isSmaller = true; isSmaller && watch.Elapsed < Patience;)
        {
            isSmaller = false;
            foreach (var smaller in request.Smaller())
            {
                if (watch.Elapsed > Patience) break;
                if (await WrongAsync(smaller, null) is not { } still) continue;
                (request, wrong, isSmaller) = (smaller, still, true);
                break;
            }
        }
        return $"BONEMETS_SEED={seed} tries it again: {wrong}\n{request}";
    }

    private async Task<string> GoldenAsync()
    {
        var decision = await people["key"].PostAsync("/api/v1/workflows/Hypercalcemia/execute", JsonNode.Parse("""{"facts":{"patient":{"totalCalcium":{"value":3.6,"unit":"mmol/L"},"albumin":4,"sex":"female"}},"asOf":"2026-01-31","explain":"rules"}""")!);
        return decision["rules"]!.ToJsonString() + decision["outputs"]?.ToJsonString();
    }
}
