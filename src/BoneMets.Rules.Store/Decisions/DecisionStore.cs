using System.Globalization;
using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store;

/// <summary>Recorded decisions, until they expire.</summary>
public sealed class DecisionStore
{
    private readonly StoreDatabase database;

    internal DecisionStore(StoreDatabase database) => this.database = database;

    /// <summary>
    /// Keeps many at once: one by one, the disk would decide how many decisions there are in a second. One that is there already stays as it is:
    /// a request that was sent again gets the same decision.
    /// </summary>
    public Task AddAsync(IReadOnlyList<DecisionRecord> records, CancellationToken cancellation = default) => database.WriteAsync("server", async writer =>
    {
        var ids = records.Select(r => r.Id).ToList();
        var known = (await writer.Context.Decisions.Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        writer.Context.Decisions.AddRange(records.Where(r => known.Add(r.Id)).Select(r => new DecisionRow
        {
            Id = r.Id,
            Release = r.Release,
            Workflow = r.Workflow,
            Hash = r.Hash,
            EngineVersion = r.EngineVersion,
            AsOf = r.AsOf,
            Explain = r.Explain,
            Facts = r.Facts,
            FactsHash = r.FactsHash,
            Decision = r.Decision,
            DecisionHash = r.DecisionHash,
            At = r.At,
            Key = r.Key,
            Expires = r.Expires,
            Bundle = r.Bundle,
        }));
        return true;
    }, cancellation);

    /// <summary>Null when there is none of that id, or none any more: what has expired is not shown, also when it is not deleted yet.</summary>
    public Task<DecisionRecord?> FindAsync(string id, CancellationToken cancellation = default)
    {
        var now = database.Now;
        return Guid.TryParse(id, out _) || id.All(char.IsAsciiLetterOrDigit)
            ? database.ReadAsync(async context => await context.Decisions.SingleOrDefaultAsync(d => d.Id == id && d.Expires > now, cancellation) is { } row ? Of(row) : null, cancellation)
            : Task.FromResult<DecisionRecord?>(null);
    }

    /// <summary>The newest of a workflow whose facts were kept: what a change can be tried on.</summary>
    public Task<IReadOnlyList<DecisionRecord>> WithFactsAsync(string workflow, int atMost, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<DecisionRecord>>(
        async context =>
        {
            var now = database.Now;
            return [.. (await context.Decisions.Where(d => d.Workflow == workflow && d.Facts != null && d.Expires > now).OrderByDescending(d => d.At).ThenBy(d => d.Id).Take(atMost).ToListAsync(cancellation)).Select(Of)];
        }, cancellation);

    /// <summary>Deletes what has expired; how many that were.</summary>
    public Task<int> DeleteExpiredAsync(CancellationToken cancellation = default) => database.WriteAsync("server", async writer =>
    {
        var now = writer.Now;
        var count = await writer.Context.Decisions.Where(d => d.Expires <= now).ExecuteDeleteAsync(cancellation);
        if (count > 0) writer.Audit("decisions.expired", "decisions", ("count", count.ToString(CultureInfo.InvariantCulture)));
        return count;
    }, cancellation);

    private static DecisionRecord Of(DecisionRow row) =>
        new(row.Id, row.Release, row.Workflow, row.Hash, row.EngineVersion, row.AsOf, row.Explain, row.Facts, row.FactsHash, row.Decision, row.DecisionHash, row.At, row.Key, row.Expires, row.Bundle);
}
