using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Evaluation;

/// <summary>Exact decimals, and intervals over what is undecided. A fault wins over unknown, the left one first.</summary>
internal static class Arithmetic
{
    public static Value Apply(ArithmeticOperator op, Value left, Value right)
    {
        if (left is FaultValue) return left;
        if (right is FaultValue) return right;
        if (op is ArithmeticOperator.Divide or ArithmeticOperator.Remainder && right is KnownValue { Content: 0m }) return Faults.DivisionByZero;
        try
        {
            if (left is KnownValue { Content: decimal a } && right is KnownValue { Content: decimal b }) return new KnownValue(Exact(op, a, b));
            return OverIntervals(op, left, right);
        }
        catch (OverflowException)
        {
            return Faults.Overflow;
        }
    }

    public static Value Negate(Value operand) =>
        operand is KnownValue { Content: decimal number } ? new KnownValue(-number)
        : Candidates.TryBounds(operand, out var low, out var high) ? Candidates.Range(-high, -low, operand.Missing)
        : operand;

    /// <summary><c>ValueIn</c>: monotonic, so that the ends of an interval stay its ends.</summary>
    public static Value Convert(Value operand, UnitConversion conversion)
    {
        try
        {
            return operand switch
            {
                KnownValue { Content: decimal number } => new KnownValue(conversion.FromCanonical(number)),
                RangeValue range => Ordered(conversion.FromCanonical(range.Low), conversion.FromCanonical(range.High), range.Missing),
                OneOfValue set => Candidates.Join(set.Candidates.Select(c => new KnownValue(conversion.FromCanonical((decimal)c))), set.Missing),
                _ => operand,
            };
        }
        catch (OverflowException)
        {
            return Faults.Overflow;
        }
    }

    /// <summary>The least or the greatest of several values, none a fault.</summary>
    public static Value Extreme(bool greatest, IReadOnlyList<Value> values)
    {
        if (values.All(v => v is KnownValue))
        {
            var best = ((KnownValue)values[0]).Content;
            foreach (KnownValue value in values.Skip(1))
                if (Comparisons.Order(value.Content, best) * (greatest ? 1 : -1) > 0) best = value.Content;
            return new KnownValue(best);
        }
        var missing = values.Aggregate(MissingFacts.None, (all, v) => all.And(v.Missing));
        decimal? low = null, high = null;
        foreach (var value in values)
        {
            if (!Candidates.TryBounds(value, out var l, out var h)) return new UnknownValue(missing);
            low = Better(greatest, low, l);
            high = Better(greatest, high, h);
        }
        return Candidates.Range(low!.Value, high!.Value, missing);
    }

    private static decimal Better(bool greatest, decimal? best, decimal next) =>
        best is not { } current ? next : greatest ? Math.Max(current, next) : Math.Min(current, next);

    private static decimal Exact(ArithmeticOperator op, decimal a, decimal b) => op switch
    {
        ArithmeticOperator.Add => a + b,
        ArithmeticOperator.Subtract => a - b,
        ArithmeticOperator.Multiply => a * b,
        ArithmeticOperator.Divide => a / b,
        _ => a % b,
    };

    private static Value OverIntervals(ArithmeticOperator op, Value left, Value right)
    {
        var missing = left.Missing.And(right.Missing);
        if (!Candidates.TryBounds(left, out var a, out var b) || !Candidates.TryBounds(right, out var c, out var d)) return new UnknownValue(missing);
        return op switch
        {
            ArithmeticOperator.Add => Candidates.Range(a + c, b + d, missing),
            ArithmeticOperator.Subtract => Candidates.Range(a - d, b - c, missing),
            ArithmeticOperator.Multiply when left is KnownValue || right is KnownValue => Ordered(a * c, b * d, missing),
            ArithmeticOperator.Divide when right is KnownValue => Ordered(a / c, b / c, missing),
            ArithmeticOperator.Divide when left is KnownValue && (c > 0 || d < 0) => Ordered(a / c, a / d, missing),
            _ => new UnknownValue(missing),
        };
    }

    private static Value Ordered(decimal x, decimal y, MissingFacts missing) => Candidates.Range(Math.Min(x, y), Math.Max(x, y), missing);
}
