using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Verification.Mutation.Suggestions;

/// <summary>Values worth trying for a fact: around every constant that it is compared with, what golden cases have, all words, the ends of its range, and none (null).</summary>
internal static class FactValues
{
    private const int MostNumbers = 60;

    /// <summary>Between a limit and the same limit one step off stands what tells the two apart.</summary>
    private static readonly decimal[] Steps = [1, 0.1m, 0.5m, 0.05m, 0.01m];

    public static IReadOnlyList<object?> Of(FactPath path, IReadOnlySet<object> constants, IEnumerable<FactSet> cases)
    {
        var fact = path.Fact;
        return fact.Type switch
        {
            BooleanType => [true, false, null],
            EnumType words => [.. words.Values, null],
            NumberType number => [.. Numbers(fact, number.IsInteger, constants.OfType<decimal>(), Seen(path, cases).OfType<decimal>()).Cast<object?>(), null],
            DateType => [.. constants.OfType<DateOnly>().Concat(Seen(path, cases).OfType<DateOnly>()).SelectMany(d => (DateOnly[])[d, d.AddDays(1), d.AddDays(-1)])
                .Where(d => (fact.Earliest is null || d >= fact.Earliest) && (fact.Latest is null || d <= fact.Latest)).Distinct().Order().Take(MostNumbers).Cast<object?>(), null],
            TextType => [.. constants.OfType<string>().Concat(Seen(path, cases).OfType<string>()).Append("x").Distinct().Take(MostNumbers), null],
            ListType { Element: ObjectType } => [true, false, null],
            _ => [null],
        };
    }

    /// <summary>A number and those beside it, as far as the fact can have them.</summary>
    public static IEnumerable<decimal> Near(FactProperty fact, decimal number)
    {
        var isWhole = fact.Type is NumberType { IsInteger: true };
        return Possible(fact, isWhole, Around(isWhole ? decimal.Floor(number) : decimal.Round(number, 4), isWhole)).Distinct();
    }

    private static IEnumerable<decimal> Numbers(FactProperty fact, bool isWhole, IEnumerable<decimal> constants, IEnumerable<decimal> seen)
    {
        var all = constants.SelectMany(c => Around(c, isWhole)).Concat(seen).Concat(new[] { fact.Minimum, fact.Maximum }.OfType<decimal>());
        return Possible(fact, isWhole, all).Distinct().Take(MostNumbers);
    }

    private static IEnumerable<decimal> Possible(FactProperty fact, bool isWhole, IEnumerable<decimal> numbers) =>
        numbers.Where(v => (fact.Minimum is null || v >= fact.Minimum) && (fact.Maximum is null || v <= fact.Maximum) && (!isWhole || v == decimal.Floor(v)));

    private static IEnumerable<decimal> Around(decimal constant, bool isWhole)
    {
        yield return constant;
        foreach (var step in isWhole ? Steps[..1] : Steps)
        {
            yield return constant + step;
            yield return constant - step;
        }
    }

    private static IEnumerable<object> Seen(FactPath path, IEnumerable<FactSet> cases) =>
        cases.SelectMany(path.Frames).Select(f => FactCell.Read(f, path.Fact)).OfType<object>().Distinct();
}
