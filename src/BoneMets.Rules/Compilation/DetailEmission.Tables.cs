using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>Decision tables, score items and scores with constant outcomes: the rows that count or may count as bits of one word.</summary>
internal sealed partial class DetailEmission
{
    /// <summary>One bit per row and one for "no row applies".</summary>
    private const int MostRows = 62;

    private readonly Dictionary<string, string> constants = new(StringComparer.Ordinal);

    private IReadOnlyList<DetailRows> Table(DetailScope scope, TableDefinition table)
    {
        if (scope.Tables.TryGetValue(table, out var outputs)) return outputs;
        if (table.HitPolicy == HitPolicy.Collect || table.Rows.Count > MostRows) throw new NotCompiledException(table.Name);
        var values = table.Rows.Select(Emission.ValuesOf).ToList();
        var (place, step) = Open(scope, $"{scope.Prefix}{table.Name}: {string.Join(", ", table.Columns.Select(c => c.Text.Text))}");
        var (mask, missing) = Rows(table, values, place, $"{scope.Prefix}{table.Name}");
        Steps.Add(step);
        return scope.Tables[table] = [.. table.Outputs.Select((output, i) => new DetailRows(mask, [.. values.Select(v => v[i])], output.Type, missing))];
    }

    private (string Mask, string Missing) Rows(TableDefinition table, List<object[]> values, DetailPlace place, string name)
    {
        var none = Literal.Mask(1UL << table.Rows.Count);
        var columns = table.Columns.Select(c => Lower(c.Expression, place)).ToList();
        if (columns is [DetailCode { Type: EnumType } word] && Emission.OutcomesByWord(table, row => row, (EnumType)word.Type) is { } looked)
        {
            var found = Store("ulong", $"{name}_rows", $"{Constant("ulong", "Rows", string.Join(", ", looked.Select(Literal.Mask)))}[{word.Code} + 1]", place);
            NoRow(table, $"{found} == {none}", place);
            return (found, WaitsForWord(table) ? Store("Bits", $"{name}_missing", word.Missing, place) : DetailShape.Nothing);
        }
        var isInOrder = table.HitPolicy is HitPolicy.First or HitPolicy.Priority;
        var rows = Local(place, "ulong", $"{name}_possible", "0");
        var sure = isInOrder ? Variable(place, "bool", $"{name}_open", "true") : Local(place, "ulong", $"{name}_sure", "0");
        var missing = Variable(place, "Bits", $"{name}_waits", DetailShape.Nothing);
        foreach (var row in Emission.InOrder(table))
        {
            var index = table.Rows.IndexOfRow(row);
            var bit = Literal.Mask(1UL << index);
            var applies = Applies(row, columns, place);
            var possible = applies.False switch { "false" => "true", "true" => "false", var no => $"(!{no})" };
            if (isInOrder) possible = And(sure, possible);
            if (possible != "false") place.Block.Add($"{rows} |= {possible} ? {bit} : 0;");
            if (applies.Missing != DetailShape.Nothing) place.Block.Add(isInOrder ? $"{missing} |= {sure} ? {applies.Missing} : {DetailShape.Nothing};" : $"{missing} |= {applies.Missing};");
            if (applies.True == "false") continue;
            place.Block.Add(isInOrder ? (applies.True == "true" ? $"{sure} = false;" : $"{sure} &= !{applies.True};") : $"{sure} |= {applies.True} ? {bit} : 0;");
        }
        Conflicts(table, values, sure, place);
        if (table.HitPolicy == HitPolicy.Unique && table.IsDisjoint)
        {
            place.Block.Add($"{rows} = {sure} != 0 ? {sure} : {rows};");
            place.Block.Add($"{missing} = {sure} != 0 ? {DetailShape.Nothing} : {missing};");
        }
        NoRow(table, $"{rows} == 0", place);
        if (!table.IsComplete) place.Block.Add($"{rows} |= {(isInOrder ? sure : $"{sure} == 0")} ? {none} : 0;");
        place.Block.Add($"{rows} |= {rows} == 0 ? {none} : 0;");
        return (Store("ulong", $"{name}_rows", rows, place), Store("Bits", $"{name}_missing", missing, place));
    }

