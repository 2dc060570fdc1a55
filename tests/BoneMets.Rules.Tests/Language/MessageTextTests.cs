using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Language;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("plain", "plain", -1)]
    [InlineData("", "", -1)]
    [InlineData("a $(x) b", "a |=x| b", -1)]
    [InlineData("$(x)$(y)", "=x|=y", -1)]
    [InlineData("$(Max(a, (b))) of 12", "=Max(a, (b))| of 12", -1)]
    [InlineData("""$(x == ")" ? 1 : 2)!""", """=x == ")" ? 1 : 2|!""", -1)]
    [InlineData("""$(x == "\")")""", """=x == "\")" """, -1)]
    [InlineData("5 $ and $", "5 $ and $", -1)]
    [InlineData("$()", "=", -1)]
    [InlineData("a $(x", "a $(x", 2)]
    [InlineData("$(x) and $(y", "=x| and $(y", 9)]
    public void A_text_is_split_at_its_expressions(string text, string expected, int unclosed)
    {
        var slices = MessageText.Split(text, out var found);
        Assert.Equal(expected.TrimEnd(), string.Join('|', slices.Select(s => (s.IsExpression ? "=" : "") + s.In(text))).TrimEnd());
        Assert.Equal(unclosed, found);
    }
}
