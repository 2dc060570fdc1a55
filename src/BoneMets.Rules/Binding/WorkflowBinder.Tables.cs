using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>Decision tables, and score items, which are first-hit tables of constant points.</summary>
internal sealed partial class WorkflowBinder
{
    private TableDefinition? BindTable(DecisionTable table)
    {
        var columns = new List<TableColumn>();
        var valid = true;
        foreach (var input in table.Inputs)
        {
            var expression = ExpressionBinder.Bind(input.Expression, scope, bag);
            valid &= expression is not null;
            if (expression is not null) columns.Add(new TableColumn(input.Name, expression, input.Expression));
        }
        if (!valid) return null;
        var rows = new List<BoundRow>();
        foreach (var row in table.Rows)
        {
            var bindRow = BindRow(row, columns, table.Outputs);
            valid &= bindRow is not null;
            if (bindRow is not null) rows.Add(bindRow);
        }
        if (!valid) return null;
        var definition = new TableDefinition(table.Name, table.HitPolicy, table.Aggregation, columns, rows, false, table.Node);
        definition.Outputs = [.. table.Outputs.Select((output, i) => new TableOutputDefinition(
            table.Outputs.Count == 1 ? table.Name : $"{table.Name}.{output.Name}", OutputTypeOf(table, output), definition, i, output, output.Node))];
        Prove(definition);
        return definition;
    }

    private static FactType OutputTypeOf(DecisionTable table, TableOutput output)
    {
        if (table.HitPolicy == HitPolicy.Collect && table.Aggregation == Aggregation.Count) return FactType.Integer;
        var type = CellTypeOf(output);
        return table.HitPolicy == HitPolicy.Collect && table.Aggregation == Aggregation.List ? new ListType(type) : type;
    }

    private static FactType CellTypeOf(TableOutput output) => output.Type switch
    {
        OutputType.Number => new NumberType(false, output.Unit),
        OutputType.Integer => new NumberType(true, output.Unit),
        OutputType.Boolean => FactType.Boolean,
        OutputType.Date => FactType.Date,
        OutputType.Enum => new EnumType(output.Values),
        _ => FactType.Text,
    };

    private BoundRow? BindRow(TableRow row, IReadOnlyList<TableColumn> columns, IReadOnlyList<TableOutput> outputs)
    {
        var valid = true;
        var cells = new BoundPattern?[columns.Count];
        for (var i = 0; i < Math.Min(columns.Count, row.When.Count); i++)
        {
            if (row.When[i].Text.Trim() is "_" or "") continue;
            cells[i] = ExpressionBinder.BindPattern(row.When[i], columns[i].Expression.Type, scope, bag);
            valid &= cells[i] is not null;
        }
        BoundNode? condition = null;
        if (row.Condition is { } text)
        {
            condition = ExpressionBinder.BindCondition(text, scope, bag);
            valid &= condition is not null;
        }
        var then = new List<BoundNode>();
        for (var i = 0; i < Math.Min(outputs.Count, row.Then.Count); i++)
        {
            var value = ExpressionBinder.Bind(row.Then[i], scope, bag);
            valid &= value is not null && Fits(row.Then[i], value, outputs[i]);
            if (value is not null) then.Add(value);
        }
        return valid ? new BoundRow(cells, condition, row.Otherwise, then, row.Evidence, row.Node) : null;
    }

    private bool Fits(AuthoredText text, BoundNode value, TableOutput output)
    {
        var type = CellTypeOf(output);
        if (type is EnumType words && value is BoundConstant { Value: string word })
        {
            if (words.Values.Contains(word, StringComparer.Ordinal)) return true;
            bag.Add(text.Node.At(DiagnosticCode.NotInEnumeration, $"`{word}` is not one of the values of output `{output.Name}`", Suggestion.DidYouMean(word, words.Values)));
            return false;
        }
        if (type is NumberType { Unit: { } unit } && value.Type is NumberType { Unit: { } found } && found != unit)
        {
            bag.Add(text.Node.At(DiagnosticCode.UnitMismatch, $"output `{output.Name}` is in {unit}, but `{text.Text}` is in {found}"));
            return false;
        }
        if (TypeRules.Join(type, value.Type) is null || (type is NumberType { IsInteger: true } && value is BoundConstant { Value: decimal number } && number != decimal.Floor(number)))
        {
            bag.Add(text.Node.At(DiagnosticCode.TypeMismatch, $"output `{output.Name}` is {type.Describe()}, but `{text.Text}` is {value.Type.Describe()}"));
            return false;
        }
        return true;
    }

