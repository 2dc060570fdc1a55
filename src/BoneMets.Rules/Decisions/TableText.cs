using BoneMets.Rules.Language;

namespace BoneMets.Rules.Decisions;

/// <summary>Rows and cells as their author wrote them.</summary>
internal static class TableText
{
    public static string Cell(BoundRow row, int column) =>
        row.Node["When"] is { } when ? when.Text ?? (column < when.Items.Count ? when.Items[column].Text ?? "" : "") : "";

    public static string Row(BoundRow row)
    {
        var parts = Enumerable.Range(0, row.Cells.Count).Where(i => row.Cells[i] is not null).Select(i => Cell(row, i)).ToList();
        if (row.Node["Condition"]?.Text is { } condition) parts.Add(condition);
        return string.Join("; ", parts);
    }

    public static IEnumerable<string> Then(TableDefinition table, BoundRow row) =>
        table.IsScoreItem ? [row.Node["Points"]?.Raw ?? ""] : row.Node["Then"]?.Items.Select(i => i.Text ?? i.Raw) ?? [];
}
