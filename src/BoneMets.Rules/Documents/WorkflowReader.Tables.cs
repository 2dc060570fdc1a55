using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Documents;

public sealed partial class WorkflowReader
{
    private static readonly Words<HitPolicy> HitPolicies = Words.Of<HitPolicy>(p => p.ToString());
    private static readonly Words<Aggregation> Aggregations = Words.Of<Aggregation>(a => a.ToString());
    private static readonly Words<OutputType> OutputTypes = Words.Of<OutputType>(t => t.ToString().ToLowerInvariant());

    private Score? Score(ObjectReader score)
    {
        var name = names.Identifier(score, "Name");
        names.Take(name, NameKind.Score, score.Node["Name"] ?? score.Node);
        var title = score.Text("Title");
        var items = score.Objects("Items", "score item", required: true).Select(Item).OfType<ScoreItem>().ToList();
        if (score.Node["Items"] is { Kind: JsonTextKind.Array, Items.Count: 0 }) score.Report("Items", DiagnosticCode.MissingKey, "a score needs at least one item");
        score.Finish();
        return name is null ? null : new Score(name, title, items, score.Node);
    }

    private ScoreItem? Item(ObjectReader item)
    {
        var name = names.Identifier(item, "Name");
        names.Take(name, NameKind.ScoreItem, item.Node["Name"] ?? item.Node);
        var title = item.Text("Title");
        var input = item.Expression("Input");
        var bands = new List<ScoreBand>();
        var nodes = item.List("Points", required: true);
        if (item.Node["Points"] is { Kind: JsonTextKind.Array, Items.Count: 0 }) item.Report("Points", DiagnosticCode.MissingKey, "a score item needs at least one band");
        for (var i = 0; i < nodes.Count; i++)
        {
            var band = new ObjectReader(nodes[i], "score band", findings, strict);
            if (band.IsObject && Band(band, item.Has("Input"), isLast: i == nodes.Count - 1) is { } read) bands.Add(read);
        }
        item.Finish();
        return name is null ? null : new ScoreItem(name, title, input, bands, item.Node);
    }

    private static ScoreBand? Band(ObjectReader band, bool hasInput, bool isLast)
    {
        var when = band.Expression("When");
        var condition = band.Expression("Condition");
        var otherwise = Otherwise(band, "band", isLast, isFirstHit: true);
        var points = band.Number("Points", required: true);
        var evidence = Evidence(band);
        if (band.Has("When") && !hasInput) band.Report("When", DiagnosticCode.TableShape, "`When` needs an `Input` of the score item", "write a `Condition`, or give the item an `Input`");
        if (!band.Has("When") && !band.Has("Condition") && !band.Has("Otherwise"))
            band.Report(DiagnosticCode.TableShape, "the band says nowhere when it applies", "add `When`, `Condition` or `\"Otherwise\": true`");
        band.Finish();
        return points is null ? null : new ScoreBand(when, condition, otherwise, points.Value, evidence, band.Node);
    }

    private static bool Otherwise(ObjectReader owner, string what, bool isLast, bool isFirstHit)
    {
        if (!owner.Flag("Otherwise")) return false;
        if (!isFirstHit) owner.Report("Otherwise", DiagnosticCode.MisplacedOtherwise, "`Otherwise` stands only in tables with the hit policy `First`");
        else if (!isLast) owner.Report("Otherwise", DiagnosticCode.MisplacedOtherwise, $"`Otherwise` stands only in the last {what}");
        if (owner.Has("Condition") || owner.Value("When") is { Items.Count: > 0 } or { Kind: JsonTextKind.String })
            owner.Report("Otherwise", DiagnosticCode.MisplacedOtherwise, $"a {what} with `Otherwise` has no `When` and no `Condition`");
        return true;
    }

    private DecisionTable? Table(ObjectReader table)
    {
        var name = names.Identifier(table, "Name");
        names.Take(name, NameKind.Table, table.Node["Name"] ?? table.Node);
        var title = table.Text("Title");
        var policy = table.Word("HitPolicy", HitPolicies);
        var aggregation = table.Word("Aggregation", Aggregations);
        var columns = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var inputs = table.Objects("Inputs", "table input").Select(i => TableInput(i, columns)).OfType<TableInput>().ToList();
        var outputs = table.Objects("Outputs", "table output", required: true).Select(o => TableOutput(o, columns)).OfType<TableOutput>().ToList();
        var hit = policy ?? HitPolicy.First;
        HitPolicyFits(table, hit, aggregation, outputs);

        var inputCount = table.List("Inputs").Count;
        var outputCount = table.List("Outputs").Count;
        if (outputCount == 0 && table.Has("Outputs")) table.Report("Outputs", DiagnosticCode.TableShape, "a table needs at least one output");
        var nodes = table.List("Rows", required: true);
        if (nodes.Count == 0 && table.Has("Rows")) table.Report("Rows", DiagnosticCode.TableShape, "a table needs at least one row");
        var rows = new List<TableRow>();
        for (var i = 0; i < nodes.Count; i++)
        {
            var row = new ObjectReader(nodes[i], "table row", findings, strict);
            if (row.IsObject) rows.Add(Row(row, inputCount, outputCount, isLast: i == nodes.Count - 1, hit == HitPolicy.First));
        }
        table.Finish();
        return name is null ? null : new DecisionTable(name, title, hit, aggregation ?? Aggregation.List, inputs, outputs, rows, table.Node);
    }

