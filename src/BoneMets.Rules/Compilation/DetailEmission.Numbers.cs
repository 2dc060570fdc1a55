using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>Arithmetic in decimals, only carried out where the operands are known; what overflows throws and leaves the decision to the evaluator.</summary>
internal sealed partial class DetailEmission
{
    private const decimal MostWhole = 1L << 40;

    private DetailNumber ToNumber(DetailShape shape, DetailPlace place)
    {
        switch (shape)
        {
            case DetailNumber number:
                return number;
            case DetailUnknown:
                return new DetailNumber("false", "0m", "0m", shape.Missing);
            case DetailConstant { Value: decimal value }:
                var near = Literal.Number(value);
                return new DetailNumber(
                    "true", Exactly(value), Exactly(value), DetailShape.Nothing, FactFrame.IsLong(value) ? null : (near, near), BoundOf([value]));
            case DetailRows { Type: NumberType } rows:
                return Range(rows, place);
            default:
                throw new NotCompiledException("a number that is none");
        }
    }

    /// <summary>The size of whole numbers that doubles hold exactly, sums of them too.</summary>
    private static double? BoundOf(IReadOnlyList<decimal> values) =>
        values.All(v => decimal.IsInteger(v) && Math.Abs(v) <= MostWhole) ? (double)values.Max(Math.Abs) : null;

    /// <summary>The least and the greatest number of the rows still possible.</summary>
    private DetailNumber Range(DetailRows rows, DetailPlace place)
    {
        var values = rows.Values.Cast<decimal>().ToList();
        string low, high;
        var isAscending = values.Zip(values.Skip(1)).All(pair => pair.First <= pair.Second);
        if (isAscending && BoundOf(values) is { } bound)
        {
            // The bit of "no row applies" is the highest one, and NaN spreads.
            var list = Constant("double", "Points", string.Join(", ", values.Select(Literal.Number).Append("double.NaN")));
            high = Local(place, "double", "most", $"{list}[63 - BitOperations.LeadingZeroCount({rows.Mask})]");
            low = Local(place, "double", "least", $"{list}[BitOperations.TrailingZeroCount({rows.Mask})] + ({high} - {high})");
            return DetailNumber.Whole(low, high, Unless($"({low} == {high})", rows.Missing, place), bound);
        }
        var bounded = Local(place, "bool", "bounded", $"({rows.Mask} & {Literal.Mask(rows.None)}) == 0");
        if (isAscending)
        {
            var list = Constant("decimal[]", "Points", string.Join(", ", values.Append(0m).Select(Exactly)));
            low = Local(place, "decimal", "least", $"{list}[BitOperations.TrailingZeroCount({rows.Mask})]");
            high = Local(place, "decimal", "most", $"{list}[63 - BitOperations.LeadingZeroCount({rows.Mask})]");
        }
        else
        {
            var ordered = values.Distinct().Order().ToList();
            low = Local(place, "decimal", "least", First(ordered));
            ordered.Reverse();
            high = Local(place, "decimal", "most", First(ordered));
        }
        return new DetailNumber(bounded, low, high, Unless(And(bounded, $"({low} == {high})"), rows.Missing, place));

        string First(List<decimal> ordered) =>
            string.Concat(ordered.Select(v => $"({rows.Mask} & {Literal.Mask(rows.MaskOf(o => (decimal)o == v))}) != 0 ? {Exactly(v)} : ")) + "0m";
    }

