using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store;

/// <summary>
/// Inputs and results whose run is gone. They are large, and whoever deletes them keeps all others from writing: so they go in slices, and what an
/// interruption leaves behind goes with the next one.
/// </summary>
internal static class CohortRemains
{
    private const int Slice = 50;

    public static async Task DeleteAsync(StoreDatabase database, CancellationToken cancellation)
    {
        while (await database.WriteAsync("server", writer => SliceAsync(writer.Context, cancellation), cancellation) > 0)
        {
        }
    }

    private static async Task<int> SliceAsync(StoreContext context, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var row in await context.CohortPartitions.Where(p => !context.Cohorts.Any(c => c.Id == p.Cohort)).Select(p => new { p.Cohort, p.Number }).Take(Slice).ToListAsync(cancellation))
            count += await context.CohortPartitions.Where(p => p.Cohort == row.Cohort && p.Number == row.Number).ExecuteDeleteAsync(cancellation);
        foreach (var row in await context.CohortResults.Where(r => !context.Cohorts.Any(c => c.Id == r.Cohort)).Select(r => new { r.Cohort, r.Number }).Take(Slice).ToListAsync(cancellation))
            count += await context.CohortResults.Where(r => r.Cohort == row.Cohort && r.Number == row.Number).ExecuteDeleteAsync(cancellation);
        return count + await context.CohortClaims.Where(r => !context.Cohorts.Any(c => c.Id == r.Cohort)).ExecuteDeleteAsync(cancellation);
    }
}
