using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>Which cell of a detailed decision holds what: first the outputs as a decision lists them, then the expressions inside its texts.</summary>
internal sealed class DetailLayout
{
    private readonly Dictionary<string, int> byExpression = new(StringComparer.Ordinal);
    private readonly Dictionary<Definition, int> byOutput = [];

    public DetailLayout(BoundWorkflow workflow)
    {
        foreach (var definition in OutputsOf(workflow))
        {
            byOutput.Add(definition, Cells.Count);
            Cells.Add(new DetailCell(definition.Name, definition, null));
        }
        Outputs = Cells.Count;
        foreach (var rule in workflow.Rules)
            foreach (var message in new[] { rule.RecommendationText, rule.WhenUndetermined })
                foreach (var part in message?.Parts ?? [])
                    if (part.Expression is { } expression) Add(expression);
    }

    public List<DetailCell> Cells { get; } = [];

    /// <summary>How many of the cells are outputs.</summary>
    public int Outputs { get; }

    /// <summary>What a decision shows as its outputs, in order.</summary>
    public static IEnumerable<Definition> OutputsOf(BoundWorkflow workflow) =>
        workflow.Definitions.Where(d => d is ParameterDefinition { Rule: null } or ScoreDefinition or TableOutputDefinition);

    public int CellOf(BoundNode expression) =>
        expression is BoundReference { Target: var target } && byOutput.TryGetValue(target, out var output) ? output : byExpression[BoundKey.Of(expression)];

    private void Add(BoundNode expression)
    {
        if (expression is BoundReference { Target: var target } && byOutput.ContainsKey(target)) return;
        var key = BoundKey.Of(expression);
        if (!byExpression.TryAdd(key, Cells.Count)) return;
        Cells.Add(new DetailCell(key, null, expression));
    }
}

/// <summary>One cell. <see cref="Type"/> is that of the code, null when there is none; texts go by <see cref="BoundType"/>, as the evaluator's do.</summary>
internal sealed class DetailCell(string name, Definition? output, BoundNode? expression)
{
    public string Name { get; } = name;
    public Definition? Output { get; } = output;
    public BoundNode? Expression { get; } = expression;
    public FactType? Type { get; set; }
    public FactType BoundType => Output?.Type ?? Expression!.Type;

    /// <summary>For an output of a table: its value in each row.</summary>
    public IReadOnlyList<object>? RowValues { get; set; }
}
