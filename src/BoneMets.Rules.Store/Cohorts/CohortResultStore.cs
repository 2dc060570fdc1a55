using BoneMets.Rules.Store.Auditing;
using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store;

/// <summary>
/// Who decides which partition, and what came of it. A partition has one result, written in one transaction, by whoever is first: a server that
/// was thought dead, or is late, finds it and drops its own. Nothing is taken for a run that is not running.
/// </summary>
public sealed class CohortResultStore
{
    /// <summary>Something about a partition that ends the server would end all servers, one after the other.</summary>
    internal const int MostAttempts = 5;

    private const string Server = "server";
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(30);
    private readonly StoreDatabase database;

    internal CohortResultStore(StoreDatabase database) => this.database = database;

    public Task<ClaimOutcome> ClaimAsync(string id, int number, string node, CancellationToken cancellation = default) => database.WriteAsync(Server, async writer =>
    {
        var context = writer.Context;
        var row = await context.Cohorts.SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (row is not { State: CohortState.Running }) return ClaimOutcome.NotRunning;
        if (await context.CohortResults.AnyAsync(r => r.Cohort == id && r.Number == number, cancellation)) return ClaimOutcome.AlreadyDone;
        var claim = await context.CohortClaims.SingleOrDefaultAsync(c => c.Cohort == id && c.Number == number, cancellation);
        if (claim is null) context.CohortClaims.Add(claim = new CohortClaimRow { Cohort = id, Number = number, Attempts = 0, Node = node, At = writer.Now });
        if (claim.Attempts >= MostAttempts)
        {
            CohortStore.Step(row, CohortAction.Fail, null);
            (row.EndedAt, row.Reason) = (writer.Now, $"partition {number} was begun {claim.Attempts} times and never ended: servers stop while they decide it");
            writer.Audit("cohort.failed", AuditSubject.Cohort(id), ("reason", row.Reason));
            return ClaimOutcome.GivenUp;
        }
        (claim.Attempts, claim.Node, claim.At) = (claim.Attempts + 1, node, writer.Now);
        return ClaimOutcome.Granted;
    }, cancellation);

    /// <summary>A server gives a partition back that it did not end, because it is stopped or the store did not answer: that is no fault of the partition.</summary>
    public Task ReleaseAsync(string id, int number, string node, CancellationToken cancellation = default) => database.WriteAsync(Server, writer =>
        writer.Context.CohortClaims.Where(c => c.Cohort == id && c.Number == number && c.Node == node)
            .ExecuteUpdateAsync(c => c.SetProperty(r => r.Attempts, r => r.Attempts - 1), cancellation), cancellation);

    public Task<ResultFate> AddAsync(string id, int number, PartitionResult result, TimeSpan lifetime, CancellationToken cancellation = default) => database.WriteAsync(Server, async writer =>
    {
        var context = writer.Context;
        var row = await context.Cohorts.SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (row is not { State: CohortState.Running }) return ResultFate.TooLate;
        if (await context.CohortResults.AnyAsync(r => r.Cohort == id && r.Number == number, cancellation)) return ResultFate.AlreadyThere;
        var claim = await context.CohortClaims.SingleOrDefaultAsync(c => c.Cohort == id && c.Number == number, cancellation);
        if (claim is not null) context.CohortClaims.Remove(claim);
        context.CohortResults.Add(new CohortResultRow
        {
            Cohort = id,
            Number = number,
            Lines = result.Lines,
            Tally = result.Tally,
            Undetermined = result.Undetermined,
            Bytes = result.Bytes,
            Hash = result.Hash,
            Patients = result.Patients,
            Refused = result.Refused,
            Attempts = claim?.Attempts ?? 1,
            Node = result.Node,
            At = writer.Now,
            Milliseconds = (long)result.Took.TotalMilliseconds,
        });
        await CohortStore.CompleteIfDoneAsync(writer, row, cancellation);
        if (row.State == CohortState.Completed) row.Expires = writer.Now + lifetime;
        return ResultFate.Kept;
    }, cancellation);

    /// <summary>The partitions that have no result, in order.</summary>
    public Task<IReadOnlyList<int>> PendingAsync(string id, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<int>>(async context =>
        await context.CohortPartitions.Where(p => p.Cohort == id && !context.CohortResults.Any(r => r.Cohort == id && r.Number == p.Number)).Select(p => p.Number).Order().ToListAsync(cancellation), cancellation);

    public Task<CohortProgress> ProgressAsync(string id, CancellationToken cancellation = default) => database.ReadAsync(async context =>
    {
        var partitions = await context.Cohorts.Where(c => c.Id == id).Select(c => c.Partitions).SingleOrDefaultAsync(cancellation);
        var results = await context.CohortResults.Where(r => r.Cohort == id).Select(r => new { r.Node, r.Patients, r.Refused, r.Bytes, r.At, r.Milliseconds, r.Attempts }).ToListAsync(cancellation);
        var claims = await context.CohortClaims.Where(c => c.Cohort == id).Select(c => c.Node).ToListAsync(cancellation);
        var nodes = results.Select(r => r.Node).Concat(claims).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(node =>
        {
            var own = results.Where(r => r.Node == node).ToList();
            return new CohortNode(node, own.Count, own.Sum(r => (long)r.Patients), claims.Count(c => c == node), TimeSpan.FromMilliseconds(own.Sum(r => r.Milliseconds)), own.Count == 0 ? null : own.Max(r => r.At));
        });
        var now = database.Now;
        var recent = results.Where(r => r.At > now - Recent).ToList();
        return new CohortProgress(
            partitions, results.Count, results.Sum(r => (long)r.Patients), results.Sum(r => (long)r.Refused), results.Sum(r => r.Bytes),
            recent.Sum(r => (long)r.Patients), recent.Count == 0 ? TimeSpan.Zero : now - recent.Min(r => r.At - TimeSpan.FromMilliseconds(r.Milliseconds)), results.Count(r => r.Attempts > 1), [.. nodes]);
    }, cancellation);

    /// <summary>The numbers of the partitions that have a result, in order.</summary>
    public Task<IReadOnlyList<int>> NumbersAsync(string id, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<int>>(async context =>
        await context.CohortResults.Where(r => r.Cohort == id).Select(r => r.Number).Order().ToListAsync(cancellation), cancellation);

    /// <summary>The lines of one partition; null when there are none (any more).</summary>
    public Task<byte[]?> LinesAsync(string id, int number, CancellationToken cancellation = default) => database.ReadAsync(async context =>
        await context.CohortResults.Where(r => r.Cohort == id && r.Number == number).Select(r => r.Lines).SingleOrDefaultAsync(cancellation), cancellation);

    public Task<byte[]?> UndeterminedAsync(string id, int number, CancellationToken cancellation = default) => database.ReadAsync(async context =>
        await context.CohortResults.Where(r => r.Cohort == id && r.Number == number).Select(r => r.Undetermined).SingleOrDefaultAsync(cancellation), cancellation);

    /// <summary>The counts of all partitions that have a result, in order.</summary>
    public Task<IReadOnlyList<byte[]>> TalliesAsync(string id, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<byte[]>>(async context =>
        await context.CohortResults.Where(r => r.Cohort == id).OrderBy(r => r.Number).Select(r => r.Tally).ToListAsync(cancellation), cancellation);
}
