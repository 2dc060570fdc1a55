using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Cohorts;

/// <summary>Runs as answers.</summary>
internal static class CohortAnswers
{
    public static CohortSummary Of(Cohort run) => new(
        run.Id, run.Name, run.Workflow, run.Release, run.AsOf, EnumWord.Of(run.State), run.Reason, run.CreatedBy, run.CreatedAt, run.StartedAt, run.EndedAt, run.Input?.Patients, run.Expires);

    public static CohortAnswer Of(Cohort run, CohortProgress? progress, string? retired, DateTimeOffset now) => new(
        run.Id, run.Name, run.Workflow, run.Release, run.AsOf, run.Explain, EnumWord.Of(run.State), run.Reason, retired, run.CreatedBy, run.CreatedAt, run.StartedAt, run.EndedAt, run.Expires,
        run.Input is { } input ? new CohortInputAnswer(EnumWord.Of(input.Format), input.Separator, input.Columns, input.File, input.Bytes, input.Hash, input.Patients, input.Partitions) : null,
        CohortFacts.MappingOf(run), progress is null ? null : Of(run, progress, now));

    private static CohortProgressAnswer Of(Cohort run, CohortProgress progress, DateTimeOffset now)
    {
        var rate = run.State == CohortState.Running && progress.RecentSpan > TimeSpan.Zero ? progress.RecentPatients / progress.RecentSpan.TotalSeconds : (double?)null;
        var left = (run.Input?.Patients ?? 0) - progress.PatientsDone;
        return new CohortProgressAnswer(
            progress.PartitionsDone, progress.PatientsDone, progress.Refused, progress.ResultBytes, rate is { } known ? Math.Round(known, 1) : null, rate > 0 ? now + TimeSpan.FromSeconds(left / rate.Value) : null, progress.Recovered,
            [.. progress.Nodes.Select(n => new CohortNodeAnswer(n.Node, n.Partitions, n.Patients, n.Working, Math.Round(n.Busy.TotalSeconds, 3), n.LastResultAt))]);
    }
}
