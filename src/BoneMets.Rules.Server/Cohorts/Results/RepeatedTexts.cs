using System.Text;
using System.Text.Json;

namespace BoneMets.Rules.Server.Cohorts.Results;

/// <summary>Texts that come again and again, such as the words of an enumeration, made once. Not thread safe.</summary>
internal sealed class RepeatedTexts
{
    private const int Most = 256;
    private readonly List<(byte[] Bytes, string Text)>[] byLength = [.. Enumerable.Range(0, 64).Select(_ => new List<(byte[], string)>())];
    private int count;

    /// <summary>The text at which the reader stands.</summary>
    public string Find(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped || reader.ValueSpan.Length >= byLength.Length) return reader.GetString()!;
        var known = byLength[reader.ValueSpan.Length];
        foreach (var (bytes, text) in known)
            if (reader.ValueSpan.SequenceEqual(bytes)) return text;
        var made = reader.GetString()!;
        if (count++ < Most) known.Add((reader.ValueSpan.ToArray(), made));
        return made;
    }
}
