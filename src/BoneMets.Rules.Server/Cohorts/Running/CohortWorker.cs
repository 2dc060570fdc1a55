using System.Diagnostics;
using BoneMets.Rules.Server.Cohorts.Input;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Releases;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Server.Telemetry;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Cohorts.Running;

/// <summary>
/// Decides one partition and gives its result to the store, which takes it or has it already. What cannot be mended by trying again ends the run
/// with its reason; what can (the store does not answer, this server stops) leaves the partition to whoever is next.
/// </summary>
internal sealed class CohortWorker(
    StoreHost storage, CohortSchedule schedule, CohortWatch watch, PartitionBytes bytes, LibraryHost host, ReleaseEngines engines, ServerOptions options, ServerMeter meter, ILogger<CohortWorker> log)
{
    public async Task WorkAsync(string id, int number, bool isRecovered, CancellationToken stopping)
    {
        using var span = ServerMeter.Activities.StartActivity("cohort partition");
        span?.SetTag("cohort.run", id).SetTag("cohort.partition", number).SetTag("cohort.recovered", isRecovered);
        var since = Stopwatch.GetTimestamp();
        try
        {
            if (await storage.Store.CohortResults.ClaimAsync(id, number, schedule.Node, stopping) != ClaimOutcome.Granted) return;
            var run = await storage.Store.Cohorts.FindAsync(id, stopping);
            if (run?.Input is not { } input) return;
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(stopping, watch.Of(id));
            var (outcome, patients) = await TryAsync(run, input, number, stopping, ends.Token);
            meter.Partition(run.Workflow, outcome, isRecovered, patients, Stopwatch.GetElapsedTime(since));
            span?.SetTag("cohort.outcome", outcome);
        }
        catch (StoreUnavailableException e)
        {
            log.LogWarning("Partition {Partition} of cohort run {Run} is left for later, because the store does not answer: {Reason}", number, id, e.Message);
            await GiveBackAsync(id, number);
        }
        catch (OperationCanceledException)
        {
            await GiveBackAsync(id, number);
        }
    }

    private async Task<(string Outcome, int Patients)> TryAsync(Cohort run, CohortInput input, int number, CancellationToken stopping, CancellationToken ends)
    {
        try
        {
            var result = await DecideAsync(run, input, number, ends);
            var fate = await storage.Store.CohortResults.AddAsync(run.Id, number, result, options.CohortLifetime, stopping);
            return (EnumWord.Of(fate), fate == ResultFate.Kept ? result.Patients : 0);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return ("cancelled", 0); // the run is; its result would not be taken
        }
        catch (Exception e) when (Reason(e) is { } reason)
        {
            await storage.Store.Cohorts.FailAsync(run.Id, reason, stopping);
        }
        catch (Exception e) when (e is not (OperationCanceledException or StoreUnavailableException))
        {
            log.LogError("Cohort run {Run} ends, because its partition {Partition} could not be decided: {Type} at {Place}", run.Id, number, e.GetType().Name, e.StackTrace?.Split('\n').FirstOrDefault()?.Trim());
            await storage.Store.Cohorts.FailAsync(run.Id, $"partition {number} could not be decided ({e.GetType().Name}); the log of {schedule.Node} says where", stopping);
        }
        return ("failed", 0);
    }

    private async Task<PartitionResult> DecideAsync(Cohort run, CohortInput input, int number, CancellationToken ends)
    {
        var part = await storage.Store.CohortInputs.FindAsync(run.Id, number, ends) ?? throw new InputRefusedException($"partition {number} of the input is gone from the store");
        var content = await bytes.ReadAsync(input, part, ends);
        using var lease = await engines.RequireAsync(run.Release, ends);
        if (!lease.Library.TryGet(run.Workflow, out var workflow)) throw UnknownWorkflow.Of(run.Workflow, lease.Library);
        RetiredContent.Refuse(lease.Library, workflow, host.State.Retired);
        using var decider = new CohortDecider(run, input, CohortFacts.MappingOf(run), lease);
        return await LowPriority.RunAsync(() => PartitionDecision.Of(decider, part, content, schedule.Node, ends));
    }

    /// <summary>Why the run cannot go on; null for a defect. None of these holds anything of a patient.</summary>
    private static string? Reason(Exception e) => e is InputRefusedException or ProblemException or StoreRefusedException ? e.Message : null;

    private async Task GiveBackAsync(string id, int number)
    {
        try
        {
            await storage.Store.CohortResults.ReleaseAsync(id, number, schedule.Node);
        }
        catch (StoreUnavailableException)
        {
            // It counts as an attempt then; there are several.
        }
    }
}
