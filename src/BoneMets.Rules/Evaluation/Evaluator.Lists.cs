using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Evaluation;

/// <summary>
/// Lists with three-valued logic: an element may surely belong or only perhaps. Source, then argument, then the elements from left to right;
/// each element visited costs one step of the decision's budget.
/// </summary>
public sealed partial class Evaluator
{
    private Value Query(BoundListQuery query)
    {
        var source = Evaluate(query.Source);
        if (source is FaultValue) return source;
        var argument = query.Argument is null ? null : Evaluate(query.Argument);
        if (argument is FaultValue) return argument;
        if (source is not KnownValue { Content: ListValue list }) return OverUnknown(query, source, argument);
        return query.Operation switch
        {
            ListOperation.Any => Exists(query, list, whenFound: true),
            ListOperation.All => Exists(query, list, whenFound: false),
            ListOperation.Count => Count(query, list),
            ListOperation.Contains => Contains(list, argument!),
            ListOperation.First => Nearest(query, list.Items),
            ListOperation.Last => Nearest(query, list.Items.Reverse()),
            ListOperation.Take or ListOperation.Skip => Part(query.Operation, list, argument!),
            ListOperation.Where => Where(query, list),
            ListOperation.OrderBy or ListOperation.OrderByDescending => Ordered(query, list),
            _ => OverValues(query, list),
        };
    }

    /// <summary>A list that is missing, or whose order or length is unknown; of the latter the elements are known and may lack facts that the body reads.</summary>
    private UnknownValue OverUnknown(BoundListQuery query, Value source, Value? argument)
    {
        var missing = source.Missing.And(argument?.Missing ?? MissingFacts.None).And(MissingWhateverTheElement(query));
        if (source is not UnknownValue { Possible: { Count: > 0 } elements }) return new UnknownValue(missing);
        var selected = elements.Select(e => PerElement(query, e, e)).Where(v => v is not FaultValue).ToList();
        missing = selected.Aggregate(missing, (all, v) => all.And(v.Missing));
        return new UnknownValue(missing, query.Operation == ListOperation.Select ? selected : query.Type is ListType or ObjectType ? elements : null);
    }

    /// <summary>
    /// What the predicate of an unknown list lacks besides its elements, so that giving everything missing decides the query:
    /// it is walked with an element of which nothing is known, under a path that no fact can have.
    /// </summary>
    private MissingFacts MissingWhateverTheElement(BoundListQuery query)
    {
        const string nowhere = "\0";
        if (query is not { Variable: { } variable, Body: { } body }) return MissingFacts.None;
        var outer = variable.Depth < variables.Length ? variables[variable.Depth] : null;
        Bind(variable, variable.Type is ObjectType { Schema: var schema } ? new KnownValue(new FactFrame(schema, nowhere)) : new UnknownValue(MissingFacts.None));
        var wasUnobserved = context.IsUnobserved;
        context.IsUnobserved = true;
        var found = Evaluate(body);
        context.IsUnobserved = wasUnobserved;
        variables[variable.Depth] = outer;
        return found.Missing.ToSortedList().Where(p => !p.StartsWith(nowhere, StringComparison.Ordinal)).Aggregate(MissingFacts.None, (all, path) => all.And(MissingFacts.Of(path)));
    }

    /// <summary><c>Any</c> looks for an element that belongs and matches; <c>All</c> for one that belongs and does not, and is then false.</summary>
    private Value Exists(BoundListQuery query, ListValue list, bool whenFound)
    {
        Value found = Value.False;
        foreach (var item in list.Items)
        {
            var matches = Matches(query, item);
            if (matches is FaultValue) return matches;
            found = Kleene.Or(found, Kleene.And(Belongs(item), whenFound ? matches : Kleene.Not(matches)));
            if (Kleene.IsTrue(found)) break;
        }
        return whenFound ? found : Kleene.Not(found);
    }

    private Value Count(BoundListQuery query, ListValue list)
    {
        var (sure, possible, missing) = (0, 0, MissingFacts.None);
        foreach (var item in list.Items)
        {
            var counts = Matches(query, item);
            if (counts is FaultValue) return counts;
            counts = Kleene.And(Belongs(item), counts);
            if (Kleene.IsTrue(counts)) sure++;
            else if (Kleene.IsUndecided(counts)) (possible, missing) = (possible + 1, missing.And(counts.Missing));
        }
        return Candidates.Range(sure, sure + possible, missing);
    }

    private Value Contains(ListValue list, Value argument)
    {
        Value found = Value.False;
        foreach (var item in list.Items)
        {
            if (!context.Budget.TrySpend()) return Faults.BudgetExhausted;
            if (item.Value is FaultValue) return item.Value;
            found = Kleene.Or(found, Kleene.And(Belongs(item), Comparisons.Compare(ComparisonOperator.Equal, item.Value, argument)));
            if (Kleene.IsTrue(found)) break;
        }
        return found;
    }

