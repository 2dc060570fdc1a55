using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>Three-valued logic and comparisons: two conditions and what is missing while neither holds.</summary>
internal sealed partial class DetailEmission
{
    private const int GroupSize = 32;

    private static string And(params IEnumerable<string> parts) => Emission.And(parts);

    private static string Or(params IEnumerable<string> parts) => Emission.Or(parts);

    private DetailTruth Join(bool isAnd, List<DetailTruth> parts, DetailPlace place)
    {
        if (parts.Count == 1) return parts[0];
        if (parts.Count > GroupSize) return Join(isAnd, [.. parts.Chunk(GroupSize).Select(group => Join(isAnd, [.. group], place))], place);
        var (every, some) = (And(parts.Select(p => isAnd ? p.True : p.False)), Or(parts.Select(p => isAnd ? p.False : p.True)));
        return Named(isAnd ? every : some, isAnd ? some : every, Union(parts.Select(p => p.Missing)), place);
    }

    /// <summary>Short names for both conditions; nothing is missing where one holds.</summary>
    private DetailTruth Named(string yes, string no, string missing, DetailPlace place)
    {
        yes = Local(place, "bool", "part_met", yes);
        no = Local(place, "bool", "part_notMet", no);
        return new DetailTruth(yes, no, Unless(Or(yes, no), missing, place));
    }

    private DetailTruth ToTruth(DetailShape shape, DetailPlace? place = null) => shape switch
    {
        DetailTruth truth => truth,
        DetailUnknown => new DetailTruth("false", "false", shape.Missing),
        DetailConstant { Value: bool value } => DetailTruth.Of(value, DetailShape.Nothing),
        DetailRows { Type: BooleanType } rows when place is not null => Decide(rows, value => value is true, place),
        _ => throw new NotCompiledException("a condition that is no boolean"),
    };

    /// <summary>Decided when every possible value matches or none does; neither while no row may apply.</summary>
    private DetailTruth Decide(DetailRows rows, Func<object, bool> matches, DetailPlace place)
    {
        var yes = rows.MaskOf(matches);
        return Named(
            yes == 0 ? "false" : $"(({rows.Mask} & {Literal.Mask((rows.None | (rows.None - 1)) & ~yes)}) == 0)",
            $"(({rows.Mask} & {Literal.Mask(yes | rows.None)}) == 0)", rows.Missing, place);
    }

    private static string Known(DetailShape shape) => shape switch
    {
        DetailConstant => "true",
        DetailUnknown => "false",
        DetailTruth truth => Or(truth.True, truth.False),
        DetailNumber { IsPoint: true } number => number.Bounded,
        DetailNumber { Bound: not null, Near: { } whole } => $"({whole.Low} == {whole.High})",
        DetailNumber number => And(number.Bounded, $"({number.Low} == {number.High})"),
        DetailCode code => $"({code.Code} >= 0)",
        DetailText text => $"({text.Text} is not null)",
        DetailRows rows => Or(rows.Values.Distinct().Select(v => $"(({rows.Mask} & {Literal.Mask((rows.None | (rows.None - 1)) & ~rows.MaskOf(v.Equals))}) == 0)")),
        _ => throw new NotCompiledException(shape.GetType().Name),
    };

    private DetailTruth IsKnown(DetailShape shape, DetailPlace place)
    {
        var known = Local(place, "bool", "known", Known(shape));
        return known is "true" or "false" ? DetailTruth.Of(known == "true", DetailShape.Nothing) : new DetailTruth(known, $"(!{known})", DetailShape.Nothing);
    }

    private DetailShape Coalesce(DetailShape left, DetailShape right, DetailPlace place)
    {
        if (left is DetailConstant) return left;
        if (left is DetailUnknown) return right;
        if (right is DetailRows) throw new NotCompiledException("?? with a table on its right");
        var known = Local(place, "bool", "known", Known(left));
        var missing = Unless(known, right.Missing, place);
        switch (left)
        {
            case DetailTruth truth:
                var other = ToTruth(right);
                return new DetailTruth(
                    Local(place, "bool", "value_met", $"{known} ? {truth.True} : {other.True}"),
                    Local(place, "bool", "value_notMet", $"{known} ? {truth.False} : {other.False}"), missing);
            case DetailNumber or DetailRows { Type: NumberType }:
                var (a, b) = (ToNumber(left, place), ToNumber(right, place));
                var low = Local(place, "decimal", "value", $"{known} ? {a.Low} : {b.Low}");
                var high = b.IsPoint ? low : Local(place, "decimal", "value_high", $"{known} ? {a.Low} : {b.High}");
                return new DetailNumber(Local(place, "bool", "value_bounded", Or(known, b.Bounded)), low, high, missing);
            case DetailCode code:
                return code with { Code = Local(place, "int", "value", $"{known} ? {code.Code} : {ToCode(right, code.Type)}"), Missing = missing };
            case DetailText text:
                return new DetailText(Local(place, "string?", "value", $"{text.Text} ?? {ToText(right)}"), missing);
            default:
                throw new NotCompiledException("?? over a table of words");
        }
    }

