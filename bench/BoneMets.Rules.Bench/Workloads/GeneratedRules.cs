using System.Globalization;

namespace BoneMets.Rules.Bench.Workloads;

/// <summary>The second workload as data: a thousand rules of three comparisons over ten numbers. The same on every machine.</summary>
internal static class GeneratedRules
{
    public const int Count = 1_000;
    public const int Numbers = 10;
    private static readonly string[] Operators = ["<", "<=", ">", ">="];

    public static IReadOnlyList<GeneratedRule> All { get; } = Create(new SeededRandom(1_000));

    private static GeneratedRule[] Create(SeededRandom random)
    {
        var rules = new GeneratedRule[Count];
        for (var i = 0; i < Count; i++)
            rules[i] = new GeneratedRule(i, (Joining)random.Below(4), [OneComparison(random), OneComparison(random), OneComparison(random)]);
        return rules;
    }

    private static Comparison OneComparison(SeededRandom random) =>
        new(random.Below(Numbers), Operators[random.Below(Operators.Length)], random.Number(5m, 95m, 1));
}

/// <summary>How the three comparisons are joined.</summary>
internal enum Joining { And, Or, AndThenOr, OrThenAnd }

internal sealed record GeneratedRule(int Index, Joining Joining, Comparison[] Parts)
{
    public string Name => $"Rule{Index + 1:D4}";

    /// <summary>The rule as text, each comparison spelled by the caller.</summary>
    public string Text(Func<Comparison, string> part, string and = "&&", string or = "||")
    {
        var (a, b, c) = (part(Parts[0]), part(Parts[1]), part(Parts[2]));
        return Joining switch
        {
            Joining.And => $"{a} {and} {b} {and} {c}",
            Joining.Or => $"{a} {or} {b} {or} {c}",
            Joining.AndThenOr => $"({a} {and} {b}) {or} {c}",
            _ => $"({a} {or} {b}) {and} {c}",
        };
    }
}

internal sealed record Comparison(int Number, string Operator, decimal Limit)
{
    public string LimitText => Limit.ToString(CultureInfo.InvariantCulture);
}
