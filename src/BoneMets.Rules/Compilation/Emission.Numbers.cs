using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>
/// Arithmetic in doubles, with the size of what was added up beside it wherever a rounding may happen. Small multiples of 1/1024
/// (counts, scores) stay exact and need none. Every rounded product and quotient counts at least 1e-12, which covers the 28 decimals
/// that the evaluator keeps.
/// </summary>
internal sealed partial class Emission
{
    private const double ExactBound = 1L << 40;

    /// <summary>Decimals overflow above 7.9e28.</summary>
    private const string TooLarge = "1E+28";

    /// <summary>Up to 15 digits: then decimals and doubles are in the same order.</summary>
    private static bool IsShort(decimal value) => !FactFrame.IsLong(value);

    private NumberShape ToNumber(Shape shape, Place place)
    {
        switch (shape)
        {
            case NumberShape number:
                return number;
            case UnknownShape:
                return new NumberShape("double.NaN", "double.NaN", null, 0, null, false);
            case ConstantShape { Value: decimal value }:
                var text = Literal.Number(value);
                var bound = BoundOf([value]);
                return new NumberShape(text, text, IsShort(value) ? null : Literal.Number(Math.Abs(value)), 1, bound, decimal.IsInteger(value));
            case ChoiceShape { Type: NumberType } choice:
                return Range(choice, place);
            default:
                throw new NotCompiledException("a number that is none");
        }
    }

    private static double? BoundOf(IEnumerable<decimal> values)
    {
        var bound = 0d;
        foreach (var value in values)
        {
            if (Math.Abs(value) > (decimal)ExactBound || !decimal.IsInteger(value * 1024)) return null;
            bound = Math.Max(bound, (double)Math.Abs(value));
        }
        return bound;
    }

    private Shape Arithmetic(ArithmeticOperator op, Shape left, Shape right, Place place)
    {
        if (left is ConstantShape { Value: decimal x } && right is ConstantShape { Value: decimal y }) return Fold(op, x, y);
        if (left is UnknownShape || right is UnknownShape)
        {
            if (op is ArithmeticOperator.Divide or ArithmeticOperator.Remainder && right is not ConstantShape { Value: not 0m } and not UnknownShape)
                throw new NotCompiledException("a division that may fault");
            return UnknownShape.Instance;
        }
        var (a, b) = (ToNumber(left, place), ToNumber(right, place));
        return op switch
        {
            ArithmeticOperator.Add => Result(place, $"{a.Low} + {b.Low}", $"{a.High} + {b.High}", a, b, isProduct: false),
            ArithmeticOperator.Subtract => Result(place, $"{a.Low} - {b.High}", $"{a.High} - {b.Low}", a, b, isProduct: false),
            ArithmeticOperator.Multiply => Product(a, b, place),
            ArithmeticOperator.Divide => Quotient(a, b, right, place),
            _ => Remainder(a, right, place),
        };
    }

    internal static ConstantShape Fold(ArithmeticOperator op, decimal x, decimal y)
    {
        try
        {
            var value = op switch
            {
                ArithmeticOperator.Add => x + y,
                ArithmeticOperator.Subtract => x - y,
                ArithmeticOperator.Multiply => x * y,
                ArithmeticOperator.Divide => x / y,
                _ => x % y,
            };
            return new ConstantShape(value, FactType.Number);
        }
        catch (ArithmeticException)
        {
            throw new NotCompiledException("a constant that faults");
        }
    }

    private NumberShape Result(Place place, string low, string high, NumberShape a, NumberShape b, bool isProduct, string? size = null)
    {
        double? bound = (a.Bound, b.Bound) switch
        {
            ({ } x, { } y) when isProduct => a.IsWhole || b.IsWhole ? x * y : null,
            ({ } x, { } y) => x + y,
            _ => null,
        };
        if (bound > ExactBound || size is not null) bound = null;
        var isPoint = low == high || (a.IsPoint && b.IsPoint);
        var lowName = Local(place, "double", isPoint ? "value" : "low", low);
        var highName = isPoint ? lowName : Local(place, "double", "high", high);
        string? magnitude = null;
        if (bound is null)
        {
            magnitude = Local(place, "double", "size", size ?? (isProduct ? $"{a.MagnitudeText} * {b.MagnitudeText} + 1E-12" : $"{a.MagnitudeText} + {b.MagnitudeText}"));
            Unsure(place, $"{magnitude} >= {TooLarge}");
        }
        var roundings = isProduct ? a.Roundings + b.Roundings + 3 : Math.Max(a.Roundings, b.Roundings) + 2;
        return new NumberShape(lowName, highName, magnitude, roundings, bound, a.IsWhole && b.IsWhole);
    }

