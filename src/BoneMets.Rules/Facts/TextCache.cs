using System.Text;
using System.Text.Json;

namespace BoneMets.Rules.Facts;

/// <summary>Short texts seen lately, so that codes which come again and again are not made anew each time. Bounded; not thread safe.</summary>
internal sealed class TextCache
{
    private const int Size = 128;
    private const int LongestBytes = 40;
    private readonly string?[] texts = new string?[Size];

    /// <summary>The reader's text.</summary>
    public string Get(ref Utf8JsonReader reader)
    {
        var bytes = reader.ValueSpan;
        if (bytes.Length is 0 or > LongestBytes || reader.ValueIsEscaped) return reader.GetString()!;
        var slot = (bytes[0] * 31 + bytes[^1] * 7 + bytes[bytes.Length / 2] + bytes.Length) & (Size - 1);
        if (texts[slot] is { } known && Same(known, bytes)) return known;
        return texts[slot] = reader.GetString()!;
    }

    private static bool Same(string text, ReadOnlySpan<byte> bytes)
    {
        Span<byte> known = stackalloc byte[LongestBytes];
        return text.Length <= bytes.Length && Encoding.UTF8.TryGetBytes(text, known, out var length) && bytes.SequenceEqual(known[..length]);
    }
}
