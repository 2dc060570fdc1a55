using System.Globalization;
using BoneMets.Rules.Store.Auditing;
using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store;

/// <summary>Cohort runs and what becomes of them. Which state allows what stands in <see cref="CohortTransitions"/>.</summary>
public sealed class CohortStore
{
    private const string Server = "server";
    private readonly StoreDatabase database;

    internal CohortStore(StoreDatabase database) => this.database = database;

    public Task<Cohort> CreateAsync(string actor, NewCohort made, TimeSpan lifetime, CancellationToken cancellation = default) => database.WriteAsync(actor, writer =>
    {
        var row = new CohortRow
        {
            Id = Guid.CreateVersion7(writer.Now).ToString("N"),
            Name = StoreText.Of("name of the run", made.Name, StoreText.Name, isNeeded: true, "say in a few words what it is for"),
            Workflow = made.Workflow,
            Release = made.Release,
            AsOf = made.AsOf,
            Explain = made.Explain,
            State = CohortState.Uploading,
            Version = 1,
            CreatedBy = actor,
            CreatedAt = writer.Now,
            Expires = writer.Now + lifetime,
        };
        writer.Context.Cohorts.Add(row);
        writer.Audit("cohort.created", AuditSubject.Cohort(row.Id), ("workflow", row.Workflow), ("release", AuditSubject.Text(row.Release)), ("asOf", row.AsOf));
        return Task.FromResult(Of(row));
    }, cancellation);

    /// <summary>The newest first; of one person or application, or of all.</summary>
    public Task<IReadOnlyList<Cohort>> ListAsync(string? createdBy = null, CancellationToken cancellation = default)
    {
        var now = database.Now;
        return database.ReadAsync<IReadOnlyList<Cohort>>(async context =>
            [.. (await context.Cohorts.Where(c => createdBy == null || c.CreatedBy == createdBy).OrderByDescending(c => c.Id).ToListAsync(cancellation)).Where(c => !IsExpired(c, now)).Select(Of)], cancellation);
    }

    /// <summary>Null when there is none of that id, or none any more.</summary>
    public Task<Cohort?> FindAsync(string id, CancellationToken cancellation = default)
    {
        var now = database.Now;
        return database.ReadAsync(
            async context => await context.Cohorts.SingleOrDefaultAsync(c => c.Id == id, cancellation) is { } row && !IsExpired(row, now) ? Of(row) : null, cancellation);
    }