    /// <summary>Whether a row of a table over one word is open while the word is unknown.</summary>
    private static bool WaitsForWord(TableDefinition table)
    {
        var applies = Emission.InOrder(table).Select(row => row.Otherwise || row.Cells is not [{ } cell] ? true : cell.OnUnknown).ToList();
        var sure = applies.IndexOf(true);
        if (sure < 0) return applies.Contains(null);
        return table.HitPolicy is HitPolicy.First or HitPolicy.Priority && applies.IndexOf(null) is var open and >= 0 && open < sure;
    }

    /// <summary>Rows that surely apply together although they must not are a fault, which is the evaluator's to tell.</summary>
    private static void Conflicts(TableDefinition table, List<object[]> values, string sure, DetailPlace place)
    {
        if (table.HitPolicy == HitPolicy.Unique && !table.IsDisjoint) Unsure(place, $"({sure} & ({sure} - 1)) != 0");
        if (table.HitPolicy != HitPolicy.Any) return;
        var groups = new List<(object[] Values, ulong Rows)>();
        for (var i = 0; i < values.Count; i++)
        {
            var at = groups.FindIndex(g => g.Values.SequenceEqual(values[i]));
            if (at < 0) groups.Add((values[i], 1UL << i));
            else groups[at] = (values[i], groups[at].Rows | 1UL << i);
        }
        Unsure(place, string.Join(" & ", groups.Select(g => $"(({sure} & {Literal.Mask(~g.Rows)}) != 0)")));
    }

    /// <summary>One table of the workflow without a row is said in the decision; more of them, or one of a used workflow, are left to the evaluator.</summary>
    private void NoRow(TableDefinition table, string condition, DetailPlace place)
    {
        if (table.IsComplete) return;
        if (place.Scope == root) place.Block.Add($"if ({condition}) s.NoRow({Literal.Whole(table.Index)});");
        else Unsure(place, condition);
    }

    private DetailTruth Applies(BoundRow row, List<DetailShape> columns, DetailPlace place)
    {
        if (row.Otherwise) return DetailTruth.Yes;
        var parts = new List<DetailTruth>();
        for (var i = 0; i < row.Cells.Count; i++)
            if (row.Cells[i] is { } cell) parts.Add(Pattern(cell, columns[i], place));
        if (row.Condition is { } condition) parts.Add(ToTruth(Lower(condition, place), place));
        if (parts.Count == 0) return DetailTruth.Yes;
        return Join(isAnd: true, parts, place);
    }

    private DetailShape Sum(ScoreDefinition score, DetailPlace place)
    {
        DetailShape sum = new DetailConstant(0m, FactType.Number);
        foreach (var item in score.Items)
        {
            var points = ToNumber(Table(place.Scope, item.Table)[item.Index], place);
            sum = sum is DetailConstant ? points : Arithmetic(ArithmeticOperator.Add, sum, points, place);
        }
        return sum;
    }

    private string Constant(string type, string wanted, string items)
    {
        if (constants.TryGetValue(type + items, out var name)) return name;
        name = names.Unique(wanted);
        constants.Add(type + items, name);
        Statics.Add(type is "ulong" or "double" ? $"private static ReadOnlySpan<{type}> {name} => [{items}];" : $"private static readonly {type} {name} = [{items}];");
        return name;
    }

    private string Variable(DetailPlace place, string type, string name, string value)
    {
        var unique = names.Unique(name);
        place.Block.Add($"{type} {unique} = {value};");
        return unique;
    }
}

internal static class RowLists
{
    public static int IndexOfRow(this IReadOnlyList<BoundRow> rows, BoundRow row)
    {
        for (var i = 0; i < rows.Count; i++)
            if (ReferenceEquals(rows[i], row)) return i;
        return -1;
    }
}
