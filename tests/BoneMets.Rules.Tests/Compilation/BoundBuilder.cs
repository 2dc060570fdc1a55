using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Compilation;

/// <summary>Bound workflows by hand, for tests of what comes after the binder.</summary>
internal sealed class BoundBuilder(string name, params (string Name, ObjectSchema Schema)[] inputs)
{
    public static readonly JsonTextNode Node = new(new JsonText("workflow.json", ""), JsonTextKind.Null, default);

    private readonly List<Definition> definitions = [];
    private readonly List<RuleDefinition> rules = [];
    private readonly List<TableDefinition> tables = [];
    private readonly List<ParameterDefinition> parameters = [];
    private readonly List<ScoreDefinition> scores = [];

    public BoundNode Fact(string path)
    {
        var parts = path.Split('.');
        var index = Array.FindIndex(inputs, i => i.Name == parts[0]);
        return parts.Skip(1).Aggregate(Input(index), Member);
    }

    public BoundNode Input(int index) => new BoundInput(default, new ObjectType(inputs[index].Schema), index, inputs[index].Name);

    public static BoundNode Member(BoundNode owner, string property) => new BoundFact(default, owner, ((ObjectType)owner.Type).Schema.Find(property)!);

    public static BoundNode Number(decimal value) => new BoundConstant(default, FactType.Number, value);

    public static BoundNode Word(string word, EnumType type) => new BoundConstant(default, type, word);

    public static BoundNode Text(string text) => new BoundConstant(default, FactType.Text, text);

    public static BoundNode Day(string date) => new BoundConstant(default, FactType.Date, DateOnly.Parse(date));

    public static BoundNode True(bool value = true) => new BoundConstant(default, FactType.Boolean, value);

    public static BoundNode Compare(BoundNode left, string op, BoundNode right) => new BoundComparison(
        default, op switch
        {
            "==" => ComparisonOperator.Equal,
            "!=" => ComparisonOperator.NotEqual,
            "<" => ComparisonOperator.Less,
            "<=" => ComparisonOperator.LessOrEqual,
            ">" => ComparisonOperator.Greater,
            _ => ComparisonOperator.GreaterOrEqual,
        }, left, right);

    public static BoundNode Calculate(BoundNode left, char op, BoundNode right) => new BoundArithmetic(
        default, FactType.Number, op switch
        {
            '+' => ArithmeticOperator.Add,
            '-' => ArithmeticOperator.Subtract,
            '*' => ArithmeticOperator.Multiply,
            '/' => ArithmeticOperator.Divide,
            _ => ArithmeticOperator.Remainder,
        }, left, right);

    public static BoundNode And(params BoundNode[] operands) => new BoundLogic(default, true, operands);

    public static BoundNode Or(params BoundNode[] operands) => new BoundLogic(default, false, operands);

    public static BoundNode Not(BoundNode operand) => new BoundNot(default, operand);

    public static BoundNode Is(BoundNode operand, BoundPattern pattern) => new BoundPatternTest(default, operand, pattern);

    public static BoundNode Reference(Definition target) => new BoundReference(default, target);

    public static BoundNode Query(ListOperation operation, BoundNode source, LambdaVariable? variable, BoundNode? body, BoundNode? argument = null) =>
        new BoundListQuery(
            default,
            operation switch { ListOperation.Count => FactType.Integer, ListOperation.Where => source.Type, _ => FactType.Boolean },
            operation, source, variable, body, argument);

    public static LambdaVariable Element(BoundNode list, string name = "l", int depth = 0) => new(name, ((ListType)list.Type).Element, depth);

    public static BoundNode Variable(LambdaVariable variable) => new BoundVariable(default, variable);

    public static BoundPattern Range(decimal? low, decimal? high, bool lowIncluded = true, bool highIncluded = false, bool integers = false) =>
        new BoundValuePattern(default, NumberSet.Of(integers, new Interval(
            low is null ? Bound.Open : new Bound(low, lowIncluded), high is null ? Bound.Open : new Bound(high, highIncluded))));

    public static BoundPattern Words(EnumType type, params string[] words) => new BoundValuePattern(default, WordSet.Of(type.Values, words));

    public static BoundPattern Truth(bool value) => new BoundValuePattern(default, WordSet.Of([true, false], value));

    public static BoundPattern Texts(params string[] texts) => new BoundValuePattern(default, WordSet.Of(null, texts));

    public static BoundPattern NullOr(BoundPattern pattern) =>
        new BoundBinaryPattern(default, false, new BoundNullPattern(default, pattern.Matches.Intersect(pattern.Matches.Complement())), pattern);

    public ParameterDefinition Param(string text, BoundNode expression)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        var definition = new ParameterDefinition(
            new Parameter(parts[0], new AuthoredText(parts[^1], Node), null, Node), expression.Type, expression, null);
        parameters.Add(definition);
        return Define(definition);
    }

    public RuleDefinition Rule(string text, BoundNode condition)
    {
        var parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        var definition = new RuleDefinition(new Rule { Name = parts[0], Node = Node, Expression = new AuthoredText(parts[^1], Node) }, null) { Condition = condition };
        rules.Add(definition);
        return Define(definition);
    }

    public TableDefinition Table(
        string table, HitPolicy policy, IEnumerable<(string Text, BoundNode Expression)> columns, IEnumerable<BoundRow> rows, bool isComplete, bool isDisjoint,
        bool isScoreItem, params (string Name, FactType Type)[] outputs)
    {
        var definition = new TableDefinition(
            table, policy, Aggregation.List, [.. columns.Select(c => new TableColumn(c.Text, c.Expression, new AuthoredText(c.Text, Node)))], [.. rows], isScoreItem, Node)
        {
            IsComplete = isComplete,
            IsDisjoint = isDisjoint,
            Index = tables.Count,
        };
        definition.Outputs = [.. outputs.Select((output, i) => Define(new TableOutputDefinition(output.Name, output.Type, definition, i, null, Node)))];
        tables.Add(definition);
        return definition;
    }

    public static BoundRow Row(BoundPattern?[] cells, params BoundNode[] then) => new(cells, null, false, then, [], Node);

    public static BoundRow When(BoundNode condition, params BoundNode[] then) => new([], condition, false, then, [], Node);

    public static BoundRow Otherwise(params BoundNode[] then) => new([], null, true, then, [], Node);

    public ScoreDefinition Score(string score, params TableDefinition[] items)
    {
        var definition = new ScoreDefinition(new Score(score, null, [], Node), FactType.Number, [.. items.Select(i => i.Outputs[0])]);
        scores.Add(definition);
        return Define(definition);
    }

    public BoundWorkflow Build() => new(new Workflow { Name = name, Node = Node })
    {
        Inputs = [.. inputs.Select(i => new BoundWorkflowInput(i.Name, i.Schema))],
        Definitions = [.. definitions],
        Params = [.. parameters],
        Scores = [.. scores],
        Tables = [.. tables],
        Rules = [.. rules],
        Hash = "sha256:" + name,
    };

    private T Define<T>(T definition) where T : Definition
    {
        definition.Slot = definitions.Count;
        definitions.Add(definition);
        return definition;
    }
}
