using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Language;

public class SyntaxPrinterTests
{
    [Theory]
    [InlineData("((a))+(b*c)", "a + b * c")]
    [InlineData("(a+b)*c", "(a + b) * c")]
    [InlineData("a-(b-c)-d", "a - (b - c) - d")]
    [InlineData("(a-b)-c", "a - b - c")]
    [InlineData("(a??b)??c", "(a ?? b) ?? c")]
    [InlineData("a??(b??c)", "a ?? b ?? c")]
    [InlineData("(a?b:c)?(d?e:f):(g?h:i)", "(a ? b : c) ? d ? e : f : g ? h : i")]
    [InlineData("(a<b)==(c>d)", "a < b == c > d")]
    [InlineData("(a<b)<c", "(a < b) < c")]
    [InlineData("NOT(a AND b)OR c", "!(a && b) || c")]
    [InlineData("-(-a)", "- -a")]
    [InlineData("!(!a)", "!!a")]
    [InlineData("-(a).b", "-a.b")]
    [InlineData("(-a).b", "(-a).b")]
    [InlineData("x is(not((a)or(b)))", "x is not (a or b)")]
    [InlineData("x is((a or b)and>3)", "x is (a or b) and > 3")]
    [InlineData("x is(a||b)", "x is (a || b)")]
    [InlineData("f((a<b),c>(d))", "f(a < b, c > d)")]
    [InlineData("f((a<b),c>(d??1))", "f((a < b), c > (d ?? 1))")]
    [InlineData("f((x)=>x,n:(y))", "f(x => x, n: y)")]
    [InlineData("new[]{1,2,}.Contains(x)", "new[] { 1, 2 }.Contains(x)")]
    [InlineData("new[]{}", "new[] { }")]
    [InlineData("1e3+2.60+.5+5m+0.0", "1000.0 + 2.6 + 0.5 + 5.0 + 0.0")]
    [InlineData("\"\\u0041\\n\\u2028\\/\"", "\"A\\n\\u2028/\"")]
    public void The_canonical_text_has_one_spelling(string text, string canonical)
    {
        var root = ExpressionParser.ParseExpression(text).Root;
        Assert.NotNull(root);
        Assert.Equal(canonical, SyntaxPrinter.Print(root));
        Assert.Equal(Shape.Of(root), Shape.Of(ExpressionParser.ParseExpression(canonical).Root!));
    }

    [Theory]
    [InlineData(">=30 and<40", ">= 30 and < 40")]
    [InlineData("(\"lytic\")or(\"mixed\")", "\"lytic\" or \"mixed\"")]
    [InlineData("not(null)", "not null")]
    [InlineData("_", "_")]
    [InlineData("-5 or Date(\"2026-01-31\")", "-5 or Date(\"2026-01-31\")")]
    public void So_has_a_pattern(string text, string canonical) =>
        Assert.Equal(canonical, SyntaxPrinter.Print(ExpressionParser.ParsePattern(text).Root!));
}
