using System.Globalization;
using System.Runtime.CompilerServices;

namespace BoneMets.Rules.Facts;

/// <summary>Why a number in a text is not usable.</summary>
internal enum NumberProblem { None, TooManyDigits, TooLarge, TooSmall }

/// <summary>
/// Numbers of JSON as exact decimals, and decimals as the nearest double. The double is correctly rounded, so it depends on the value alone
/// (not on trailing zeros) and keeps the order: two numbers whose doubles differ compare as their doubles do. A C# cast does not promise that
/// beyond 15 digits, so every double that stands for a decimal comes from here.
/// </summary>
public static class ExactNumber
{
    /// <summary>What <see cref="decimal"/> holds whatever the digits are.</summary>
    public const int MostDigits = 28;

    private const ulong LargestExactDouble = 1UL << 53;
    private const int FastLength = 19;
    private static readonly double[] Powers =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Reads a number written as JSON writes it. False when a decimal cannot hold it exactly.</summary>
    public static bool TryParse(ReadOnlySpan<byte> number, out decimal exact, out double nearest) =>
        Parse(number, out exact, out nearest) == NumberProblem.None;

    /// <summary>The double next to the value, ties to even.</summary>
    public static double ToDouble(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = unchecked((ulong)(uint)bits[1] << 32 | (uint)bits[0]);
        if (bits[2] == 0 && mantissa <= LargestExactDouble && value.Scale < Powers.Length)
        {
            var nearest = mantissa / Powers[value.Scale];
            return value < 0 ? -nearest : nearest;
        }
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        return double.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>Every digit that a decimal can have, no trailing zeros, no exponent.</summary>
    internal const string Format = "0.############################";

    /// <summary>The value without trailing zeros, as it is shown.</summary>
    public static string Show(decimal value) => value.ToString(Format, CultureInfo.InvariantCulture);

    internal static NumberProblem Parse(ReadOnlySpan<byte> number, out decimal exact, out double nearest)
    {
        if (number.Length > FastLength) return ParseLong(number, out exact, out nearest);
        var isNegative = number[0] == '-';
        var mantissa = 0UL;
        var scale = -1;
        for (var i = isNegative ? 1 : 0; i < number.Length; i++)
        {
            var digit = unchecked((uint)(number[i] - '0'));
            if (digit <= 9)
            {
                mantissa = unchecked(mantissa * 10 + digit);
                if (scale >= 0) scale++;
            }
            else if (number[i] == '.')
            {
                scale = 0;
            }
            else
            {
                return ParseLong(number, out exact, out nearest);
            }
        }
        Compose(mantissa, 0, Math.Max(scale, 0), isNegative, out exact, out nearest);
        return NumberProblem.None;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Compose(ulong low, uint high, int scale, bool isNegative, out decimal exact, out double nearest)
    {
        isNegative &= (low | high) != 0; // there is no negative zero
        exact = unchecked(new decimal((int)(uint)low, (int)(uint)(low >> 32), (int)high, isNegative, (byte)scale));
        if (high == 0 && low <= LargestExactDouble && scale < Powers.Length)
        {
            nearest = low / Powers[scale];
            if (isNegative) nearest = -nearest;
        }
        else
        {
            nearest = ToDouble(exact);
        }
    }

    /// <summary>Any length, any exponent: leading and trailing zeros do not count as digits.</summary>
    private static NumberProblem ParseLong(ReadOnlySpan<byte> number, out decimal exact, out double nearest)
    {
        (exact, nearest) = (0, 0);
        var end = number.IndexOfAny((byte)'e', (byte)'E');
        var exponent = end < 0 ? 0 : Exponent(number[(end + 1)..]);
        var digits = number[..(end < 0 ? number.Length : end)];
        var isNegative = digits[0] == '-';
        if (isNegative) digits = digits[1..];
        var point = digits.IndexOf((byte)'.');
        if (point >= 0) exponent -= digits.Length - point - 1;

        var mantissa = UInt128.Zero;
        var significant = 0;
        var zeros = 0; // zeros that count only when another digit follows
        foreach (var c in digits)
        {
            if (c == '.') continue;
            if (c == '0')
            {
                if (significant > 0) zeros++;
                continue;
            }
            significant += zeros + 1;
            if (significant > MostDigits) return NumberProblem.TooManyDigits;
            mantissa = mantissa * Power(zeros + 1) + (UInt128)(c - '0');
            zeros = 0;
        }
        if (significant == 0) return NumberProblem.None;
        exponent += zeros;
        if (exponent > 0)
        {
            if (significant + exponent > MostDigits) return NumberProblem.TooLarge;
            mantissa *= Power((int)exponent);
            exponent = 0;
        }
        if (exponent < -MostDigits) return NumberProblem.TooSmall;
        Compose((ulong)(mantissa & ulong.MaxValue), (uint)(mantissa >> 64), (int)-exponent, isNegative, out exact, out nearest);
        return NumberProblem.None;
    }

    private static UInt128 Power(int exponent)
    {
        var power = UInt128.One;
        for (; exponent > 0; exponent--) power *= 10;
        return power;
    }

    private static long Exponent(ReadOnlySpan<byte> text)
    {
        const long beyondEveryLimit = 1_000_000_000_000;
        var exponent = 0L;
        foreach (var c in text)
            if (char.IsAsciiDigit((char)c)) exponent = Math.Min(exponent * 10 + (c - '0'), beyondEveryLimit);
        return text[0] == '-' ? -exponent : exponent;
    }
}