    private ScoreDefinition? BindScore(Score score)
    {
        var items = new List<TableOutputDefinition>();
        foreach (var item in score.Items)
        {
            if (Find(item.Name, Cycle(item.Node))?.Definition is not TableOutputDefinition output) return null;
            items.Add(output);
        }
        return new ScoreDefinition(score, new NumberType(items.All(i => i.Type is NumberType { IsInteger: true }), null), items);
    }

    private TableDefinition? BindScoreItem(ScoreItem item)
    {
        var columns = new List<TableColumn>();
        if (item.Input is { } text)
        {
            if (ExpressionBinder.Bind(text, scope, bag) is not { } input) return null;
            columns.Add(new TableColumn(item.Name, input, text));
        }
        var rows = new List<BoundRow>();
        var valid = true;
        foreach (var band in item.Bands)
        {
            var row = BindBand(band, columns);
            valid &= row is not null;
            if (row is not null) rows.Add(row);
        }
        if (!valid) return null;
        var whole = item.Bands.All(b => b.Points == decimal.Floor(b.Points));
        var definition = new TableDefinition(item.Name, HitPolicy.First, Aggregation.List, columns, rows, true, item.Node);
        definition.Outputs = [new TableOutputDefinition(item.Name, whole ? FactType.Integer : FactType.Number, definition, 0, null, item.Node)];
        Prove(definition);
        return definition;
    }

    private BoundRow? BindBand(ScoreBand band, IReadOnlyList<TableColumn> columns)
    {
        var cells = new BoundPattern?[columns.Count];
        var valid = true;
        if (band.When is { } when && columns.Count == 1 && when.Text.Trim() != "_")
        {
            cells[0] = ExpressionBinder.BindPattern(when, columns[0].Expression.Type, scope, bag);
            valid &= cells[0] is not null;
        }
        BoundNode? condition = null;
        if (band.Condition is { } text)
        {
            condition = ExpressionBinder.BindCondition(text, scope, bag);
            valid &= condition is not null;
        }
        var points = new BoundConstant(default, band.Points == decimal.Floor(band.Points) ? FactType.Integer : FactType.Number, band.Points);
        return valid ? new BoundRow(cells, condition, band.Otherwise, [points], band.Evidence, band.Node) : null;
    }

    private void Prove(TableDefinition table)
    {
        var proof = TableProof.Of(table);
        table.IsComplete = proof.IsComplete;
        table.IsDisjoint = proof.IsDisjoint;
        table.Gap = proof.Gap;
        table.Proved = (new(proof.GapCells), new(() => TableProof.OverlapsOf(table)));
        foreach (var overlap in table.HitPolicy == HitPolicy.Unique && !proof.IsDisjoint ? table.Overlaps : [])
            bag.Add(table.Rows[overlap.Second].Node.At(DiagnosticCode.TableRowsOverlap,
                $"rows {overlap.First + 1} and {overlap.Second + 1} of table `{table.Name}` both apply, for example with {overlap.Example}",
                "make the rows exclude each other, or choose the hit policy First"));
        if (!proof.IsComplete && table.HitPolicy != HitPolicy.Collect)
            bag.Add(table.Node.At(DiagnosticCode.TableIncomplete,
                $"{(table.IsScoreItem ? "score item" : "table")} `{table.Name}` is not proved complete" + (proof.Gap is { } gap ? $": no row applies, for example, with {gap}" : ""),
                "add the missing rows, or an otherwise row"));
    }
}
