using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary><c>Any</c>, <c>All</c>, <c>Count</c> and <c>Contains</c> over a list of facts, also filtered by <c>Where</c>: one loop each.</summary>
internal sealed partial class Emission
{
    /// <summary>What the generated code may visit before it leaves the decision to the evaluator, whose budget is larger.</summary>
    public const int LoopSteps = 1_000_000;

    private Shape ListQuery(BoundListQuery query, Place place)
    {
        var filters = new List<BoundListQuery>();
        var source = query.Source;
        while (source is BoundListQuery { Operation: ListOperation.Where } where)
        {
            filters.Add(where);
            source = where.Source;
        }
        if (source is not BoundFact || query.Operation is not (ListOperation.Any or ListOperation.All or ListOperation.Count or ListOperation.Contains))
            throw new NotCompiledException($"the list operation {query.Operation}");
        switch (Lower(source, place))
        {
            case UnknownShape:
                return query.Operation == ListOperation.Count ? UnknownShape.Instance : TruthShape.Unknown;
            case ListShape list:
                filters.Reverse();
                return Loop(query, filters, list, place);
            default:
                throw new NotCompiledException("a list that is computed");
        }
    }

    private Shape Loop(BoundListQuery query, List<BoundListQuery> filters, ListShape list, Place place)
    {
        var item = query.Operation == ListOperation.Contains ? Lower(query.Argument!, place) : null;
        var body = new CodeBlock(place.Block.Depth + 1);
        var element = new ElementFrame(list.Element, names.Unique(query.Variable?.Name ?? filters.LastOrDefault()?.Variable?.Name ?? "item"), body);

        var belongs = filters.ConvertAll(filter => ToTruth(Body(filter)));
        var test = query switch
        {
            { Operation: ListOperation.Contains } => Compare(ComparisonOperator.Equal, Scalar(element, Inner()), item!, Inner()),
            { Body: not null } => ToTruth(Body(query)),
            _ => TruthShape.Yes,
        };

        place.Step.HasLoop = true;
        var isCount = query.Operation == ListOperation.Count;
        var name = names.Unique($"{query.Operation.ToString().ToLowerInvariant()}_{list.Name}");
        Shape result;
        if (isCount)
        {
            var counted = Join(isAnd: true, [.. belongs, test], Inner());
            place.Block.Add($"int {name}_low = 0, {name}_high = 0;");
            body.Add($"{name}_low += {counted.True} ? 1 : 0;");
            body.Add($"{name}_high += {counted.False} ? 0 : 1;");
        }
        else if (query.Operation == ListOperation.All)
        {
            // True unless an element that belongs fails the test.
            var holds = Join(isAnd: false, [.. belongs.ConvertAll(b => b.Not()), test], Inner());
            place.Block.Add($"bool {name}_met = {list.List} is not null, {name}_notMet = false;");
            body.Add($"{name}_met &= {holds.True};");
            body.Add($"{name}_notMet |= {holds.False};");
        }
        else
        {
            var holds = Join(isAnd: true, [.. belongs, test], Inner());
            place.Block.Add($"bool {name}_met = false, {name}_notMet = {list.List} is not null;");
            body.Add($"{name}_met |= {holds.True};");
            body.Add($"{name}_notMet &= {holds.False};");
        }
        WriteLoop(list, element, body, place, filters.Append(query).Sum(q => q.StepsPerElement) - filters.Count);
        if (!isCount) return new TruthShape($"{name}_met", $"{name}_notMet");
        var low = Local(place, "double", "least", $"{list.List} is null ? double.NaN : {name}_low");
        var isPoint = filters.Count == 0 && query.Body is null;
        var high = isPoint ? low : Local(place, "double", "most", $"{list.List} is null ? double.NaN : {name}_high");
        result = new NumberShape(low, high, null, 0, LoopSteps, true);
        return result;

        Place Inner() => place with { Block = body };

        Shape Body(BoundListQuery part) =>
            Lower(part.Body!, place with { Block = body, Variables = place.Variables.SetItem(part.Variable!.Depth, element) });
    }

    private static void WriteLoop(ListShape list, ElementFrame element, CodeBlock body, Place place, int stepsPerElement)
    {
        var lines = place.Block.Lines;
        lines.Add($"if ({list.List} is not null && s.TakeSteps({list.List}.Items.Count{(stepsPerElement > 1 ? $" * {Literal.Whole(stepsPerElement)}" : "")}))");
        lines.Add("{");
        lines.Add($"    foreach (FactFrame {element.Name} in CollectionsMarshal.AsSpan({list.List}.Items))");
        lines.Add("    {");
        lines.Add($"        unsure |= {element.Name}.HasLongNumbers;");
        foreach (var (_, line) in body.Header) lines.Add("        " + line);
        foreach (var line in body.Lines) lines.Add("        " + line);
        lines.Add("    }");
        lines.Add("}");
    }
}
