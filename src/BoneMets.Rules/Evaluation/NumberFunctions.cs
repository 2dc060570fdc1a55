using System.Globalization;

namespace BoneMets.Rules.Evaluation;

/// <summary>Functions of numbers. What double precision computes is rounded to 15 significant digits, so that every platform gives the same decimals.</summary>
internal static class NumberFunctions
{
    private const int MostDigits = 28;

    /// <summary>Half away from zero, as people round.</summary>
    public static Value Round(decimal number, decimal digits) =>
        digits is < 0 or > MostDigits || decimal.Truncate(digits) != digits
            ? Faults.OutsideDomain($"`Round` takes 0 to {MostDigits} digits, not {TextFunctions.ToText(digits)}")
            : new KnownValue(decimal.Round(number, (int)digits, MidpointRounding.AwayFromZero));

    public static Value Sqrt(decimal number) =>
        number < 0 ? Undefined("Sqrt", "a negative number", number) : FromDouble("Sqrt", Math.Sqrt((double)number));

    public static Value Ln(decimal number) =>
        number <= 0 ? Undefined("Ln", "zero or a negative number", number) : FromDouble("Ln", Math.Log((double)number));

    public static Value Log10(decimal number) =>
        number <= 0 ? Undefined("Log10", "zero or a negative number", number) : FromDouble("Log10", Math.Log10((double)number));

    public static Value Exp(decimal number) => FromDouble("Exp", Math.Exp((double)number));

    public static Value Pow(decimal number, decimal exponent)
    {
        if (number == 0 && exponent < 0) return Undefined("Pow", "zero with a negative exponent", exponent);
        if (number < 0 && decimal.Truncate(exponent) != exponent) return Undefined("Pow", "a negative number with a fractional exponent", exponent);
        return FromDouble("Pow", Math.Pow((double)number, (double)exponent));
    }

    public static Value ToInteger(object content) => content switch
    {
        decimal number => new KnownValue(decimal.Round(number, 0, MidpointRounding.AwayFromZero)),
        bool truth => new KnownValue(truth ? 1m : 0m),
        _ => ParseInteger(content),
    };

    public static Value ParseInteger(object content) => Parse(content, NumberStyles.Integer, "a whole number");

    public static Value ParseNumber(object content) => Parse(content, NumberStyles.Float, "a number");

    public static Value FromDouble(string function, double result)
    {
        if (double.IsNaN(result)) return Faults.OutsideDomain($"`{function}` is not defined here");
        return decimal.TryParse(result.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new KnownValue(number)
            : Faults.Overflow;
    }

    private static Value Parse(object content, NumberStyles styles, string wanted) =>
        content is decimal known ? new KnownValue(known)
        : decimal.TryParse((string)content, styles, CultureInfo.InvariantCulture, out var number) ? new KnownValue(number)
        : Faults.Conversion((string)content, wanted);

    private static FaultValue Undefined(string function, string kind, decimal argument) =>
        Faults.OutsideDomain($"`{function}` is not defined for {kind} ({TextFunctions.ToText(argument)})");
}
