using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>Decision tables, score items and scores with constant outcomes: the outcomes still possible as bits of one word.</summary>
internal sealed partial class Emission
{
    /// <summary>One bit per outcome and one for "no row applies".</summary>
    private const int MaxOutcomes = 62;

    private readonly Dictionary<string, string> constants = new(StringComparer.Ordinal);

    /// <summary>The outputs of a table; computed at most once per scope.</summary>
    private IReadOnlyList<ChoiceShape> Table(Scope scope, TableDefinition table)
    {
        if (!scope.Tables.TryGetValue(table, out var outputs))
        {
            scope.Tables[table] = null;
            var (place, step) = Open(scope, $"{scope.Prefix}{table.Name}: {string.Join(", ", table.Columns.Select(c => c.Text.Text))}");
            try
            {
                outputs = Rows(table, place, $"{scope.Prefix}{table.Name}");
                Close(step);
            }
            catch (NotCompiledException) when (step is not null)
            {
                outputs = null;
            }
            scope.Tables[table] = outputs;
        }
        return outputs ?? throw new NotCompiledException(table.Name);
    }

    /// <summary>
    /// First and Priority (the same in the order of its words): until a row surely applies every other one may. Unique, proved disjoint:
    /// a row that surely applies excludes all others. Otherwise all that apply or may; more than one sure outcome is a fault, which is
    /// the evaluator's to tell.
    /// </summary>
    private List<ChoiceShape> Rows(TableDefinition table, Place place, string name)
    {
        if (table.HitPolicy == HitPolicy.Collect) throw new NotCompiledException("a table that collects");
        var isInOrder = table.HitPolicy is HitPolicy.First or HitPolicy.Priority;
        var outcomes = Outcomes(table);
        var none = Literal.Mask(1UL << outcomes.Count);

        var columns = new List<Shape>();
        foreach (var column in table.Columns) columns.Add(Lower(column.Expression, place));
        if (columns is [CodeShape { Type: EnumType } word] && ByWord(table, outcomes, word) is { } looked)
        {
            var found = Store("ulong", $"{name}_rows", looked, place);
            return [.. table.Outputs.Select((output, i) => new ChoiceShape(found, [.. outcomes.Select(o => o[i])], output.Type))];
        }
        var rows = Local(place, "ulong", $"{name}_possible", "0");
        var sure = isInOrder ? Local(place, "bool", $"{name}_open", "true") : Local(place, "ulong", $"{name}_sure", "0");
        var mustCount = table.HitPolicy == HitPolicy.Unique && !table.IsDisjoint;
        var hits = mustCount ? Local(place, "int", $"{name}_hits", "0") : "";
        foreach (var row in InOrder(table))
        {
            var bit = Literal.Mask(1UL << outcomes.FindIndex(o => o.SequenceEqual(ValuesOf(row))));
            var applies = Applies(row, columns, place);
            var notExcluded = applies.False switch { "false" => "true", "true" => "false", var no => $"!{no}" };
            var possible = isInOrder ? And(sure, notExcluded) : notExcluded;
            if (possible != "false") place.Block.Add($"{rows} |= {possible} ? {bit} : 0;");
            if (applies.True == "false") continue;
            place.Block.Add(isInOrder ? (applies.True == "true" ? $"{sure} = false;" : $"{sure} &= !{applies.True};") : $"{sure} |= {applies.True} ? {bit} : 0;");
            if (mustCount) place.Block.Add($"{hits} += {applies.True} ? 1 : 0;");
        }
        if (mustCount) Unsure(place, $"{hits} > 1");
        if (table.HitPolicy == HitPolicy.Any) Unsure(place, $"({sure} & ({sure} - 1)) != 0");
        if (!table.IsComplete) place.Block.Add($"{rows} |= {(isInOrder ? sure : $"{sure} == 0")} ? {none} : 0;");
        if (table.HitPolicy == HitPolicy.Unique && table.IsDisjoint) place.Block.Add($"{rows} = {sure} != 0 ? {sure} : {rows};");
        place.Block.Add($"{rows} |= {rows} == 0 ? {none} : 0;");

        var mask = Store("ulong", $"{name}_rows", rows, place);
        return [.. table.Outputs.Select((output, i) => new ChoiceShape(mask, [.. outcomes.Select(o => o[i])], output.Type))];
    }

