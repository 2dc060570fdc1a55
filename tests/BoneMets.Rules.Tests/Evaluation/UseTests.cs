using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Evaluation;

public sealed class UseTests
{
    private static readonly ObjectSchema Lesion = FactTests.Schema("lesion", false, ("size", FactType.Number));
    private static readonly ObjectSchema Patient = FactTests.Schema(
        "patient", false, ("worst", new ObjectType(Lesion)), ("lesions", new ListType(new ObjectType(Lesion))));

    [Fact]
    public void Missing_facts_keep_the_callers_paths()
    {
        var (scene, patient) = Caller();
        Assert.Equal("?patient.worst.size", scene.Show(new BoundUseReference(default, new BoundUse(Used().Workflow, [FactTests.Fact(patient, "worst")]), Used().Rule)));
    }

    [Fact]
    public void A_used_workflow_runs_on_each_element()
    {
        var (scene, patient) = Caller();
        var list = new FactList("patient.lesions") { Items = { new FactFrame(Lesion, "patient.lesions[0]"), new FactFrame(Lesion, "patient.lesions[1]") } };
        scene.Frames[0].Lists[0] = list;
        var (used, rule) = Used();
        var l = new LambdaVariable("l", new ObjectType(Lesion), 0);
        var any = new BoundListQuery(
            default, FactType.Boolean, ListOperation.Any, FactTests.Fact(patient, "lesions"), l,
            new BoundUseReference(default, new BoundUse(used, [new BoundVariable(default, l)]), rule), null);
        list.Items[0].SetNumber(Lesion.Find("size")!, 1);
        Assert.Equal("?patient.lesions[1].size", scene.Show(any));
        list.Items[1].SetNumber(Lesion.Find("size")!, 7);
        Assert.Equal("true", ValueNotation.Show(new Evaluator(scene.Workflow, scene.Frames, null).Evaluate(any)));
    }

    [Fact]
    public void An_input_that_the_caller_lacks_is_unknown_leaf_by_leaf_under_its_own_name()
    {
        var (scene, _) = Caller();
        var (used, rule) = Used();
        Assert.Equal("?lesion.size", scene.Show(new BoundUseReference(default, new BoundUse(used, [null]), rule)));
    }

    [Theory]
    [InlineData("?a", "?b", "?a,b")]
    [InlineData("?a", "!4001", "!4001")]
    public void Undecided_and_faulty_objects_pass_on(string first, string second, string expected)
    {
        var used = new Scene("Used");
        used.Input(Lesion, "x");
        used.Input(Lesion, "y");
        var rule = used.Rule("r", used.Operand("true"));
        var (scene, _) = Caller();
        var use = new BoundUse(used.Complete(), [scene.Operand(first), scene.Operand(second)]);
        Assert.Equal(expected, scene.Show(new BoundUseReference(default, use, rule)));
        Assert.Null(scene.Evaluator.Open(use, out var instead));
        Assert.Equal(expected, ValueNotation.Show(instead!));
    }

    [Fact]
    public void Repeated_reads_of_the_same_objects_evaluate_once_even_through_other_workflows()
    {
        var trace = new TraceTests.Recorder();
        var (used, rule) = Used();
        var middle = new Scene("Middle");
        var through = middle.Rule("through", new BoundUseReference(default, new BoundUse(used, [middle.Input(Lesion, "lesion")]), rule));
        middle.Complete();
        var scene = new Scene { Trace = trace };
        var worst = FactTests.Fact(scene.Input(Patient, "patient"), "worst");
        var both = new BoundLogic(default, true,
        [
            new BoundUseReference(default, new BoundUse(used, [worst]), rule),
            new BoundUseReference(default, new BoundUse(used, [worst]), rule),
            new BoundUseReference(default, new BoundUse(middle.Workflow, [worst]), through),
        ]);
        Assert.Equal("?patient.worst.size", scene.Show(both));
        Assert.Equal(1, trace.Lines.Count(line => line == "+Used.large"));
        Assert.Equal(1, trace.Lines.Count(line => line == "+Middle.through"));
    }

    [Fact]
    public void Budget_date_and_notices_are_shared_by_the_whole_decision()
    {
        var used = new Scene("Used");
        used.Input(Lesion, "lesion");
        var number = new BoundConstant(default, FactType.Number, 1m);
        var list = new BoundList(default, new ListType(FactType.Number), [number, number]);
        var count = used.Param("count", new BoundListQuery(default, FactType.Integer, ListOperation.Count, list, null, null, null));
        var date = used.Param("date", new BoundAsOf(default));
        var table = used.Table(HitPolicy.First, [], [new BoundRow([], new BoundConstant(default, FactType.Boolean, false), false, [number], [], Scene.Node)]);
        used.Complete();
        var scene = new Scene { Budget = new EvaluationBudget(3), AsOf = new DateOnly(2026, 1, 31) };
        var patient = scene.Input(Patient, "patient");
        BoundUseReference Read(Definition target, BoundNode? lesion) => new(default, new BoundUse(used.Workflow, [lesion]), target);
        var worst = FactTests.Fact(patient, "worst");
        Assert.Equal("2026-01-31", scene.Show(Read(date, worst)));
        Assert.Equal("?", scene.Show(Read(table.Outputs[0], worst)));
        Assert.Equal("?", scene.Show(Read(table.Outputs[0], null)));
        Assert.Equal(DiagnosticCode.NoRowApplies, Assert.Single(scene.Evaluator.Notices).Code);
        Assert.Equal("2", scene.Show(Read(count, worst)));
        Assert.Equal("2", scene.Show(Read(count, worst)));
        Assert.Equal("!4003", scene.Show(Read(count, null)));
    }

    [Fact]
    public void A_failed_definition_fails_its_reader()
    {
        var scene = new Scene();
        var failed = scene.Rule("failed", scene.Operand("!4001"));
        var reader = scene.Rule("reader", new BoundNot(default, new BoundReference(default, failed)));
        Assert.Equal("!4001", scene.Show(reader));
    }

    [Fact]
    public void A_circle_that_no_binder_lets_through_is_reported_and_not_followed()
    {
        var scene = new Scene();
        var rule = scene.Rule("r", scene.Operand("true"));
        rule.Condition = new BoundNot(default, new BoundReference(default, rule));
        Assert.Throws<InvalidOperationException>(() => scene.Show(rule));
    }

    /// <summary>The rule <c>large</c>: <c>lesion.size > 5</c>.</summary>
    private static (BoundWorkflow Workflow, RuleDefinition Rule) Used()
    {
        var used = new Scene("Used");
        var size = FactTests.Fact(used.Input(Lesion, "lesion"), "size");
        var rule = used.Rule("large", new BoundComparison(default, ComparisonOperator.Greater, size, new BoundConstant(default, FactType.Number, 5m)));
        return (used.Complete(), rule);
    }

    private static (Scene Scene, BoundInput Patient) Caller()
    {
        var scene = new Scene("Caller");
        return (scene, scene.Input(Patient, "patient"));
    }
}
