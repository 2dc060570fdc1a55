using BoneMets.Rules.Store.Auditing;
using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store;

/// <summary>The input of a run, in partitions. They are added one by one while the input arrives, and count when it is whole.</summary>
public sealed class CohortInputStore
{
    private readonly StoreDatabase database;

    internal CohortInputStore(StoreDatabase database) => this.database = database;

    /// <summary>Begins an input, and throws away what there was of another one. Returns what partitions are added with.</summary>
    public Task<string> BeginAsync(string actor, string id, CancellationToken cancellation = default) => database.WriteAsync(actor, async writer =>
    {
        var row = await CohortStore.RequireAsync(writer, id, cancellation);
        CohortStore.Step(row, CohortAction.Upload, null);
        (row.Upload, row.Format, row.File, row.Hash, row.Separator, row.Columns) = (Guid.CreateVersion7(writer.Now).ToString("N"), null, null, null, null, null);
        (row.Bytes, row.Patients, row.Partitions) = (0, 0, 0);
        await writer.Context.CohortPartitions.Where(p => p.Cohort == id).ExecuteDeleteAsync(cancellation);
        return row.Upload;
    }, cancellation);

    public Task AddAsync(string id, string upload, IReadOnlyList<CohortPartition> partitions, CancellationToken cancellation = default) => database.WriteAsync("server", async writer =>
    {
        await RequireAsync(writer, id, upload, cancellation);
        writer.Context.CohortPartitions.AddRange(partitions.Select(p => new CohortPartitionRow
        {
            Cohort = id,
            Number = p.Number,
            FirstLine = p.FirstLine,
            Patients = p.Patients,
            Offset = p.Offset,
            Bytes = p.Bytes,
            Hash = p.Hash,
            Content = p.Content,
        }));
        return true;
    }, cancellation);

    /// <summary>The input is whole. A mapping that was there stays: whoever sends a corrected file does not map it again.</summary>
    public Task<Cohort> EndAsync(string actor, string id, string upload, CohortInput input, CancellationToken cancellation = default) => database.WriteAsync(actor, async writer =>
    {
        var row = await RequireAsync(writer, id, upload, cancellation);
        CohortStore.Step(row, CohortAction.EndUpload, null);
        row.Upload = null;
        (row.Format, row.Separator, row.Columns, row.File) = (input.Format, input.Separator, CohortColumns.Write(input.Columns), input.File);
        (row.Bytes, row.Hash, row.Patients, row.Partitions) = (input.Bytes, input.Hash, input.Patients, input.Partitions);
        writer.Audit("cohort.input", AuditSubject.Cohort(id), ("hash", input.Hash), ("patients", AuditSubject.Text(input.Patients)), ("file", input.File));
        return CohortStore.Of(row);
    }, cancellation);

    /// <summary>Null when there is no such partition.</summary>
    public Task<CohortPartition?> FindAsync(string id, int number, CancellationToken cancellation = default) => database.ReadAsync(async context =>
        await context.CohortPartitions.SingleOrDefaultAsync(p => p.Cohort == id && p.Number == number, cancellation) is { } row
            ? new CohortPartition(row.Number, row.FirstLine, row.Patients, row.Offset, row.Bytes, row.Hash, row.Content)
            : null, cancellation);

    private static async Task<CohortRow> RequireAsync(StoreWriter writer, string id, string upload, CancellationToken cancellation)
    {
        var row = await CohortStore.RequireAsync(writer, id, cancellation);
        return row.Upload == upload ? row : throw new StoreRefusedException(RefusalKind.RunChanged, "another input for this run was begun meanwhile", "see who else sends one, and send it again if it is to stand");
    }
}
