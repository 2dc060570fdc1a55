using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>Patterns: of an <c>is</c>, a table cell or a score band.</summary>
internal sealed partial class DetailEmission
{
    private DetailTruth Pattern(BoundPattern pattern, DetailShape operand, DetailPlace place)
    {
        if (operand is DetailUnknown) return DetailTruth.Of(pattern.OnUnknown, operand.Missing);
        if (operand is DetailConstant constant) return DetailTruth.Of(pattern.Matches.Contains(constant.Value), DetailShape.Nothing);
        if (!pattern.TestsKnown) return Matches(pattern.Matches, operand, place);
        switch (pattern)
        {
            case BoundNullPattern:
                return IsKnown(operand, place).Not();
            case BoundDiscardPattern:
                return DetailTruth.Yes;
            case BoundNotPattern not:
                return Pattern(not.Operand, operand, place).Not();
            case BoundBinaryPattern binary:
                return Join(binary.IsAnd, Emission.PartsOf(binary).ConvertAll(part => Pattern(part, operand, place)), place);
            default:
                throw new NotCompiledException(pattern.GetType().Name);
        }
    }

    private DetailTruth Matches(ValueSet set, DetailShape operand, DetailPlace place)
    {
        switch (operand)
        {
            case DetailRows { Type: BooleanType } rows:
                return Matches(set, ToTruth(rows, place), place);
            case DetailRows rows:
                return Decide(rows, set.Contains, place);
            case DetailNumber number:
                return InSet((NumberSet)set, number, place);
        }
        var plain = Emission.MatchesPlain(set, operand switch
        {
            DetailTruth truth => new TruthShape(truth.True, truth.False),
            DetailText text => new TextShape(text.Text),
            _ => Plain(operand),
        });
        return plain is { True: "false", False: "false" } ? new DetailTruth("false", "false", operand.Missing) : Settled(plain, operand, place);
    }

    /// <summary>What matches whatever it is needs no facts only once they are known: a bare set never holds the unknown.</summary>
    private DetailTruth Settled(TruthShape plain, DetailShape operand, DetailPlace place) =>
        plain.True == "true" || plain.False == "true"
            ? Named(And(plain.True, Known(operand)), And(plain.False, Known(operand)), operand.Missing, place)
            : new DetailTruth(plain.True, plain.False, operand.Missing);

    private DetailTruth InSet(NumberSet set, DetailNumber number, DetailPlace place)
    {
        var complement = (NumberSet)set.Complement();
        var inDoubles = number.Near is not null && set.Intervals.All(i => IsShort(i.Low) && IsShort(i.High));
        var (low, high) = inDoubles ? number.Near!.Value : (number.Low, number.High);
        var bounded = inDoubles ? "true" : number.Bounded;
        var yes = And(bounded, Emission.InIntervals(set, low, high, inDoubles ? Literal.Number : Exactly));
        var no = And(bounded, Emission.InIntervals(complement, low, high, inDoubles ? Literal.Number : Exactly));
        return number.IsPoint ? new DetailTruth(yes, no, number.Missing) : Named(yes, no, number.Missing, place);
    }

    private static bool IsShort(Bound bound) => bound.Value is not { } value || !FactFrame.IsLong(value);
}
