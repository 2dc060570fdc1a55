using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Evaluation;

/// <summary>
/// A workflow made up from a seed: parameters and tables over one patient with lesions, in the part of the language whose meaning only
/// grows with the facts (no <c>??</c>, <c>IsKnown</c>, <c>null</c>).
/// </summary>
internal sealed class RandomWorkflow
{
    private static readonly string[] Words = ["a", "b", "c"];
    private static readonly ObjectSchema Lesion = FactTests.Schema(
        "lesion", false, ("pain", FactType.Boolean), ("size", FactType.Integer), ("kind", new EnumType(Words)));
    private static readonly ObjectSchema Patient = FactTests.Schema(
        "patient", false, ("b0", FactType.Boolean), ("b1", FactType.Boolean), ("b2", FactType.Boolean), ("n0", FactType.Integer), ("n1", FactType.Integer),
        ("n2", FactType.Integer), ("w0", new EnumType(Words)), ("w1", new EnumType(Words)), ("lesions", new ListType(new ObjectType(Lesion))));

    private readonly Random random;
    private readonly Scene scene = new();
    private readonly BoundInput patient;
    private readonly List<Definition> numbers = [];
    private readonly List<Definition> words = [];
    private readonly List<LambdaVariable> variables = [];

    public RandomWorkflow(int seed)
    {
        random = new Random(seed);
        patient = scene.Input(Patient, "patient");
        for (var i = 0; i < 3; i++)
        {
            var policy = (HitPolicy)random.Next(5);
            var aggregation = (Aggregation)random.Next(1, 5);
            numbers.Add(Table(policy == HitPolicy.Priority ? HitPolicy.First : policy, aggregation, "n" + i, _ => Number(2)));
            words.Add(Table(random.Next(2) == 0 ? HitPolicy.First : HitPolicy.Priority, aggregation, "w" + i, _ => Word(1)));
        }
        for (var i = 0; i < 6; i++) scene.Rule("r" + i, Truth(4));
        scene.Score("score", [.. scene.Workflow.Tables.Where(t => t.Name[0] == 'n')]);
        Workflow = scene.Complete();
    }

    public BoundWorkflow Workflow { get; }

    public FactFrame Facts()
    {
        var frame = new FactFrame(Patient, "patient");
        var list = new FactList("patient.lesions");
        for (var i = random.Next(3); i > 0; i--) list.Items.Add(Fill(new FactFrame(Lesion, $"patient.lesions[{list.Items.Count}]")));
        frame.Lists[0] = list;
        return Fill(frame);
    }

    /// <summary>The facts whose paths are kept; the others are unknown again.</summary>
    public static FactFrame Keep(FactFrame facts, Func<string, bool> isKept)
    {
        var kept = new FactFrame(facts.Schema, facts.Path);
        foreach (var property in facts.Schema.Properties.Where(p => isKept($"{facts.Path}.{p.Name}")))
        {
            if (property.Type is NumberType) kept.SetNumber(property, facts.Exact[property.Slot]);
            else if (property.Type is not ListType) kept.Codes[property.Slot] = facts.Codes[property.Slot];
            else
            {
                var list = new FactList($"{facts.Path}.{property.Name}");
                list.Items.AddRange(facts.Lists[property.Slot]!.Items.Select(item => Keep(item, isKept)));
                kept.Lists[property.Slot] = list;
            }
        }
        return kept;
    }

    private FactFrame Fill(FactFrame frame)
    {
        foreach (var property in frame.Schema.Properties)
        {
            if (property.Type is NumberType) frame.SetNumber(property, random.Next(-2, 4));
            else if (property.Type is BooleanType) frame.Codes[property.Slot] = random.Next(2);
            else if (property.Type is EnumType) frame.Codes[property.Slot] = random.Next(Words.Length);
        }
        return frame;
    }

