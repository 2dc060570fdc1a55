using System.Globalization;

namespace BoneMets.Rules.Verification.Coverage;

/// <summary>The least coverage that somebody asks for, by kind, in percent.</summary>
public sealed record CoverageThresholds(IReadOnlyDictionary<CoverageKind, decimal> Least)
{
    private static readonly (string Word, CoverageKind Kind)[] Words =
        [("rules", CoverageKind.Rule), ("rows", CoverageKind.Row), ("bands", CoverageKind.Band), ("conditions", CoverageKind.Condition)];

    public static string WordOf(CoverageKind kind) => Array.Find(Words, w => w.Kind == kind).Word;

    /// <summary>From <c>rules=100,conditions=90</c>; null with what is wrong with it.</summary>
    public static CoverageThresholds? Parse(string text, out string problem)
    {
        var least = new Dictionary<CoverageKind, decimal>();
        problem = "";
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var sides = part.Split('=', StringSplitOptions.TrimEntries);
            var word = Array.Find(Words, w => w.Word == sides[0]);
            if (word.Word is null) problem = $"`{sides[0]}` is nothing that is covered, write {string.Join(", ", Words.Select(w => w.Word))}";
            else if (sides.Length != 2 || !decimal.TryParse(sides[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) || percent > 100)
                problem = $"`{part}` is no threshold, write {word.Word}=N with N from 0 to 100";
            else if (!least.TryAdd(word.Kind, percent)) problem = $"`{word.Word}` stands twice";
            if (problem.Length > 0) return null;
        }
        return new CoverageThresholds(least);
    }

    /// <summary>What falls short, in words; empty when nothing does. What is not measured may hide anything, and falls short of every threshold.</summary>
    public IReadOnlyList<string> Against(CaseCoverage coverage) => [.. coverage.Gaps.Select(g => g.ToString()), .. Against(coverage.Totals)];

    /// <summary>The same of percentages alone.</summary>
    public IReadOnlyList<string> Against(CoverageTotals totals) =>
        [.. Words.Where(w => Least.TryGetValue(w.Kind, out var least) && totals[w.Kind].Percent < least).Select(w =>
            $"coverage of {w.Word} is {Text(totals[w.Kind].Percent)} percent ({totals[w.Kind].Covered} of {totals[w.Kind].Total}), less than {Text(Least[w.Kind])}")];

    private static string Text(decimal percent) => percent.ToString("0.#", CultureInfo.InvariantCulture);
}
