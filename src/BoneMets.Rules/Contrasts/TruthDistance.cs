using System.Runtime.CompilerServices;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Contrasts;

/// <summary>
/// How far a condition is from a truth that somebody wants: about one for each part that stands in the way, where all parts of an <c>and</c>
/// are needed and the nearest of an <c>or</c> is enough. A comparison that is nearer to turning counts a little less. Notes the facts behind
/// what stands in the way.
/// </summary>
internal sealed class TruthDistance
{
    private readonly FactsBehind behind = new();

    public IReadOnlyCollection<FactPlace> Facts => behind.Places;

    public decimal Of(ScopedRule rule, bool wanted)
    {
        var parts = rule.Scope.Gates.Where(g => g.AppliesTo(rule.Rule) && g.Asked is not null)
            .Select(g => Of(g.Asked!.Value.Condition, wanted, g.Asked.Value.Evaluator)).ToList();
        parts.Add(rule.Scope.Evaluator is { } evaluator ? Of(rule.Rule.Condition, wanted, evaluator) : 1);
        return wanted ? parts.Sum() : parts.Min();
    }

    private decimal Of(BoundNode node, bool wanted, Evaluator evaluator)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return 1;
        var value = evaluator.Evaluate(node);
        if (value is KnownValue { Content: bool truth } && truth == wanted) return 0;
        return node switch
        {
            BoundNot not => Of(not.Operand, !wanted, evaluator),
            BoundLogic logic => Joined(logic.Operands.Select(o => Of(o, wanted, evaluator)), logic.IsAnd == wanted),
            BoundReference { Target: ParameterDefinition parameter } => Of(parameter.Expression, wanted, evaluator),
            BoundReference { Target: RuleDefinition rule } => Of(rule.Condition, wanted, evaluator),
            BoundUseReference { Target: ParameterDefinition or RuleDefinition } used when evaluator.Open(used.Use, out _) is { } opened =>
                Of(used.Target is RuleDefinition rule ? rule.Condition : ((ParameterDefinition)used.Target).Expression, wanted, opened),
            BoundListQuery { Operation: ListOperation.Any or ListOperation.All, Body: { } body, Variable: { } variable } query => OfElements(query, body, variable, wanted, evaluator),
            BoundComparison comparison => Leaf(node, evaluator, Gap(evaluator.Evaluate(comparison.Left), evaluator.Evaluate(comparison.Right))),
            _ => Leaf(node, evaluator, null),
        };
    }

    private static decimal Joined(IEnumerable<decimal> parts, bool needsAll)
    {
        var all = parts.ToList();
        return needsAll ? all.Sum() : all.Min();
    }

    private decimal OfElements(BoundListQuery query, BoundNode body, LambdaVariable variable, bool wanted, Evaluator evaluator)
    {
        behind.Add(query.Source, evaluator);
        var parts = new List<decimal>();
        foreach (var element in FactsBehind.Elements(query.Source, evaluator))
        {
            evaluator.Bind(variable, element);
            parts.Add(Of(body, wanted, evaluator));
        }
        return parts.Count == 0 ? 1 : Joined(parts, query.Operation == ListOperation.All == wanted);
    }

    private decimal Leaf(BoundNode node, Evaluator evaluator, decimal? gap)
    {
        behind.Add(node, evaluator);
        // At least a half, so that a step towards a limit is never worth as much as one condition less.
        return gap is { } far ? 0.5m + (far / (1 + far) / 2) : 1;
    }

    /// <summary>Between two numbers, relative to the larger; null when one of them is not known.</summary>
    private static decimal? Gap(Value left, Value right)
    {
        if ((left, right) is not (KnownValue { Content: decimal a }, KnownValue { Content: decimal b })) return null;
        var (nearA, nearB) = ((double)a, (double)b);
        var scale = Math.Max(1, Math.Max(Math.Abs(nearA), Math.Abs(nearB)));
        return (decimal)(Math.Abs(nearA - nearB) / scale);
    }
}
