using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Contrasts;

/// <summary>
/// The known values to try for a fact: both truths, every word, and of numbers and dates one on each side of every constant that the workflow
/// compares it with, the constants themselves, and some evenly between the ends of what the schema allows.
/// </summary>
internal static class OtherValues
{
    private const int Between = 8;
    private const int Most = 60;

    public static IReadOnlyList<object> Of(FactProperty fact, ComparedConstants constants) => fact.Type switch
    {
        BooleanType => [true, false],
        EnumType words => words.Values,
        NumberType number => [.. Numbers(fact, number.IsInteger, [.. constants.With(fact).OfType<decimal>().Order()]).Cast<object>()],
        DateType => [.. constants.With(fact).OfType<DateOnly>().SelectMany(d => (DateOnly[])[d.AddDays(-1), d, d.AddDays(1)])
            .Where(d => (fact.Earliest is null || d >= fact.Earliest) && (fact.Latest is null || d <= fact.Latest)).Distinct().Order().Take(Most).Cast<object>()],
        TextType => [.. constants.With(fact).OfType<string>().Order(StringComparer.Ordinal).Take(Most)],
        // One element of which nothing is known yet, or none.
        ListType { Element: ObjectType } => [true, false],
        _ => [],
    };

    /// <summary>The finest step in which a number is moved: what somebody would write down.</summary>
    public static decimal Step(FactProperty fact, IReadOnlySet<object> constants)
    {
        if (fact.Type is NumberType { IsInteger: true }) return 1;
        var digits = constants.OfType<decimal>().Select(c => (int)c.Scale).Append(1).Max();
        return digits >= 4 ? 0.0001m : digits == 3 ? 0.001m : digits == 2 ? 0.01m : 0.1m;
    }

    private static IEnumerable<decimal> Numbers(FactProperty fact, bool isWhole, IReadOnlyList<decimal> constants)
    {
        var step = Step(fact, constants.Cast<object>().ToHashSet());
        var all = constants.SelectMany(c => (decimal[])[c - step, c, c + step]).ToList();
        for (var i = 1; i < constants.Count; i++) all.Add((constants[i - 1] + constants[i]) / 2);
        var (least, most) = (fact.Minimum ?? (constants.Count > 0 ? Math.Min(0, constants[0] * 2) : 0), fact.Maximum ?? (constants.Count > 0 ? (constants[^1] * 2) + 10 : 100));
        for (var i = 0; i <= Between; i++) all.Add(least + ((most - least) * i / Between));
        return all.Select(v => isWhole ? decimal.Floor(v) : decimal.Round(v / step) * step)
            .Where(v => (fact.Minimum is null || v >= fact.Minimum) && (fact.Maximum is null || v <= fact.Maximum))
            .Distinct().Order().Take(Most);
    }
}
