using System.Globalization;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>Patterns: of an <c>is</c>, a table cell or a score band.</summary>
internal sealed partial class Emission
{
    private TruthShape Pattern(BoundPattern pattern, Shape operand, Place place)
    {
        if (operand is UnknownShape) return TruthShape.Of(pattern.OnUnknown);
        if (operand is ConstantShape constant) return TruthShape.Of(pattern.Matches.Contains(constant.Value));
        if (operand is TruthShape truth) operand = Short(truth, place);
        if (!pattern.TestsKnown) return Matches(pattern.Matches, operand, place);
        switch (pattern)
        {
            case BoundNullPattern:
                return IsKnown(operand, place).Not();
            case BoundDiscardPattern:
                return TruthShape.Yes;
            case BoundNotPattern not:
                return Pattern(not.Operand, operand, place).Not();
            case BoundBinaryPattern binary:
                return Join(binary.IsAnd, PartsOf(binary).ConvertAll(part => Pattern(part, operand, place)), place);
            default:
                throw new NotCompiledException(pattern.GetType().Name);
        }
    }

    /// <summary>The operands of a chain of one operator, which leans to the left and may be long.</summary>
    internal static List<BoundPattern> PartsOf(BoundBinaryPattern chain)
    {
        var parts = new List<BoundPattern>();
        BoundPattern next = chain;
        while (next is BoundBinaryPattern binary && binary.IsAnd == chain.IsAnd)
        {
            parts.Add(binary.Right);
            next = binary.Left;
        }
        parts.Add(next);
        parts.Reverse();
        return parts;
    }

    private static TruthShape Matches(ValueSet set, Shape operand, Place place) => operand switch
    {
        ChoiceShape { Type: BooleanType } choice => MatchesPlain(set, ToTruth(choice)),
        ChoiceShape choice => Decide(choice, set.Contains),
        NumberShape number => InSet((NumberSet)set, number, place),
        _ => MatchesPlain(set, operand),
    };

    /// <summary>Booleans, dates, words and texts.</summary>
    internal static TruthShape MatchesPlain(ValueSet set, Shape operand)
    {
        switch (operand)
        {
            case TruthShape truth:
                var (yes, no) = (set.Contains(true), set.Contains(false));
                return new TruthShape(
                    Or(yes ? truth.True : "false", no ? truth.False : "false"),
                    Or(yes ? "false" : truth.True, no ? "false" : truth.False));
            case CodeShape { Type: DateType } date:
                var numbers = (NumberSet)set;
                return new TruthShape(
                    And($"({date.Code} >= 0)", InIntervals(numbers, date.Code, date.Code, Day)),
                    And($"({date.Code} >= 0)", InIntervals((NumberSet)numbers.Complement(), date.Code, date.Code, Day)));
            case CodeShape code:
                return Words(code, set.Contains);
            case TextShape text:
                var words = (WordSet)set;
                var known = $"({text.Text} is not null)";
                var any = Or(words.Values.Cast<string>().Order(StringComparer.Ordinal).Select(word => $"({text.Text} == {Literal.Text(word)})"));
                var among = new TruthShape(any, any == "true" ? "false" : any == "false" ? known : And(known, $"!{any}"));
                return words.IsInverted ? among.Not() : among;
            default:
                throw new NotCompiledException("a pattern over a list");
        }
    }

    /// <summary>All members are in the set, or none is. Over a rounded number every boundary must be far enough away.</summary>
    private static TruthShape InSet(NumberSet set, NumberShape number, Place place)
    {
        if (number.HasHoles) throw new NotCompiledException("a pattern over one of several computed numbers");
        var complement = (NumberSet)set.Complement();
        foreach (var interval in set.Intervals)
            foreach (var value in new[] { interval.Low.Value, interval.High.Value })
                if (value is { } digits && !IsShort(digits)) throw new NotCompiledException("a boundary of more than 15 digits");
        if (!number.IsExact)
        {
            var boundaries = set.Intervals.SelectMany(i => new[] { i.Low.Value, i.High.Value }).OfType<decimal>().Distinct();
            foreach (var boundary in boundaries)
            {
                var error = $"{ErrorFactor(number.Roundings)} * ({number.MagnitudeText} + {Literal.Number(Math.Abs(boundary))})";
                Unsure(place, $"Math.Abs({number.Low} - {Literal.Number(boundary)}) <= {error}");
                if (!number.IsPoint) Unsure(place, $"Math.Abs({number.High} - {Literal.Number(boundary)}) <= {error}");
            }
        }
        return new TruthShape(InIntervals(set, number.Low, number.High, Literal.Number), InIntervals(complement, number.Low, number.High, Literal.Number));
    }

    /// <summary>One of the intervals holds everything from low to high.</summary>
    internal static string InIntervals(NumberSet set, string low, string high, Func<decimal, string> literal) => Or(set.Intervals.Select(i =>
    {
        if (i.Low.Value is null && i.High.Value is null) return low == high ? $"({low} == {low})" : $"({low} <= {high})";
        if (i.Low.Value is { } only && i.High.Value == only && low == high) return $"({low} == {literal(only)})";
        return And(
            i.Low.Value is { } from ? $"({low} {(i.Low.Inclusive ? ">=" : ">")} {literal(from)})" : "true",
            i.High.Value is { } to ? $"({high} {(i.High.Inclusive ? "<=" : "<")} {literal(to)})" : "true");
    }));

    private static string Day(decimal number) => ((int)number).ToString(CultureInfo.InvariantCulture);
}
