using System.Globalization;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Mutation.Operators;

/// <summary>Constants as authors write them, and the one next to them.</summary>
internal static class WrittenConstant
{
    /// <summary>The same number one unit of its last written digit up or down; null where there is none.</summary>
    public static string? Step(decimal number, bool isWhole, int direction)
    {
        var digits = isWhole ? (byte)0 : number.Scale;
        var step = new decimal(1, 0, 0, false, digits);
        return (decimal.Round(number, digits) + (direction * step)).ToString(CultureInfo.InvariantCulture);
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
