using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Evaluation;

/// <summary>Rows are written as <c>applies -> then</c>, separated by <c>|</c> with spaces.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData("false -> 1 | true -> 2 | true -> 3", "2")]
    [InlineData("?a -> 1 | true -> 2 | !4001 -> 3", "{1|2}?a")]
    [InlineData("?a -> 2 | true -> 2.0", "2")]
    [InlineData("?a -> 1 | false -> 2 | ?b -> 3 | true -> 4", "{1|3|4}?a,b")]
    [InlineData("?a -> 4.0", "?a")]
    [InlineData("?a -> 4.0 | false -> 1", "?a")]
    [InlineData("?a -> ?t | ?b -> {1|2}?u", "?a,b,t,u")]
    [InlineData("true -> ?t", "?t")]
    [InlineData("?a -> ?t | true -> 1", "?a,t")]
    [InlineData("?a -> [1..2]?t | true -> 5", "[1..5]?a,t")]
    [InlineData("?a -> 'x' | true -> 'y'", "{'x'|'y'}?a")]
    [InlineData("?a -> true | true -> false", "?a")]
    [InlineData("?a -> true | true -> true", "true")]
    [InlineData("!4001 -> 1 | true -> 2", "!4001")]
    [InlineData("?a -> 1 | !4001 -> 1 | true -> 2", "!4001")]
    [InlineData("?a -> !4001 | true -> 2", "!4001")]
    [InlineData("false -> !4001 | true -> 2", "2")]
    [InlineData("false -> 1", "?")]
    public void First_takes_the_first_sure_row_and_every_possible_one_before_it(string rows, string expected) =>
        Assert.Equal(expected, Output(HitPolicy.First, rows));

    [Theory]
    [InlineData("?a -> 1 | ?b -> 2", "{1|2}?a,b")]
    [InlineData("?a -> 1 | ?b -> 1", "1")]
    [InlineData("?a -> 1 | false -> 2", "1")]
    public void No_row_is_no_outcome_of_a_complete_table(string rows, string expected)
    {
        Assert.Equal(expected, Output(HitPolicy.First, rows, complete: true));
        Assert.Equal(expected, Output(HitPolicy.Unique, rows, complete: true));
        Assert.Equal(expected, Output(HitPolicy.Any, rows, complete: true));
    }

    [Theory]
    [InlineData("false -> 1 | true -> 2", "2", "2")]
    [InlineData("?a -> 1 | true -> 2 | ?b -> 3", "{1|2|3}?a,b", "2")]
    [InlineData("?a -> 2 | true -> 2", "2", "2")]
    [InlineData("?a -> 1 | ?b -> 2", "?a,b", "?a,b")]
    [InlineData("true -> 1 | !4001 -> 2", "!4001", "1")]
    [InlineData("?a -> 1 | !4001 -> 2", "!4001", "!4001")]
    [InlineData("true -> 1 | ?b -> !4001", "!4001", "1")]
    public void Unique_asks_all_rows_unless_they_are_proved_disjoint(string rows, string expected, string disjoint)
    {
        Assert.Equal(expected, Output(HitPolicy.Unique, rows));
        Assert.Equal(disjoint, Output(HitPolicy.Unique, rows, disjoint: true));
    }

    [Fact]
    public void Two_sure_rows_of_a_unique_table_are_a_fault_that_names_them()
    {
        var scene = new Scene();
        var table = scene.Rows(HitPolicy.Unique, Rows("true -> 1 | ?a -> 1 | true -> 1"));
        var fault = Assert.IsType<FaultValue>(scene.Evaluator.ValueOf(table.Outputs[0]));
        Assert.Equal(DiagnosticCode.RowsOverlap, fault.Code);
        Assert.Equal("rows 1 and 3 of table `table` apply together", fault.Message);
    }

    [Theory]
    [InlineData("true -> 1 | true -> 1.0 | false -> 2", "1")]
    [InlineData("true -> 1 | ?a -> 2", "{1|2}?a")]
    [InlineData("true -> 1 | ?a -> 1", "1")]
    [InlineData("true -> 1 | true -> 2", "!4004")]
    [InlineData("true -> 1 | true -> ?t | true -> 2", "!4004")]
    [InlineData("true -> 1 | true -> ?t", "?t")]
    [InlineData("?a -> 1", "?a")]
    public void Any_lets_rows_overlap_as_long_as_they_agree(string rows, string expected) => Assert.Equal(expected, Output(HitPolicy.Any, rows));

    [Fact]
    public void Any_compares_all_outputs_whichever_is_read()
    {
        var scene = new Scene();
        var table = scene.Rows(HitPolicy.Any, Rows("true -> 1 / 2 | true -> 1 / 3"));
        Assert.Equal("!4004", scene.Show(table.Outputs[0]));
        Assert.Equal("rows 1 and 2 of table `table` apply together and disagree", scene.Evaluator.ResultOf(table).Fault!.Message);
    }

    [Theory]
    [InlineData("true -> 'low' | true -> 'high' | false -> 'high'", "'high'")]
    [InlineData("true -> 'mid' | ?a -> 'high' | ?b -> 'low'", "{'mid'|'high'}?a")]
    [InlineData("true -> 'high' | ?a -> 'low'", "'high'")]
    [InlineData("?a -> 'high' | ?b -> 'low'", "?a,b")]
    [InlineData("?a -> 'high' | true -> 'high'", "'high'")]
    [InlineData("true -> {'mid'|'low'}?t | ?a -> 'high'", "{'mid'|'low'|'high'}?a,t")]
    [InlineData("true -> 'low' | ?a -> !4001", "!4001")]
    [InlineData("false -> 'low'", "?")]
    public void Priority_follows_the_order_of_the_words(string rows, string expected) =>
        Assert.Equal(expected, Output(HitPolicy.Priority, rows, words: ["high", "mid", "low"]));

    [Fact]
    public void Priority_chooses_by_the_first_output_and_ties_by_document_order()
    {
        var scene = new Scene();
        var table = scene.Rows(HitPolicy.Priority, Rows("?a -> 'low' / 1 | true -> 'high' / 2 | true -> 'high' / 3"), words: ["high", "low"]);
        Assert.Equal("2", scene.Show(table.Outputs[1]));
        Assert.Equal([1], scene.Evaluator.ResultOf(table).Sure);
        Assert.Empty(scene.Evaluator.ResultOf(table).Possible);
    }

    [Theory]
    [InlineData("true -> 2 | true -> 3 | ?a -> 4", "(2; 3; ~a:4)", "[5..9]?a", "[2..3]?a", "2", "[3..4]?a")]
    [InlineData("true -> 2 | true -> 3 | false -> 4", "(2; 3)", "5", "2", "2", "3")]
    [InlineData("true -> 2 | ?a -> -3", "(2; ~a:-3)", "[-1..2]?a", "[1..2]?a", "[-3..2]?a", "2")]
    [InlineData("true -> 2 | ?a -> 0", "(2; ~a:0)", "2", "[1..2]?a", "[0..2]?a", "2")]
    [InlineData("?a -> 2 | ?b -> 3", "(~a:2; ~b:3)", "[0..5]?a,b", "[0..2]?a,b", "?a,b", "?a,b")]
    [InlineData("true -> ?t | true -> 2", "(?t; 2)", "?t", "2", "?t", "?t")]
    [InlineData("true -> {1|4}?t | ?a -> 2", "({1|4}?t; ~a:2)", "[1..6]?a,t", "[1..2]?a", "[1..4]?a,t", "[1..4]?a,t")]
    [InlineData("false -> 1 | false -> 2", "()", "0", "0", "?", "?")]
    [InlineData("true -> 1 | true -> !4001", "!4001", "!4001", "2", "!4001", "!4001")]
    [InlineData("true -> 1 | !4001 -> 1", "!4001", "!4001", "!4001", "!4001", "!4001")]
    public void Collect_gathers_the_rows(string rows, string list, string sum, string count, string min, string max)
    {
        Assert.Equal(list, Output(HitPolicy.Collect, rows, Aggregation.List));
        Assert.Equal(sum, Output(HitPolicy.Collect, rows, Aggregation.Sum));
        Assert.Equal(count, Output(HitPolicy.Collect, rows, Aggregation.Count));
        Assert.Equal(min, Output(HitPolicy.Collect, rows, Aggregation.Min));
        Assert.Equal(max, Output(HitPolicy.Collect, rows, Aggregation.Max));
    }

    [Fact]
    public void The_extreme_of_a_complete_table_is_among_its_possible_rows()
    {
        Assert.Equal("[2..3]?a,b", Output(HitPolicy.Collect, "?a -> 2 | ?b -> 3", Aggregation.Min, complete: true));
    }

    [Fact]
    public void A_row_is_the_conjunction_of_its_cells_and_its_condition()
    {
        var scene = new Scene();
        BoundPattern? above5 = PatternNotation.Read("> 5");
        BoundNode[] columns = [scene.Operand("{4|6}?a"), scene.Operand("?b"), scene.Operand("7")];
        BoundRow Row(BoundPattern?[] cells, string? condition, string then) => new(cells, condition is null ? null : scene.Operand(condition), false, [scene.Operand(then)], [], Scene.Node);
        var table = scene.Table(HitPolicy.Collect, columns,
        [
            Row([above5, above5, null], "?c", "1"),
            Row([above5, above5, null], "false", "2"),
            Row([above5, null, PatternNotation.Read("> 8")], "!4001", "3"),
            Row([null, PatternNotation.Read("null"), above5], null, "4"),
            Row([null, null, null], null, "5"),
        ]);
        Assert.Equal("(~a,b,c:1; 4; 5)", scene.Show(table.Outputs[0]));
        Assert.Equal(["?a,b,c", "false", "false", "true", "true"], scene.Evaluator.ResultOf(table).Rows.Select(r => ValueNotation.Show(r!)));
    }

    [Fact]
    public void A_column_is_evaluated_once_and_only_when_a_cell_asks()
    {
        var trace = new TraceTests.Recorder();
        var scene = new Scene { Trace = trace };
        var (asked, never) = (new BoundIsKnown(default, scene.Operand("1")), new BoundIsKnown(default, scene.Operand("!4001")));
        var isTrue = PatternNotation.Read("true");
        BoundRow Row(BoundPattern? first, string then) => new([first, null], null, false, [scene.Operand(then)], [], Scene.Node);
        var table = scene.Table(HitPolicy.Collect, [asked, never], [Row(isTrue, "1"), Row(isTrue, "2")]);
        Assert.Equal("(1; 2)", scene.Show(table.Outputs[0]));
        Assert.Equal(1, trace.Entered.Count(n => ReferenceEquals(n, asked)));
        Assert.DoesNotContain(never, trace.Entered);
    }

    [Fact]
    public void A_table_of_which_no_row_applies_says_so_once()
    {
        var scene = new Scene();
        var table = scene.Rows(HitPolicy.First, Rows("false -> 1 / 2"));
        Assert.Equal("?", scene.Show(table.Outputs[0]));
        Assert.Equal("?", scene.Show(table.Outputs[1]));
        var notice = Assert.Single(scene.Evaluator.Notices);
        Assert.Equal(DiagnosticCode.NoRowApplies, notice.Code);
        Assert.Equal("no row of table `table` applies", notice.Message);
    }

    [Theory]
    [InlineData(Aggregation.Sum, 0)]
    [InlineData(Aggregation.List, 0)]
    [InlineData(Aggregation.Count, 0)]
    [InlineData(Aggregation.Min, 1)]
    public void Sums_lists_and_counts_of_no_rows_are_values(Aggregation aggregation, int notices)
    {
        var scene = new Scene();
        var table = scene.Rows(HitPolicy.Collect, Rows("false -> 1"), aggregation);
        scene.Evaluator.ResultOf(table);
        Assert.Equal(notices, scene.Evaluator.Notices.Count);
    }

    [Fact]
    public void A_fault_in_one_output_leaves_the_others()
    {
        var scene = new Scene();
        var table = scene.Rows(HitPolicy.First, Rows("true -> 1 / !4001"));
        Assert.Equal("1", scene.Show(table.Outputs[0]));
        Assert.Equal("!4001", scene.Show(table.Outputs[1]));
    }

    [Fact]
    public void An_otherwise_row_always_applies()
    {
        var scene = new Scene();
        var table = scene.Table(HitPolicy.First, [], [scene.Row(scene.Operand("?a"), "1"), scene.Row(null, "3")]);
        Assert.Equal("{1|3}?a", scene.Show(table.Outputs[0]));
    }

    [Theory]
    [InlineData("3", "3", "3", "?pain", "[10..12]?pain", "true")]
    [InlineData("1", "3", "3", "?pain", "[8..10]?pain", "?pain")]
    [InlineData("1", "1", "1", "?pain", "[4..6]?pain", "false")]
    [InlineData("3", "3", "3", "2", "11", "true")]
    [InlineData("!4001", "3", "3", "?pain", "!4001", "!4001")]
    public void A_score_is_an_interval_until_its_items_are_decided(string a, string b, string c, string pain, string expected, string atLeast9)
    {
        var scene = new Scene();
        TableDefinition Item(string name, params BoundRow[] rows) => scene.Table(HitPolicy.First, [], rows, complete: true, name: name, isScoreItem: true);
        BoundNode Is(decimal points) => pain is ['?', ..] ? scene.Operand(pain) : scene.Operand(pain == points.ToString() ? "true" : "false");
        var score = scene.Score(
            "score",
            Item("a", scene.Row(null, a)), Item("b", scene.Row(null, b)), Item("c", scene.Row(null, c)),
            Item("pain", scene.Row(Is(1), "1"), scene.Row(Is(2), "2"), scene.Row(null, "3")));
        var rule = scene.Rule("r", new BoundComparison(default, ComparisonOperator.GreaterOrEqual, new BoundReference(default, score), scene.Operand("9")));
        Assert.Equal(expected, scene.Show(score));
        Assert.Equal(atLeast9, scene.Show(rule));
    }

    [Fact]
    public void A_fault_in_a_later_item_is_not_hidden_by_an_unknown_one()
    {
        var scene = new Scene();
        var score = scene.Score(
            "score", scene.Table(HitPolicy.First, [], [scene.Row(scene.Operand("?a"), "1")], name: "x"),
            scene.Table(HitPolicy.First, [], [scene.Row(null, "!4001")], name: "y"));
        Assert.Equal("!4001", scene.Show(score));
    }

    private static IEnumerable<(string Applies, string Then)> Rows(string rows) =>
        rows.Split(" | ").Select(r => r.Split(" -> ")).Select(r => (r[0], r[1]));

    private static string Output(
        HitPolicy policy, string rows, Aggregation aggregation = Aggregation.List, bool complete = false, bool disjoint = false, IReadOnlyList<string>? words = null)
    {
        var scene = new Scene();
        return scene.Show(scene.Rows(policy, Rows(rows), aggregation, complete, disjoint, words).Outputs[0]);
    }
}
