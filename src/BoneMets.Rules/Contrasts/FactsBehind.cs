using System.Runtime.CompilerServices;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Contrasts;

/// <summary>The facts of this patient on which an expression rests, through definitions, used workflows and the elements of lists, each once, in the order of the text.</summary>
internal sealed class FactsBehind
{
    private const int MostElements = 20;
    private readonly Dictionary<string, FactPlace> places = new(StringComparer.Ordinal);
    private readonly HashSet<(Definition, Evaluator)> followed = [];

    public IReadOnlyCollection<FactPlace> Places => places.Values;

    public void Add(BoundNode node, Evaluator evaluator)
    {
        // What is built deeper than this is not looked into further.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return;
        switch (node)
        {
            case BoundFact fact:
                Add(fact.Owner, evaluator);
                if (fact.Property.Type is not ObjectType && evaluator.Evaluate(fact.Owner) is KnownValue { Content: FactFrame frame })
                {
                    var place = new FactPlace(frame, fact.Property);
                    places.TryAdd(place.Path, place);
                }
                break;
            case BoundReference reference:
                Add(reference.Target, evaluator);
                break;
            case BoundUseReference used:
                foreach (var argument in used.Use.Arguments.OfType<BoundNode>()) Add(argument, evaluator);
                if (evaluator.Open(used.Use, out _) is { } opened) Add(used.Target, opened);
                break;
            case BoundListQuery { Body: { } body, Variable: { } variable } query:
                Add(query.Source, evaluator);
                if (query.Argument is { } item) Add(item, evaluator);
                foreach (var element in Elements(query.Source, evaluator))
                {
                    evaluator.Bind(variable, element);
                    Add(body, evaluator);
                }
                break;
            default:
                foreach (var child in BoundTree.Children(node)) Add(child, evaluator);
                break;
        }
    }

    public static IEnumerable<Value> Elements(BoundNode source, Evaluator evaluator) =>
        evaluator.Evaluate(source) is KnownValue { Content: ListValue list } ? list.Items.Take(MostElements).Select(i => i.Value) : [];

    private void Add(Definition definition, Evaluator evaluator)
    {
        if (!followed.Add((definition, evaluator))) return;
        // Texts of a rule say nothing about whether it is met.
        if (definition is RuleDefinition rule) Add(rule.Condition, evaluator);
        else foreach (var expression in BoundTree.Expressions(definition)) Add(expression, evaluator);
    }
}
