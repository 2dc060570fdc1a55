using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Analysis.Solving;

/// <summary>
/// How long lists have to be looked at. Three elements show what <c>Any</c> and <c>All</c> can say; where the number of elements is compared
/// with a number, that many and one more are needed, or "more than five" would be proved impossible. Several such comparisons may be about
/// different elements of one list, so their numbers add up.
/// </summary>
internal sealed class ListLengths
{
    private const int Usual = 3;
    private const int Most = 12;

    private readonly Dictionary<Definition, bool> counting = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, decimal> limits = new(StringComparer.Ordinal);

    public static int Longest(IEnumerable<BoundWorkflow> workflows)
    {
        var lengths = new ListLengths();
        foreach (var workflow in workflows) lengths.Look(workflow);
        return (int)Math.Clamp(lengths.limits.Values.Sum() + 1, Usual, Most);
    }

    private void Look(BoundWorkflow workflow)
    {
        foreach (var node in BoundTree.Roots(workflow).SelectMany(BoundTree.SelfAndDescendants))
        {
            if (node is BoundComparison comparison && Counts(comparison)) Look(comparison, NumbersOf(comparison));
            if (node is BoundPatternTest test && Counts(test.Operand)) Look(test, LimitsOf(test.Pattern));
        }
        foreach (var table in workflow.Tables)
            foreach (var (column, i) in table.Columns.Select((c, i) => (c, i)).Where(c => Counts(c.c.Expression)))
                Look(column.Expression, table.Rows.Select(r => r.Cells[i]).OfType<BoundPattern>().SelectMany(LimitsOf));
    }

    /// <summary>What is written the same asks the same.</summary>
    private void Look(BoundNode comparison, IEnumerable<decimal> numbers)
    {
        var key = BoundKey.Of(comparison);
        // Longer ones are not looked at anyway, and the sum of several must not grow beyond a number.
        limits[key] = Math.Max(limits.GetValueOrDefault(key), numbers.Select(n => Math.Clamp(decimal.Ceiling(n), 0, Most)).DefaultIfEmpty().Max());
    }

    /// <summary>The number of elements is part of it, or of a definition that it reads.</summary>
    private bool Counts(BoundNode expression) => BoundTree.SelfAndDescendants(expression).Any(node => node switch
    {
        BoundListQuery { Operation: ListOperation.Count } => true,
        BoundReference reference => Counts(reference.Target),
        BoundUseReference use => Counts(use.Target),
        _ => false,
    });

    private bool Counts(Definition definition)
    {
        if (counting.TryGetValue(definition, out var known)) return known;
        return counting[definition] = definition.Type is Facts.NumberType && BoundTree.Expressions(definition).Any(Counts);
    }

    /// <summary>Not those that the elements are compared with.</summary>
    private static IEnumerable<decimal> NumbersOf(BoundNode node) => node switch
    {
        BoundConstant { Value: decimal number } => [number],
        BoundListQuery => [],
        BoundReference { Target: ParameterDefinition parameter } => NumbersOf(parameter.Expression),
        _ => BoundTree.Children(node).SelectMany(NumbersOf),
    };

    private static IEnumerable<decimal> LimitsOf(BoundPattern pattern) =>
        pattern.Matches is NumberSet set ? set.Intervals.SelectMany(i => new[] { i.Low.Value, i.High.Value }).OfType<decimal>() : [];
}
