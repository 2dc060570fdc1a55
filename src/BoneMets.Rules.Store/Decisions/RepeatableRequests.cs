using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store;

/// <summary>
/// A request that its sender named by a key, so that sending it again gives the same decision. Nothing of the patient is in it: the decision is
/// made again, and its hash tells whether it came out the same.
/// </summary>
/// <param name="Actor">Who sent it: everybody has their own keys.</param>
/// <param name="RequestHash">Of all that was sent.</param>
/// <param name="EvaluatedAt">As the decision has it.</param>
/// <param name="DecisionHash">Of the decision's bytes.</param>
public sealed record RepeatableRequest(
    string Actor, string Key, string RequestHash, string DecisionId, int Release, string ReleaseStatus, string AsOf, string EvaluatedAt, string DecisionHash, DateTimeOffset Expires);

/// <summary>Requests that may be repeated, until they expire; the same for all servers on one store.</summary>
public sealed class RepeatableRequests
{
    private readonly StoreDatabase database;

    internal RepeatableRequests(StoreDatabase database) => this.database = database;

    public Task<RepeatableRequest?> FindAsync(string actor, string key, CancellationToken cancellation = default)
    {
        var now = database.Now;
        return database.ReadAsync(
            async context => await context.Repeatable.SingleOrDefaultAsync(r => r.Actor == actor && r.Key == key && r.Expires > now, cancellation) is { } row ? Of(row) : null, cancellation);
    }

    /// <summary>Keeps it, unless somebody was faster: then the answer is what they kept.</summary>
    public Task<RepeatableRequest> KeepAsync(RepeatableRequest request, CancellationToken cancellation = default) => database.WriteAsync("server", async writer =>
    {
        var now = writer.Now;
        if (await writer.Context.Repeatable.SingleOrDefaultAsync(r => r.Actor == request.Actor && r.Key == request.Key, cancellation) is { } earlier)
        {
            if (earlier.Expires > now) return Of(earlier);
            writer.Context.Repeatable.Remove(earlier);
            await writer.Context.SaveChangesAsync(cancellation);
        }
        writer.Context.Repeatable.Add(new RepeatableRow
        {
            Actor = request.Actor,
            Key = request.Key,
            RequestHash = request.RequestHash,
            DecisionId = request.DecisionId,
            Release = request.Release,
            ReleaseStatus = request.ReleaseStatus,
            AsOf = request.AsOf,
            EvaluatedAt = request.EvaluatedAt,
            DecisionHash = request.DecisionHash,
            Expires = request.Expires,
        });
        return request;
    }, cancellation);

    /// <summary>Deletes what has expired; how many that were.</summary>
    public Task<int> DeleteExpiredAsync(CancellationToken cancellation = default) => database.WriteAsync("server", async writer =>
    {
        var now = writer.Now;
        return await writer.Context.Repeatable.Where(r => r.Expires <= now).ExecuteDeleteAsync(cancellation);
    }, cancellation);

    private static RepeatableRequest Of(RepeatableRow row) =>
        new(row.Actor, row.Key, row.RequestHash, row.DecisionId, row.Release, row.ReleaseStatus, row.AsOf, row.EvaluatedAt, row.DecisionHash, row.Expires);
}
