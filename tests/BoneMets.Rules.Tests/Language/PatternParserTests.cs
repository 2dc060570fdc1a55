using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Language;

public class PatternParserTests
{
    [Theory]
    [InlineData(">= 30 and < 40", "(and (>= 30) (< 40))")]
    [InlineData("\"lytic\" or \"mixed\"", "(or \"lytic\" \"mixed\")")]
    [InlineData("not null", "(not null)")]
    [InlineData("_", "_")]
    [InlineData("-5", "(- 5)")]
    [InlineData("> -5 + 2 * a", "(> (+ (- 5) (* 2 a)))")]
    [InlineData("1 or 2 and 3 or 4", "(or (or 1 (and 2 3)) 4)")]
    [InlineData("not 1 or 2", "(or (not 1) 2)")]
    [InlineData("not (1 or 2)", "(not (or 1 2))")]
    [InlineData("Date(\"2026-01-31\")", "(call Date \"2026-01-31\")")]
    [InlineData("< Date(\"2026-01-31\")", "(< (call Date \"2026-01-31\"))")]
    [InlineData("\"a\" or y", "(or \"a\" y)")]
    [InlineData("(a || b)", "(|| a b)")]
    [InlineData("(2) * 3", "(* 2 3)")]
    public void A_pattern_is_read_alone_as_after_is(string text, string shape)
    {
        var pattern = ExpressionParser.ParsePattern(text).Root;
        Assert.NotNull(pattern);
        Assert.Equal(shape, Shape.Of(pattern));
        Assert.Equal($"(is x {shape})", Shape.Of(ExpressionParser.ParseExpression("x is " + text).Root!));
    }
}
