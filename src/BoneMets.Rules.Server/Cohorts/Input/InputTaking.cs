using BoneMets.Rules.Server.Cohorts.Results;
using BoneMets.Rules.Server.Cohorts.Running;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Cohorts.Input;

/// <summary>Cuts an input into partitions while it arrives and puts them into the store, or notes where they lie in a file. A few of them are in memory at a time, whatever the length of the input.</summary>
internal sealed class InputTaking(RuleStore store, long most)
{
    private const int NotedAtOnce = 100;

    public async Task<Cohort> TakeAsync(string actor, string id, Stream source, CohortFormat format, char? separator, string? file, CancellationToken cancellation)
    {
        var upload = await store.CohortInputs.BeginAsync(actor, id, cancellation);
        await using var window = new InputWindow(source, most);
        using var records = format == CohortFormat.Csv ? new RecordCutter(window, separator, RequestBody.Most) : null;
        var waiting = new List<CohortPartition>();
        var (number, patients) = (0, 0L);
        await foreach (var part in (records?.PartsAsync(cancellation) ?? new LineCutter(window, RequestBody.Most).PartsAsync(cancellation)).WithCancellation(cancellation))
        {
            waiting.Add(new CohortPartition(number++, part.FirstLine, part.Patients, part.Offset, part.Bytes.Length, PartitionBytes.HashOf(part.Bytes.Span), file is null ? Packing.Pack(part.Bytes.Span) : null));
            patients += part.Patients;
            if (file is null || waiting.Count == NotedAtOnce) await KeepAsync(id, upload, waiting, cancellation);
        }
        if (patients == 0) throw new InputRefusedException("the input has no patients");
        if (waiting.Count > 0) await KeepAsync(id, upload, waiting, cancellation);
        var input = new CohortInput(format, records is null ? null : CsvFormat.NameOf(records.Separator), records?.Columns ?? [], file, window.Total, window.Hash, patients, number);
        return await store.CohortInputs.EndAsync(actor, id, upload, input, cancellation);
    }

    private async Task KeepAsync(string id, string upload, List<CohortPartition> waiting, CancellationToken cancellation)
    {
        await store.CohortInputs.AddAsync(id, upload, waiting, cancellation);
        waiting.Clear();
    }
}
