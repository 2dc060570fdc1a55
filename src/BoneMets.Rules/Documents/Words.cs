using System.Collections;

namespace BoneMets.Rules.Documents;

/// <summary>
/// A closed set of words and what each means, in the order in which they are told. There are few, so they are looked through one by one; and
/// this is no dictionary, because every process that starts would compile one over our own enumerations anew. Filled where it is made, then
/// thread safe.
/// </summary>
internal sealed class Words<T> : IEnumerable where T : struct
{
    private readonly List<Entry> entries = [];

    /// <summary>As an author writes them.</summary>
    public IEnumerable<string> All => entries.Select(e => e.Word);

    public void Add(string word, T meaning) => entries.Add(new Entry(word, meaning));

    /// <summary>Null for a word that is not among them.</summary>
    public T? Find(string word, StringComparison spelling = StringComparison.Ordinal)
    {
        foreach (var entry in entries)
            if (string.Equals(entry.Word, word, spelling)) return entry.Meaning;
        return null;
    }

    IEnumerator IEnumerable.GetEnumerator() => All.GetEnumerator();

    private sealed class Entry(string word, T meaning)
    {
        public string Word { get; } = word;
        public T Meaning { get; } = meaning;
    }
}

internal static class Words
{
    /// <summary>One word for each value of an enumeration.</summary>
    public static Words<T> Of<T>(Func<T, string> spell) where T : struct, Enum
    {
        var words = new Words<T>();
        foreach (var value in Enum.GetValues<T>()) words.Add(spell(value), value);
        return words;
    }

    /// <summary>Words that mean their positions.</summary>
    public static Words<int> ByPosition(IReadOnlyList<string> texts)
    {
        var words = new Words<int>();
        for (var i = 0; i < texts.Count; i++) words.Add(texts[i], i);
        return words;
    }
}
