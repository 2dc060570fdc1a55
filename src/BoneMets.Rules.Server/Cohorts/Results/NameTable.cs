using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BoneMets.Rules.Server.Cohorts.Results;

/// <summary>
/// Finds what belongs to a name. Decisions of one workflow name things in the same order, so that the one after the last is tried first; no text
/// is made for a name that is known. Not thread safe.
/// </summary>
internal sealed partial class NameTable<T>(Func<string, T> make) where T : class
{
    private readonly List<(byte[] Name, T Value)> known = [];
    private readonly Dictionary<string, (int At, T Value)> byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> byPlain = new(StringComparer.Ordinal);
    private int next;

    /// <summary>A new decision begins.</summary>
    public void Restart() => next = 0;

    /// <summary>For the text at which the reader stands.</summary>
    public T Find(ref Utf8JsonReader reader)
    {
        if (next < known.Count && reader.ValueTextEquals(known[next].Name)) return known[next++].Value;
        var text = reader.GetString()!;
        if (!byText.TryGetValue(text, out var found))
        {
            var plain = Plain(text);
            if (!byPlain.TryGetValue(plain, out var value)) byPlain.Add(plain, value = make(plain));
            found = (known.Count, value);
            byText.Add(text, found);
            known.Add((Encoding.UTF8.GetBytes(text), value));
        }
        next = found.At + 1;
        return found.Value;
    }

    /// <summary>The same for all elements of a list.</summary>
    public static string Plain(string name) => name.Contains('[', StringComparison.Ordinal) ? Element().Replace(name, "[*]") : name;

    [GeneratedRegex(@"\[\d+\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Element();
}
