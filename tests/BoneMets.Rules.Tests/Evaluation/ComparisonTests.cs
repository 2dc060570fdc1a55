using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Evaluation;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData("1", "==", "1.0", "true")]
    [InlineData("'a'", "==", "'A'", "false")]
    [InlineData("'B'", "<", "'a'", "true")]
    [InlineData("2026-01-31", "<", "2026-02-01", "true")]
    [InlineData("true", "!=", "false", "true")]
    [InlineData("?a", "==", "?b", "?a,b")]
    [InlineData("?a", "<", "{1|2}?b", "?a,b")]
    [InlineData("?a", "<", "!4001", "!4001")]
    [InlineData("!4002", "<", "!4001", "!4002")]
    [InlineData("{1|2}?a", "<", "3", "true")]
    [InlineData("{1|2}?a", "<", "2", "?a")]
    [InlineData("{1|2}?a", "<", "1", "false")]
    [InlineData("{1|2}?a", "<=", "2", "true")]
    [InlineData("{1|2}?a", ">", "{0|1}?b", "?a,b")]
    [InlineData("{2|3}?a", ">", "{0|1}?b", "true")]
    [InlineData("{'mixed'|'lytic'}?a", "==", "'blastic'", "false")]
    [InlineData("{'mixed'|'lytic'}?a", "==", "'mixed'", "?a")]
    [InlineData("{'mixed'|'lytic'}?a", "!=", "'blastic'", "true")]
    [InlineData("{'a'|'b'}?a", "==", "{'c'|'d'}?b", "false")]
    [InlineData("{'a'|'b'}?a", "==", "{'b'|'d'}?b", "?a,b")]
    [InlineData("{2026-01-01|2026-02-01}?a", "<", "2026-03-01", "true")]
    [InlineData("[10..12]?a", ">=", "9", "true")]
    [InlineData("[10..12]?a", ">=", "10", "true")]
    [InlineData("[10..12]?a", ">=", "11", "?a")]
    [InlineData("[10..12]?a", ">=", "13", "false")]
    [InlineData("[10..12]?a", ">", "12", "false")]
    [InlineData("12", "<", "[10..12]?a", "false")]
    [InlineData("[10..12]?a", "==", "11", "?a")]
    [InlineData("[10..12]?a", "==", "13", "false")]
    [InlineData("[10..12]?a", "!=", "13", "true")]
    [InlineData("[10..12]?a", "==", "{1|2}?b", "false")]
    [InlineData("{1|11}?b", "==", "[10..12]?a", "?a,b")]
    [InlineData("[1..2]?a", "==", "[2..3]?b", "?a,b")]
    [InlineData("[1..2]?a", "==", "[3..4]?b", "false")]
    [InlineData("[1..2]?a", "<", "[3..4]?b", "true")]
    [InlineData("[1..3]?a", "<=", "[3..4]?b", "true")]
    [InlineData("[1..3]?a", "<", "[3..4]?b", "?a,b")]
    public void A_comparison_is_decided_when_it_comes_out_the_same_for_every_member(string left, string op, string right, string expected)
    {
        var scene = new Scene();
        var kind = op switch
        {
            "==" => ComparisonOperator.Equal,
            "!=" => ComparisonOperator.NotEqual,
            "<" => ComparisonOperator.Less,
            "<=" => ComparisonOperator.LessOrEqual,
            ">" => ComparisonOperator.Greater,
            _ => ComparisonOperator.GreaterOrEqual,
        };
        Assert.Equal(expected, scene.Show(new BoundComparison(default, kind, scene.Operand(left), scene.Operand(right))));
    }
}
