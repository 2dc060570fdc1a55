using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>A generated table or score, and what expressions may read of it.</summary>
internal sealed record Made(JsonObject Node, IReadOnlyList<Symbol> Symbols);

/// <summary>Decision tables of every hit policy, and scores.</summary>
internal static class TableGen
{
    private sealed record Column(Kind Kind, IReadOnlyList<string> Words, string Expression, bool IsDecimal);

    private sealed record Output(string Name, Kind Kind, IReadOnlyList<string> Words);

    /// <summary>The cells of a row; null = an otherwise row.</summary>
    private sealed record Head(IReadOnlyList<string>? Cells, string? Condition);

    public static Gen<Made> Table(Scope s, string name) =>
        from policy in Draw.Of("First", "First", "First", "Unique", "Unique", "Any", "Any", "Priority", "Priority", "Collect")
        from columns in Columns(s)
        from made in policy switch
        {
            "Unique" or "Any" => Partition(s, name, policy, columns),
            "Collect" => Collect(s, name, columns),
            _ => InOrder(s, name, policy, columns),
        }
        select made;

    public static Gen<Made> Score(Scope s, string name) =>
        from count in Gen.Choose(1, 3)
        from items in Gen.CollectToArray(Enumerable.Range(0, count), i => Item(s, $"{name}item{i}"))
        select new Made(
            new JsonObject { ["Name"] = name, ["Items"] = new JsonArray([.. items.Select(i => i.DeepClone())]) },
            [new Symbol(Kind.Number, name, []), .. items.Select(i => new Symbol(Kind.Number, (string)i["Name"]!, []))]);

    private static Gen<JsonObject> Item(Scope s, string name) =>
        from column in NumberColumn(s)
        from hasInput in Draw.Chance(80)
        from bands in Band(s, hasInput ? column : null).ListOf(3)
        from count in Gen.Choose(1, 3)
        from isOpen in Draw.Chance(s.IsPure ? 5 : 25)
        select new JsonObject
        {
            ["Name"] = name,
            ["Input"] = hasInput ? column.Expression : null,
            ["Points"] = new JsonArray([.. bands.Take(count).Select(b => b.DeepClone()), .. isOpen ? (JsonNode[])[] : [new JsonObject { ["Otherwise"] = true, ["Points"] = 2 }]]),
        };

    private static Gen<JsonObject> Band(Scope s, Column? column) =>
        from when in column is null ? Gen.Constant("") : PatternGen.Any(s, column.Kind, column.Words, column.IsDecimal)
        from condition in TruthGen.Any(s, 1)
        from hasCondition in Draw.Chance(20)
        from points in Draw.Of(0m, 1m, 2m, 3m, 0.5m)
        select column is null
            ? new JsonObject { ["Condition"] = condition, ["Points"] = points }
            : hasCondition ? new JsonObject { ["When"] = when, ["Condition"] = condition, ["Points"] = points } : new JsonObject { ["When"] = when, ["Points"] = points };

    private static Gen<Column[]> Columns(Scope s) =>
        from count in Gen.Choose(1, 3)
        from columns in Draw.From((2, () => NumberColumn(s)), (3, () => ScalarColumn(s))).ArrayOf(count)
        select columns;

    /// <summary>A fact with decimals has boundaries between whole numbers; anything else may be whole.</summary>
    private static Gen<Column> NumberColumn(Scope s)
    {
        string[] facts = [.. s.World.Thing.Where(f => f.Kind == Kind.Number).Select(f => $"thing.{f.Name}"), .. s.HasPatient ? s.World.Patient.Where(f => f.Kind == Kind.Number).Select(f => $"p.{f.Name}") : []];
        return Draw.From(
            (2, () => Gen.Elements(facts).Select(f => new Column(Kind.Number, [], f, true))),
            (1, () => ExpressionGen.Whole(s).Select(e => new Column(Kind.Whole, [], e, false))),
            (2, () => NumberGen.Any(s, 2).Select(e => new Column(Kind.Number, [], e, false))));
    }

