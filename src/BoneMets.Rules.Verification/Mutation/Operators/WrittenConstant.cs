using System.Globalization;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Mutation.Operators;

/// <summary>Constants as authors write them, and the one next to them.</summary>
internal static class WrittenConstant
{
    /// <summary>The same number one unit of its last digit up or down; null for what is written as no plain number.</summary>
    public static string? Step(string written, bool isWhole, int direction)
    {
        // The number as written: 12.0 has a last digit that its value has not.
        if (!decimal.TryParse(written.Replace(" ", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return null;
        var step = isWhole ? 1 : new decimal(1, 0, 0, false, number.Scale);
        return (number + (direction * step)).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The neighbour of a constant that is no number; null where nothing is next to it.</summary>
    public static string? Neighbour(object value, int direction) => value switch
    {
        DateOnly date => $"Date(\"{date.AddDays(direction).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\")",
        bool truth => truth ? "false" : "true",
        _ => null,
    };

    /// <summary>The word after this one, in a circle, that is not in use; null when all are.</summary>
    public static string? NextWord(IReadOnlyList<string> words, string word, IReadOnlySet<string> used)
    {
        var at = words.ToList().IndexOf(word);
        var next = Enumerable.Range(1, words.Count).Select(i => words[(at + i) % words.Count]).FirstOrDefault(w => !used.Contains(w));
        return next is null ? null : CanonicalJson.Quote(next);
    }
}