    private TableOutputDefinition Table(HitPolicy policy, Aggregation aggregation, string name, Func<int, BoundNode> then)
    {
        BoundNode[] columns = [Number(1), Number(1)];
        BoundRow Row(int i) => new(
            [random.Next(3) == 0 ? null : Pattern(), random.Next(3) == 0 ? null : Pattern()], random.Next(2) == 0 ? Truth(2) : null, false, [then(i)], [], Scene.Node);
        var rows = Enumerable.Range(0, random.Next(1, 4)).Select(Row).ToList();
        var isComplete = random.Next(2) == 0;
        if (isComplete && policy == HitPolicy.First) rows.Add(new BoundRow([], null, true, [then(rows.Count)], [], Scene.Node));
        return scene.Table(policy, columns, rows, aggregation, isComplete && policy == HitPolicy.First, words: Words, name: name).Outputs[0];
    }

    private BoundNode Truth(int depth) => random.Next(depth <= 0 ? 1 : 8) switch
    {
        0 => FactOf(FactType.Boolean),
        1 => new BoundNot(default, Truth(depth - 1)),
        2 or 3 => new BoundLogic(default, random.Next(2) == 0, [Truth(depth - 1), Truth(depth - 1)]),
        4 => new BoundComparison(default, (ComparisonOperator)random.Next(6), Number(depth - 1), Number(depth - 1)),
        5 => new BoundComparison(default, (ComparisonOperator)random.Next(2), Word(depth - 1), Word(depth - 1)),
        6 => new BoundPatternTest(default, Number(depth - 1), Pattern()),
        _ => Query(random.Next(2) == 0 ? ListOperation.Any : ListOperation.All, FactType.Boolean, depth, Truth),
    };

    private BoundNode Number(int depth) => random.Next(depth <= 0 ? 2 : 9) switch
    {
        0 => new BoundConstant(default, FactType.Number, (decimal)random.Next(-2, 4)),
        1 => FactOf(FactType.Integer),
        2 or 3 => new BoundArithmetic(default, FactType.Number, (ArithmeticOperator)random.Next(5), Number(depth - 1), Number(depth - 1)),
        4 => new BoundNegate(default, Number(depth - 1)),
        5 => new BoundConditional(default, FactType.Number, Truth(depth - 1), Number(depth - 1), Number(depth - 1)),
        6 => new BoundFunction(default, FactType.Number, random.Next(2) == 0 ? ScalarFunction.Min : ScalarFunction.Max, [Number(depth - 1), Number(depth - 1)]),
        7 when numbers.Count > 0 => new BoundReference(default, numbers[random.Next(numbers.Count)]),
        _ => random.Next(2) == 0
            ? Query(ListOperation.Count, FactType.Integer, depth, Truth)
            : Query((ListOperation)random.Next((int)ListOperation.Sum, (int)ListOperation.Where), FactType.Number, depth, Number),
    };

    private BoundNode Word(int depth) => random.Next(depth <= 0 ? 2 : 4) switch
    {
        0 => new BoundConstant(default, new EnumType(Words), Words[random.Next(Words.Length)]),
        1 => FactOf(new EnumType(Words)),
        2 when words.Count > 0 => new BoundReference(default, words[random.Next(words.Count)]),
        _ => new BoundConditional(default, new EnumType(Words), Truth(depth - 1), Word(depth - 1), Word(depth - 1)),
    };

    private BoundNode FactOf(FactType type)
    {
        var variable = variables.Count > 0 && random.Next(3) > 0 ? variables[random.Next(variables.Count)] : null;
        var schema = variable is null ? Patient : Lesion;
        var properties = schema.Properties.Where(p => p.Type.Equals(type)).ToList();
        return new BoundFact(default, variable is null ? patient : new BoundVariable(default, variable), properties[random.Next(properties.Count)]);
    }

    private BoundListQuery Query(ListOperation operation, FactType type, int depth, Func<int, BoundNode> body)
    {
        var variable = new LambdaVariable("l" + variables.Count, new ObjectType(Lesion), variables.Count);
        BoundNode source = FactTests.Fact(patient, "lesions");
        variables.Add(variable);
        if (random.Next(2) == 0) source = new BoundListQuery(default, source.Type, ListOperation.Where, source, variable, Truth(depth - 2), null);
        var query = new BoundListQuery(default, type, operation, source, variable, body(depth - 2), null);
        variables.Remove(variable);
        return query;
    }

    private BoundPattern Pattern() => PatternNotation.Read(random.Next(5) switch
    {
        0 => "< 0",
        1 => ">= 1 and < 3",
        2 => "1 or 2",
        3 => "not 0",
        _ => ">= 0",
    });
}
