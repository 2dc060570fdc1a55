using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Verification.Mutation.Suggestions;

/// <summary>Values worth trying for a fact: around every constant that it is compared with, what golden cases have, all words, the ends of its range, and none (null).</summary>
internal static class FactValues
{
    private const int MostNumbers = 40;

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
            ListType { Element: ObjectType } => [true, null],
            _ => [null],
        };
    }

    private static IEnumerable<decimal> Numbers(FactProperty fact, bool isWhole, IEnumerable<decimal> constants, IEnumerable<decimal> seen)
    {
        var around = constants.SelectMany(c => Around(c, isWhole)).Concat(new[] { fact.Minimum, fact.Maximum }.OfType<decimal>()).Concat(seen);
        return around.Where(v => (fact.Minimum is null || v >= fact.Minimum) && (fact.Maximum is null || v <= fact.Maximum) && (!isWhole || v == decimal.Floor(v))).Distinct().Take(MostNumbers);
    }

    private static IEnumerable<decimal> Around(decimal constant, bool isWhole)
    {
        var step = isWhole ? 1 : new decimal(1, 0, 0, false, constant.Scale);
        yield return constant;
        yield return constant + step;
        yield return constant - step;
        if (isWhole) yield break;
        // Between a limit and the same limit one step off stands what tells the two apart.
        yield return constant + (step / 2);
        yield return constant - (step / 2);
    }

    private static IEnumerable<object> Seen(FactPath path, IEnumerable<FactSet> cases) =>
        cases.SelectMany(path.Frames).Select(f => FactCell.Read(f, path.Fact)).OfType<object>().Distinct();
}
