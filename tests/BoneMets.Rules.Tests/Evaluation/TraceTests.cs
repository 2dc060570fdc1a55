using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Evaluation;

public sealed class TraceTests
{
    [Fact]
    public void Calls_nest_and_what_was_not_needed_is_not_reported()
    {
        var trace = new Recorder();
        var scene = new Scene { Trace = trace };
        var condition = new BoundLogic(default, false, [scene.Operand("?a"), scene.Operand("true"), scene.Operand("!4001")]);
        Assert.Equal("true", scene.Show(scene.Rule("r", condition)));
        Assert.Equal(
            ["+Scene.r", "+BoundLogic", "+BoundVariable", "-?a", "+BoundVariable", "-true", "-true", "-r true"], trace.Lines);
    }

    [Fact]
    public void Every_operator_of_a_chain_is_entered_and_left()
    {
        var trace = new Recorder();
        var scene = new Scene { Trace = trace };
        var inner = new BoundArithmetic(default, FactType.Number, ArithmeticOperator.Add, scene.Operand("1"), scene.Operand("2"));
        Assert.Equal("0", scene.Show(new BoundArithmetic(default, FactType.Number, ArithmeticOperator.Subtract, inner, scene.Operand("3"))));
        Assert.Equal(
            ["+BoundArithmetic", "+BoundArithmetic", "+BoundVariable", "-1", "+BoundVariable", "-2", "-3", "+BoundVariable", "-3", "-0"], trace.Lines);
    }

    [Fact]
    public void Rows_and_cells_are_reported_as_far_as_they_were_looked_at_and_definitions_once()
    {
        var trace = new Recorder();
        var scene = new Scene { Trace = trace };
        var cell = PatternNotation.Read("> 1");
        BoundRow Row(string then) => new([cell], null, false, [scene.Operand(then)], [], Scene.Node);
        var table = scene.Table(HitPolicy.First, [scene.Operand("2")], [Row("1"), Row("2")]);
        var output = table.Outputs[0];
        scene.Evaluator.ValueOf(output);
        scene.Evaluator.ValueOf(output);
        Assert.Equal(
            ["+Scene.table.o0", "+row 0", "+cell 0.0", "+BoundVariable", "-2", "-cell 0.0 true", "-row 0 true", "+BoundVariable", "-1", "-table.o0 1"],
            trace.Lines);
    }

    internal sealed class Recorder : ITrace
    {
        public List<string> Lines { get; } = [];

        public List<BoundNode> Entered { get; } = [];

        public void Enter(BoundNode node)
        {
            Lines.Add("+" + node.GetType().Name);
            Entered.Add(node);
        }

        public void Exit(BoundNode node, Value value) => Lines.Add("-" + ValueNotation.Show(value));

        public void EnterDefinition(BoundWorkflow workflow, IReadOnlyList<FactFrame> inputs, string name) => Lines.Add($"+{workflow.Name}.{name}");

        public void ExitDefinition(BoundWorkflow workflow, IReadOnlyList<FactFrame> inputs, string name, Value value) => Lines.Add($"-{name} {ValueNotation.Show(value)}");

        public void EnterRow(TableDefinition table, int row) => Lines.Add($"+row {row}");

        public void ExitRow(TableDefinition table, int row, Value applies) => Lines.Add($"-row {row} {ValueNotation.Show(applies)}");

        public void EnterCell(TableDefinition table, int row, int column) => Lines.Add($"+cell {row}.{column}");

        public void ExitCell(TableDefinition table, int row, int column, Value matches) =>
            Lines.Add($"-cell {row}.{column} {ValueNotation.Show(matches)}");
    }
}
