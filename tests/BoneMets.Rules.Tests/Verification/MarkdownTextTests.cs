using BoneMets.Rules.Verification.Reports;

namespace BoneMets.Rules.Tests.Verification;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("plain, 4.5 mg (see table 2)", "plain, 4.5 mg (see table 2)")]
    [InlineData("< 100 and >= 5 & more", "< 100 and >= 5 & more")]
    [InlineData("a|b", "a\\|b")]
    [InlineData("*a* _b_ snake_case ~c~", "\\*a\\* \\_b\\_ snake_case \\~c\\~")]
    [InlineData("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>")]
    [InlineData("&lt; &#60;", "&amp;lt; &amp;#60;")]
    [InlineData("[x](javascript:y) ![z](q)", "\\[x\\](javascript:y) !\\[z\\](q)")]
    [InlineData("# no heading", "\\# no heading")]
    [InlineData("> no quote", "\\> no quote")]
    [InlineData("- no list", "\\- no list")]
    [InlineData("1. no list", "1\\. no list")]
    [InlineData("---", "\\---")]
    [InlineData("a\r\n\n  b\tc", "a b c")]
    [InlineData("back\\slash `code`", "back\\\\slash \\`code\\`")]
    [InlineData("", "")]
    public void Text_shows_as_it_was_written(string text, string expected) => Assert.Equal(expected, MarkdownText.Inline(text));

    [Theory]
    [InlineData("a", "`a`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`a", "`` `a ``")]
    [InlineData("a || b", "`a || b`")]
    [InlineData("", "")]
    public void Code_is_fenced_by_more_backticks_than_it_holds(string code, string expected)
    {
        Assert.Equal(expected, MarkdownText.Code(code));
        Assert.Equal(expected.Replace("|", "\\|", StringComparison.Ordinal), MarkdownText.CodeInCell(code));
    }
}