    /// <summary>A table over one enumeration alone is a list of its outcomes: for the unknown, then for each word.</summary>
    private string? ByWord(TableDefinition table, List<object[]> outcomes, CodeShape word) =>
        OutcomesByWord(table, row => outcomes.FindIndex(o => o.SequenceEqual(ValuesOf(table.Rows[row]))), (EnumType)word.Type, outcomes.Count) is { } masks
            ? $"{Constants("ulong", "Rows", string.Join(", ", masks.Select(Literal.Mask)))}[{word.Code} + 1]"
            : null;

    /// <summary>
    /// The outcomes of a table over one enumeration, one bit each (by default the rows themselves) and one more for "no row applies":
    /// for the unknown, then for each word. Null when the table is another one.
    /// </summary>
    internal static List<ulong>? OutcomesByWord(TableDefinition table, Func<int, int> outcomeOf, EnumType word, int? outcomes = null)
    {
        var isInOrder = table.HitPolicy is HitPolicy.First or HitPolicy.Priority;
        if (!(isInOrder || (table.HitPolicy == HitPolicy.Unique && table.IsDisjoint)) || table.Rows.Any(r => r.Condition is not null)) return null;
        var none = 1UL << (outcomes ?? table.Rows.Count);
        var masks = new List<ulong>();
        foreach (var value in word.Values.Prepend(null))
        {
            var (possible, sure) = (0UL, 0UL);
            foreach (var row in InOrder(table))
            {
                var applies = row.Otherwise || row.Cells is not [{ } cell] ? true : value is null ? cell.OnUnknown : cell.Matches.Contains(value);
                var bit = 1UL << outcomeOf(table.Rows.IndexOfRow(row));
                if (applies != false && (sure == 0 || !isInOrder)) possible |= bit;
                if (applies == true && (sure == 0 || !isInOrder)) sure |= bit;
            }
            if (sure != 0 && !isInOrder) possible = sure;
            if ((sure == 0 && !table.IsComplete) || possible == 0) possible |= none;
            masks.Add(possible);
        }
        return masks;
    }

    /// <summary>Rows as the hit policy asks them: Priority by the place of the first output's word, then by document order.</summary>
    internal static IEnumerable<BoundRow> InOrder(TableDefinition table)
    {
        if (table.HitPolicy != HitPolicy.Priority) return table.Rows;
        return table.Rows.OrderBy(row => table.Outputs[0].RankOf(ValuesOf(row)[0]));
    }

    /// <summary>The different outcomes, by the first output when that is a number, so that the lowest and the highest bit give its range.</summary>
    private static List<object[]> Outcomes(TableDefinition table)
    {
        var outcomes = new List<object[]>();
        foreach (var row in table.Rows)
        {
            var values = ValuesOf(row);
            if (!outcomes.Exists(o => o.SequenceEqual(values))) outcomes.Add(values);
        }
        if (outcomes.Count > MaxOutcomes) throw new NotCompiledException("a table with many outcomes");
        return outcomes.Count > 0 && outcomes[0] is [decimal, ..] ? [.. outcomes.OrderBy(o => (decimal)o[0])] : outcomes;
    }

    internal static object[] ValuesOf(BoundRow row) =>
        [.. row.Then.Select(then => then is BoundConstant constant ? constant.Value : throw new NotCompiledException("a computed outcome"))];

    private TruthShape Applies(BoundRow row, List<Shape> columns, Place place)
    {
        if (row.Otherwise) return TruthShape.Yes;
        var parts = new List<TruthShape>();
        for (var i = 0; i < row.Cells.Count; i++)
            if (row.Cells[i] is { } cell) parts.Add(Pattern(cell, columns[i], place));
        if (row.Condition is { } condition) parts.Add(ToTruth(Lower(condition, place)));
        return Join(isAnd: true, parts, place);
    }

    private Shape Sum(ScoreDefinition score, Place place)
    {
        Shape? sum = null;
        foreach (var item in score.Items)
        {
            var points = Range(Table(place.Scope, item.Table)[item.Index], place);
            sum = sum is null ? points : Arithmetic(ArithmeticOperator.Add, sum, points, place);
        }
        return sum is NumberShape number ? number with { HasHoles = false } : new ConstantShape(0m, FactType.Number);
    }

