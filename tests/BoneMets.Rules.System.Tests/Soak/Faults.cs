using System.Diagnostics;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Store;

namespace BoneMets.Rules.System.Tests.Soak;

/// <summary>What goes wrong around the servers, one after the other, and whether each of them works as before afterwards.</summary>
internal sealed class Faults(Soaking soaking, SoakSite onDisk, SoakSite onServer, SmallDisk? disk, PostgreSqlServer database)
{
    public const string DatabaseCrashed = "the database crashed", DiskFull = "the disk was full", ClockAhead = "the clock went three days ahead", ClockBehind = "the clock went to an hour behind";

    private static readonly TimeSpan Recovery = Soaking.Patience * 1.5;

    private static readonly TimeSpan Down = TimeSpan.FromSeconds(Nightly.Times(3, 10));

    private readonly List<TimeSpan> probes = [];
    private readonly Prober probeOnDisk = new(onDisk), probeOnServer = new(onServer);

    public int Rounds { get; private set; }

    /// <summary>How long it took, after a fault, until a kill switch and the end of a key held.</summary>
    public IReadOnlyList<TimeSpan> Probes => probes;

    public async Task RoundAsync(TimeSpan quiet)
    {
        await QuietAsync(quiet, probeOnDisk, probeOnServer);
        await CrashAsync();
        await QuietAsync(quiet, probeOnServer);
        await FillAsync();
        await QuietAsync(quiet, probeOnDisk);
        await MoveClocksAsync();
        await QuietAsync(quiet, probeOnDisk, probeOnServer);
        Rounds++;
    }

    private async Task CrashAsync()
    {
        if (soaking.IsOver) return;
        onServer.Trouble.Begin(DatabaseCrashed);
        database.Crash();
        await NoticedAsync(onServer, () => { });
        database.Start();
        await OverAsync(onServer);
    }

    private async Task FillAsync()
    {
        if (disk is null || soaking.IsOver) return;
        onDisk.Trouble.Begin(DiskFull);
        disk.Fill();
        await NoticedAsync(onDisk, disk.Fill); // what the server frees meanwhile too
        disk.Free();
        await OverAsync(onDisk);
    }

    /// <summary>Ahead, from there to behind, and back. Sessions end; nothing else may.</summary>
    private async Task MoveClocksAsync()
    {
        foreach (var (offset, name) in new[] { ("+3d", ClockAhead), ("-1h", ClockBehind), ("+0", "the clock was right again") })
        {
            if (soaking.IsOver) return;
            foreach (var site in (SoakSite[])[onDisk, onServer])
            {
                site.Trouble.Begin(name);
                site.MoveClock(offset);
            }
            await soaking.PauseAsync(TimeSpan.FromSeconds(2)); // it has seen the new time by then
            await Task.WhenAll(OverAsync(onDisk), OverAsync(onServer));
            if (!soaking.IsOver) await Task.WhenAll(probeOnDisk.UseAsync(), probeOnServer.UseAsync());
            await soaking.PauseAsync(Down);
        }
    }

    /// <summary>For a while, and until something was refused for it: a fault that nobody met tells nothing.</summary>
    private async Task NoticedAsync(SoakSite site, Action meanwhile)
    {
        var (since, before) = (Stopwatch.StartNew(), site.Tally.Unavailable);
        while ((since.Elapsed < Down || site.Tally.Unavailable == before) && !soaking.IsOver)
        {
            Assert.True(since.Elapsed < Recovery, $"{site.Name} refused nothing, although {site.Trouble.Past[^1].Name}");
            meanwhile();
            await soaking.PauseAsync(TimeSpan.FromMilliseconds(100));
        }
    }

    private async Task OverAsync(SoakSite site)
    {
        site.Trouble.Mended();
        await FaultStory.UntilAsync(() => Task.FromResult(!site.Trouble.IsOn || soaking.IsOver), $"{site.Name} writes again after: {site.Trouble.Past[^1].Name}", Recovery);
    }

    private async Task QuietAsync(TimeSpan time, params Prober[] probed)
    {
        await soaking.PauseAsync(time);
        foreach (var probe in probed)
        {
            if (soaking.IsOver) return;
            probes.Add(await probe.ProbeAsync());
        }
    }
}
