using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Mutation.Suggestions;

/// <summary>
/// The facts that expressions of a workflow read, through definitions and used workflows, and the constants that any of them is compared with.
/// Where an element of a list comes from is followed through variables and filters; what cannot be followed is left out.
/// </summary>
internal sealed class FactsOfExpressions
{
    private readonly Dictionary<string, FactPath> paths = new(StringComparer.Ordinal);
    private readonly HashSet<(object, string)> done = [];

    /// <summary>In the order in which they are met.</summary>
    public IReadOnlyCollection<FactPath> Paths => paths.Values;

    /// <summary>By <see cref="FactPath.Key"/>.</summary>
    public Dictionary<string, HashSet<object>> Constants { get; } = new(StringComparer.Ordinal);

    /// <summary>What is computed from facts of the workflow itself and compared with a number, with the facts that it reads.</summary>
    public List<(BoundNode Computed, FactPath Fact, decimal Limit)> Limits { get; } = [];

    /// <summary>What a definition reads.</summary>
    public void Add(BoundWorkflow workflow, Definition definition) => Definition(definition, Own(workflow));

    /// <summary>What the rules of a used workflow read, on the objects given to it.</summary>
    public void Add(BoundWorkflow workflow, BoundInclude include)
    {
        var scope = Own(workflow);
        foreach (var expression in new[] { include.When, include.ForEach }.OfType<BoundNode>()) Walk(expression, scope);
        if (include is { Variable: { } variable, ForEach: { } list } && PathOf(list, scope) is { } elements) scope.Variables[variable] = elements;
        var inner = new Scope([.. include.Use.Arguments.Select(a => a is null ? null : PathOf(a, scope))]);
        foreach (var rule in include.Use.Workflow.Rules) Definition(rule, inner);
    }

    private static Scope Own(BoundWorkflow workflow) => new([.. workflow.Inputs.Select((_, i) => new FactPath(i, []))]) { IsOwn = true };

    private void Definition(Definition definition, Scope scope)
    {
        if (!done.Add((definition, scope.Key))) return;
        foreach (var expression in BoundTree.Expressions(definition)) Walk(expression, scope);
        var tables = definition switch { TableOutputDefinition output => [output.Table], ScoreDefinition score => score.Items.Select(i => i.Table), _ => [] };
        foreach (var table in tables)
            foreach (var row in table.Rows)
                for (var i = 0; i < row.Cells.Count; i++)
                    if (row.Cells[i] is { } cell) Compare(table.Columns[i].Expression, cell, scope);
    }

    private void Walk(BoundNode root, Scope scope)
    {
        foreach (var node in BoundTree.SelfAndDescendants(root))
        {
            switch (node)
            {
                case BoundListQuery { Variable: { } variable } query when PathOf(query.Source, scope) is { } elements:
                    scope.Variables[variable] = elements;
                    break;
                case BoundFact fact when PathOf(fact, scope) is { } path:
                    paths.TryAdd(path.Key, path);
                    break;
                case BoundComparison { Right: BoundConstant right } comparison:
                    Compare(comparison.Left, [right.Value], scope);
                    break;
                case BoundComparison { Left: BoundConstant left } comparison:
                    Compare(comparison.Right, [left.Value], scope);
                    break;
                case BoundPatternTest test:
                    Compare(test.Operand, test.Pattern, scope);
                    break;
                case BoundReference reference:
                    Definition(reference.Target, scope);
                    break;
                case BoundUseReference used:
                    Definition(used.Target, new Scope([.. used.Use.Arguments.Select(a => a is null ? null : PathOf(a, scope))]));
                    break;
            }
        }
    }

    private void Compare(BoundNode operand, BoundPattern pattern, Scope scope) => Compare(operand, BoundTree.Constants(pattern), scope);

    private void Compare(BoundNode operand, IEnumerable<object> constants, Scope scope)
    {
        // A limit on a multiple or a sum says something about its facts too, if less.
        constants = [.. constants];
        if (operand is not BoundFact && scope.IsOwn) AddLimits(operand, constants.OfType<decimal>(), scope);
        foreach (var fact in BoundTree.SelfAndDescendants(operand).OfType<BoundFact>())
        {
            if (PathOf(fact, scope) is not { } path) continue;
            if (!Constants.TryGetValue(path.Key, out var known)) Constants.Add(path.Key, known = []);
            known.UnionWith(constants);
        }
    }

    private void AddLimits(BoundNode operand, IEnumerable<decimal> limits, Scope scope)
    {
        if (BoundTree.SelfAndDescendants(operand).Any(n => n is BoundVariable or BoundListQuery)) return;
        var read = new FactsOfExpressions();
        read.Walk(operand, scope);
        foreach (var limit in limits)
            foreach (var fact in read.Paths.Where(p => p.Fact.Type is NumberType && p.Steps.All(s => s.Type is not ListType))) Limits.Add((operand, fact, limit));
    }

    /// <summary>The fact, object or list of objects that an expression names.</summary>
    private static FactPath? PathOf(BoundNode node, Scope scope) => node switch
    {
        BoundInput input => scope.Inputs[input.Index],
        BoundVariable variable => scope.Variables.GetValueOrDefault(variable.Variable),
        BoundFact fact => PathOf(fact.Owner, scope)?.Then(fact.Property),
        BoundListQuery { Operation: not ListOperation.Select } query => PathOf(query.Source, scope),
        _ => null,
    };

    /// <summary>What the inputs and variables of a workflow are, in terms of the one that everything is for.</summary>
    private sealed class Scope(IReadOnlyList<FactPath?> inputs)
    {
        public IReadOnlyList<FactPath?> Inputs { get; } = inputs;

        public Dictionary<LambdaVariable, FactPath> Variables { get; } = new(ReferenceEqualityComparer.Instance);

        /// <summary>Of the workflow that everything is for.</summary>
        public bool IsOwn { get; init; }

        public string Key { get; } = string.Join(",", inputs.Select(i => i?.Key));
    }
}
