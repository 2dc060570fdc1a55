using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using static BoneMets.Rules.Tests.Evaluation.ValueNotation;

namespace BoneMets.Rules.Tests.Evaluation;

public sealed class KleeneTests
{
    [Theory]
    [InlineData("true", "true", "true", "true")]
    [InlineData("true", "false", "false", "true")]
    [InlineData("true", "?b", "?b", "true")]
    [InlineData("false", "true", "false", "true")]
    [InlineData("false", "false", "false", "false")]
    [InlineData("false", "?b", "false", "?b")]
    [InlineData("?a", "true", "?a", "true")]
    [InlineData("?a", "false", "false", "?a")]
    [InlineData("?a", "?b", "?a,b", "?a,b")]
    [InlineData("!4001", "true", "!4001", "!4001")]
    [InlineData("!4001", "false", "!4001", "!4001")]
    [InlineData("true", "!4001", "!4001", "true")]
    [InlineData("false", "!4001", "false", "!4001")]
    [InlineData("?a", "!4001", "!4001", "!4001")]
    [InlineData("!4002", "!4001", "!4002", "!4002")]
    public void And_and_or_follow_the_truth_table(string left, string right, string and, string or)
    {
        Assert.Equal(and, Show(Kleene.And(Read(left), Read(right))));
        Assert.Equal(or, Show(Kleene.Or(Read(left), Read(right))));
        var scene = new Scene();
        BoundNode[] operands = [scene.Operand(left), scene.Operand(right)];
        Assert.Equal(and, scene.Show(new BoundLogic(default, true, operands)));
        Assert.Equal(or, scene.Show(new BoundLogic(default, false, operands)));
    }

    [Theory]
    [InlineData("true", "false")]
    [InlineData("false", "true")]
    [InlineData("?a", "?a")]
    [InlineData("!4001", "!4001")]
    public void Not_turns_the_known_around_and_leaves_the_rest(string operand, string expected)
    {
        var scene = new Scene();
        Assert.Equal(expected, scene.Show(new BoundNot(default, scene.Operand(operand))));
    }

    [Theory]
    [InlineData(true, "?a ?b false !4001", "false")]
    [InlineData(true, "?a true ?b true", "?a,b")]
    [InlineData(true, "?a !4001 false", "!4001")]
    [InlineData(false, "false ?a true !4001", "true")]
    [InlineData(false, "false ?a ?c", "?a,c")]
    public void Operands_are_evaluated_from_the_left_until_one_decides(bool isAnd, string operands, string expected)
    {
        var scene = new Scene();
        Assert.Equal(expected, scene.Show(new BoundLogic(default, isAnd, [.. operands.Split(' ').Select(scene.Operand)])));
    }

    [Theory]
    [InlineData("true", "1", "2", "1")]
    [InlineData("false", "1", "2", "2")]
    [InlineData("true", "1", "!4001", "1")]
    [InlineData("?c", "1", "1.0", "1")]
    [InlineData("?c", "1", "2", "{1|2}?c")]
    [InlineData("?c", "'a'", "{'a'|'b'}?d", "{'a'|'b'}?c,d")]
    [InlineData("?c", "1", "[3..4]?d", "[1..4]?c,d")]
    [InlineData("?c", "1", "?d", "?c,d")]
    [InlineData("?c", "true", "true", "true")]
    [InlineData("?c", "true", "false", "?c")]
    [InlineData("?c", "(1)", "(2)", "?c")]
    [InlineData("?c", "1", "!4001", "!4001")]
    [InlineData("?c", "!4002", "!4001", "!4002")]
    [InlineData("!4001", "1", "1", "!4001")]
    public void An_undecided_condition_joins_both_branches(string condition, string whenTrue, string whenFalse, string expected)
    {
        var scene = new Scene();
        var node = new BoundConditional(default, FactType.Number, scene.Operand(condition), scene.Operand(whenTrue), scene.Operand(whenFalse));
        Assert.Equal(expected, scene.Show(node));
    }

    [Theory]
    [InlineData("1", "2", "1")]
    [InlineData("?a", "2", "2")]
    [InlineData("{1|3}?a", "2", "2")]
    [InlineData("[1..3]?a", "?b", "?b")]
    [InlineData("!4001", "2", "!4001")]
    [InlineData("1", "!4001", "1")]
    public void Coalesce_takes_the_right_side_where_the_left_is_no_single_value(string left, string right, string expected)
    {
        var scene = new Scene();
        Assert.Equal(expected, scene.Show(new BoundCoalesce(default, FactType.Number, scene.Operand(left), scene.Operand(right))));
    }

    [Theory]
    [InlineData("false", "true")]
    [InlineData("?a", "false")]
    [InlineData("{1|3}?a", "false")]
    [InlineData("[1..3]?a", "false")]
    [InlineData("!4001", "!4001")]
    public void Is_known_is_never_unknown(string operand, string expected)
    {
        var scene = new Scene();
        Assert.Equal(expected, scene.Show(new BoundIsKnown(default, scene.Operand(operand))));
    }

    [Fact]
    public void More_than_64_candidates_become_an_interval_for_numbers_and_unknown_for_words()
    {
        var numbers = Enumerable.Range(1, 65).Select(i => (Value)new KnownValue((decimal)i)).ToList();
        var words = Enumerable.Range(1, 65).Select(i => (Value)new KnownValue("w" + i)).ToList();
        Assert.Equal("[1..65]?a", Show(Candidates.Join(numbers, MissingFacts.Of("a"))));
        Assert.Equal("?a", Show(Candidates.Join(words, MissingFacts.Of("a"))));
        Assert.IsType<OneOfValue>(Candidates.Join(numbers.Take(64), MissingFacts.Of("a")));
    }
}
