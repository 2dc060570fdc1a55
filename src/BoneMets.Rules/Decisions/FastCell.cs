using BoneMets.Rules.Compilation;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Decisions;

/// <summary>Writes one cell of a detailed decision as <see cref="DecisionWriter"/> and <see cref="ValueText"/> write the value that it stands for.</summary>
internal sealed class FastCell
{
    private static readonly byte[] Null = "null"u8.ToArray();
    private readonly bool isDate;
    private readonly bool isTruth;
    private readonly FactType boundType;

    /// <summary>The words of an enumeration, or the different values of a table's rows, as text and as JSON.</summary>
    private readonly byte[][] texts = [];
    private readonly byte[][] values = [];

    /// <summary>For each row of a table the place of its value.</summary>
    private readonly int[] valueOfRow = [];

    public FastCell(DetailCell cell)
    {
        Property = [(byte)',', (byte)'"', .. JsonBytes.Escaped(cell.Name), (byte)'"', (byte)':'];
        (isDate, isTruth, boundType) = (cell.Type is DateType, cell.Type is BooleanType, cell.BoundType);
        if (cell.RowValues is { } rows)
        {
            var different = rows.Distinct().ToList();
            valueOfRow = [.. rows.Select(value => different.IndexOf(value))];
            texts = [.. different.Select(ToText)];
            values = [.. different.Select(ToJson)];
        }
        else if (cell.Type is EnumType words)
        {
            texts = [.. words.Values.Select(ToText)];
            values = [.. words.Values.Select(word => ToJson(word))];
        }
        IsSupported = cell.Type is not null;
    }

    /// <summary>A comma, the name and a colon.</summary>
    public byte[] Property { get; }

    public bool IsSupported { get; }

    /// <summary>The value, <c>null</c> while it is undecided.</summary>
    public void WriteValue(ref JsonBytes json, in OutputCell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.True: json.Put("true"u8); break;
            case CellKind.False: json.Put("false"u8); break;
            case CellKind.Number: json.PutNumber(cell.Low); break;
            case CellKind.Code when isDate:
                json.Put((byte)'"');
                json.PutDay(cell.Code);
                json.Put((byte)'"');
                break;
            case CellKind.Code: json.Put(values[cell.Code]); break;
            case CellKind.Text:
                json.Put((byte)'"');
                json.PutText(cell.Text!);
                json.Put((byte)'"');
                break;
            case CellKind.Rows: json.Put(Find(cell.Rows, out var single) == 1 ? values[single] : Null); break;
            default: json.Put(Null); break;
        }
    }

    /// <summary>Whether it is one of several values or a range.</summary>
    public bool IsOpen(in OutputCell cell) => cell.Kind == CellKind.Range || (cell.Kind == CellKind.Rows && Find(cell.Rows, out _) > 1);

    /// <summary>The values that an open one may still take.</summary>
    public void WritePossible(ref JsonBytes json, in OutputCell cell)
    {
        if (cell.Kind == CellKind.Range)
        {
            json.Put("{\"min\":"u8);
            json.PutNumber(cell.Low);
            json.Put(",\"max\":"u8);
            json.PutNumber(cell.High);
            json.Put((byte)'}');
            return;
        }
        json.Put("{\"values\":["u8);
        WriteEach(ref json, cell.Rows, values, ","u8);
        json.Put("]}"u8);
    }

    /// <summary>As a clinician reads it inside a text.</summary>
    public void WriteText(ref JsonBytes json, in OutputCell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.True: json.Put("yes"u8); break;
            case CellKind.False: json.Put("no"u8); break;
            case CellKind.Number: json.PutNumber(cell.Low); break;
            case CellKind.Range:
                json.PutNumber(cell.Low);
                json.Put(" to "u8);
                json.PutNumber(cell.High);
                break;
            case CellKind.Code when isDate: json.PutDay(cell.Code); break;
            case CellKind.Code: json.Put(texts[cell.Code]); break;
            case CellKind.Text: json.PutText(cell.Text!); break;
            case CellKind.Rows when Find(cell.Rows, out _) > 0: WriteEach(ref json, cell.Rows, texts, " or "u8); break;
            default: json.Put("not recorded"u8); break;
        }
    }

    private byte[] ToText(object content) => JsonBytes.Escaped(ValueText.Of(new Evaluation.KnownValue(content), boundType));

    private static byte[] ToJson(object content)
    {
        using var buffer = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(buffer, DecisionWriter.Compact)) DecisionWriter.WriteContent(writer, content);
        return buffer.ToArray();
    }

    /// <summary>How many different values the rows leave; none when perhaps no row applies. True or false is all there is, so it says nothing.</summary>
    private int Find(ulong rows, out int single)
    {
        single = 0;
        if ((rows >> valueOfRow.Length & 1) != 0) return 0;
        var seen = 0UL;
        for (; rows != 0; rows &= rows - 1)
        {
            single = valueOfRow[System.Numerics.BitOperations.TrailingZeroCount(rows)];
            seen |= 1UL << single;
        }
        var count = System.Numerics.BitOperations.PopCount(seen);
        return isTruth && count > 1 ? 0 : count;
    }

    private void WriteEach(ref JsonBytes json, ulong rows, byte[][] pieces, ReadOnlySpan<byte> between)
    {
        var seen = 0UL;
        for (; rows != 0; rows &= rows - 1)
        {
            var value = valueOfRow[System.Numerics.BitOperations.TrailingZeroCount(rows)];
            if ((seen & 1UL << value) != 0) continue;
            if (seen != 0) json.Put(between);
            seen |= 1UL << value;
            json.Put(pieces[value]);
        }
    }
}
