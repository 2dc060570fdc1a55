using BoneMets.Rules.Binding;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Authoring;

/// <summary>What a definition reads, for whoever looks at a workflow as a whole.</summary>
public static class DefinitionReads
{
    /// <summary>Paths of the facts that it reads, itself or through what it builds on; sorted.</summary>
    public static IReadOnlyList<string> Facts(Definition definition) => FactsReadWalk.Of(definition);

    /// <summary>
    /// The definitions that it names itself: parameters, scores, score items, tables and rules, those of other workflows as <c>Workflow.name</c>.
    /// Local parameters are part of their rule.
    /// </summary>
    public static IReadOnlyList<string> Names(Definition definition) =>
        [.. BoundTree.Expressions(definition).SelectMany(BoundTree.SelfAndDescendants).Select(NameOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string? NameOf(BoundNode node) => node switch
    {
        BoundReference { Target: ParameterDefinition { Rule: not null } } => null,
        BoundReference { Target: TableOutputDefinition output } => output.Table.Name,
        BoundReference reference => reference.Target.Name,
        BoundUseReference used => $"{used.Use.Workflow.Name}.{used.Target.Name}",
        _ => null,
    };
}
