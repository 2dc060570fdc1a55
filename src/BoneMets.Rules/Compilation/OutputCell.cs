namespace BoneMets.Rules.Compilation;

/// <summary>What a cell holds; a single one of several rows is found by who reads it.</summary>
public enum CellKind : byte { Unknown, True, False, Number, Range, Code, Text, Rows }

/// <summary>The value of an output, or of an expression inside a text, as generated code leaves it.</summary>
public struct OutputCell : IEquatable<OutputCell>
{
    public CellKind Kind { get; private set; }

    /// <summary>A number, or the least of a range.</summary>
    public decimal Low { get; private set; }

    public decimal High { get; private set; }

    /// <summary>A day number, or the index of a word in its enumeration.</summary>
    public int Code { get; private set; }

    /// <summary>The rows of a table that may count; the bit after the last one: perhaps none does.</summary>
    public ulong Rows { get; private set; }

    public string? Text { get; private set; }

    public void SetUnknown() => Kind = CellKind.Unknown;

    public void SetTruth(bool met, bool notMet) => Kind = met ? CellKind.True : notMet ? CellKind.False : CellKind.Unknown;

    public void SetNumber(bool isBounded, decimal low, decimal high)
    {
        Kind = !isBounded ? CellKind.Unknown : low == high ? CellKind.Number : CellKind.Range;
        (Low, High) = (low, high);
    }

    /// <summary>Whole numbers, NaN when unknown.</summary>
    public void SetWhole(double low, double high) => SetNumber(!double.IsNaN(low), (long)low, (long)high);

    public void SetCode(int code)
    {
        Kind = code < 0 ? CellKind.Unknown : CellKind.Code;
        Code = code;
    }

    public void SetText(string? text)
    {
        Kind = text is null ? CellKind.Unknown : CellKind.Text;
        Text = text;
    }

    public void SetRows(ulong rows)
    {
        Kind = CellKind.Rows;
        Rows = rows;
    }

    public readonly bool Equals(OutputCell other) =>
        Kind == other.Kind && Low == other.Low && High == other.High && Code == other.Code && Rows == other.Rows && Text == other.Text;

    public override readonly bool Equals(object? obj) => obj is OutputCell other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Kind, Low, High, Code, Rows, Text);

    public static bool operator ==(OutputCell left, OutputCell right) => left.Equals(right);

    public static bool operator !=(OutputCell left, OutputCell right) => !left.Equals(right);
}