    private static Gen<Column> ScalarColumn(Scope s) =>
        from scalar in Gen.Elements(ExpressionGen.Scalars)
        from depth in Gen.Choose(0, 1)
        from expression in ExpressionGen.Any(s, scalar.Kind, scalar.Words, depth)
        select new Column(scalar.Kind, scalar.Words, expression, false);

    private static Gen<Output> AnyOutput(int index) =>
        Gen.Elements(ExpressionGen.Scalars).Select(scalar => new Output($"out{index}", scalar.Kind, scalar.Words));

    private static Gen<string> Then(Scope s, Output output) => output.Kind switch
    {
        Kind.Whole => ExpressionGen.WholeConstant(),
        Kind.Number => Draw.From((9, () => Gen.Elements([.. World.Decimals])), (1, () => NumberGen.Any(s, 1))),
        Kind.Word => Draw.From((9, () => Gen.Elements([.. output.Words]).Select(w => $"\"{w}\"")), (1, () => ExpressionGen.Word(s, output.Words, 0))),
        _ => Draw.From((9, () => Constant(output)), (1, () => ExpressionGen.Any(s, output.Kind, output.Words, 0))),
    };

    private static Gen<string> Cell(Scope s, Column column) => Draw.From(
        (2, () => Gen.Constant("_")),
        (5, () => PatternGen.Any(s, column.Kind, column.Words, column.IsDecimal)));

    private static Gen<Head> AnyHead(Scope s, Column[] columns) =>
        from cells in Gen.CollectToArray(columns, c => Cell(s, c))
        from condition in TruthGen.Any(s, 1)
        from shape in Gen.Choose(0, 9)
        select shape switch { 0 => new Head([], condition), 1 or 2 => new Head(cells, condition), _ => new Head(cells, null) };

    /// <summary>Rows that overlap as they like: the first one counts, or the best one.</summary>
    private static Gen<Made> InOrder(Scope s, string name, string policy, Column[] columns) =>
        from first in policy == "Priority" ? Draw.Of(new Output("out0", Kind.Word, World.Colours), new Output("out0", Kind.Word, World.Grades)) : AnyOutput(0)
        from second in AnyOutput(1)
        from isDouble in Draw.Chance(30)
        from heads in AnyHead(s, columns).ArrayOf(3)
        from count in Gen.Choose(1, 3)
        from last in Draw.Chance(s.IsPure ? 90 : 60)
        let outputs = isDouble ? [first, second] : new[] { first }
        let otherwise = !last ? [] : policy == "First" ? [new Head(null, null)] : new[] { new Head([.. columns.Select(_ => "_")], null) }
        from made in Build(s, name, policy, null, columns, outputs, [.. heads.Take(count), .. otherwise])
        select made;

    private static Gen<Made> Collect(Scope s, string name, Column[] columns) =>
        from aggregation in Draw.Of("List", "Sum", "Min", "Max", "Count")
        from heads in AnyHead(s, columns).ArrayOf(4)
        from count in Gen.Choose(1, 4)
        let always = s.IsPure && aggregation is "Min" or "Max" ? new[] { new Head([.. columns.Select(_ => "_")], null) } : []
        from made in Build(s, name, "Collect", aggregation, columns, [new Output("out0", Kind.Number, [])], [.. heads.Take(count), .. always])
        select made;