    private DetailTruth Conditional(BoundConditional node, DetailPlace place)
    {
        if (node.Type is not BooleanType) throw new NotCompiledException("a choice between computed values");
        var condition = ToTruth(Lower(node.Condition, place), place);
        var (a, b) = (ToTruth(Lower(node.WhenTrue, place), place), ToTruth(Lower(node.WhenFalse, place), place));
        var yes = Local(place, "bool", "if_met", condition.True);
        var no = Local(place, "bool", "if_notMet", condition.False);
        var met = Local(place, "bool", "chosen_met", Or(And(yes, a.True), And(no, b.True), And(a.True, b.True)));
        var notMet = Local(place, "bool", "chosen_notMet", Or(And(yes, a.False), And(no, b.False), And(a.False, b.False)));
        var missing = Local(place, "Bits", "chosen_missing",
            $"{yes} ? {a.Missing} : {no} ? {b.Missing} : {Or(met, notMet)} ? {DetailShape.Nothing} : {Union(condition.Missing, a.Missing, b.Missing)}");
        return new DetailTruth(met, notMet, missing);
    }

    private DetailTruth Compare(ComparisonOperator op, DetailShape left, DetailShape right, DetailPlace place)
    {
        if (left is DetailConstant && right is not DetailConstant) return Compare(op.Mirrored(), right, left, place);
        if (left is DetailConstant a && right is DetailConstant b) return DetailTruth.Of(Emission.Holds(op, Emission.Order(a.Value, b.Value)), DetailShape.Nothing);
        var missing = Union(MissingOf(left, place), MissingOf(right, place));
        if (left is DetailUnknown || right is DetailUnknown) return new DetailTruth("false", "false", missing);
        if (left is DetailRows { Type: not BooleanType } rows && right is DetailConstant constant)
            return Decide(rows, value => Emission.Holds(op, Emission.Order(value, constant.Value)), place);
        if (left is DetailNumber || right is DetailNumber) return CompareNumbers(op, left, right, missing, place);
        if (left is DetailTruth or DetailRows { Type: BooleanType } || right is DetailTruth)
            return CompareTruth(op, ToTruth(left, place), ToTruth(right, place), missing, place);
        var plain = (left, right) switch
        {
            (DetailCode { Type: DateType } date, _) => Emission.CompareDates(op, new CodeShape(date.Code, date.Type), Plain(right)),
            (DetailCode code, _) => Emission.CompareWords(op, new CodeShape(code.Code, code.Type), Plain(right)),
            (DetailText text, _) => Emission.CompareTexts(op, new TextShape(text.Text), ToText(right)),
            _ => throw new NotCompiledException("a comparison with a computed table value"),
        };
        return new DetailTruth(plain.True, plain.False, missing);
    }

    private DetailTruth CompareTruth(ComparisonOperator op, DetailTruth a, DetailTruth b, string missing, DetailPlace place)
    {
        var same = Named(Or(And(a.True, b.True), And(a.False, b.False)), Or(And(a.True, b.False), And(a.False, b.True)), missing, place);
        return op switch
        {
            ComparisonOperator.Equal => same,
            ComparisonOperator.NotEqual => same.Not(),
            _ => throw new NotCompiledException("an order of booleans"),
        };
    }

    private DetailTruth CompareNumbers(ComparisonOperator op, DetailShape left, DetailShape right, string missing, DetailPlace place)
    {
        if (op is ComparisonOperator.Equal or ComparisonOperator.NotEqual && (left is DetailRows || right is DetailRows))
            throw new NotCompiledException("equality between a table and a computed number");
        if (op == ComparisonOperator.NotEqual) return CompareNumbers(ComparisonOperator.Equal, left, right, missing, place).Not();
        var (a, b) = (ToNumber(left, place), ToNumber(right, place));
        var isPoint = a.IsPoint && b.IsPoint;
        var inDoubles = a.Near is not null && b.Near is not null;
        var (low, high) = inDoubles ? a.Near!.Value : (a.Low, a.High);
        var (least, most) = inDoubles ? b.Near!.Value : (b.Low, b.High);
        var bounded = inDoubles ? "true" : And(a.Bounded, b.Bounded);
        var (yes, no) = op switch
        {
            ComparisonOperator.Equal when isPoint => ($"({low} == {least})", inDoubles ? $"(({low} < {least}) | ({low} > {least}))" : $"({low} != {least})"),
            ComparisonOperator.Equal => ($"(({low} >= {most}) & ({high} <= {least}))", $"(({high} < {least}) | ({low} > {most}))"),
            ComparisonOperator.Less => ($"({high} < {least})", $"({low} >= {most})"),
            ComparisonOperator.LessOrEqual => ($"({high} <= {least})", $"({low} > {most})"),
            ComparisonOperator.Greater => ($"({low} > {most})", $"({high} <= {least})"),
            _ => ($"({low} >= {most})", $"({high} < {least})"),
        };
        // A single value on both sides is decided as soon as it is known.
        return isPoint ? new DetailTruth(And(bounded, yes), And(bounded, no), missing) : Named(And(bounded, yes), And(bounded, no), missing, place);
    }

    private static Shape Plain(DetailShape shape) => shape switch
    {
        DetailCode code => new CodeShape(code.Code, code.Type),
        DetailConstant constant => new ConstantShape(constant.Value, constant.Type),
        _ => throw new NotCompiledException("a comparison with a computed table value"),
    };

    private static string ToCode(DetailShape shape, FactType type) => shape is DetailUnknown ? "-1" : Emission.ToCode(Plain(shape), type);

    private static string ToText(DetailShape shape) => shape switch
    {
        DetailUnknown => "null",
        DetailText text => text.Text,
        DetailConstant { Value: string text } => Literal.Text(text),
        _ => throw new NotCompiledException("a text that is computed"),
    };
}
