using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Evaluation;

/// <summary>Lists as <see cref="ValueNotation"/> writes them; a predicate is a pattern over the element.</summary>
public sealed class ListTests
{
    private static readonly LambdaVariable X = new("x", FactType.Number, 0);

    [Theory]
    [InlineData("()", "false", "true", "0")]
    [InlineData("(1; 2; 6)", "true", "false", "1")]
    [InlineData("(6; 7)", "true", "true", "2")]
    [InlineData("(1; ?a)", "?a", "false", "[0..1]?a")]
    [InlineData("(6; ?a)", "true", "?a", "[1..2]?a")]
    [InlineData("(?a; ?b)", "?a,b", "?a,b", "[0..2]?a,b")]
    [InlineData("(~u:6)", "?u", "true", "[0..1]?u")]
    [InlineData("(~u:1)", "false", "?u", "0")]
    [InlineData("(~u:?a)", "?a,u", "?a,u", "[0..1]?a,u")]
    [InlineData("(~u:6; 6)", "true", "true", "[1..2]?u")]
    [InlineData("({4|6}?a; 1)", "?a", "false", "[0..1]?a")]
    [InlineData("?list", "?list", "?list", "?list")]
    [InlineData("!4001", "!4001", "!4001", "!4001")]
    public void Any_all_and_count_follow_three_valued_logic(string list, string any, string all, string count)
    {
        Assert.Equal(any, Where(ListOperation.Any, list, "> 5"));
        Assert.Equal(all, Where(ListOperation.All, list, "> 5"));
        Assert.Equal(count, Where(ListOperation.Count, list, "> 5"));
    }

    [Theory]
    [InlineData("()", "false", "0")]
    [InlineData("(?a)", "true", "1")]
    [InlineData("(~u:1)", "?u", "[0..1]?u")]
    public void Any_and_count_without_a_predicate_ask_only_whether_elements_belong(string list, string any, string count)
    {
        Assert.Equal(any, Plain(ListOperation.Any, list));
        Assert.Equal(count, Plain(ListOperation.Count, list));
    }

    [Theory]
    [InlineData("()", "0", "?", "?", "?")]
    [InlineData("(1; 2; 6)", "9", "1", "6", "3")]
    [InlineData("(1; ?a)", "?a", "?a", "?a", "?a")]
    [InlineData("(1; [2..3]?a)", "[3..4]?a", "1", "[2..3]?a", "[1.5..2]?a")]
    [InlineData("(1; ~u:3)", "[1..4]?u", "1", "[1..3]?u", "?u")]
    [InlineData("(~u:3)", "[0..3]?u", "?u", "?u", "?u")]
    [InlineData("(~u:?a)", "?a,u", "?a,u", "?a,u", "?a,u")]
    [InlineData("(1; ~u:0)", "1", "[0..1]?u", "1", "?u")]
    [InlineData("(2026-01-01; 2026-02-01)", null, "2026-01-01", "2026-02-01", null)]
    [InlineData("?list", "?list", "?list", "?list", "?list")]
    [InlineData("(79228162514264337593543950335; 1; ?a)", "!4002", "?a", "?a", "!4002")]
    public void Numbers_of_a_list_come_together(string list, string? sum, string min, string max, string? average)
    {
        if (sum is not null) Assert.Equal(sum, Plain(ListOperation.Sum, list));
        Assert.Equal(min, Plain(ListOperation.Min, list));
        Assert.Equal(max, Plain(ListOperation.Max, list));
        if (average is not null) Assert.Equal(average, Plain(ListOperation.Average, list));
    }

    [Theory]
    [InlineData("(1; 6; 7)", "(6; 7)")]
    [InlineData("(?a; 7; ~u:8; ~u:1; ~u:?b)", "(~a:?a; 7; ~u:8; ~b,u:?b)")]
    [InlineData("()", "()")]
    [InlineData("?list", "?list")]
    public void Where_keeps_what_may_match_as_uncertain(string list, string expected) =>
        Assert.Equal(expected, Where(ListOperation.Where, list, "> 5"));

    [Fact]
    public void Select_keeps_whether_an_element_belongs()
    {
        var scene = new Scene();
        var body = new BoundNegate(default, new BoundVariable(default, X));
        Assert.Equal("(-1; ~u:-2; ?a)", scene.Show(Query(ListOperation.Select, scene.Operand("(1; ~u:2; ?a)"), body)));
    }