    /// <summary>Rows that exclude each other by their first column; with <c>Any</c>, also rows beside each other that agree.</summary>
    private static Gen<Made> Partition(Scope s, string name, string policy, Column[] columns) =>
        from column in NumberColumn(s)
        from x in Gen.Choose(0, World.Wholes.Count - 2)
        from step in Gen.Choose(1, 2)
        from pieces in Gen.Choose(s.IsPure ? 3 : 2, 3)
        from output in AnyOutput(0)
        from thens in Gen.CollectToArray(Enumerable.Range(0, 3), _ => policy == "Any" ? Constant(output) : Then(s, output))
        from more in Gen.CollectToArray(columns, c => Cell(s, c))
        from isTwice in Draw.Chance(50)
        from isLoose in Draw.Chance(s.IsPure ? 0 : 15)
        let low = World.Wholes[x]
        let high = World.Wholes[Math.Min(x + step, World.Wholes.Count - 1)]
        let any = columns.Select(_ => "_").ToArray()
        let rows = new List<(Head Head, string Then)>
        {
            (new Head([$"< {low}", .. any], null), thens[0]),
            (new Head([$">= {low} and < {high}", .. any], null), thens[1]),
            (new Head([$">= {high}", .. any], null), thens[2]),
        }
        let beside = policy == "Any" && isTwice ? [(new Head([$"< {low}", .. more], null), thens[0])] : Array.Empty<(Head, string)>()
        // Certain overlaps of plain facts do not bind, so that a loose row stands over something computed.
        let overlap = isLoose && column.Expression.StartsWith('(') ? [(new Head([$"> {low}", .. more], null), thens[0])] : Array.Empty<(Head, string)>()
        select Assemble(name, policy, null, [column, .. columns], [output], [.. rows.Take(pieces).Concat(beside).Concat(overlap).Select(r => (r.Item1, (IReadOnlyList<string>)[r.Item2]))]);

    private static Gen<string> Constant(Output output) => output.Kind switch
    {
        Kind.Truth => Draw.Of("true", "false"),
        Kind.Number => Gen.Elements([.. World.Decimals]),
        Kind.Whole => ExpressionGen.WholeConstant(),
        Kind.Word => Gen.Elements([.. output.Words]).Select(w => $"\"{w}\""),
        Kind.Date => Gen.Elements([.. World.Dates]).Select(d => $"Date(\"{d}\")"),
        _ => Gen.Elements([.. World.Texts]).Select(t => $"\"{t}\""),
    };

    private static Gen<Made> Build(Scope s, string name, string policy, string? aggregation, Column[] columns, Output[] outputs, Head[] heads) =>
        Gen.CollectToArray(heads, _ => Gen.CollectToArray(outputs, o => Then(s, o)))
            .Select(thens => Assemble(name, policy, aggregation, columns, outputs, [.. heads.Select((h, i) => (h, (IReadOnlyList<string>)thens[i]))]));

    private static Made Assemble(string name, string policy, string? aggregation, Column[] columns, Output[] outputs, (Head Head, IReadOnlyList<string> Then)[] rows)
    {
        var node = new JsonObject
        {
            ["Name"] = name,
            ["HitPolicy"] = policy,
            ["Inputs"] = new JsonArray([.. columns.Select((c, i) => new JsonObject { ["Name"] = $"in{i}", ["Expression"] = c.Expression })]),
            ["Outputs"] = new JsonArray([.. outputs.Select(Declared)]),
            ["Rows"] = new JsonArray([.. rows.Select(r => Row(r.Head, r.Then))]),
        };
        if (aggregation is not null) node["Aggregation"] = aggregation;
        if (aggregation == "List") return new Made(node, [new Symbol(Kind.Numbers, name, [])]);
        return new Made(node, [.. outputs.Select(o => new Symbol(o.Kind, outputs.Length == 1 ? name : $"{name}.{o.Name}", o.Words))]);
    }

    private static JsonObject Declared(Output output)
    {
        var type = output.Kind switch { Kind.Truth => "boolean", Kind.Whole => "integer", Kind.Word => "enum", var kind => kind.ToString().ToLower(CultureInfo.InvariantCulture) };
        var node = new JsonObject { ["Name"] = output.Name, ["Type"] = type };
        if (output.Kind == Kind.Word) node["Values"] = new JsonArray([.. output.Words.Select(w => (JsonNode)w)]);
        return node;
    }

    private static JsonObject Row(Head head, IReadOnlyList<string> then)
    {
        var row = new JsonObject();
        if (head.Cells is null) row["Otherwise"] = true;
        else if (head.Cells.Count > 0) row["When"] = new JsonArray([.. head.Cells.Select(c => (JsonNode)c)]);
        if (head.Condition is { } condition) row["Condition"] = condition;
        row["Then"] = new JsonArray([.. then.Select(t => (JsonNode)t)]);
        return row;
    }
}
