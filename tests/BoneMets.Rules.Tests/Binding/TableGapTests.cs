using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Binding;

/// <summary>What is missing in a table, as cells to be filled in, and which rows meet. Cells are separated by <c>;</c>, rows by <c>/</c>.</summary>
public sealed class TableGapTests
{
    [Theory]
    [InlineData("p.i", "< 18 / >= 65", ">= 18 and <= 64")]
    [InlineData("p.i", "< 18 / > 18", "18")]
    [InlineData("p.i", ">= 18", "<= 17")]
    [InlineData("p.a", "> 30 / < 10", ">= 10 and <= 30")]
    [InlineData("p.color", "\"red\"", "\"green\" or \"blue\"")]
    [InlineData("p.x", "true", "false")]
    [InlineData("p.name", "\"x\" / \"y\"", "not \"x\" and not \"y\"")]
    [InlineData("p.born", ">= Date(\"2000-01-01\")", "<= Date(\"1999-12-31\")")]
    [InlineData("p.color; p.x", "\"red\"; _ / _; true", "\"green\" or \"blue\"; false")]
    [InlineData("p.color; p.x", "\"red\"; true / \"green\"; _ / \"blue\"; _", "\"red\"; false")]
    [InlineData("p.color; p.x", "_; true", "_; false")]
    [InlineData("p.a * 2; p.x", "< 10; _", ">= 10; _")]
    [InlineData("p.i", "_", null)]
    [InlineData("p.i", "< 18 / >= 18", null)]
    public void A_gap_is_written_as_the_row_that_is_missing(string columns, string rows, string? cells)
    {
        var table = Table(columns, rows);
        Assert.Equal(cells, table.GapCells is { } found ? string.Join("; ", found.Select(c => c ?? "_")) : null);
        Assert.Equal(cells is null, table.IsComplete);
        // The row fills exactly what it says: no other row applies there.
        if (cells is not null) Assert.DoesNotContain(Table(columns, $"{rows} / {cells}").Overlaps, o => o.Second == rows.Split('/').Length);
    }

    [Fact]
    public void A_table_is_completed_by_filling_one_gap_after_the_other()
    {
        var rows = new List<string> { "\"red\"; < 18", "\"green\"; >= 65", "_; 40" };
        for (var filled = 0; !Table("p.color; p.i", string.Join(" / ", rows)).IsComplete; filled++)
        {
            Assert.InRange(filled, 0, 10);
            rows.Add(string.Join("; ", Table("p.color; p.i", string.Join(" / ", rows)).GapCells!.Select(c => c ?? "_")));
        }
        Assert.True(rows.Count > 4);
    }

    [Fact]
    public void What_more_than_the_columns_decides_has_no_cells()
    {
        var found = BindingWorld.Load(BindingWorld.Workflow(
            "'Tables': [ { 'Name': 't', 'Inputs': [ { 'Name': 'i', 'Expression': 'p.x' } ], 'Outputs': [ { 'Name': 'o', 'Type': 'number' } ], 'Rows': [ { 'When': ['true'], 'Condition': 'p.i > 3', 'Then': ['1'] } ] } ]"));
        var table = found.Library["W"].Bound!.Tables[0];
        Assert.Null(table.GapCells);
        Assert.NotNull(table.Gap);
    }

    [Theory]
    [InlineData("p.i", "< 18 / >= 18", "")]
    [InlineData("p.i", "<= 18 / >= 18 / > 60", "0+1: p.i = 18 | 1+2: p.i = 61")]
    [InlineData("p.color; p.x", "\"red\"; _ / _; true / \"green\"; false", "0+1: p.color = \"red\", p.x = true")]
    [InlineData("p.color; p.i", "\"red\"; _ / \"red\"; _", "0+1: p.color = \"red\"")]
    [InlineData("p.a * 2", "< 10 / < 20", "")]
    public void Rows_that_apply_together_are_listed_with_an_example(string columns, string rows, string overlaps) =>
        Assert.Equal(overlaps, string.Join(" | ", Table(columns, rows).Overlaps.Select(o => $"{o.First}+{o.Second}: {o.Example}")));

    [Fact]
    public void At_most_twenty_pairs_are_listed_and_each_is_an_error_of_a_unique_table()
    {
        Assert.Equal(20, Table("p.i", string.Join(" / ", Enumerable.Range(1, 10).Select(i => $"> {i}"))).Overlaps.Count);
        var load = Load("p.i", "< 18 / < 30 / < 40", "Unique");
        Assert.Equal(3, load.Diagnostics.Count(d => d.Code == DiagnosticCode.TableRowsOverlap));
    }

    private static TableDefinition Table(string columns, string rows) => Load(columns, rows, "First").Library["W"].Bound!.Tables[0];

    private static LibraryLoad Load(string columns, string rows, string policy)
    {
        static string Quoted(string text) => $"\"{text.Trim().Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        var inputs = columns.Split(';').Select((c, i) => $"{{ 'Name': 'i{i}', 'Expression': {Quoted(c)} }}");
        var lines = rows.Split('/').Select(r => $"{{ 'When': [{string.Join(", ", r.Split(';').Select(Quoted))}], 'Then': ['1'] }}");
        return BindingWorld.Load(BindingWorld.Workflow(
            $"'Tables': [ {{ 'Name': 't', 'HitPolicy': '{policy}', 'Inputs': [ {string.Join(", ", inputs)} ], 'Outputs': [ {{ 'Name': 'o', 'Type': 'number' }} ], 'Rows': [ {string.Join(", ", lines)} ] }} ]"));
    }
}
