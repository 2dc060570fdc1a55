namespace BoneMets.Rules.Language;

/// <summary>Generic walks over bound expressions: the one place that knows the children of every node.</summary>
public static class BoundTree
{
    /// <summary>Direct operands in evaluation order. Definitions behind references are no children.</summary>
    public static IEnumerable<BoundNode> Children(BoundNode node) => node switch
    {
        BoundFact n => [n.Owner],
        BoundAbsent { Owner: { } owner } => [owner],
        BoundUseReference n => n.Use.Arguments.OfType<BoundNode>(),
        BoundNot n => [n.Operand],
        BoundLogic n => n.Operands,
        BoundComparison n => [n.Left, n.Right],
        BoundPatternTest n => [n.Operand],
        BoundArithmetic n => [n.Left, n.Right],
        BoundNegate n => [n.Operand],
        BoundConditional n => [n.Condition, n.WhenTrue, n.WhenFalse],
        BoundCoalesce n => [n.Left, n.Right],
        BoundIsKnown n => [n.Operand],
        BoundValueIn n => [n.Operand],
        BoundFunction n => n.Arguments,
        BoundListQuery n => new[] { n.Source, n.Body, n.Argument }.OfType<BoundNode>(),
        BoundList n => n.Items,
        BoundConstant or BoundInput or BoundVariable or BoundAsOf or BoundReference or BoundAbsent => [],
        _ => throw new InvalidOperationException($"no children known for {node.GetType().Name}"),
    };

    /// <summary>The node and everything below it, parents first.</summary>
    public static IEnumerable<BoundNode> SelfAndDescendants(BoundNode root)
    {
        var open = new Stack<BoundNode>();
        open.Push(root);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var child in Children(node).Reverse()) open.Push(child);
        }
    }

    /// <summary>The constants that an author wrote in a pattern.</summary>
    public static IEnumerable<object> Constants(BoundPattern pattern) => pattern switch
    {
        BoundValuePattern { Constant: { } constant } => [constant.Value],
        BoundNotPattern not => Constants(not.Operand),
        BoundBinaryPattern binary => Constants(binary.Left).Concat(Constants(binary.Right)),
        _ => [],
    };

    /// <summary>Every expression of a workflow: params, columns, conditions, outputs, rules, messages, actions, includes.</summary>
    public static IEnumerable<BoundNode> Roots(BoundWorkflow workflow)
    {
        foreach (var parameter in workflow.Definitions.OfType<ParameterDefinition>()) yield return parameter.Expression;
        foreach (var table in workflow.Tables)
            foreach (var root in Roots(table)) yield return root;
        foreach (var root in workflow.Rules.SelectMany(Roots)) yield return root;
        foreach (var include in workflow.Includes)
        {
            if (include.When is { } when) yield return when;
            if (include.ForEach is { } list) yield return list;
        }
    }

    /// <summary>The workflows that this one reads or includes itself, by name.</summary>
    public static IEnumerable<BoundWorkflow> UsedBy(BoundWorkflow workflow) =>
        Roots(workflow).SelectMany(SelfAndDescendants).OfType<BoundUseReference>().Select(r => r.Use.Workflow)
            .Concat(workflow.Includes.Select(i => i.Use.Workflow)).DistinctBy(w => w.Name).OrderBy(w => w.Name, StringComparer.Ordinal);

    /// <summary>Every expression that makes up a definition: for a rule its own params too.</summary>
    public static IEnumerable<BoundNode> Expressions(Definition definition) => definition switch
    {
        ParameterDefinition parameter => [parameter.Expression],
        TableOutputDefinition output => Roots(output.Table),
        ScoreDefinition score => score.Items.SelectMany(i => Roots(i.Table)),
        RuleDefinition rule => Roots(rule).Concat(rule.LocalParams.Select(p => p.Expression)),
        _ => throw new InvalidOperationException($"no expressions known for {definition.GetType().Name}"),
    };

    /// <summary>The condition of a rule, its messages and its actions.</summary>
    public static IEnumerable<BoundNode> Roots(RuleDefinition rule)
    {
        yield return rule.Condition;
        foreach (var message in new[] { rule.RecommendationText, rule.WhenUndetermined, rule.ErrorMessage })
            foreach (var part in message?.Parts ?? [])
                if (part.Expression is { } expression) yield return expression;
        if (rule.OnSuccess is { } success) yield return success.Expression;
        if (rule.OnFailure is { } failure) yield return failure.Expression;
    }

    /// <summary>The columns, conditions and outputs of a table or score item.</summary>
    public static IEnumerable<BoundNode> Roots(TableDefinition table)
    {
        foreach (var column in table.Columns) yield return column.Expression;
        foreach (var row in table.Rows)
        {
            if (row.Condition is { } condition) yield return condition;
            foreach (var then in row.Then) yield return then;
        }
    }
}
