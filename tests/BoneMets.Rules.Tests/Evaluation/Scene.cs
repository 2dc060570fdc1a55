using BoneMets.Rules.Documents;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Evaluation;

/// <summary>
/// One workflow built by hand, its facts and an evaluation of it. Any value of <see cref="ValueNotation"/> becomes an operand
/// through a variable, far above the depths that lambdas use.
/// </summary>
internal sealed class Scene
{
    private const int FirstOperand = 10;
    public static readonly JsonTextNode Node = new(new JsonText("test.json", "{}"), JsonTextKind.Object, default);

    private readonly List<Definition> definitions = [];
    private readonly List<TableDefinition> tables = [];
    private readonly List<Value> operands = [];
    private readonly List<FactFrame> frames = [];
    private Evaluator? evaluator;

    public Scene(string name = "Scene") => Workflow = new BoundWorkflow(new Workflow { Name = name, Node = Node });

    public BoundWorkflow Workflow { get; }
    public ITrace? Trace { get; init; }
    public DateOnly? AsOf { get; init; }
    public EvaluationBudget Budget { get; init; } = new();
    public IReadOnlyList<FactFrame> Frames => frames;

    public Evaluator Evaluator
    {
        get
        {
            if (evaluator is null)
            {
                Complete();
                evaluator = new Evaluator(Workflow, frames, AsOf, Trace, Budget);
                for (var i = 0; i < operands.Count; i++) evaluator.Bind(Variable(i), operands[i]);
            }
            return evaluator;
        }
    }

    /// <summary>Hands the definitions to the workflow, so that another scene can use it.</summary>
    public BoundWorkflow Complete()
    {
        Workflow.Definitions = definitions;
        Workflow.Tables = tables;
        Workflow.Inputs = [.. frames.Select(f => new BoundWorkflowInput(f.Path, f.Schema))];
        return Workflow;
    }

    public BoundNode Operand(string value) => Operand(ValueNotation.Read(value));

    public BoundNode Operand(Value value)
    {
        operands.Add(value);
        var variable = Variable(operands.Count - 1);
        evaluator?.Bind(variable, value);
        return new BoundVariable(default, variable);
    }

    public BoundInput Input(ObjectSchema schema, string name)
    {
        frames.Add(new FactFrame(schema, name));
        return new BoundInput(default, new ObjectType(schema), frames.Count - 1, name);
    }

    public ParameterDefinition Param(string name, BoundNode expression) =>
        Add(new ParameterDefinition(new Parameter(name, new AuthoredText("", Node), null, Node), expression.Type, expression, null));

    public RuleDefinition Rule(string name, BoundNode condition) =>
        Add(new RuleDefinition(new Rule { Name = name, Node = Node }, null) { Condition = condition });

    public ScoreDefinition Score(string name, params TableDefinition[] items) =>
        Add(new ScoreDefinition(new Score(name, null, [], Node), FactType.Number, [.. items.Select(i => i.Outputs[0])]));

    public TableDefinition Table(
        HitPolicy policy, IReadOnlyList<BoundNode> columns, IReadOnlyList<BoundRow> rows, Aggregation aggregation = Aggregation.List,
        bool complete = false, bool disjoint = false, IReadOnlyList<string>? words = null, string name = "table", bool isScoreItem = false)
    {
        var table = new TableDefinition(
            name, policy, aggregation, [.. columns.Select((c, i) => new TableColumn("c" + i, c, new AuthoredText("", Node)))], rows, isScoreItem, Node)
        { Index = tables.Count, IsComplete = complete, IsDisjoint = disjoint };
        tables.Add(table);
        var model = new TableOutput("o", OutputType.Enum, null, words ?? [], Node);
        table.Outputs = [.. rows[0].Then.Select((_, i) => Add(new TableOutputDefinition($"{name}.o{i}", FactType.Absent, table, i, model, Node)))];
        return table;
    }

    /// <summary>A table without columns: each row is whether it applies and what it gives, one text per output.</summary>
    public TableDefinition Rows(
        HitPolicy policy, IEnumerable<(string Applies, string Then)> rows, Aggregation aggregation = Aggregation.List,
        bool complete = false, bool disjoint = false, IReadOnlyList<string>? words = null) =>
        Table(policy, [], [.. rows.Select(r => Row(Operand(r.Applies), r.Then.Split(" / ")))], aggregation, complete, disjoint, words);

    public BoundRow Row(BoundNode? condition, params string[] then) => new([], condition, condition is null, [.. then.Select(Operand)], [], Node);

    public string Show(BoundNode node) => ValueNotation.Show(Evaluator.Evaluate(node));

    public string Show(Definition definition) => ValueNotation.Show(Evaluator.ValueOf(definition));

    private static LambdaVariable Variable(int operand) => new("v", FactType.Absent, FirstOperand + operand);

    private T Add<T>(T definition) where T : Definition
    {
        definition.Slot = definitions.Count;
        definitions.Add(definition);
        return definition;
    }
}
