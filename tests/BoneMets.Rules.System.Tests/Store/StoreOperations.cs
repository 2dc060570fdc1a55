using BoneMets.Rules.Store;

namespace BoneMets.Rules.System.Tests.Store;

/// <summary>What servers and applications need of a store: what is live, the kill switch, recorded decisions, keys.</summary>
public abstract class StoreOperations : StoreAudit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly KeyScope Execute = new(true, false, false, []);

    /// <summary>So long that nothing is found by looking within a test.</summary>
    protected static TimeSpan Never { get; } = TimeSpan.FromHours(1);

    /// <summary>A server that hears of what others publish, not by looking.</summary>
    protected abstract Task<RuleStore> ListenerAsync();

    [Fact]
    public async Task Everything_that_becomes_live_is_heard_of_without_looking()
    {
        await ImportAsync();
        var listener = await ListenerAsync();
        await using var live = listener.Live.WatchAsync(Never).GetAsyncEnumerator();
        Assert.Equal((1, ReleaseStatus.Unreviewed, 0), await NextAsync(live));

        await PublishAsync();
        Assert.Equal((2, ReleaseStatus.Approved, 0), await NextAsync(live));
        await Store.Retirements.RetireAsync(Paul, "Hypercalcemia", null, "wrong limit");
        Assert.Equal((2, ReleaseStatus.Approved, 1), await NextAsync(live));
        await Store.Retirements.LiftAsync(Paul, live.Current.Retired[0].Id, "mended");
        Assert.Equal((2, ReleaseStatus.Approved, 0), await NextAsync(live));
        await Store.Releases.RollBackAsync(Paul, 1, "try it");
        Assert.Equal((3, ReleaseStatus.Unreviewed, 0), await NextAsync(live));
        await Store.Releases.ApproveAsync(Rita, 3, live.Current.Release.ManifestHash, "read");
        Assert.Equal((3, ReleaseStatus.Approved, 0), await NextAsync(live));
        if (!ReferenceEquals(listener, Store)) await listener.DisposeAsync();
    }

    [Fact]
    public async Task A_report_that_is_lost_is_made_up_for_by_looking()
    {
        await ImportAsync();
        await using var other = await RuleStore.OpenAsync(Options);
        await using var live = other.Live.WatchAsync(TimeSpan.FromMilliseconds(50)).GetAsyncEnumerator();
        await NextAsync(live);
        await PublishAsync();
        Assert.Equal((2, ReleaseStatus.Approved, 0), await NextAsync(live));
    }

    [Fact]
    public async Task A_watch_of_an_empty_store_begins_with_its_first_release_and_ends_when_it_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        await using var live = Store.Live.WatchAsync(TimeSpan.FromMilliseconds(50)).GetAsyncEnumerator(stop.Token);
        Assert.Null(await Store.Live.NowAsync());
        var first = live.MoveNextAsync().AsTask();
        await ImportAsync();
        Assert.True(await first.WaitAsync(Patience));
        var next = live.MoveNextAsync().AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_watch_that_is_cancelled_between_two_looks_ends_like_one_that_waits()
    {
        await ImportAsync();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await using var live = Store.Live.WatchAsync(TimeSpan.FromMilliseconds(50)).GetAsyncEnumerator(stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => live.MoveNextAsync().AsTask());
    }

    [Fact]
    public async Task What_is_retired_stays_so_until_it_is_lifted()
    {
        await ImportAsync();
        await RefusedAsync(RefusalKind.Invalid, () => Store.Retirements.RetireAsync(Paul, "Hypercalcemia", "SevereHypercalcemia", " "));
        var rule = await Store.Retirements.RetireAsync(Paul, "Hypercalcemia", "SevereHypercalcemia", "wrong limit");
        await Store.Retirements.RetireAsync(Paul, "Hypercalcemia", null, "all of it");
        await RefusedAsync(RefusalKind.WrongState, () => Store.Retirements.RetireAsync(Paul, "Hypercalcemia", "SevereHypercalcemia", "again"));
        await PublishAsync();
        Assert.Equal([("Hypercalcemia", "SevereHypercalcemia"), ("Hypercalcemia", null)], (await Store.Retirements.ListAsync()).Select(r => (r.Workflow, r.Rule)));
        await Store.Retirements.LiftAsync(Paul, rule.Id, "mended");
        await RefusedAsync(RefusalKind.NotFound, () => Store.Retirements.LiftAsync(Paul, rule.Id, "mended"));
        Assert.Equal([("Hypercalcemia", null)], (await Store.Retirements.ListAsync()).Select(r => (r.Workflow, r.Rule)));
        Assert.Equal(["content.restored", "content.retired"], (await Store.Audit.ReadAsync(10, subject: "rule Hypercalcemia.SevereHypercalcemia")).Select(e => e.Action));
    }

    [Fact]
    public async Task A_decision_is_kept_byte_by_byte_until_it_expires()
    {
        await ImportAsync();
        var now = Clock.GetUtcNow();
        var kept = Record("1", now, now.AddDays(30), """{"patient":{}}""");
        await Store.Decisions.AddAsync([kept, Record("2", now.AddSeconds(1), now.AddDays(30), null), Record("3", now.AddSeconds(2), now.AddSeconds(1), "{}"), Record("4", now.AddSeconds(3), now.AddDays(30), "{}")]);
        var found = (await Store.Decisions.FindAsync("1"))!;
        Assert.Equal(kept with { Decision = found.Decision }, found);
        Assert.Equal(kept.Decision, found.Decision);
        Assert.Equal(["4", "1"], (await Store.Decisions.WithFactsAsync("Mirels", 10)).Select(d => d.Id));
        Assert.Equal(["4"], (await Store.Decisions.WithFactsAsync("Mirels", 1)).Select(d => d.Id));
        Assert.Equal(1, await Store.Decisions.DeleteExpiredAsync());
        Assert.Equal(0, await Store.Decisions.DeleteExpiredAsync());
        Assert.Null(await Store.Decisions.FindAsync("3"));
        Assert.NotNull(await Store.Decisions.FindAsync("4"));

        static DecisionRecord Record(string id, DateTimeOffset at, DateTimeOffset expires, string? facts) =>
            new(id, 1, "Mirels", "sha256:w", "0.1.0", "2026-01-31", "rules", facts, "sha256:f", [1, 0, 255], "sha256:d", at, null, expires);
    }

    [Fact]
    public async Task A_key_lets_in_whoever_has_its_secret_until_it_is_revoked()
    {
        var (key, secret) = await Store.Keys.CreateAsync(Paul, "ward 7", new KeyScope(true, false, true, ["Mirels"]), TimeSpan.FromDays(30));
        var found = (await Store.Keys.FindAsync(secret))!;
        Assert.Equal((key.Id, "ward 7", true), (found.Id, found.Name, found.RecordsDecisions));
        Assert.Equal(["Mirels"], found.Workflows);
        Assert.Null(found.LastUsed);
        await Store.Keys.UsedAsync(found);
        var noted = (await Store.Keys.FindAsync(secret))!;
        Assert.NotNull(noted.LastUsed);
        await Store.Keys.UsedAsync(noted);
        Assert.Equal(noted.LastUsed, (await Store.Keys.FindAsync(secret))!.LastUsed);
        Assert.Null(await Store.Keys.FindAsync(secret[..^1] + (secret[^1] == '0' ? '1' : '0')));
        Assert.Null(await Store.Keys.FindAsync("bmk_nothing_here"));
        Assert.Null(await Store.Keys.FindAsync("x"));
        Assert.DoesNotContain(await Store.Audit.ReadAsync(10), e => e.Details.GetRawText().Contains(secret[^64..], StringComparison.Ordinal));

        await Store.Keys.RevokeAsync(Paul, key.Id);
        await Store.Keys.RevokeAsync(Rita, key.Id);
        Assert.Null(await Store.Keys.FindAsync(secret));
        Assert.Equal([Paul], (await Store.Keys.ListAsync()).Select(k => k.RevokedBy));
        await RefusedAsync(RefusalKind.NotFound, () => Store.Keys.RevokeAsync(Paul, "none"));
    }

    [Fact]
    public async Task A_key_expires()
    {
        await RefusedAsync(RefusalKind.Invalid, () => Store.Keys.CreateAsync(Paul, "x", Execute, TimeSpan.FromDays(400)));
        await RefusedAsync(RefusalKind.Invalid, () => Store.Keys.CreateAsync(Paul, " ", Execute, TimeSpan.FromDays(1)));
        var (_, secret) = await Store.Keys.CreateAsync(Paul, "x", Execute, TimeSpan.FromSeconds(5));
        Assert.NotNull(await Store.Keys.FindAsync(secret));
        for (var second = 0; second < 5; second++) Clock.GetUtcNow();
        Assert.Null(await Store.Keys.FindAsync(secret));
    }

    protected static async Task<(int Release, ReleaseStatus Status, int Retired)> NextAsync(IAsyncEnumerator<LiveContent> live)
    {
        Assert.True(await live.MoveNextAsync().AsTask().WaitAsync(Patience));
        return (live.Current.Release.Number, live.Current.Release.Status, live.Current.Retired.Count);
    }
}
