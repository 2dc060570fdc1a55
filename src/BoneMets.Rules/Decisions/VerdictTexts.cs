using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BoneMets.Rules.Compilation;

namespace BoneMets.Rules.Decisions;

/// <summary>
/// A comma, name and verdict of every rule for every verdict, one after the other in one array. Verdicts are most of what a large workflow
/// writes, so they are copied a whole vector at a time: what is copied too much is overwritten by the next, and both ends have room for it.
/// </summary>
internal sealed class VerdictTexts
{
    /// <summary>Undetermined, met, not met: those that compiled code gives, by their number.</summary>
    private const int Kinds = 3;

    private readonly byte[] text;
    private readonly (int Start, int Length)[] entries;

    /// <summary>Room for the longest verdict of each rule and for what the last copy writes too much.</summary>
    private readonly int mostBytes;

    public VerdictTexts(IEnumerable<byte[]> names)
    {
        var all = new List<byte>();
        var found = new List<(int Start, int Length)>();
        foreach (var name in names)
        {
            for (var verdict = 0; verdict < Kinds; verdict++)
            {
                byte[] entry = [(byte)',', .. name, .. ":\""u8, .. JsonBytes.Escaped(DecisionWriter.VerdictName((Verdict)verdict)), (byte)'"'];
                found.Add((all.Count, entry.Length));
                all.AddRange(entry);
            }
            mostBytes += found[^Kinds..].Max(e => e.Length);
        }
        all.AddRange(new byte[2 * Vector256<byte>.Count]);
        mostBytes += 2 * Vector256<byte>.Count;
        (text, entries) = ([.. all], [.. found]);
    }

    /// <summary>The members of the object of verdicts, without the comma before the first.</summary>
    public void Write(ref JsonBytes json, Details details)
    {
        if (entries.Length == 0) return;
        var room = json.Room(mostBytes);
        ref var source = ref MemoryMarshal.GetArrayDataReference(text);
        ref var target = ref MemoryMarshal.GetReference(room);
        var used = 0;
        var entry = 0;
        for (var word = 0; entry < entries.Length; word++)
        {
            var (met, notMet) = (details.Met[word], details.NotMet[word]);
            for (var bit = 0; bit < Details.WordBits && entry < entries.Length; bit++, entry += Kinds)
            {
                var verdict = (int)(met & 1) | (int)(notMet & 1) << 1;
                (met, notMet) = (met >> 1, notMet >> 1);
                var (start, length) = entries[entry + verdict];
                if (entry == 0) (start, length) = (start + 1, length - 1);
                if (length <= 2 * Vector256<byte>.Count)
                {
                    Vector256.LoadUnsafe(ref source, (nuint)start).StoreUnsafe(ref target, (nuint)used);
                    if (length > Vector256<byte>.Count)
                        Vector256.LoadUnsafe(ref source, (nuint)(start + Vector256<byte>.Count)).StoreUnsafe(ref target, (nuint)(used + Vector256<byte>.Count));
                }
                else
                {
                    text.AsSpan(start, length).CopyTo(room[used..]);
                }
                used += length;
            }
        }
        json.Take(used);
    }
}
