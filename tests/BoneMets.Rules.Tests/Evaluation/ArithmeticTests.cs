using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Evaluation;

public sealed class ArithmeticTests
{
    private const string Largest = "79228162514264337593543950335";

    [Theory]
    [InlineData("0.1", "+", "0.2", "0.3")]
    [InlineData("7", "/", "2", "3.5")]
    [InlineData("-7", "%", "3", "-1")]
    [InlineData("1", "/", "0", "!4001")]
    [InlineData("1", "%", "0.00", "!4001")]
    [InlineData("?a", "/", "0", "!4001")]
    [InlineData("?a", "/", "2", "?a")]
    [InlineData("1", "/", "?b", "?b")]
    [InlineData("?a", "+", "{1|2}?b", "?a,b")]
    [InlineData("0", "*", "?b", "?b")]
    [InlineData("?a", "+", "!4001", "!4001")]
    [InlineData("!4002", "+", "!4001", "!4002")]
    [InlineData(Largest, "+", "1", "!4002")]
    [InlineData("[1..2]?a", "*", Largest, "!4002")]
    [InlineData("[1..2]?a", "+", "3", "[4..5]?a")]
    [InlineData("{1|5|3}?a", "+", "3", "[4..8]?a")]
    [InlineData("10", "-", "[1..2]?a", "[8..9]?a")]
    [InlineData("[1..2]?a", "-", "[1..2]?b", "[-1..1]?a,b")]
    [InlineData("[1..2]?a", "*", "3", "[3..6]?a")]
    [InlineData("-3", "*", "[1..2]?a", "[-6..-3]?a")]
    [InlineData("[-1..2]?a", "*", "-1", "[-2..1]?a")]
    [InlineData("0", "*", "[1..2]?a", "0")]
    [InlineData("[1..2]?a", "*", "[1..2]?b", "?a,b")]
    [InlineData("[1..2]?a", "/", "-2", "[-1..-0.5]?a")]
    [InlineData("[1..2]?a", "/", "0", "!4001")]
    [InlineData("6", "/", "[2..3]?a", "[2..3]?a")]
    [InlineData("-6", "/", "[-3..-2]?a", "[2..3]?a")]
    [InlineData("6", "/", "[-1..3]?a", "?a")]
    [InlineData("6", "/", "[0..3]?a", "?a")]
    [InlineData("6", "/", "{-1|1}?a", "?a")]
    [InlineData("[1..2]?a", "/", "[1..2]?b", "?a,b")]
    [InlineData("[1..2]?a", "%", "2", "?a")]
    public void Known_numbers_are_exact_and_undecided_ones_are_intervals(string left, string op, string right, string expected)
    {
        var scene = new Scene();
        Assert.Equal(expected, scene.Show(Of(op, scene.Operand(left), scene.Operand(right))));
    }

    [Theory]
    [InlineData("2", "-2")]
    [InlineData("[1..2]?a", "[-2..-1]?a")]
    [InlineData("{1|3}?a", "[-3..-1]?a")]
    [InlineData("?a", "?a")]
    [InlineData("!4001", "!4001")]
    public void Negation_turns_an_interval_around(string operand, string expected)
    {
        var scene = new Scene();
        Assert.Equal(expected, scene.Show(new BoundNegate(default, scene.Operand(operand))));
    }

    [Theory]
    [InlineData("8.016", "2")]
    [InlineData("[4.008..8.016]?a", "[1..2]?a")]
    [InlineData("{4.008|8.016}?a", "{1|2}?a")]
    [InlineData("?a", "?a")]
    public void A_value_in_another_unit_is_converted_exactly(string operand, string expected)
    {
        var scene = new Scene();
        Assert.Equal(expected, scene.Show(new BoundValueIn(default, scene.Operand(operand), new UnitConversion(4.008m, null))));
    }

    [Fact]
    public void A_value_in_its_own_unit_is_itself_and_a_conversion_beyond_decimals_is_a_fault()
    {
        var scene = new Scene();
        Assert.Equal("5", scene.Show(new BoundValueIn(default, scene.Operand("5"), null)));
        scene = new Scene();
        Assert.Equal("!4002", scene.Show(new BoundValueIn(default, scene.Operand(Largest), new UnitConversion(null, 10))));
    }

    [Fact]
    public void The_first_fault_ends_a_chain()
    {
        var scene = new Scene();
        var chain = Of("+", Of("/", scene.Operand("1"), scene.Operand("0")), scene.Operand("!4002"));
        Assert.Equal("!4001", scene.Show(chain));
    }

    [Theory]
    [InlineData("+", "2000")]
    [InlineData("-", "-2000")]
    public void A_chain_of_two_thousand_operators_runs_on_a_small_stack(string op, string expected)
    {
        var scene = new Scene();
        var one = scene.Operand("1");
        var chain = scene.Operand("0");
        for (var i = 0; i < 2_000; i++) chain = Of(op, chain, one);
        Assert.Equal(expected, OnSmallStack(() => scene.Show(chain)));
    }

    [Fact]
    public void Long_chains_of_any_other_kind_run_on_a_small_stack_too()
    {
        var scene = new Scene();
        var truth = scene.Operand("true");
        var (comparisons, trims, nots, absent) = (truth, scene.Operand("' x '"), truth, new BoundAbsent(default, null, "f"));
        for (var i = 0; i < 2_000; i++)
        {
            comparisons = new BoundComparison(default, ComparisonOperator.Equal, comparisons, truth);
            trims = new BoundFunction(default, FactType.Text, ScalarFunction.Trim, [trims]);
            nots = new BoundNot(default, nots);
            absent = new BoundAbsent(default, absent, "f");
        }
        Assert.Equal("true", OnSmallStack(() => scene.Show(comparisons)));
        Assert.Equal("'x'", OnSmallStack(() => scene.Show(trims)));
        Assert.Equal("true", OnSmallStack(() => scene.Show(nots)));
        Assert.StartsWith("?f.f.f", OnSmallStack(() => scene.Show(absent)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_of_ten_thousand_parameters_runs_on_a_small_stack()
    {
        var scene = new Scene();
        Definition last = scene.Param("p0", scene.Operand("1"));
        for (var i = 1; i < 10_000; i++) last = scene.Param("p" + i, new BoundNegate(default, new BoundReference(default, last)));
        Assert.Equal("-1", OnSmallStack(() => scene.Show(last)));
    }

    private static BoundArithmetic Of(string op, BoundNode left, BoundNode right) =>
        new(default, FactType.Number, op switch
        {
            "+" => ArithmeticOperator.Add,
            "-" => ArithmeticOperator.Subtract,
            "*" => ArithmeticOperator.Multiply,
            "/" => ArithmeticOperator.Divide,
            _ => ArithmeticOperator.Remainder,
        }, left, right);

    private static string OnSmallStack(Func<string> work)
    {
        var result = "";
        var thread = new Thread(() => result = work(), 512 * 1024);
        thread.Start();
        thread.Join();
        return result;
    }
}