    /// <summary>Those that servers have to see to: running, or about to end.</summary>
    public Task<IReadOnlyList<Cohort>> AtWorkAsync(CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<Cohort>>(async context =>
        [.. (await context.Cohorts.Where(c => c.State == CohortState.Running || c.State == CohortState.Cancelling).OrderBy(c => c.Id).ToListAsync(cancellation)).Select(Of)], cancellation);

    /// <param name="version">The version that was looked at; null for whatever it is.</param>
    public Task<Cohort> MapAsync(string actor, string id, int? version, string mapping, CancellationToken cancellation = default) => ChangeAsync(actor, id, CohortAction.Map, version, (row, _) =>
    {
        row.Mapping = mapping;
    }, cancellation);

    public Task<Cohort> StartAsync(string actor, string id, int? version, TimeSpan lifetime, CancellationToken cancellation = default) => ChangeAsync(actor, id, CohortAction.Start, version, (row, writer) =>
    {
        (row.StartedAt, row.EndedAt, row.Reason, row.Expires) = (writer.Now, null, null, writer.Now + lifetime);
        writer.Audit("cohort.started", AuditSubject.Cohort(id), ("patients", AuditSubject.Text(row.Patients)), ("input", row.Hash), ("file", row.File));
    }, cancellation);

    public Task<Cohort> CancelAsync(string actor, string id, CancellationToken cancellation = default) => ChangeAsync(actor, id, CohortAction.Cancel, null, (_, writer) =>
        writer.Audit("cohort.cancelled", AuditSubject.Cohort(id)), cancellation);

    /// <summary>Goes on with the partitions that have no result yet.</summary>
    public async Task<Cohort> ResumeAsync(string actor, string id, TimeSpan lifetime, CancellationToken cancellation = default) => await database.WriteAsync(actor, async writer =>
    {
        var row = await RequireAsync(writer, id, cancellation);
        Step(row, CohortAction.Resume, null);
        (row.StartedAt, row.EndedAt, row.Reason, row.Expires) = (writer.Now, null, null, writer.Now + lifetime);
        await writer.Context.CohortClaims.Where(c => c.Cohort == id).ExecuteDeleteAsync(cancellation);
        await CompleteIfDoneAsync(writer, row, cancellation);
        writer.Audit("cohort.resumed", AuditSubject.Cohort(id));
        return Of(row);
    }, cancellation);

    /// <summary>No server works on it any more. A run that is in another state by now stays in it.</summary>
    public Task EndCancellingAsync(string id, CancellationToken cancellation = default) => EndAsync(id, CohortAction.EndCancelling, null, cancellation);

    /// <summary>Ends a run that cannot go on. The first reason stands.</summary>
    public Task FailAsync(string id, string reason, CancellationToken cancellation = default) => EndAsync(id, CohortAction.Fail, reason, cancellation);

    public async Task DeleteAsync(string actor, string id, CancellationToken cancellation = default)
    {
        await database.WriteAsync(actor, async writer =>
        {
            var row = await RequireAsync(writer, id, cancellation);
            if (CohortTransitions.After(row.State, CohortAction.Delete) is null) throw Refusal(row, "be deleted");
            writer.Context.Cohorts.Remove(row);
            writer.Audit("cohort.deleted", AuditSubject.Cohort(id), ("workflow", row.Workflow), ("patients", AuditSubject.Text(row.Patients)));
            return true;
        }, cancellation);
        await CohortRemains.DeleteAsync(database, cancellation);
    }

    /// <summary>Deletes runs that have expired, and what an interrupted deletion has left; how many runs that were.</summary>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation = default)
    {
        var count = await database.WriteAsync(Server, async writer =>
        {
            var now = writer.Now;
            var deleted = await writer.Context.Cohorts
                .Where(c => c.Expires <= now && c.State != CohortState.Running && c.State != CohortState.Cancelling).ExecuteDeleteAsync(cancellation);
            if (deleted > 0) writer.Audit("cohorts.expired", "cohorts", ("count", deleted.ToString(CultureInfo.InvariantCulture)));
            return deleted;
        }, cancellation);
        await CohortRemains.DeleteAsync(database, cancellation);
        return count;
    }

    /// <summary>Notes that somebody took the results away.</summary>
    public Task DownloadedAsync(string actor, string id, string what, CancellationToken cancellation = default) => database.WriteAsync(actor, writer =>
    {
        writer.Audit("cohort.downloaded", AuditSubject.Cohort(id), ("what", what));
        return Task.FromResult(true);
    }, cancellation);

    internal static async Task<CohortRow> RequireAsync(StoreWriter writer, string id, CancellationToken cancellation) =>
        await writer.Context.Cohorts.SingleOrDefaultAsync(c => c.Id == id, cancellation) is { } row && !IsExpired(row, writer.Now)
            ? row
            : throw StoreRefusedException.NotFound("cohort run of that id", "look at the list of those that are there; runs are deleted some time after they end");

    /// <summary>The run has its results when every partition has one: counted here, so that no counter can be wrong.</summary>
    internal static async Task CompleteIfDoneAsync(StoreWriter writer, CohortRow row, CancellationToken cancellation)
    {
        await writer.Context.SaveChangesAsync(cancellation);
        if (await writer.Context.CohortResults.CountAsync(r => r.Cohort == row.Id, cancellation) != row.Partitions) return;
        Step(row, CohortAction.Complete, null);
        row.EndedAt = writer.Now;
        writer.Audit("cohort.completed", AuditSubject.Cohort(row.Id), ("patients", AuditSubject.Text(row.Patients)));
    }

    internal static void Step(CohortRow row, CohortAction action, int? version)
    {
        if (version is { } read && read != row.Version)
            throw new StoreRefusedException(RefusalKind.RunChanged, $"the run is at version {row.Version} by now, not at {read}", "read it again, and decide then");
        row.State = CohortTransitions.After(row.State, action) ?? throw Refusal(row, Words(action));
        row.Version++;
    }

    internal static Cohort Of(CohortRow row) => new(
        row.Id, row.Name, row.Workflow, row.Release, row.AsOf, row.Explain, row.State, row.Version, row.CreatedBy, row.CreatedAt, row.StartedAt, row.EndedAt, row.Reason,
        row.Format is { } format && row.State != CohortState.Uploading
            ? new CohortInput(format, row.Separator, CohortColumns.Read(row.Columns), row.File, row.Bytes, row.Hash!, row.Patients, row.Partitions)
            : null,
        row.Mapping, row.Expires);

    private static bool IsExpired(CohortRow row, DateTimeOffset now) => row.Expires <= now && row.State is not (CohortState.Running or CohortState.Cancelling);

    private static string Words(CohortAction action) => action switch
    {
        CohortAction.Upload or CohortAction.EndUpload => "take an input",
        CohortAction.Map => "take a mapping",
        CohortAction.Start => "be started",
        CohortAction.Cancel => "be cancelled",
        CohortAction.Resume => "be resumed",
        _ => "end",
    };

    private static StoreRefusedException Refusal(CohortRow row, string what) =>
        new(RefusalKind.WrongState, $"the run is `{EnumWord.Of(row.State)}` and cannot {what}", CohortTransitions.Remedy(row.State));

    private Task<Cohort> ChangeAsync(string actor, string id, CohortAction action, int? version, Action<CohortRow, StoreWriter> change, CancellationToken cancellation) => database.WriteAsync(actor, async writer =>
    {
        var row = await RequireAsync(writer, id, cancellation);
        Step(row, action, version);
        change(row, writer);
        return Of(row);
    }, cancellation);

    private Task EndAsync(string id, CohortAction action, string? reason, CancellationToken cancellation) => database.WriteAsync(Server, async writer =>
    {
        var row = await writer.Context.Cohorts.SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (row is null || CohortTransitions.After(row.State, action) is null) return false;
        Step(row, action, null);
        (row.EndedAt, row.Reason) = (writer.Now, reason);
        await writer.Context.CohortClaims.Where(c => c.Cohort == id).ExecuteDeleteAsync(cancellation);
        if (reason is not null) writer.Audit("cohort.failed", AuditSubject.Cohort(id), ("reason", reason));
        return true;
    }, cancellation);
}