    /// <summary>The least and the greatest of the numbers still possible; unknown while no row may apply.</summary>
    private NumberShape Range(ChoiceShape choice, Place place)
    {
        var values = choice.Values.Cast<decimal>().ToList();
        if (values.Exists(v => !IsShort(v))) throw new NotCompiledException("points of more than 15 digits");
        var isAscending = values.Zip(values.Skip(1)).All(pair => pair.First < pair.Second);
        string low, high;
        if (isAscending)
        {
            var list = ValueList(values);
            high = Local(place, "double", "most", $"{list}[63 - BitOperations.LeadingZeroCount({choice.Mask})]");
            low = Local(place, "double", "least", $"{list}[BitOperations.TrailingZeroCount({choice.Mask})] + ({high} - {high})");
        }
        else
        {
            var ordered = values.Distinct().Order().ToList();
            low = Local(place, "double", "least", First(ordered));
            ordered.Reverse();
            high = Local(place, "double", "most", First(ordered));
        }
        return new NumberShape(low, high, null, 0, BoundOf(values), values.TrueForAll(decimal.IsInteger), HasHoles: true);

        string First(List<decimal> ordered)
        {
            var tests = ordered.Select(v => $"({choice.Mask} & {Literal.Mask(choice.MaskOf(o => (decimal)o == v))}) != 0 ? {Literal.Number(v)} : ");
            return $"({choice.Mask} & {Literal.Mask(choice.None)}) != 0 ? double.NaN : {string.Concat(tests)}double.NaN";
        }
    }

    /// <summary>A constant list of ascending numbers with NaN at its end, for "no row applies".</summary>
    private string ValueList(List<decimal> values) => Constants("double", "Points", string.Join(", ", values.Select(Literal.Number).Append("double.NaN")));

    private string Constants(string type, string wanted, string items)
    {
        if (constants.TryGetValue(items, out var name)) return name;
        name = names.Unique(wanted);
        constants.Add(items, name);
        Statics.Add($"private static ReadOnlySpan<{type}> {name} => [{items}];");
        return name;
    }

    private Shape Conditional(BoundConditional node, Place place)
    {
        var condition = ToTruth(Lower(node.Condition, place));
        var (a, b) = (Lower(node.WhenTrue, place), Lower(node.WhenFalse, place));
        var yes = Local(place, "bool", "if_met", condition.True);
        var no = Local(place, "bool", "if_notMet", condition.False);
        if (node.Type is BooleanType)
        {
            var (x, y) = (Short(ToTruth(a), place), Short(ToTruth(b), place));
            return new TruthShape(
                Or(And(yes, x.True), And(no, y.True), And(x.True, y.True)),
                Or(And(yes, x.False), And(no, y.False), And(x.False, y.False)));
        }
        if (a is ConstantShape or ChoiceShape && b is ConstantShape or ChoiceShape) return Either(yes, no, a, b, node.Type, place);
        if (node.Type is not NumberType) throw new NotCompiledException("a choice between computed words");
        var (p, q) = (ToNumber(a, place), ToNumber(b, place));
        if (!p.IsExact || !q.IsExact) throw new NotCompiledException("a choice between rounded numbers");
        return new NumberShape(
            Local(place, "double", "low", $"{yes} ? {p.Low} : {no} ? {q.Low} : Math.Min({p.Low}, {q.Low})"),
            Local(place, "double", "high", $"{yes} ? {p.High} : {no} ? {q.High} : Math.Max({p.High}, {q.High})"),
            null, 0, p.Bound is { } m && q.Bound is { } n ? Math.Max(m, n) : null, p.IsWhole && q.IsWhole, HasHoles: true);
    }

    private ChoiceShape Either(string yes, string no, Shape a, Shape b, FactType type, Place place)
    {
        object[] values = [.. ValuesOf(a), .. ValuesOf(b)];
        if (values.Length > MaxOutcomes) throw new NotCompiledException("a choice of many values");
        var none = Literal.Mask(1UL << values.Length);
        var mask = Local(place, "ulong", "either", $"({no} ? 0 : {Shifted(a, 0)}) | ({yes} ? 0 : {Shifted(b, ValuesOf(a).Count)})");
        return new ChoiceShape(mask, values, type);

        static IReadOnlyList<object> ValuesOf(Shape shape) => shape is ChoiceShape choice ? choice.Values : [((ConstantShape)shape).Value];

        string Shifted(Shape shape, int by) => shape is ChoiceShape choice
            ? $"((({choice.Mask} & {Literal.Mask(choice.None - 1)}) << {Literal.Whole(by)}) | (({choice.Mask} & {Literal.Mask(choice.None)}) != 0 ? {none} : 0))"
            : Literal.Mask(1UL << by);
    }
}
