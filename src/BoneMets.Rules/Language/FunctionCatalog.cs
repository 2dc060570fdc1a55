using System.Collections.Frozen;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Language;

/// <summary>One parameterized word of the language, as binder, completion and documentation know it.</summary>
public sealed record FunctionSignature(string Name, string Signature, string Description);

/// <summary>Every function of the language in one place.</summary>
public static class FunctionCatalog
{
    public static readonly IReadOnlyList<FunctionSignature> Functions =
    [
        new("IsKnown", "IsKnown(x)", "true when a single value of x is known"),
        new("ValueIn", "ValueIn(x, \"unit\")", "the number of x in one of its units, as a plain number"),
        new("Min", "Min(x, y, …)", "the smallest of its arguments"),
        new("Max", "Max(x, y, …)", "the largest of its arguments"),
        new("Abs", "Abs(x)", "the distance from zero"),
        new("Round", "Round(x, digits)", "rounded to that many decimal places, half away from zero"),
        new("Floor", "Floor(x)", "the next whole number below"),
        new("Ceiling", "Ceiling(x)", "the next whole number above"),
        new("Sqrt", "Sqrt(x)", "the square root, to 15 digits"),
        new("Pow", "Pow(x, y)", "x to the power of y, to 15 digits"),
        new("Ln", "Ln(x)", "the natural logarithm, to 15 digits"),
        new("Log10", "Log10(x)", "the decimal logarithm, to 15 digits"),
        new("Exp", "Exp(x)", "e to the power of x, to 15 digits"),
        new("Date", "Date(\"2026-01-31\")", "a date"),
        new("YearsBetween", "YearsBetween(from, to)", "completed years"),
        new("MonthsBetween", "MonthsBetween(from, to)", "completed months"),
        new("DaysBetween", "DaysBetween(from, to)", "days from the first date to the second"),
        new("AddDays", "AddDays(date, n)", "the date n days later"),
        new("AddMonths", "AddMonths(date, n)", "the date n months later, at most the month's last day"),
    ];

    private static readonly FrozenDictionary<string, FunctionSignature> ByName = Functions.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    private static readonly FrozenSet<string> TextMethods =
        new[] { "Contains", "StartsWith", "EndsWith", "Equals", "ToUpper", "ToLower", "Trim", "Length", "ToString" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly Words<ListOperation> ListOperations = WithDefaults(Words.Of<ListOperation>(o => o.ToString()));

    /// <summary>Names that stand alone before a parenthesis.</summary>
    public static bool Contains(string name) => ByName.ContainsKey(name);

    public static string SignatureOf(string name) => ByName[name].Signature;

    public static bool IsTextMethod(string name) => TextMethods.Contains(name);

    public static bool IsListOperation(string name) => ListOperations.Find(name) is not null;

    /// <summary>Of a name that <see cref="IsListOperation"/>.</summary>
    public static ListOperation ListOperationOf(string name) => ListOperations.Find(name)!.Value;

    /// <summary>Everything that can stand before a parenthesis: for suggestions, and not for names of a workflow.</summary>
    public static readonly FrozenSet<string> AllNames = ByName.Keys.Concat(TextMethods).Concat(ListOperations.All).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>.NET's names for "the first, or nothing", which is what `First` means here.</summary>
    private static Words<ListOperation> WithDefaults(Words<ListOperation> words)
    {
        words.Add("FirstOrDefault", ListOperation.First);
        words.Add("LastOrDefault", ListOperation.Last);
        return words;
    }
}
