using System.Text.Json.Nodes;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Store;

/// <summary>Cohort runs in the store: which state allows what, and one result for each partition, whoever has tried.</summary>
public abstract class StoreCohorts : StoreCardFeedback
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly JsonNode Table = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "spec", "cohorts", "states.json")))!;

    [Fact]
    public void States_follow_each_other_as_the_table_says()
    {
        Assert.Equal(Enum.GetValues<CohortState>().Select(EnumWord.Of), Table["states"]!.AsArray().Select(s => s!.GetValue<string>()));
        Assert.Equal(Enum.GetValues<CohortAction>().Select(EnumWord.Of).Order(StringComparer.Ordinal), Table["after"]!.AsObject().Select(a => a.Key).Order(StringComparer.Ordinal));
        foreach (var action in Enum.GetValues<CohortAction>())
            foreach (var state in Enum.GetValues<CohortState>())
                Assert.Equal((action, state, Table["after"]![EnumWord.Of(action)]![EnumWord.Of(state)]?.GetValue<string>()), (action, state, CohortTransitions.After(state, action) is { } after ? EnumWord.Of(after) : null));
    }

    [Fact]
    public async Task Every_action_leads_where_the_table_says_or_is_refused_and_changes_nothing()
    {
        await ImportAsync();
        foreach (var state in Enum.GetValues<CohortState>())
            foreach (var (action, act) in Actions)
            {
                var run = await InAsync(state);
                var allowed = Table["after"]![EnumWord.Of(action)]![EnumWord.Of(state)]?.GetValue<string>();
                if (allowed is not null) await act(Store, run.Id);
                else await RefusedAsync(RefusalKind.WrongState, () => act(Store, run.Id));
                var now = await Store.Cohorts.FindAsync(run.Id);
                Assert.Equal((state, action, allowed is not null && action == CohortAction.Delete ? null : allowed ?? EnumWord.Of(state)), (state, action, now is null ? null : EnumWord.Of(now.State)));
                if (allowed is null) Assert.Equal(run.Version, now!.Version);
            }
        Assert.True((await Store.Audit.VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task A_partition_has_one_result_the_first_and_a_run_is_completed_when_each_has_one()
    {
        await ImportAsync();
        var run = await InAsync(CohortState.Running);
        Assert.Equal([0, 1, 2], await Store.CohortResults.PendingAsync(run.Id));
        Assert.Equal(ClaimOutcome.Granted, await Store.CohortResults.ClaimAsync(run.Id, 0, "a"));
        Assert.Equal(ClaimOutcome.Granted, await Store.CohortResults.ClaimAsync(run.Id, 0, "b")); // a is thought dead
        var fates = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Store.CohortResults.AddAsync(run.Id, 0, Result($"node{i}"), Kept)));
        Assert.Single(fates, ResultFate.Kept);
        Assert.Equal(5, fates.Count(f => f == ResultFate.AlreadyThere));
        Assert.Equal(ClaimOutcome.AlreadyDone, await Store.CohortResults.ClaimAsync(run.Id, 0, "a"));
        Assert.Equal([1, 2], await Store.CohortResults.PendingAsync(run.Id));
        Assert.Equal(ResultFate.Kept, await Store.CohortResults.AddAsync(run.Id, 2, Result("a"), Kept));
        Assert.Equal(CohortState.Running, (await Store.Cohorts.FindAsync(run.Id))!.State);
        Assert.Equal(ResultFate.Kept, await Store.CohortResults.AddAsync(run.Id, 1, Result("b"), Kept));
        var ended = (await Store.Cohorts.FindAsync(run.Id))!;
        Assert.Equal((CohortState.Completed, true), (ended.State, ended.EndedAt is not null));
        var progress = await Store.CohortResults.ProgressAsync(run.Id);
        Assert.Equal((3, 3, 6L, 1), (progress.Partitions, progress.PartitionsDone, progress.PatientsDone, progress.Recovered));
        Assert.Equal([0, 1, 2], await Store.CohortResults.NumbersAsync(run.Id));
    }

    [Theory]
    [InlineData(CohortState.Cancelling)]
    [InlineData(CohortState.Cancelled)]
    [InlineData(CohortState.Failed)]
    [InlineData(CohortState.Completed)]
    public async Task A_run_that_is_not_running_takes_no_result_and_lets_nobody_begin(CohortState state)
    {
        await ImportAsync();
        var run = await InAsync(state);
        Assert.Equal(ResultFate.TooLate, await Store.CohortResults.AddAsync(run.Id, 1, Result("late"), Kept));
        Assert.Equal(ClaimOutcome.NotRunning, await Store.CohortResults.ClaimAsync(run.Id, 1, "late"));
        Assert.Equal(ResultFate.TooLate, await Store.CohortResults.AddAsync("gone", 1, Result("late"), Kept));
    }

    [Fact]
    public async Task What_was_done_before_a_cancellation_is_not_done_again()
    {
        await ImportAsync();
        var run = await InAsync(CohortState.Running);
        await Store.CohortResults.AddAsync(run.Id, 1, Result("a"), Kept);
        await Store.Cohorts.CancelAsync(Ann, run.Id);
        await Store.Cohorts.EndCancellingAsync(run.Id);
        await Store.Cohorts.ResumeAsync(Ann, run.Id, Kept);
        Assert.Equal([0, 2], await Store.CohortResults.PendingAsync(run.Id));
    }

    [Fact]
    public async Task A_partition_that_ends_every_server_ends_the_run_and_one_that_was_given_back_does_not()
    {
        await ImportAsync();
        var run = await InAsync(CohortState.Running);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(ClaimOutcome.Granted, await Store.CohortResults.ClaimAsync(run.Id, 0, "a"));
            await Store.CohortResults.ReleaseAsync(run.Id, 0, "a");
        }
        for (var i = 0; i < CohortResultStore.MostAttempts; i++) Assert.Equal(ClaimOutcome.Granted, await Store.CohortResults.ClaimAsync(run.Id, 0, $"node{i}"));
        Assert.Equal(ClaimOutcome.GivenUp, await Store.CohortResults.ClaimAsync(run.Id, 0, "z"));
        var failed = (await Store.Cohorts.FindAsync(run.Id))!;
        Assert.Equal(CohortState.Failed, failed.State);
        Assert.Contains("partition 0 was begun 5 times", failed.Reason, StringComparison.Ordinal);
        await Store.Cohorts.ResumeAsync(Ann, run.Id, Kept);
        Assert.Equal(ClaimOutcome.Granted, await Store.CohortResults.ClaimAsync(run.Id, 0, "a"));
    }

    [Fact]
    public async Task Another_input_takes_the_place_of_one_that_is_still_arriving()
    {
        await ImportAsync();
        var run = await Store.Cohorts.CreateAsync(Ann, New, Kept);
        var first = await Store.CohortInputs.BeginAsync(Ann, run.Id);
        await Store.CohortInputs.AddAsync(run.Id, first, [Part(0)]);
        var second = await Store.CohortInputs.BeginAsync(Ann, run.Id);
        await RefusedAsync(RefusalKind.RunChanged, () => Store.CohortInputs.AddAsync(run.Id, first, [Part(1)]));
        await RefusedAsync(RefusalKind.RunChanged, () => Store.CohortInputs.EndAsync(Ann, run.Id, first, Input));
        await Store.CohortInputs.AddAsync(run.Id, second, [Part(0), Part(1), Part(2)]);
        Assert.Equal(CohortState.Ready, (await Store.CohortInputs.EndAsync(Ann, run.Id, second, Input)).State);
        Assert.Equal([0, 1, 2], await Store.CohortResults.PendingAsync(run.Id));
    }

    [Fact]
    public async Task Who_looked_at_an_older_version_neither_maps_nor_starts()
    {
        await ImportAsync();
        var run = await InAsync(CohortState.Ready);
        var mapped = await Store.Cohorts.MapAsync(Ann, run.Id, run.Version, "{}");
        await RefusedAsync(RefusalKind.RunChanged, () => Store.Cohorts.MapAsync(Bob, run.Id, run.Version, "[]"));
        await RefusedAsync(RefusalKind.RunChanged, () => Store.Cohorts.StartAsync(Bob, run.Id, run.Version, Kept));
        Assert.Equal(CohortState.Running, (await Store.Cohorts.StartAsync(Bob, run.Id, mapped.Version, Kept)).State);
    }

    [Fact]
    public async Task What_has_expired_is_gone_at_once_and_deleted_with_all_that_belongs_to_it()
    {
        await ImportAsync();
        var run = await InAsync(CohortState.Completed);
        var running = await InAsync(CohortState.Running);
        Clock.Skip(Kept + TimeSpan.FromDays(1));
        Assert.Null(await Store.Cohorts.FindAsync(run.Id));
        Assert.Equal([running.Id], (await Store.Cohorts.ListAsync()).Select(c => c.Id));
        await RefusedAsync(RefusalKind.NotFound, () => Store.Cohorts.DeleteAsync(Ann, run.Id));
        Assert.Equal(1, await Store.Cohorts.DeleteExpiredAsync());
        Assert.Null(await Store.CohortResults.LinesAsync(run.Id, 0));
        Assert.Null(await Store.CohortInputs.FindAsync(run.Id, 0));
        Assert.Equal(CohortState.Running, (await Store.Cohorts.FindAsync(running.Id))!.State);
        Assert.NotNull(await Store.CohortInputs.FindAsync(running.Id, 0));
    }

    private static NewCohort New => new("A run", "Limit", 1, "2026-01-31", "none");

    private static CohortInput Input => new(CohortFormat.Ndjson, null, [], null, 60, "hash", 6, 3);

    private static IReadOnlyList<(CohortAction Action, Func<RuleStore, string, Task> Act)> Actions { get; } =
    [
        (CohortAction.Upload, (store, id) => store.CohortInputs.BeginAsync(Ann, id)),
        (CohortAction.Map, (store, id) => store.Cohorts.MapAsync(Ann, id, null, "{}")),
        (CohortAction.Start, (store, id) => store.Cohorts.StartAsync(Ann, id, null, Kept)),
        (CohortAction.Cancel, (store, id) => store.Cohorts.CancelAsync(Ann, id)),
        (CohortAction.Resume, (store, id) => store.Cohorts.ResumeAsync(Ann, id, Kept)),
        (CohortAction.Delete, (store, id) => store.Cohorts.DeleteAsync(Ann, id)),
    ];

    private static CohortPartition Part(int number) => new(number, 1 + 2 * number, 2, 20 * number, 20, "hash", [1]);

    private static PartitionResult Result(string node) => new([1], [2], [3], 10, "hash", 2, 0, node, TimeSpan.FromMilliseconds(5));

    private async Task<Cohort> InAsync(CohortState state)
    {
        var run = await Store.Cohorts.CreateAsync(Ann, New, Kept);
        if (state == CohortState.Uploading) return run;
        var upload = await Store.CohortInputs.BeginAsync(Ann, run.Id);
        await Store.CohortInputs.AddAsync(run.Id, upload, [Part(0), Part(1), Part(2)]);
        await Store.CohortInputs.EndAsync(Ann, run.Id, upload, Input);
        if (state != CohortState.Ready) await Store.Cohorts.StartAsync(Ann, run.Id, null, Kept);
        if (state is CohortState.Cancelling or CohortState.Cancelled) await Store.Cohorts.CancelAsync(Ann, run.Id);
        if (state == CohortState.Cancelled) await Store.Cohorts.EndCancellingAsync(run.Id);
        if (state == CohortState.Failed) await Store.Cohorts.FailAsync(run.Id, "a reason");
        if (state == CohortState.Completed)
            for (var i = 0; i < 3; i++) await Store.CohortResults.AddAsync(run.Id, i, Result("a"), Kept);
        return (await Store.Cohorts.FindAsync(run.Id))!;
    }
}