    private NumberShape Product(NumberShape a, NumberShape b, Place place)
    {
        if (a.IsPoint && b.IsPoint) return Result(place, $"{a.Low} * {b.Low}", $"{a.Low} * {b.Low}", a, b, isProduct: true);
        if (!a.IsPoint && !b.IsPoint && !(a.IsExact && b.IsExact)) throw new NotCompiledException("a product of computed ranges");
        var x = Local(place, "double", "end", $"{a.Low} * {b.Low}");
        var y = Local(place, "double", "end", $"{a.High} * {b.High}");
        if (a.IsPoint || b.IsPoint) return Result(place, $"Math.Min({x}, {y})", $"Math.Max({x}, {y})", a, b, isProduct: true);
        var known = Local(place, "bool", "known", $"({a.Low} == {a.High}) | ({b.Low} == {b.High})");
        return Result(place, $"{known} ? Math.Min({x}, {y}) : double.NaN", $"{known} ? Math.Max({x}, {y}) : double.NaN", a, b, isProduct: true);
    }

    private NumberShape Quotient(NumberShape a, NumberShape b, Shape divisor, Place place)
    {
        if (divisor is ConstantShape { Value: 0m } || !b.IsPoint) throw new NotCompiledException("a division by zero or by a range");
        // A divisor that may be zero, or is not known well enough, is the evaluator's.
        if (divisor is not ConstantShape)
            Unsure(place, b.IsExact ? $"{b.Low} == 0" : $"Math.Abs({b.Low}) <= 1E-06 * {b.MagnitudeText}");
        var size = b.IsExact
            ? $"{a.MagnitudeText} / {b.MagnitudeText} + 1E-12"
            : $"{a.MagnitudeText} / Math.Abs({b.Low}) * ({b.MagnitudeText} / Math.Abs({b.Low})) + 1E-12";
        if (a.IsPoint) return Result(place, $"{a.Low} / {b.Low}", $"{a.Low} / {b.Low}", a, b, isProduct: true, size);
        var x = Local(place, "double", "end", $"{a.Low} / {b.Low}");
        var y = Local(place, "double", "end", $"{a.High} / {b.Low}");
        return Result(place, $"Math.Min({x}, {y})", $"Math.Max({x}, {y})", a, b, isProduct: true, size);
    }

    private NumberShape Remainder(NumberShape a, Shape divisor, Place place)
    {
        if (divisor is not ConstantShape { Value: decimal by } || by == 0 || !decimal.IsInteger(by) || !a.IsWhole || a.Bound is null || !a.IsPoint)
            throw new NotCompiledException("a remainder of anything but small whole numbers");
        var value = Local(place, "double", "remainder", $"{a.Low} % {Literal.Number(by)}");
        return a with { Low = value, High = value };
    }

    private Shape Negate(Shape operand, Place place)
    {
        if (operand is UnknownShape) return operand;
        if (operand is ConstantShape { Value: decimal value }) return new ConstantShape(-value, FactType.Number);
        var number = ToNumber(operand, place);
        return number.IsPoint
            ? number with { Low = $"(-{number.Low})", High = $"(-{number.Low})" }
            : number with { Low = $"(-{number.High})", High = $"(-{number.Low})", HasHoles = false };
    }

    private Shape ValueIn(BoundValueIn valueIn, Place place)
    {
        var operand = Lower(valueIn.Operand, place);
        if (valueIn.Conversion is not { } conversion || operand is UnknownShape) return operand;
        if (operand is ChoiceShape choice) return choice with { Values = [.. choice.Values.Select(v => (object)conversion.FromCanonical((decimal)v))] };
        if (operand is NumberShape { HasHoles: true }) throw new NotCompiledException("a unit of one of several computed numbers");
        return conversion.Factor is { } factor
            ? Arithmetic(ArithmeticOperator.Divide, operand, new ConstantShape(factor, FactType.Number), place)
            : Arithmetic(ArithmeticOperator.Multiply, operand, new ConstantShape(conversion.Divisor!.Value, FactType.Number), place);
    }
}
