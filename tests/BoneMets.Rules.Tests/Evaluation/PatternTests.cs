using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Evaluation;

public sealed class PatternTests
{
    [Theory]
    [InlineData("35", ">= 30 and < 40", "true")]
    [InlineData("40", ">= 30 and < 40", "false")]
    [InlineData("?a", ">= 30 and < 40", "?a")]
    [InlineData("!4001", "_", "!4001")]
    [InlineData("[31..39]?a", ">= 30 and < 40", "true")]
    [InlineData("[31..40]?a", ">= 30 and < 40", "?a")]
    [InlineData("[40..41]?a", ">= 30 and < 40", "false")]
    [InlineData("[1..9]?a", "< 5 or >= 5", "true")]
    [InlineData("[1..9]?a", "< 5 or > 5", "?a")]
    [InlineData("{1|2}?a", "1 or 2", "true")]
    [InlineData("{1|2}?a", "1 or 3", "?a")]
    [InlineData("{1|2}?a", "3 or 4", "false")]
    [InlineData("{1|2}?a", "not 3", "true")]
    [InlineData("{'a'|'b'}?a", "'a' or 'b'", "true")]
    [InlineData("{'a'|'b'}?a", "'a'", "?a")]
    [InlineData("{'a'|'b'}?a", "not 'c'", "true")]
    [InlineData("true", "true", "true")]
    [InlineData("true", "not true", "false")]
    [InlineData("2026-01-31", ">= 2026-01-01 and < 2026-02-01", "true")]
    [InlineData("{2026-01-01|2026-03-01}?a", "< 2026-02-01", "?a")]
    public void A_pattern_is_decided_when_all_members_match_or_none_does(string operand, string pattern, string expected) =>
        Assert.Equal(expected, Test(operand, PatternNotation.Read(pattern)));

    [Theory]
    [InlineData("5", "null", "false")]
    [InlineData("?a", "null", "true")]
    [InlineData("{1|2}?a", "null", "true")]
    [InlineData("[1..2]?a", "null", "true")]
    [InlineData("5", "not null", "true")]
    [InlineData("?a", "not null", "false")]
    [InlineData("{1|2}?a", "not null", "false")]
    [InlineData("5", "_", "true")]
    [InlineData("?a", "_", "true")]
    [InlineData("{1|2}?a", "_", "true")]
    [InlineData("?a", "not _", "false")]
    [InlineData("5", "null or > 3", "true")]
    [InlineData("?a", "null or > 3", "true")]
    [InlineData("?a", "not null and > 3", "false")]
    [InlineData("{1|2}?a", "> 3 or null", "true")]
    [InlineData("{4|5}?a", "not null and > 3", "false")]
    [InlineData("{1|5}?a", "_ and > 3", "?a")]
    [InlineData("[4..5]?a", "_ and > 3", "true")]
    [InlineData("?a", "_ and > 3", "?a")]
    [InlineData("!4001", "null", "!4001")]
    public void Null_matches_what_is_no_single_known_value(string operand, string pattern, string expected) =>
        Assert.Equal(expected, Test(operand, PatternNotation.Read(pattern)));

    [Fact]
    public void Whole_numbers_know_no_values_between()
    {
        Assert.Equal("true", Test("[1..3]?a", PatternNotation.Read("1 or 2 or 3", integers: true)));
        Assert.Equal("?a", Test("[1..3]?a", PatternNotation.Read("1 or 2 or 3")));
    }

    [Fact]
    public void All_words_of_an_enumeration_match_together()
    {
        object[] words = ["a", "b", "c"];
        Assert.Equal("true", Test("{'a'|'b'}?a", PatternNotation.Read("not 'c'", words: words)));
        Assert.Equal("?f", Test("?f", PatternNotation.Read("'a' or 'b' or 'c'", words: words)));
    }

    [Fact]
    public void A_pattern_of_a_thousand_parts_does_not_exhaust_the_stack()
    {
        var pattern = PatternNotation.Read("null");
        for (var i = 0; i < 1_000; i++) pattern = new BoundBinaryPattern(default, false, pattern, PatternNotation.Read("5"));
        var shown = "";
        var thread = new Thread(() => shown = Test("{5|6}?a", pattern), 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal("true", shown);
    }

    private static string Test(string operand, BoundPattern pattern)
    {
        var scene = new Scene();
        return scene.Show(new BoundPatternTest(default, scene.Operand(operand), pattern));
    }
}
