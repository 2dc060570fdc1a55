namespace BoneMets.Rules.Tests.Fuzzing;

/// <summary>The same with a part left out: halves, quarters, and so on down to single places.</summary>
internal static class Shorter
{
    public static IEnumerable<string> Of(string text)
    {
        for (var size = text.Length / 2; size >= 1; size /= 2)
            for (var start = 0; start + size <= text.Length; start += size) yield return text.Remove(start, size);
    }

    public static IEnumerable<byte[]> Of(byte[] bytes)
    {
        for (var size = bytes.Length / 2; size >= 1; size /= 2)
            for (var start = 0; start + size <= bytes.Length; start += size) yield return [.. bytes.AsSpan(0, start), .. bytes.AsSpan(start + size)];
    }
}
