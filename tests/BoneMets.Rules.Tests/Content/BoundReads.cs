using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Content;

/// <summary>Every expression that a rule's verdict may depend on, through parameters, tables, scores, other rules and used workflows.</summary>
internal static class BoundReads
{
    public static HashSet<BoundNode> Of(RuleDefinition rule)
    {
        var nodes = new HashSet<BoundNode>();
        Collect(rule, nodes, []);
        return nodes;
    }

    private static void Collect(Definition definition, HashSet<BoundNode> nodes, HashSet<Definition> done)
    {
        if (!done.Add(definition)) return;
        var roots = definition is RuleDefinition rule ? [rule.Condition] : BoundTree.Expressions(definition);
        foreach (var node in roots.SelectMany(BoundTree.SelfAndDescendants))
        {
            nodes.Add(node);
            if (node is BoundReference reference) Collect(reference.Target, nodes, done);
            if (node is BoundUseReference used) Collect(used.Target, nodes, done);
        }
    }
}