    /// <summary>The first that matches, or the last from behind; unknown when one that only perhaps does comes before it.</summary>
    private Value Nearest(BoundListQuery query, IEnumerable<ListItem> items)
    {
        var missing = MissingFacts.None;
        var possible = new List<Value>();
        var isFirst = true;
        foreach (var item in items)
        {
            var counts = Matches(query, item);
            if (counts is FaultValue) return counts;
            counts = Kleene.And(Belongs(item), counts);
            if (Kleene.IsFalse(counts)) continue;
            if (Kleene.IsTrue(counts) && isFirst) return item.Value;
            missing = missing.And(counts.Missing).And(item.Value.Missing);
            possible.Add(item.Value);
            if (Kleene.IsTrue(counts)) break;
            isFirst = false;
        }
        return new UnknownValue(missing, possible);
    }

    private Value Part(ListOperation operation, ListValue list, Value number)
    {
        foreach (var _ in list.Items)
            if (!context.Budget.TrySpend()) return Faults.BudgetExhausted;
        if (number is not KnownValue { Content: decimal count } || list.Items.Any(i => !i.IsCertain))
        {
            return new UnknownValue(list.Items.Aggregate(number.Missing, (all, i) => all.And(i.Uncertain)), ElementsOf(list));
        }
        var taken = (int)Math.Clamp(decimal.Truncate(count), 0, list.Items.Count);
        return new KnownValue(new ListValue([.. operation == ListOperation.Take ? list.Items.Take(taken) : list.Items.Skip(taken)]));
    }

    private Value Where(BoundListQuery query, ListValue list)
    {
        var kept = new List<ListItem>();
        foreach (var item in list.Items)
        {
            var matches = Matches(query, item);
            if (matches is FaultValue) return matches;
            if (Kleene.IsTrue(matches)) kept.Add(item);
            else if (Kleene.IsUndecided(matches)) kept.Add(new ListItem(item.Value, false, item.Uncertain.And(matches.Missing)));
        }
        return new KnownValue(new ListValue(kept));
    }

    /// <summary>Equal keys keep their order.</summary>
    private Value Ordered(BoundListQuery query, ListValue list)
    {
        if (Select(query, list, out var keys) is { } fault) return fault;
        if (!Lists.IsDecided(keys)) return new UnknownValue(Lists.Missing(keys), ElementsOf(list));
        var order = Comparer<int>.Create((a, b) => Comparisons.Order(((KnownValue)keys[a].Value).Content, ((KnownValue)keys[b].Value).Content));
        var places = Enumerable.Range(0, keys.Count);
        var sorted = query.Operation == ListOperation.OrderBy ? places.OrderBy(i => i, order) : places.OrderByDescending(i => i, order);
        return new KnownValue(new ListValue([.. sorted.Select(i => list.Items[i])]));
    }

    private Value OverValues(BoundListQuery query, ListValue list)
    {
        if (Select(query, list, out var items) is { } fault) return fault;
        return query.Operation switch
        {
            ListOperation.Select => new KnownValue(new ListValue(items)),
            ListOperation.Sum => Lists.Sum(items),
            ListOperation.Min => Lists.Extreme(greatest: false, items),
            ListOperation.Max => Lists.Extreme(greatest: true, items),
            ListOperation.Average => Lists.Average(items),
            ListOperation.Distinct => Lists.Distinct(items),
            _ => throw new InvalidOperationException($"no meaning for the list operation {query.Operation}"),
        };
    }

    /// <summary>What the selector makes of each element, or the elements themselves; the first fault is returned instead.</summary>
    private FaultValue? Select(BoundListQuery query, ListValue list, out IReadOnlyList<ListItem> selected)
    {
        var items = new ListItem[list.Items.Count];
        selected = items;
        for (var i = 0; i < items.Length; i++)
        {
            var item = list.Items[i];
            var value = PerElement(query, item.Value, item.Value);
            if (value is FaultValue fault) return fault;
            items[i] = query.Body is null ? item : new ListItem(value, item.IsCertain, item.Uncertain);
        }
        return null;
    }

    /// <summary>Whether the predicate holds for the element; without one it does.</summary>
    private Value Matches(BoundListQuery query, ListItem item) => PerElement(query, item.Value, Value.True);

    /// <summary>One step. Lambdas of one depth never nest, but a definition read by a body may have its own, so the variable is put back.</summary>
    private Value PerElement(BoundListQuery query, Value element, Value withoutBody)
    {
        if (!context.Budget.TrySpend(query.StepsPerElement)) return Faults.BudgetExhausted;
        if (query.Body is null) return withoutBody;
        if (query.Variable is not { } variable) return Evaluate(query.Body);
        var outer = variable.Depth < variables.Length ? variables[variable.Depth] : null;
        Bind(variable, element);
        var value = Evaluate(query.Body);
        variables[variable.Depth] = outer;
        return value;
    }

    private static IReadOnlyList<Value> ElementsOf(ListValue list) => [.. list.Items.Select(i => i.Value)];

    private static Value Belongs(ListItem item) => item.IsCertain ? Value.True : new UnknownValue(item.Uncertain);
}
