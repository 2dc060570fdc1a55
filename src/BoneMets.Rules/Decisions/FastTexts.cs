using BoneMets.Rules.Compilation;

namespace BoneMets.Rules.Decisions;

/// <summary>Texts with what their cells hold, and lists of facts, as a compiled decision writes them. Facts are bits, by their place in <paramref name="paths"/>.</summary>
internal sealed class FastTexts(FastCell[] cells, byte[][] paths)
{
    public void Write(ref JsonBytes json, FastPiece[] pieces, Details details)
    {
        foreach (var piece in pieces)
        {
            if (piece.Cell < 0) json.Put(piece.Text);
            else cells[piece.Cell].WriteText(ref json, details.Cells[piece.Cell]);
        }
    }

    /// <summary>Paths in quotes, with commas.</summary>
    public void WritePaths(ref JsonBytes json, UInt128 missing)
    {
        var isFirst = true;
        for (; missing != UInt128.Zero; missing &= missing - UInt128.One)
        {
            if (!isFirst) json.Put((byte)',');
            isFirst = false;
            json.Put(paths[(int)UInt128.TrailingZeroCount(missing)]);
        }
    }

    /// <summary>Paths as words of a sentence.</summary>
    public void WriteBare(ref JsonBytes json, UInt128 missing)
    {
        var isFirst = true;
        for (; missing != UInt128.Zero; missing &= missing - UInt128.One)
        {
            if (!isFirst) json.Put(", "u8);
            isFirst = false;
            json.Put(paths[(int)UInt128.TrailingZeroCount(missing)].AsSpan(1..^1));
        }
    }
}
