using System.Text;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Fuzzing;

/// <summary>Texts made from texts of the language: by its words, by single characters, and by what parsers die of.</summary>
internal static class ExpressionMutation
{
    private static readonly string[] Words =
    [
        .. FunctionCatalog.AllNames.Order(StringComparer.Ordinal), "&&", "||", "!", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "?", ":", "??", "is", "and", "or", "not",
        "AND", "OR", "NOT", "(", ")", "[", "]", "{", "}", ",", ".", "=>", "_", "null", "true", "false", "new[] {", "asOf", "p", "x", "i => ", "x0 => ",
        "0", "1", "-1", "0.1", "1e308", "1E-400", "79228162514264337593543950335", "0.0000000000000000000000000001", "2147483648", "9223372036854775808", "1.5m", "0x7F", "1_000", "\"\"", "\"red\"", "\"a\\\"b\"",
        "Date(\"0001-01-01\")", "Date(\"9999-12-31\")", "Date(\"2024-02-30\")",
    ];

    /// <summary>No part of the language, or only of the one that it looks like.</summary>
    private static readonly string[] Strange =
    [
        "$\"{", "@\"", "\"\"\"", "?.", "?[", "..", "::", "//", "/*", "*/", "#if", "typeof(", "nameof(", "default", "await ", "checked(", "System.", "GetType()", "switch {", "with {", "=", ";", "&", "|", "^", "~", "<<", ">>>", "++", "--", "->",
        "\\u0070", "\\", "'", "`", "\0", "\u0001", "\u200b", "\u202e", "\ufeff", "\u2028", "\u00a0", "\ud800", "\udc00", "\ud83e\uddb4", "\u0130", "\u00df", "\u2265", "\u201c", "e\u0301", "\n", "\r\n", "\t", "#", "§",
    ];

    public static string Mutated(Random random, string text, Func<string> another)
    {
        for (var steps = random.Next(4); steps > 0; steps--) text = Step(random, text, another);
        // Longer ones all meet the same limit; few of them are enough.
        return text.Length > 2 * LanguageLimits.ExpressionLength ? text[..(2 * LanguageLimits.ExpressionLength)] : text;
    }

    /// <summary>Words of the language in no order.</summary>
    public static string Soup(Random random)
    {
        var text = new StringBuilder();
        for (var count = random.Next(1, 30); count > 0; count--) text.Append(Word(random)).Append(random.Chance(50) ? " " : "");
        return text.ToString();
    }

    private static string Word(Random random) => random.Chance(85) ? random.Pick(Words) : random.Pick(Strange);

    private static string Step(Random random, string text, Func<string> another)
    {
        var (start, length) = Part(random, text);
        var part = text.Substring(start, length);
        return random.Next(12) switch
        {
            0 => text.Remove(start, length),
            1 => text.Insert(start, part),
            2 => text.Insert(start, Word(random)),
            3 => text.Remove(start, length).Insert(start, Word(random)),
            4 => text.Remove(start, length).Insert(start, another()),
            5 => $"({text}) {random.Pick(Words)} ({another()})",
            6 => text.Remove(start, length).Insert(start, $"({part})"),
            7 => text.Insert(start, ((char)random.Next(random.Chance(80) ? 128 : 65536)).ToString()),
            8 => text[..start],
            9 when text.Length > 0 => Swapped(random, text, start, length),
            // Depth and length, mostly within the limits.
            10 => text.Insert(start, Repeated(Word(random), random.Next(1, random.Chance(5) ? 3000 : 70))),
            11 => text.Remove(start, length).Insert(start, Repeated("(", random.Next(70)) + part + Repeated(")", random.Next(70))),
            _ => text,
        };
    }

    /// <summary>Mostly a word, sometimes any stretch.</summary>
    private static (int Start, int Length) Part(Random random, string text)
    {
        if (text.Length == 0) return (0, 0);
        var start = random.Next(text.Length);
        if (random.Chance(25)) return (start, random.Next(text.Length - start));
        var end = start;
        while (start > 0 && IsWord(text[start - 1])) start--;
        while (end < text.Length && IsWord(text[end])) end++;
        return (start, Math.Max(end - start, 1));
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '"';

    private static string Swapped(Random random, string text, int start, int length)
    {
        var (other, otherLength) = Part(random, text);
        if (other < start) (start, length, other, otherLength) = (other, otherLength, start, length);
        return start + length > other ? text : text[..start] + text.Substring(other, otherLength) + text[(start + length)..other] + text.Substring(start, length) + text[(other + otherLength)..];
    }

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