    [Theory]
    [InlineData("(1; 2)", "2", "true")]
    [InlineData("(1; 2)", "3", "false")]
    [InlineData("()", "?x", "false")]
    [InlineData("('a'; 'b')", "?x", "?x")]
    [InlineData("(1; ?a)", "1", "true")]
    [InlineData("(1; ?a)", "2", "?a")]
    [InlineData("(1; ~u:2)", "2", "?u")]
    [InlineData("(1; 2)", "{3|4}?x", "false")]
    [InlineData("?list", "?x", "?list,x")]
    [InlineData("?list", "!4001", "!4001")]
    public void Contains_compares_with_every_element(string list, string item, string expected)
    {
        var scene = new Scene();
        Assert.Equal(expected, scene.Show(Query(ListOperation.Contains, scene.Operand(list), argument: scene.Operand(item))));
    }

    [Theory]
    [InlineData("(1; 6; 7)", "6", "7")]
    [InlineData("(1)", "?", "?")]
    [InlineData("(?a; 7; 8)", "?a", "8")]
    [InlineData("(6; ~u:7)", "6", "?u")]
    [InlineData("(~u:6; ?b)", "?b,u", "?b,u")]
    [InlineData("(~u:1; 7)", "7", "7")]
    public void First_and_last_are_known_when_nothing_uncertain_comes_before(string list, string first, string last)
    {
        Assert.Equal(first, Where(ListOperation.First, list, "> 5"));
        Assert.Equal(last, Where(ListOperation.Last, list, "> 5"));
    }

    [Theory]
    [InlineData("(1; 2; 3)", "2", "(1; 2)", "(3)")]
    [InlineData("(1; ?a)", "5", "(1; ?a)", "()")]
    [InlineData("(1; 2)", "-1", "()", "(1; 2)")]
    [InlineData("(1; ~u:2)", "1", "?u", "?u")]
    [InlineData("(1; ~u:2)", "?n", "?n,u", "?n,u")]
    [InlineData("(1; 2)", "79228162514264337593543950335", "(1; 2)", "()")]
    public void Take_and_skip_need_to_know_what_belongs(string list, string number, string take, string skip)
    {
        var scene = new Scene();
        var (source, count) = (scene.Operand(list), scene.Operand(number));
        Assert.Equal(take, scene.Show(Query(ListOperation.Take, source, argument: count)));
        Assert.Equal(skip, scene.Show(Query(ListOperation.Skip, source, argument: count)));
    }

    [Theory]
    [InlineData("(2; 1; 1.0; 3)", "(1; 1; 2; 3)", "(3; 2; 1; 1)", "(2; 1; 3)")]
    [InlineData("(2; ?a; ~u:3)", "?a,u", "?a,u", "?a,u")]
    [InlineData("('b'; 'B'; 'a')", "('B'; 'a'; 'b')", "('b'; 'a'; 'B')", "('b'; 'B'; 'a')")]
    public void Order_and_distinct_need_known_keys(string list, string ascending, string descending, string distinct)
    {
        Assert.Equal(ascending, Plain(ListOperation.OrderBy, list));
        Assert.Equal(descending, Plain(ListOperation.OrderByDescending, list));
        Assert.Equal(distinct, Plain(ListOperation.Distinct, list));
    }

    [Theory]
    [InlineData(ListOperation.Any, "1 -> true")]
    [InlineData(ListOperation.Any, "!4001")]
    [InlineData(ListOperation.All, "!4001")]
    [InlineData(ListOperation.Count, "!4001")]
    [InlineData(ListOperation.Where, "!4001")]
    [InlineData(ListOperation.Select, "!4001")]
    [InlineData(ListOperation.Sum, "!4001")]
    [InlineData(ListOperation.First, "!4001")]
    [InlineData(ListOperation.OrderBy, "!4001")]
    public void A_fault_of_a_body_is_the_fault_of_the_query_unless_it_was_decided_before(ListOperation operation, string expected)
    {
        var scene = new Scene();
        var decidesFirst = expected.Contains("->", StringComparison.Ordinal);
        var source = scene.Operand(decidesFirst ? "(1; 0)" : "(?a; 0; 1)");
        BoundNode body = new BoundArithmetic(default, FactType.Number, ArithmeticOperator.Divide, scene.Operand("1"), new BoundVariable(default, X));
        if (operation is not (ListOperation.Sum or ListOperation.Select or ListOperation.OrderBy))
            body = new BoundComparison(default, ComparisonOperator.Greater, body, scene.Operand("0"));
        Assert.Equal(expected.Split(" -> ")[^1], scene.Show(Query(operation, source, body)));
    }