    private DetailShape Arithmetic(ArithmeticOperator op, DetailShape left, DetailShape right, DetailPlace place)
    {
        if (left is DetailConstant { Value: decimal x } && right is DetailConstant { Value: decimal y })
            return new DetailConstant(Emission.Fold(op, x, y).Value, FactType.Number);
        var (a, b) = (ToNumber(left, place), ToNumber(right, place));
        if (op is ArithmeticOperator.Add or ArithmeticOperator.Subtract && a is { Near: { } x1, Bound: { } size } && b is { Near: { } x2, Bound: { } other } && size + other <= (double)MostWhole)
            return op == ArithmeticOperator.Add
                ? WholeResult(a, b, $"{x1.Low} + {x2.Low}", $"{x1.High} + {x2.High}", size + other, place)
                : WholeResult(a, b, $"{x1.Low} - {x2.High}", $"{x1.High} - {x2.Low}", size + other, place);
        var bounded = And(a.Bounded, b.Bounded);
        switch (op)
        {
            case ArithmeticOperator.Add:
                return Result(a, b, bounded, $"{a.Low} + {b.Low}", $"{a.High} + {b.High}", place);
            case ArithmeticOperator.Subtract:
                return Result(a, b, bounded, $"{a.Low} - {b.High}", $"{a.High} - {b.Low}", place);
            case ArithmeticOperator.Multiply when a.IsPoint && b.IsPoint:
                return Result(a, b, bounded, $"{a.Low} * {b.Low}", "", place);
            case ArithmeticOperator.Multiply:
                return Ordered(a, b, And(bounded, Or(Known(a), Known(b))), $"{a.Low} * {b.Low}", $"{a.High} * {b.High}", place);
            case ArithmeticOperator.Divide or ArithmeticOperator.Remainder when !b.IsPoint || b.Low == "0m":
                throw new NotCompiledException("a division by zero or by a range");
        }
        if (right is not DetailConstant)
        {
            Unsure(place, And(b.Bounded, $"({b.Low} == 0m)"));
            bounded = And(bounded, $"({b.Low} != 0m)");
        }
        else if (right is DetailConstant { Value: 0m })
        {
            throw new NotCompiledException("a division by zero");
        }
        if (op == ArithmeticOperator.Remainder)
        {
            var whole = Result(a with { High = a.Low }, b, And(Known(a), bounded), $"{a.Low} % {b.Low}", "", place);
            return a.IsPoint ? whole : whole with { Missing = Unless(whole.Bounded, Union(a.Missing, b.Missing), place) };
        }
        return a.IsPoint
            ? Result(a, b, bounded, $"{a.Low} / {b.Low}", "", place)
            : Ordered(a, b, bounded, $"{a.Low} / {b.Low}", $"{a.High} / {b.Low}", place);
    }

    private DetailNumber WholeResult(DetailNumber a, DetailNumber b, string low, string high, double bound, DetailPlace place)
    {
        var isPoint = low == high || (a.IsPoint && b.IsPoint);
        var least = Local(place, "double", isPoint ? "value" : "low", low);
        var most = isPoint ? least : Local(place, "double", "high", high);
        var missing = Union(a.Missing, b.Missing);
        return DetailNumber.Whole(least, most, isPoint ? missing : Unless($"({least} == {most})", missing, place), bound);
    }

    /// <summary>Single when both sides are; otherwise known only where both ends meet.</summary>
    private DetailNumber Result(DetailNumber a, DetailNumber b, string bounded, string low, string high, DetailPlace place)
    {
        var known = Local(place, "bool", "bounded", bounded);
        var isPoint = a.IsPoint && b.IsPoint;
        var lowest = Local(place, "decimal", isPoint ? "value" : "low", $"{known} ? {low} : 0m");
        var highest = isPoint ? lowest : Local(place, "decimal", "high", $"{known} ? {high} : 0m");
        var missing = Union(a.Missing, b.Missing);
        return new DetailNumber(known, lowest, highest, isPoint ? missing : Unless(And(known, $"({lowest} == {highest})"), missing, place));
    }

    private DetailNumber Ordered(DetailNumber a, DetailNumber b, string bounded, string one, string other, DetailPlace place)
    {
        var known = Local(place, "bool", "bounded", bounded);
        var x = Local(place, "decimal", "end", $"{known} ? {one} : 0m");
        var y = Local(place, "decimal", "end", $"{known} ? {other} : 0m");
        var low = Local(place, "decimal", "low", $"Math.Min({x}, {y})");
        var high = Local(place, "decimal", "high", $"Math.Max({x}, {y})");
        return new DetailNumber(known, low, high, Unless(And(known, $"({low} == {high})"), Union(a.Missing, b.Missing), place));
    }

    private DetailShape Negate(DetailShape operand, DetailPlace place)
    {
        if (operand is DetailUnknown) return operand;
        if (operand is DetailConstant { Value: decimal value }) return new DetailConstant(-value, FactType.Number);
        var number = ToNumber(operand, place);
        if (number is { Bound: { } bound, Near: { } whole }) return DetailNumber.Whole($"(-{whole.High})", $"(-{whole.Low})", number.Missing, bound);
        return number with { Low = $"(-{number.High})", High = $"(-{number.Low})", Near = number.Near is { } near ? ($"(-{near.High})", $"(-{near.Low})") : null };
    }

    private DetailShape ValueIn(BoundValueIn valueIn, DetailPlace place)
    {
        var operand = Lower(valueIn.Operand, place);
        if (valueIn.Conversion is not { } conversion || operand is DetailUnknown) return operand;
        if (operand is DetailRows rows) return rows with { Values = [.. rows.Values.Select(v => (object)Converted(conversion, (decimal)v))] };
        return conversion.Factor is { } factor
            ? Arithmetic(ArithmeticOperator.Divide, operand, new DetailConstant(factor, FactType.Number), place)
            : Arithmetic(ArithmeticOperator.Multiply, operand, new DetailConstant(conversion.Divisor!.Value, FactType.Number), place);
    }

