using System.Buffers;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Cohorts.Input;
using BoneMets.Rules.Server.Cohorts.Mapping;
using BoneMets.Rules.Server.Cohorts.Results;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Store;
using BoneMets.Rules.Streaming;
using CsvHelper;

namespace BoneMets.Rules.Server.Cohorts.Running;

/// <summary>
/// Decides the patients of a piece of an input: the lines of NDJSON as they are, the records of CSV as the lines that the mapping makes of them.
/// The answers are those of <c>POST …/execute/batch</c>. Not thread safe.
/// </summary>
internal sealed class CohortDecider : IDisposable
{
    private readonly LineDecider decider;
    private readonly RecordConverter? converter;
    private readonly char? separator;
    private readonly ArrayBufferWriter<byte> answer = new();
    private CsvMalformedReason? malformed;

    public CohortDecider(Cohort run, CohortInput input, CohortMapping? mapping, LibrarySnapshot.Lease lease)
    {
        if (input.Format == CohortFormat.Csv)
        {
            converter = new RecordConverter(mapping!, input.Columns, CohortFacts.Of(lease.Library[run.Workflow]));
            separator = CsvFormat.SeparatorOf(input.Separator!);
        }
        decider = new LineDecider(lease.Engine, run.Workflow, new StreamOptions
        {
            AsOf = CohortFacts.AsOf(run),
            Explain = CohortFacts.ExplainOf(run),
            MostPerLine = RequestBody.Most,
            WriteError = (writer, errors) => LineProblems.Write(writer, converter?.Named(errors) ?? errors),
        });
    }

    /// <param name="each">Gets each answer, a line with its end; its bytes are only lent.</param>
    /// <param name="most">Stops after so many patients.</param>
    public StreamTotals Decide(ReadOnlyMemory<byte> bytes, long firstLine, Action<ReadOnlySpan<byte>> each, CancellationToken cancellation, int most = int.MaxValue) =>
        converter is null ? DecideLines(bytes.Span, firstLine, each, most, cancellation) : DecideRecords(bytes, firstLine, each, most, cancellation);

    public void Dispose()
    {
        decider.Dispose();
        converter?.Dispose();
    }

    private StreamTotals DecideLines(ReadOnlySpan<byte> text, long number, Action<ReadOnlySpan<byte>> each, int most, CancellationToken cancellation)
    {
        var totals = default(StreamTotals);
        for (; !text.IsEmpty && totals.Lines < most; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var end = text.IndexOf((byte)'\n');
            var line = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            totals += Pass(decider.Decide(number, line, answer), each);
        }
        return totals;
    }

    private StreamTotals DecideRecords(ReadOnlyMemory<byte> bytes, long firstLine, Action<ReadOnlySpan<byte>> each, int most, CancellationToken cancellation)
    {
        using var records = CsvReader.Create(bytes, CsvFormat.Options(separator) with { OnMalformedRecord = record => malformed ??= record.Reason });
        var totals = default(StreamTotals);
        while (totals.Lines < most && Next(records))
        {
            cancellation.ThrowIfCancellationRequested();
            var number = firstLine + records.LineNumber - 1;
            var refusal = converter!.Read(records, malformed);
            totals += Pass(refusal is null ? decider.Decide(number, converter.Line, answer) : decider.Refuse(number, converter.Id, [refusal], answer), each);
        }
        return totals;
    }

    private bool Next(CsvReader records)
    {
        malformed = null;
        return records.Read();
    }

    private StreamTotals Pass(StreamTotals line, Action<ReadOnlySpan<byte>> each)
    {
        if (line.Lines > 0) each(answer.WrittenSpan);
        answer.ResetWrittenCount();
        return line;
    }
}

/// <summary>A partition as its result.</summary>
internal static class PartitionDecision
{
    public static PartitionResult Of(CohortDecider decider, CohortPartition part, ReadOnlyMemory<byte> bytes, string node, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        var tallying = new Tallying();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var packed = new MemoryStream();
        var length = 0L;
        using (var packer = Packing.Packer(packed))
        {
            decider.Decide(bytes, part.FirstLine, line =>
            {
                tallying.Add(line);
                hash.AppendData(line);
                packer.Write(line);
                length += line.Length;
            }, cancellation);
        }
        // Who was counted when the input came and who was answered are the same patients, or nothing is said about any of them.
        if (tallying.Tally.Patients != part.Patients) throw new InvalidDataException($"{part.Patients} patients were to be answered and {tallying.Tally.Patients} were");
        return new PartitionResult(
            packed.ToArray(), Packing.PackJson(tallying.Tally), Packing.Pack(tallying.Undetermined), length, Convert.ToHexStringLower(hash.GetHashAndReset()), part.Patients,
            (int)tallying.Tally.Refused, node, Stopwatch.GetElapsedTime(since));
    }
}
