using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Store;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>Publishing under load: whoever asks meanwhile is answered rightly by one release or the other.</summary>
public abstract class ReleaseSwap(ITestOutputHelper output) : FaultStory
{
    private const int Rollbacks = 78, Changes = 22, Clients = 4;

    /// <summary>Of those that served: the one that still does.</summary>
    private const int MostKept = 1;

    /// <summary>What each release answers, known before it can answer.</summary>
    private readonly ConcurrentDictionary<int, int> limits = new() { [1] = 10 };

    private readonly List<WeakReference<LibrarySnapshot>> snapshots = [];
    private volatile bool isOver;

    protected abstract Task<StoreOptions> NewDatabaseAsync();

    [Fact]
    public async Task A_hundred_publications_under_load_give_no_wrong_answer_and_leave_no_engine_behind()
    {
        await using var server = await StoreServer.StartAsync(await NewDatabaseAsync(), Library);
        var root = await server.AdministratorAsync();
        var anna = await server.PersonAsync(root, "anna", "author");
        var rita = await server.PersonAsync(root, "rita", "reviewer", "publisher");
        var ward = await server.KeyAsync(root, "ward 7", ["execute"]);
        var loads = Enumerable.Range(0, Clients).Select(i => Task.Run(() => AskAsync(i == 0 ? ward : server.Anyone, asksOlder: i == 1))).ToList();
        try
        {
            await PublishAllAsync(server, anna, rita);
        }
        finally
        {
            isOver = true;
        }
        var asked = await Task.WhenAll(loads);
        Assert.All(asked, count => Assert.InRange(count, 100, int.MaxValue));
        var releases = (await anna.GetAsync("/api/v1/releases")).AsArray();
        Assert.Equal(1 + Changes + Rollbacks, releases.Count);
        Assert.True((await anna.GetAsync("/api/v1/audit/verification"))["intact"]!.GetValue<bool>());
        await UntilAsync(() => Task.FromResult(Live() <= MostKept), $"at most {MostKept} of {snapshots.Count} snapshots hold an engine");
        await UntilAsync(() => Task.FromResult(Remembered() <= MostKept), $"at most {MostKept} of {snapshots.Count} snapshots are in memory");
        output.WriteLine($"{Changes + Rollbacks} publications, {asked.Sum()} decisions, {Live()} of {snapshots.Count} engines left");
    }

    private async Task PublishAllAsync(StoreServer server, Person anna, Person rita)
    {
        var store = server.App.Services.GetRequiredService<StoreHost>().Store;
        var host = server.App.Services.GetRequiredService<LibraryHost>();
        var latest = 1;
        for (var i = 0; i < Changes; i++)
        {
            Remember(host);
            var id = await PlatformStory.DraftAsync(anna, $"Change {i}", 11 + i);
            limits[latest + 1] = 11 + i;
            latest = await PlatformStory.PublishAsync(anna, rita, id);
            // Back to older ones in between, as fast as the store takes it: the server may see only the last of a burst.
            for (var back = 0; back < Rollbacks / Changes + (i < Rollbacks % Changes ? 1 : 0); back++)
            {
                Remember(host);
                limits[latest + 1] = limits[latest - 1];
                latest = (await store.Releases.RollBackAsync(rita.Name, latest - 1, "under load")).Number;
            }
        }
    }

    /// <summary>Decisions one after the other until the end; how many.</summary>
    private async Task<int> AskAsync(Person who, bool asksOlder)
    {
        var (count, seen) = (0, 0);
        while (!isOver)
        {
            // Mostly the first one, sometimes one that went a moment ago.
            int? wanted = asksOlder && seen > 0 ? count % 5 > 0 ? 1 : Math.Max(1, seen - 1) : null;
            var decision = await StoreServer.DecideAsync(who, 12, wanted);
            var (release, _, limit) = PlatformStory.Named(decision);
            Assert.Equal(limits[release], limit);
            if (wanted is { } number) Assert.Equal(number, release);
            else Assert.InRange(release, seen, int.MaxValue);
            // Whoever asks for older ones looks now and then what is new.
            if (asksOlder && count % 5 == 0) decision = await StoreServer.DecideAsync(who, 12);
            seen = Math.Max(seen, PlatformStory.Named(decision).Release);
            count++;
        }
        return count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Remember(LibraryHost host)
    {
        var serving = host.State.Serving!;
        if (snapshots.Count == 0 || !snapshots[^1].TryGetTarget(out var last) || last != serving) snapshots.Add(new WeakReference<LibrarySnapshot>(serving));
    }

    /// <summary>A snapshot that nobody can take any more has disposed of its engine.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Live() => snapshots.Count(s =>
    {
        if (!s.TryGetTarget(out var snapshot)) return false;
        using var lease = snapshot.TryAcquire();
        return lease is not null;
    });

    private int Remembered()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return snapshots.Count(s => s.TryGetTarget(out _));
    }
}

public sealed class SqliteReleaseSwap(ITestOutputHelper output) : ReleaseSwap(output)
{
    protected override Task<StoreOptions> NewDatabaseAsync() => Task.FromResult(NewFile());
}

[Collection(PostgreSqlCollection.Name)]
public sealed class PostgreSqlReleaseSwap(PostgreSqlServer server, ITestOutputHelper output) : ReleaseSwap(output)
{
    protected override async Task<StoreOptions> NewDatabaseAsync() => new() { PostgreSql = await server.NewDatabaseAsync() };
}
