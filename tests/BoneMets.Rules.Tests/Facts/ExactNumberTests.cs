using System.Globalization;
using System.Numerics;
using System.Text;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Tests.Facts;

public class ExactNumberTests
{
    private const int Samples = 200_000;

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-0.000", "0")]
    [InlineData("0e999999999999999999999", "0")]
    [InlineData("1.50", "1.5")]
    [InlineData("-12.75", "-12.75")]
    [InlineData("1e3", "1000")]
    [InlineData("1E+3", "1000")]
    [InlineData("25e-1", "2.5")]
    [InlineData("1e27", "1000000000000000000000000000")]
    [InlineData("1e-28", "0.0000000000000000000000000001")]
    [InlineData("9999999999999999999", "9999999999999999999")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    [InlineData("-1.234567890123456789012345678", "-1.234567890123456789012345678")]
    [InlineData("1.0000000000000000000000000000000000000000", "1")]
    [InlineData("0000.5e1", "5")]
    public void Numbers_are_exact(string text, string value)
    {
        Assert.True(ExactNumber.TryParse(Encoding.UTF8.GetBytes(text), out var exact, out var nearest));
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), exact);
        Assert.Equal(value, ExactNumber.Show(exact));
        Assert.Equal(double.Parse(value, CultureInfo.InvariantCulture), nearest);
        Assert.Equal(0, BitConverter.DoubleToInt64Bits(nearest) & (nearest == 0 ? -1 : 0));
    }

    [Theory]
    [InlineData("12345678901234567890123456789", NumberProblem.TooManyDigits)]
    [InlineData("0.00000000000000000000000000001", NumberProblem.TooSmall)]
    [InlineData("1e28", NumberProblem.TooLarge)]
    [InlineData("1e400", NumberProblem.TooLarge)]
    [InlineData("1e99999999999999999999999999", NumberProblem.TooLarge)]
    [InlineData("1e-99999999999999999999999999", NumberProblem.TooSmall)]
    public void Numbers_beyond_decimals_are_no_numbers(string text, object problem) =>
        Assert.Equal(problem, ExactNumber.Parse(Encoding.UTF8.GetBytes(text), out _, out _));

    [Fact]
    public void Zeros_cancel_against_the_exponent_however_many()
    {
        const int zeros = 1_000_000;
        Assert.True(ExactNumber.TryParse(Encoding.UTF8.GetBytes($"15{new string('0', zeros)}e-{zeros + 1}"), out var exact, out _));
        Assert.Equal(1.5m, exact);
    }

    [Fact]
    public void Whatever_a_decimal_prints_is_read_back()
    {
        var random = new Random(1);
        for (var i = 0; i < Samples; i++)
        {
            var value = AnyDecimal(random);
            Assert.True(ExactNumber.TryParse(Encoding.UTF8.GetBytes(value.ToString(CultureInfo.InvariantCulture)), out var exact, out var nearest));
            Assert.Equal(value, exact);
            Assert.Equal(double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), nearest);
            Assert.Equal(nearest, ExactNumber.ToDouble(value));
        }
    }

    [Fact]
    public void Up_to_fifteen_digits_the_double_is_the_cast()
    {
        var random = new Random(2);
        for (var i = 0; i < Samples; i++)
        {
            var value = new decimal(random.NextInt64(1_000_000_000_000_000)) / (decimal)Math.Pow(10, random.Next(0, 15));
            Assert.Equal((double)value, ExactNumber.ToDouble(value));
        }
    }

    [Fact]
    public void Doubles_keep_the_order_of_decimals()
    {
        var random = new Random(3);
        for (var i = 0; i < Samples; i++)
        {
            var one = AnyDecimal(random);
            var other = one + new decimal(random.Next(-9, 10), 0, 0, isNegative: false, scale: (byte)one.Scale);
            var byDouble = ExactNumber.ToDouble(one).CompareTo(ExactNumber.ToDouble(other));
            if (byDouble != 0) Assert.Equal(one.CompareTo(other), byDouble);
        }
    }

    [Fact]
    public void Equal_decimals_have_equal_doubles_which_casts_do_not_promise()
    {
        const decimal zeros = 1.000000m;
        var random = new Random(4);
        var differentCasts = 0;
        for (var i = 0; i < Samples; i++)
        {
            var value = new decimal(random.NextInt64(long.MaxValue)) / 1_000_000_000_000_000m;
            var longer = value * zeros;
            Assert.Equal(value, longer);
            Assert.Equal(ExactNumber.ToDouble(value), ExactNumber.ToDouble(longer));
            if ((double)value != (double)longer) differentCasts++;
        }
        Assert.True(differentCasts > 0, "a cast would do after all");
    }

    /// <summary>At most 28 digits, any scale.</summary>
    private static decimal AnyDecimal(Random random)
    {
        var digits = random.Next(1, ExactNumber.MostDigits + 1);
        var mantissa = BigInteger.Zero;
        for (var i = 0; i < digits; i++) mantissa = mantissa * 10 + random.Next(10);
        var value = (decimal)mantissa;
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return new decimal(bits[0], bits[1], bits[2], random.Next(2) == 0, (byte)random.Next(0, 29));
    }
}
