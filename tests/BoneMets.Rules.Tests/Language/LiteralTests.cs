using System.Globalization;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Language;

public class LiteralTests
{
    [Theory]
    [InlineData("0", "0", true)]
    [InlineData("12", "12", true)]
    [InlineData("007", "7", true)]
    [InlineData("12L", "12", true)]
    [InlineData("2.6", "2.6", false)]
    [InlineData("2.60", "2.6", false)]
    [InlineData(".5", "0.5", false)]
    [InlineData("5m", "5", false)]
    [InlineData("5.25M", "5.25", false)]
    [InlineData("5d", "5", false)]
    [InlineData("1.5F", "1.5", false)]
    [InlineData("1e3", "1000", false)]
    [InlineData("1.5E-3", "0.0015", false)]
    [InlineData("1e+28", "10000000000000000000000000000", false)]
    [InlineData("0e99999999", "0", false)]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335", true)]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001", false)]
    [InlineData("0.1000000000000000000000000000000000", "0.1", false)]
    public void A_number_keeps_its_exact_value(string text, string value, bool isInteger)
    {
        var literal = Assert.IsType<LiteralSyntax>(ExpressionParser.ParseExpression(text).Root);
        Assert.Equal(value, ((decimal)literal.Value!).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(isInteger, literal.IsInteger);
    }

    [Theory]
    [InlineData("79228162514264337593543950336")]
    [InlineData("1e29")]
    [InlineData("1e-29")]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("1.00000000000000000000000000001")]
    public void A_number_that_would_be_rounded_is_refused(string text) =>
        Assert.Equal($"error BMR2021: the number `{text}` cannot be held exactly (at most 28 digits are exact: write fewer)",
            Assert.Single(ExpressionParser.ParseExpression(text).Diagnostics).ToString());

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"lytic\"", "lytic")]
    [InlineData("\"a \\\"b\\\" \\\\ \\/ \\n\\r\\t\"", "a \"b\" \\ / \n\r\t")]
    [InlineData("\"\\u00e4\\uD83E\\uDDB4\"", "ä🦴")]
    [InlineData("\"(a && b) ; // 'x' ≥\"", "(a && b) ; // 'x' ≥")]
    public void A_text_is_what_stands_between_its_quotes(string text, string value) =>
        Assert.Equal(value, Assert.IsType<LiteralSyntax>(ExpressionParser.ParseExpression(text).Root).Value);
}
