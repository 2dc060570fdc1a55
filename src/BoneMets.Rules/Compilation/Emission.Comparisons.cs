using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>Comparisons. Each gives two C# conditions; an unknown side makes both false.</summary>
internal sealed partial class Emission
{
    private TruthShape Compare(ComparisonOperator op, Shape left, Shape right, Place place)
    {
        if (left is UnknownShape || right is UnknownShape) return TruthShape.Unknown;
        if (left is ConstantShape && right is not ConstantShape) return Compare(op.Mirrored(), right, left, place);
        if (left is ConstantShape a && right is ConstantShape b) return TruthShape.Of(Holds(op, Order(a.Value, b.Value)));
        if (left is ChoiceShape choice && right is ConstantShape constant)
            return choice.Type is BooleanType
                ? CompareTruth(op, ToTruth(choice), ToTruth(constant), place)
                : Decide(choice, value => Holds(op, Order(value, constant.Value)));
        if (left is NumberShape || right is NumberShape) return CompareNumbers(op, left, right, place);
        if (left is TruthShape || right is TruthShape) return CompareTruth(op, ToTruth(left), ToTruth(right), place);
        if (left is CodeShape code) return code.Type is DateType ? CompareDates(op, code, right) : CompareWords(op, code, right);
        if (left is TextShape text) return CompareTexts(op, text, ToText(right));
        throw new NotCompiledException("a comparison with a computed table value");
    }

    private TruthShape CompareTruth(ComparisonOperator op, TruthShape left, TruthShape right, Place place)
    {
        var (a, b) = (Short(left, place), Short(right, place));
        var same = new TruthShape(Or(And(a.True, b.True), And(a.False, b.False)), Or(And(a.True, b.False), And(a.False, b.True)));
        return op switch
        {
            ComparisonOperator.Equal => same,
            ComparisonOperator.NotEqual => same.Not(),
            _ => throw new NotCompiledException("an order of booleans"),
        };
    }

    private TruthShape CompareNumbers(ComparisonOperator op, Shape left, Shape right, Place place)
    {
        if (op is ComparisonOperator.Equal or ComparisonOperator.NotEqual && (HasHoles(left) || HasHoles(right)))
            throw new NotCompiledException("equality between a table and a computed number");
        if (op == ComparisonOperator.NotEqual) return CompareNumbers(ComparisonOperator.Equal, left, right, place).Not();
        var (a, b) = (ToNumber(left, place), ToNumber(right, place));
        if (!a.IsExact || !b.IsExact) return CompareInexact(op, a, b, place);
        return op switch
        {
            ComparisonOperator.Equal => new TruthShape(
                a.IsPoint && b.IsPoint ? $"({a.Low} == {b.Low})" : $"(({a.Low} >= {b.High}) & ({a.High} <= {b.Low}))",
                $"(({a.High} < {b.Low}) | ({a.Low} > {b.High}))"),
            ComparisonOperator.Less => new TruthShape($"({a.High} < {b.Low})", $"({a.Low} >= {b.High})"),
            ComparisonOperator.LessOrEqual => new TruthShape($"({a.High} <= {b.Low})", $"({a.Low} > {b.High})"),
            ComparisonOperator.Greater => new TruthShape($"({a.Low} > {b.High})", $"({a.High} <= {b.Low})"),
            _ => new TruthShape($"({a.Low} >= {b.High})", $"({a.High} < {b.Low})"),
        };
    }

    private static bool HasHoles(Shape shape) => shape is ChoiceShape or NumberShape { HasHoles: true };

    /// <summary>With rounded numbers: decided by the sign of a difference that is larger than every possible error; too near = the evaluator.</summary>
    private TruthShape CompareInexact(ComparisonOperator op, NumberShape a, NumberShape b, Place place)
    {
        var least = Local(place, "double", "difference", $"{a.Low} - {b.High}");
        var most = a.IsPoint && b.IsPoint ? least : Local(place, "double", "difference_high", $"{a.High} - {b.Low}");
        var error = Local(place, "double", "error", $"{ErrorFactor(Math.Max(a.Roundings, b.Roundings))} * ({a.MagnitudeText} + {b.MagnitudeText})");
        Unsure(place, $"Math.Abs({least}) <= {error}");
        if (least != most) Unsure(place, $"Math.Abs({most}) <= {error}");
        var (above, below) = ($"({least} > {error})", $"({most} < -{error})");
        return op switch
        {
            ComparisonOperator.Equal => new TruthShape("false", Or(above, below)),
            ComparisonOperator.Less or ComparisonOperator.LessOrEqual => new TruthShape(below, above),
            _ => new TruthShape(above, below),
        };
    }