    private static decimal Converted(UnitConversion conversion, decimal value)
    {
        try
        {
            return conversion.FromCanonical(value);
        }
        catch (OverflowException)
        {
            throw new NotCompiledException("an outcome that overflows");
        }
    }

    private DetailShape Function(BoundFunction function, DetailPlace place)
    {
        var arguments = function.Arguments.Select(a => Lower(a, place)).ToList();
        var missing = Union(arguments.Select(a => MissingOf(a, place)));
        switch (function.Function)
        {
            case ScalarFunction.Min or ScalarFunction.Max when function.Type is NumberType:
                return Extreme(function.Function.ToString(), arguments, missing, place);
            case ScalarFunction.Abs or ScalarFunction.Floor or ScalarFunction.Ceiling:
                var part = ToNumber(arguments[0], place);
                return Single(Known(part), $"{(function.Function == ScalarFunction.Abs ? "Math" : "decimal")}.{function.Function}({part.Low})", missing, place);
            case ScalarFunction.Round when arguments.Count == 1 || arguments[1] is DetailConstant { Value: decimal and >= 0 and <= 28 }:
                var digits = arguments.Count == 1 ? 0m : (decimal)((DetailConstant)arguments[1]).Value;
                if (!decimal.IsInteger(digits)) throw new NotCompiledException("digits that are no whole number");
                var number = ToNumber(arguments[0], place);
                return Single(Known(number), $"decimal.Round({number.Low}, {Literal.Whole((int)digits)}, MidpointRounding.AwayFromZero)", missing, place);
            case ScalarFunction.DaysBetween or ScalarFunction.MonthsBetween or ScalarFunction.YearsBetween:
                var (from, to) = (ToCode(arguments[0], FactType.Date), ToCode(arguments[1], FactType.Date));
                if (function.Function != ScalarFunction.DaysBetween && !Statics.Contains(Emission.MonthsBetween)) Statics.Add(Emission.MonthsBetween);
                return Single(And($"({from} >= 0)", $"({to} >= 0)"), function.Function switch
                {
                    ScalarFunction.DaysBetween => $"(decimal)({to} - {from})",
                    ScalarFunction.MonthsBetween => $"(decimal)MonthsBetween({from}, {to})",
                    _ => $"(decimal)(MonthsBetween({from}, {to}) / 12)",
                }, missing, place);
            case ScalarFunction.Year or ScalarFunction.Month or ScalarFunction.Day:
                var date = ToCode(arguments[0], FactType.Date);
                return Single($"({date} >= 0)", $"(decimal)DateOnly.FromDayNumber({date}).{function.Function}", missing, place);
            case >= ScalarFunction.Contains and <= ScalarFunction.EqualsIgnoreCase:
                return TextTest(function.Function.ToString(), ToText(arguments[0]), ToText(arguments[1]), missing, place);
            default:
                throw new NotCompiledException($"the function {function.Function}");
        }
    }

    private DetailNumber Single(string known, string value, string missing, DetailPlace place)
    {
        known = Local(place, "bool", "known", known);
        var result = Local(place, "decimal", "value", $"{known} ? {value} : 0m");
        return new DetailNumber(known, result, result, missing);
    }

    private DetailTruth TextTest(string name, string text, string part, string missing, DetailPlace place)
    {
        if (text == "null" || part == "null") return new DetailTruth("false", "false", missing);
        var ignoresCase = name.EndsWith("IgnoreCase", StringComparison.Ordinal);
        var method = ignoresCase ? name[..^"IgnoreCase".Length] : name;
        var known = Local(place, "bool", "known", And(new[] { text, part }.Where(t => !t.StartsWith('"')).Select(t => $"({t} is not null)")));
        var found = Local(place, "bool", "found", $"{known} && {text}!.{method}({part}!, StringComparison.{(ignoresCase ? "OrdinalIgnoreCase" : "Ordinal")})");
        return new DetailTruth(found, And(known, $"(!{found})"), missing);
    }

    private DetailNumber Extreme(string method, List<DetailShape> arguments, string missing, DetailPlace place)
    {
        var numbers = arguments.ConvertAll(a => ToNumber(a, place));
        var bounded = Local(place, "bool", "bounded", And(numbers.Select(n => n.Bounded)));
        var isPoint = numbers.TrueForAll(n => n.IsPoint);
        var low = Local(place, "decimal", isPoint ? "value" : "low", numbers.Select(n => n.Low).Aggregate((x, y) => $"Math.{method}({x}, {y})"));
        var high = isPoint ? low : Local(place, "decimal", "high", numbers.Select(n => n.High).Aggregate((x, y) => $"Math.{method}({x}, {y})"));
        return new DetailNumber(bounded, low, high, isPoint ? missing : Unless(And(bounded, $"({low} == {high})"), missing, place));
    }
}
