using System.Globalization;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>Functions that are the same in doubles and ints.</summary>
internal sealed partial class Emission
{
    /// <summary>More days, months or years than the calendar has.</summary>
    private const double CalendarBound = 4_000_000;

    internal const string MonthsBetween =
        """
        /// <summary>Completed months; below zero the other way round.</summary>
        private static int MonthsBetween(int from, int to)
        {
            if (to < from) return -MonthsBetween(to, from);
            DateOnly a = DateOnly.FromDayNumber(from), b = DateOnly.FromDayNumber(to);
            return (b.Year - a.Year) * 12 + b.Month - a.Month - (b.Day < a.Day ? 1 : 0);
        }
        """;

    private Shape Function(BoundFunction function, Place place)
    {
        var arguments = new List<Shape>(function.Arguments.Count);
        foreach (var argument in function.Arguments) arguments.Add(Lower(argument, place));
        var isUnknown = arguments.Contains(UnknownShape.Instance);
        switch (function.Function)
        {
            case ScalarFunction.Min or ScalarFunction.Max when function.Type is NumberType:
                return Extreme(function.Function.ToString(), arguments, place);
            case ScalarFunction.Abs or ScalarFunction.Floor or ScalarFunction.Ceiling:
                return isUnknown ? UnknownShape.Instance : Whole($"Math.{function.Function}", Single(arguments[0], place), place, function.Function == ScalarFunction.Abs);
            case ScalarFunction.Round when arguments.Count == 1 || arguments[1] is ConstantShape { Value: 0m }:
                return isUnknown ? UnknownShape.Instance : Whole("Math.Round", Single(arguments[0], place), place, isAbs: false);
            case ScalarFunction.DaysBetween or ScalarFunction.MonthsBetween or ScalarFunction.YearsBetween:
                return isUnknown ? UnknownShape.Instance : Between(function.Function, ToCode(arguments[0], FactType.Date), ToCode(arguments[1], FactType.Date), place);
            case ScalarFunction.Year or ScalarFunction.Month or ScalarFunction.Day:
                if (isUnknown) return UnknownShape.Instance;
                var date = ToCode(arguments[0], FactType.Date);
                return Calendar(And($"({date} >= 0)"), $"DateOnly.FromDayNumber({date}).{function.Function}", place);
            case >= ScalarFunction.Contains and <= ScalarFunction.EqualsIgnoreCase:
                return isUnknown ? TruthShape.Unknown : TextTest(function.Function, ToText(arguments[0]), ToText(arguments[1]), place);
            default:
                throw new NotCompiledException($"the function {function.Function}");
        }
    }

    /// <summary>A single value; an undecided one is unknown.</summary>
    private NumberShape Single(Shape shape, Place place)
    {
        var number = ToNumber(shape, place);
        if (number.IsPoint) return number;
        var single = Local(place, "double", "single", $"{Known(number)} ? {number.Low} : double.NaN");
        return number with { Low = single, High = single, HasHoles = false };
    }

    private NumberShape Whole(string method, NumberShape number, Place place, bool isAbs)
    {
        if (isAbs) return number with { Low = $"{method}({number.Low})", High = $"{method}({number.Low})" };
        var isRound = method == "Math.Round";
        if (!number.IsExact)
        {
            // Near to where the result jumps only the exact number tells the side.
            var jump = isRound ? $"Math.Abs({number.Low} - Math.Truncate({number.Low}))" : number.Low;
            var nearest = isRound ? "0.5" : $"Math.Round({number.Low})";
            Unsure(place, $"Math.Abs({jump} - {nearest}) <= {ErrorFactor(number.Roundings)} * ({number.MagnitudeText} + 1.0)");
        }
        var value = Local(place, "double", "whole", isRound ? $"Math.Round({number.Low}, MidpointRounding.AwayFromZero)" : $"{method}({number.Low})");
        Unsure(place, $"Math.Abs({value}) >= 1E+15");
        return new NumberShape(value, value, null, 0, number.Bound is { } bound ? bound + 1 : null, true);
    }

    private NumberShape Between(ScalarFunction function, string from, string to, Place place)
    {
        if (function != ScalarFunction.DaysBetween && !Statics.Contains(MonthsBetween)) Statics.Add(MonthsBetween);
        return Calendar(And($"({from} >= 0)", $"({to} >= 0)"), function switch
        {
            ScalarFunction.DaysBetween => $"{to} - {from}",
            ScalarFunction.MonthsBetween => $"MonthsBetween({from}, {to})",
            _ => $"MonthsBetween({from}, {to}) / 12",
        }, place);
    }

    private NumberShape Calendar(string known, string value, Place place)
    {
        var number = Local(place, "double", "calendar", $"{known} ? {value} : double.NaN");
        return new NumberShape(number, number, null, 0, CalendarBound, true);
    }

    private const int LongText = 128;

    private TruthShape TextTest(ScalarFunction function, string text, string part, Place place)
    {
        var name = function.ToString();
        var ignoresCase = name.EndsWith("IgnoreCase", StringComparison.Ordinal);
        var method = ignoresCase ? name[..^"IgnoreCase".Length] : name;
        var known = Local(place, "bool", "known", And($"({text} is not null)", part.StartsWith('"') ? "true" : $"({part} is not null)"));
        var call = $"{text}!.{method}({part}!, StringComparison.{(ignoresCase ? "OrdinalIgnoreCase" : "Ordinal")})";
        if (place.Variables.IsEmpty) return Test(call);
        // Once for each element: long texts are left to the evaluator, which counts what they cost.
        Unsure(place, $"{known} && {text}!.Length > {Literal.Whole(LongText)}");
        return Test($"{text}!.Length <= {Literal.Whole(LongText)} && {call}");

        TruthShape Test(string isFound)
        {
            var found = Local(place, "bool", "found", $"{known} && {isFound}");
            return new TruthShape(found, $"({known} & !{found})");
        }
    }

    private NumberShape Extreme(string method, List<Shape> arguments, Place place)
    {
        var result = ToNumber(arguments[0], place) with { HasHoles = false };
        foreach (var argument in arguments.Skip(1))
        {
            var next = ToNumber(argument, place);
            var isPoint = result.IsPoint && next.IsPoint;
            var magnitude = result.IsExact && next.IsExact ? null : Local(place, "double", "size", $"{result.MagnitudeText} + {next.MagnitudeText}");
            var low = Local(place, "double", isPoint ? "value" : "low", $"Math.{method}({result.Low}, {next.Low})");
            var high = isPoint ? low : Local(place, "double", "high", $"Math.{method}({result.High}, {next.High})");
            result = new NumberShape(
                low, high, magnitude, Math.Max(result.Roundings, next.Roundings),
                result.Bound is { } x && next.Bound is { } y ? Math.Max(x, y) : null, result.IsWhole && next.IsWhole);
        }
        return result;
    }
}
