using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Differences;

/// <summary>The cells of a table row, each called as its column. A cell without a column is an error, and still shown.</summary>
internal sealed class RowCells(LibraryWords words, string? workflow, JsonTextNode table)
{
    public IEnumerable<PartField> Of(JsonTextNode row) => Cells(row["When"], "Inputs", "column", InputCell).Concat(Cells(row["Then"], "Outputs", "output", OutputCell));

    /// <summary>What cells of a column are paired by.</summary>
    public static string KeyOf(bool isInput, string column) => (isInput ? "when:" : "then:") + column;

    private IEnumerable<PartField> Cells(JsonTextNode? cells, string columns, string word, Func<JsonTextNode, JsonTextNode?, string, PartField> read)
    {
        if (cells is not { Kind: JsonTextKind.Array }) yield break;
        var of = table[columns]?.Items ?? [];
        for (var i = 0; i < cells.Items.Count; i++)
        {
            var column = i < of.Count ? of[i] : null;
            yield return read(cells.Items[i], column, column?["Name"]?.Text ?? $"{word} {i + 1}");
        }
    }

    private PartField InputCell(JsonTextNode cell, JsonTextNode? column, string name)
    {
        var expression = column?["Expression"]?.Text;
        return Cell(cell, isInput: true, name,
            () => expression is not null && words.Sentence(workflow, null, expression) is { } said ? FieldLabels.Large(said) : FieldLabels.Words(name),
            text => expression is null ? null : words.Cell(workflow, expression, text));
    }

    private PartField OutputCell(JsonTextNode cell, JsonTextNode? column, string name) =>
        Cell(cell, isInput: false, name, () => FieldLabels.Words(name), text => words.Sentence(workflow, null, text));

    private static PartField Cell(JsonTextNode cell, bool isInput, string name, Func<string> label, Func<string, string?> sentence) => new(
        KeyOf(isInput, name), name, Meaning.Of(cell, isFree: false), FieldText.Of(cell), label, cell.Text is { } text ? () => sentence(text) : null);
}
