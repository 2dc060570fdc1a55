using System.Runtime.CompilerServices;
using System.Text.Unicode;
using CsvHelper;

namespace BoneMets.Rules.Server.Cohorts.Input;

/// <summary>Cuts CSV between records, whose fields may hold line ends. The first record names the columns; it belongs to no part.</summary>
internal sealed class RecordCutter : IDisposable
{
    public const int MostColumns = 2_000;
    private const int LongestName = 200;
    private readonly InputWindow input;
    private readonly CsvReader reader;
    private long unclosed = -1;

    public RecordCutter(InputWindow input, char? separator, int mostPerRecord)
    {
        this.input = input;
        reader = CsvReader.Create(input, CsvFormat.Options(separator) with { MaxRecordSize = mostPerRecord, OnMalformedRecord = Hear }, leaveOpen: true);
    }

    /// <summary>Between fields: as it was given, or as the first lines say.</summary>
    public char Separator { get; private set; }

    public IReadOnlyList<string> Columns { get; private set; } = [];

    public async IAsyncEnumerable<InputPart> PartsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation)) throw new InputRefusedException("the input is empty: its first line names the columns");
        Columns = ReadNames();
        Separator = reader.Separator;
        var (start, line, patients) = (-1L, 0L, 0);
        while (await ReadAsync(cancellation))
        {
            var at = reader.ByteOffset;
            if (start < 0)
            {
                input.DropUpTo(at);
                (start, line) = (at, reader.LineNumber);
            }
            else if (patients >= InputParts.MostPatients || at - start >= InputParts.MostBytes)
            {
                yield return new InputPart(line, patients, start, input.CutUpTo(at));
                (start, line, patients) = (at, reader.LineNumber, 0);
            }
            patients++;
        }
        if (patients > 0) yield return new InputPart(line, patients, start, input.CutUpTo(input.Total));
    }

    public void Dispose() => reader.Dispose();

    private async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        bool isThere;
        try
        {
            isThere = await reader.ReadAsync(cancellation);
        }
        catch (CsvFormatException e)
        {
            throw new InputRefusedException($"the record that begins in line {e.LineNumber} is too long: a quotation mark may not be closed");
        }
        if (unclosed >= 0) throw new InputRefusedException($"a quotation mark in the record that begins in line {unclosed} is never closed, so that everything after it would be one field; close it, or double a mark that belongs to the text");
        return isThere;
    }

    private void Hear(CsvMalformedRecord record)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote) unclosed = record.LineNumber;
    }

    private List<string> ReadNames()
    {
        if (reader.RawRecord.Contains((byte)0)) throw new InputRefusedException("the input is no text in UTF-8: save the table as CSV in UTF-8");
        if (reader.FieldCount > MostColumns) throw new InputRefusedException($"the first line names {reader.FieldCount} columns, more than {MostColumns}");
        var names = new List<string>();
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (!Utf8.IsValid(reader.GetSpan(i))) throw new InputRefusedException($"the name of column {i + 1} is no UTF-8: save the table as CSV in UTF-8");
            var name = reader.GetString(i).Trim();
            if (name.Length == 0) throw new InputRefusedException($"column {i + 1} has no name in the first line; name it, or take it out");
            if (name.Length > LongestName || name.Any(char.IsControl)) throw new InputRefusedException($"the name of column {i + 1} is longer than {LongestName} characters or holds line ends");
            if (names.Contains(name, StringComparer.Ordinal)) throw new InputRefusedException($"two columns have the name `{name}`; rename one of them, so that no value is mistaken for the other");
            names.Add(name);
        }
        return names;
    }
}