    [Fact]
    public void A_list_written_out_keeps_unknown_elements_and_gives_a_fault_on()
    {
        var scene = new Scene();
        BoundList List(params string[] items) => new(default, new ListType(FactType.Number), [.. items.Select(scene.Operand)]);
        var (unknown, fault) = (List("1", "?a"), List("?a", "!4001"));
        Assert.Equal("(1; ?a)", scene.Show(unknown));
        Assert.Equal("!4001", scene.Show(fault));
    }

    [Fact]
    public void Lambdas_nest_and_a_definition_read_inside_one_may_have_its_own()
    {
        var scene = new Scene();
        var (list, y) = (scene.Operand("(1; 2; 3)"), new LambdaVariable("y", FactType.Number, 1));
        var sum = scene.Param("sum", Query(ListOperation.Sum, list, new BoundVariable(default, X)));
        var inner = new BoundListQuery(
            default, FactType.Integer, ListOperation.Count, list, y,
            new BoundComparison(default, ComparisonOperator.Less, new BoundVariable(default, y), new BoundVariable(default, X)), null);
        var body = new BoundArithmetic(
            default, FactType.Number, ArithmeticOperator.Add,
            new BoundArithmetic(default, FactType.Number, ArithmeticOperator.Add, inner, new BoundReference(default, sum)), new BoundVariable(default, X));
        Assert.Equal("(7; 9; 11)", scene.Show(Query(ListOperation.Select, list, body)));
    }

    [Theory]
    [InlineData(3, "false")]
    [InlineData(2, "!4003")]
    [InlineData(0, "!4003")]
    public void Every_element_visited_costs_one_step(long steps, string expected)
    {
        var scene = new Scene { Budget = new EvaluationBudget(steps) };
        Assert.Equal(expected, scene.Show(Query(ListOperation.Any, scene.Operand("(1; 2; 3)"), Matches("> 5"))));
        Assert.Equal(0, scene.Budget.Remaining);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(400, 400)]
    public void An_element_costs_a_step_more_for_every_two_parts_of_its_body_beyond_the_first_two(int additions, int steps)
    {
        BoundNode body = new BoundVariable(default, X);
        for (var i = 0; i < additions; i++) body = new BoundArithmetic(default, FactType.Number, ArithmeticOperator.Add, body, new BoundConstant(default, FactType.Number, 1m));
        var scene = new Scene { Budget = new EvaluationBudget(3 * steps) };

        Assert.Equal($"({1 + additions}; {2 + additions}; {3 + additions})", scene.Show(Query(ListOperation.Select, scene.Operand("(1; 2; 3)"), body)));
        Assert.Equal(0, scene.Budget.Remaining);
    }

    [Theory]
    [InlineData(ListOperation.Take)]
    [InlineData(ListOperation.Contains)]
    [InlineData(ListOperation.Sum)]
    [InlineData(ListOperation.Distinct)]
    [InlineData(ListOperation.OrderBy)]
    [InlineData(ListOperation.Last)]
    public void No_operation_is_free(ListOperation operation)
    {
        var scene = new Scene { Budget = new EvaluationBudget(0) };
        Assert.Equal("!4003", scene.Show(Query(operation, scene.Operand("(1; 2; 3)"), argument: scene.Operand("9"))));
    }

    private static BoundPatternTest Matches(string pattern) => new(default, new BoundVariable(default, X), PatternNotation.Read(pattern));

    private static BoundListQuery Query(ListOperation operation, BoundNode source, BoundNode? body = null, BoundNode? argument = null) =>
        new(default, FactType.Absent, operation, source, body is null ? null : X, body, argument);

    private static string Where(ListOperation operation, string list, string pattern)
    {
        var scene = new Scene();
        return scene.Show(Query(operation, scene.Operand(list), Matches(pattern)));
    }

    private static string Plain(ListOperation operation, string list)
    {
        var scene = new Scene();
        return scene.Show(Query(operation, scene.Operand(list)));
    }
}