    private TableInput? TableInput(ObjectReader input, HashSet<string> columns)
    {
        var name = names.Identifier(input, "Name");
        var expression = input.Expression("Expression", required: true);
        TakeColumn(input, name, columns);
        input.Finish();
        return name is null || expression is null ? null : new TableInput(name, expression, input.Node);
    }

    private TableOutput? TableOutput(ObjectReader output, HashSet<string> columns)
    {
        var name = names.Identifier(output, "Name");
        TakeColumn(output, name, columns);
        var type = output.Word("Type", OutputTypes, required: true);
        var unit = output.Text("Unit");
        var values = output.Texts("Values", "value");
        if (type == OutputType.Enum && values.Count == 0) output.Report(DiagnosticCode.MissingKey, "an output of the type `enum` needs `Values`");
        if (type is not (OutputType.Enum or null) && output.Has("Values")) output.Report("Values", DiagnosticCode.TableShape, "only an output of the type `enum` has `Values`");
        if (type is not (OutputType.Number or OutputType.Integer or null) && output.Has("Unit")) output.Report("Unit", DiagnosticCode.TableShape, "only a number has a `Unit`");
        output.Finish();
        return name is null || type is null ? null : new TableOutput(name, type.Value, unit, [.. values.Select(v => v.Text)], output.Node);
    }

    private static void TakeColumn(ObjectReader column, string? name, HashSet<string> columns)
    {
        if (name is not null && !columns.Add(name)) column.Report("Name", DiagnosticCode.DuplicateName, $"`{name}` is already the name of a column of this table");
    }

    private static void HitPolicyFits(ObjectReader table, HitPolicy policy, Aggregation? aggregation, List<TableOutput> outputs)
    {
        if (aggregation is not null && policy != HitPolicy.Collect)
            table.Report("Aggregation", DiagnosticCode.HitPolicyMisuse, "`Aggregation` needs the hit policy `Collect`");
        if (policy == HitPolicy.Priority && outputs.Count > 0 && outputs[0].Values.Count == 0)
            table.Report("HitPolicy", DiagnosticCode.HitPolicyMisuse, "`Priority` needs `Values` on the first output", "their order is the priority");
        var isNumber = outputs is [{ Type: OutputType.Number or OutputType.Integer }];
        if (policy == HitPolicy.Collect && aggregation is Aggregation.Sum or Aggregation.Min or Aggregation.Max && !isNumber)
            table.Report("Aggregation", DiagnosticCode.HitPolicyMisuse, $"`{aggregation}` needs exactly one output, a number");
    }

    private static TableRow Row(ObjectReader row, int inputCount, int outputCount, bool isLast, bool isFirstHit)
    {
        var when = Cells(row, "When");
        var condition = row.Expression("Condition");
        var otherwise = Otherwise(row, "row", isLast, isFirstHit);
        var then = Cells(row, "Then", required: true);
        var evidence = Evidence(row);
        var whenCount = row.List("When").Count;
        if (whenCount == 0 && !row.Has("Condition") && !otherwise)
            row.Report(DiagnosticCode.TableShape, "the row says nowhere when it applies", "add `When` or `Condition`; the last row of a `First` table may say `\"Otherwise\": true`");
        else if (whenCount > 0 && whenCount != inputCount) row.Report("When", DiagnosticCode.TableShape, Counted("When", whenCount, "input", inputCount), "write `_` where any value will do");
        var thenCount = row.List("Then").Count;
        if (row.Has("Then") && thenCount != outputCount) row.Report("Then", DiagnosticCode.TableShape, Counted("Then", thenCount, "output", outputCount));
        row.Finish();
        return new TableRow(when, condition, otherwise, then, evidence, row.Node);
    }

    private static string Counted(string key, int cells, string column, int columns) =>
        $"`{key}` has {cells} {(cells == 1 ? "cell" : "cells")} for {columns} {(columns == 1 ? column : column + "s")}";

    /// <summary>Cells in order; one that is no text is reported and left out.</summary>
    private static List<AuthoredText> Cells(ObjectReader row, string key, bool required = false)
    {
        var cells = new List<AuthoredText>();
        foreach (var node in row.List(key, required))
        {
            if (node.Kind != JsonTextKind.String)
                row.Findings.Add(node.At(DiagnosticCode.WrongJsonType, $"a cell is a text, not {ObjectReader.Describe(node.Kind)}", node.Items.Count + node.Properties.Count > 0 ? null : $"write `\"{node.Raw}\"`"));
            else if (string.IsNullOrWhiteSpace(node.Text))
                row.Findings.Add(node.At(DiagnosticCode.Syntax, "the cell is empty", key == "When" ? "write `_` where any value will do" : null));
            else cells.Add(new AuthoredText(node.Text, node));
        }
        return cells;
    }
}