    /// <summary>Above the sum of all roundings, of doubles here and of decimals in the evaluator.</summary>
    private static string ErrorFactor(int roundings) => Literal.Number(Math.Max(1e-14, (roundings + 2) * 5e-16));

    /// <summary>Leaves the decision to the evaluator when the condition holds; said once per block.</summary>
    private static void Unsure(Place place, string condition) => place.Block.AddOnce($"unsure |= {condition};");

    internal static TruthShape CompareDates(ComparisonOperator op, CodeShape left, Shape right)
    {
        var (a, b) = (left.Code, ToCode(right, FactType.Date));
        var known = And(new[] { a, b }.Where(c => !char.IsAsciiDigit(c[0])).Select(c => $"({c} >= 0)"));
        var (yes, no) = op switch
        {
            ComparisonOperator.Equal => ("==", "!="),
            ComparisonOperator.NotEqual => ("!=", "=="),
            ComparisonOperator.Less => ("<", ">="),
            ComparisonOperator.LessOrEqual => ("<=", ">"),
            ComparisonOperator.Greater => (">", "<="),
            _ => (">=", "<"),
        };
        return new TruthShape(And(known, $"({a} {yes} {b})"), And(known, $"({a} {no} {b})"));
    }

    internal static TruthShape CompareWords(ComparisonOperator op, CodeShape left, Shape right)
    {
        if (right is ConstantShape { Value: string word })
            return Words(left, candidate => Holds(op, string.CompareOrdinal(candidate, word)));
        var (a, b) = (left.Code, ToCode(right, left.Type));
        var same = new TruthShape($"(({a} >= 0) & ({a} == {b}))", $"(({a} >= 0) & ({b} >= 0) & ({a} != {b}))");
        return op switch
        {
            ComparisonOperator.Equal => same,
            ComparisonOperator.NotEqual => same.Not(),
            _ => throw new NotCompiledException("an order of words"),
        };
    }

    /// <summary>Tests an enumeration's code against a bit per word. Below 64 words the shift count of -1 reads bit 63, which is never set.</summary>
    private static TruthShape Words(CodeShape code, Func<string, bool> matches)
    {
        var words = ((EnumType)code.Type).Values;
        var yes = new List<int>();
        for (var i = 0; i < words.Count; i++)
            if (matches(words[i])) yes.Add(i);
        if (words.Count < 64)
        {
            var mask = yes.Aggregate(0UL, (bits, i) => bits | 1UL << i);
            return new TruthShape(Bit(code.Code, mask), Bit(code.Code, ((1UL << words.Count) - 1) & ~mask));
        }
        var any = Or(yes.Select(i => $"({code.Code} == {Literal.Whole(i)})"));
        return new TruthShape(any, any == "true" ? "false" : $"(({code.Code} >= 0) & !{any})");
    }

    private static string Bit(string code, ulong mask) =>
        mask == 0 ? "false"
        : ulong.IsPow2(mask) ? $"({code} == {Literal.Whole(System.Numerics.BitOperations.TrailingZeroCount(mask))})"
        : $"((({Literal.Mask(mask)} >> {code}) & 1) != 0)";

    internal static TruthShape CompareTexts(ComparisonOperator op, TextShape left, string right)
    {
        var known = And($"({left.Text} is not null)", right.StartsWith('"') ? "true" : $"({right} is not null)");
        var order = $"string.CompareOrdinal({left.Text}, {right})";
        var (yes, no) = op switch
        {
            ComparisonOperator.Equal => ($"({left.Text} == {right})", $"({left.Text} != {right})"),
            ComparisonOperator.NotEqual => ($"({left.Text} != {right})", $"({left.Text} == {right})"),
            ComparisonOperator.Less => ($"({order} < 0)", $"({order} >= 0)"),
            ComparisonOperator.LessOrEqual => ($"({order} <= 0)", $"({order} > 0)"),
            ComparisonOperator.Greater => ($"({order} > 0)", $"({order} <= 0)"),
            _ => ($"({order} >= 0)", $"({order} < 0)"),
        };
        return new TruthShape(And(known, yes), And(known, no));
    }

    internal static bool Holds(ComparisonOperator op, int order) => op switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };

    internal static int Order(object left, object right) => (left, right) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (IComparable a, _) when left.GetType() == right.GetType() => a.CompareTo(right),
        _ => throw new NotCompiledException("a comparison of different kinds"),
    };
}
