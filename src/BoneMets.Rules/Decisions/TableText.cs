using BoneMets.Rules.Language;

namespace BoneMets.Rules.Decisions;

/// <summary>Rows and cells as their author wrote them.</summary>
public static class TableText
{
    /// <summary>Null where the row has no such cell.</summary>
    public static AuthoredText? Cell(BoundRow row, int column)
    {
        if (row.Node["When"] is not { } when) return null;
        // The one cell of a band stands by itself.
        var node = when.Text is not null ? when : column < when.Items.Count ? when.Items[column] : null;
        return node?.Text is { } text ? new AuthoredText(text, node) : null;
    }

    /// <summary>The cells that not every value fits, with the numbers of their columns.</summary>
    public static IEnumerable<(int Column, AuthoredText Text)> Patterns(BoundRow row)
    {
        for (var i = 0; i < row.Cells.Count; i++)
            if (row.Cells[i] is not null && Cell(row, i) is { } text) yield return (i, text);
    }

    internal static string Row(BoundRow row)
    {
        var parts = Patterns(row).Select(p => p.Text.Text);
        return string.Join("; ", row.Node["Condition"]?.Text is { } condition ? parts.Append(condition) : parts);
    }

    internal static IEnumerable<string> Then(TableDefinition table, BoundRow row) =>
        table.IsScoreItem ? [row.Node["Points"]?.Raw ?? ""] : row.Node["Then"]?.Items.Select(i => i.Text ?? i.Raw) ?? [];
}
