using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace BoneMets.Rules.Facts;

/// <summary>Finds a name of a fixed list by its UTF-8 bytes, without making a string of them. Immutable, thread safe.</summary>
internal sealed class Utf8Names
{
    private const int LongestEscape = 6;
    private readonly byte[][] names;
    private readonly int[] slots; // index + 1 by hash, 0 when free
    private readonly int longest;

    public Utf8Names(IEnumerable<string> list)
    {
        names = [.. list.Select(Encoding.UTF8.GetBytes)];
        longest = names.Length == 0 ? 0 : names.Max(n => n.Length);
        slots = new int[BitOperations.RoundUpToPowerOf2((uint)names.Length * 2 + 1)];
        for (var i = 0; i < names.Length; i++)
        {
            var slot = Hash(names[i]) & (slots.Length - 1);
            while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = i + 1;
        }
    }

    public bool Is(int index, ReadOnlySpan<byte> name) => index < names.Length && name.SequenceEqual(names[index]);

    /// <summary>The position in the list, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        if (name.Length > longest) return -1;
        for (var slot = Hash(name) & (slots.Length - 1); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
            if (name.SequenceEqual(names[slots[slot] - 1])) return slots[slot] - 1;
        return -1;
    }

    /// <summary>The position of the reader's name or text, or -1.</summary>
    public int Find(ref Utf8JsonReader reader) => reader.ValueIsEscaped ? FindEscaped(ref reader) : Find(reader.ValueSpan);

    private int FindEscaped(ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length > longest * LongestEscape) return -1;
        var buffer = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            return Find(buffer.AsSpan(0, reader.CopyString(buffer)));
        }
        catch (InvalidOperationException) // half of a character, which is in no name
        {
            return -1;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Length and the bytes at both ends tell nearly all names apart.</summary>
    private static int Hash(ReadOnlySpan<byte> name)
    {
        ulong first, last;
        if (name.Length >= sizeof(ulong))
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(name);
            last = BinaryPrimitives.ReadUInt64LittleEndian(name[^sizeof(ulong)..]);
        }
        else
        {
            first = last = 0;
            foreach (var b in name) first = first << 8 | b;
        }
        return unchecked((int)(((first ^ BitOperations.RotateLeft(last, 29) ^ (uint)name.Length) * 0x9E3779B97F4A7C15UL) >> 40));
    }
}
