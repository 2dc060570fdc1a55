using BoneMets.Rules.Decisions;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Guidelines;

/// <summary>Score sheets and decision tables as they would be printed.</summary>
internal static class SheetsPart
{
    private static readonly Column Points = new("Points", IsNumber: true);

    public static IReadOnlyList<Block> Scores(Guideline guideline, LibraryWorkflow workflow) => [.. workflow.Model.Scores.Select(s => Score(guideline, s, workflow.Bound))];

    public static IReadOnlyList<Block> Tables(Guideline guideline, LibraryWorkflow workflow) => [.. workflow.Model.Tables.Select(t => Table(guideline, t, workflow.Bound))];

    private static Section Score(Guideline guideline, Score score, BoundWorkflow? bound)
    {
        var isCited = score.Items.Any(i => i.Bands.Any(b => b.Evidence.Count > 0));
        var groups = score.Items.Select(item => new GridGroup(
            [item.Title ?? FactLabel(item, bound) ?? item.Name, .. item.Input is { } input ? (Inline[])[" ", new Code(input.Text)] : []],
            [.. item.Bands.Select(b => new GridRow([Finding(b), [ValueText.Number(b.Points)], .. isCited ? [EvidencePart.Short(guideline, b.Evidence)] : (IReadOnlyList<IReadOnlyList<Inline>>)[]]))]));
        var (least, most) = (score.Items.Sum(i => i.Bands.Min(b => b.Points)), score.Items.Sum(i => i.Bands.Max(b => b.Points)));
        var title = score.Title ?? score.Name;
        return new Section(title, Anchors.Of("score-" + score.Name),
        [
            new Paragraph([$"{ValueText.Number(least)} to {ValueText.Number(most)} points: the sum over the items. Of each item the first finding that applies counts; an item whose fact is not known keeps its range."]),
            new Grid($"Score sheet {title}", isCited ? ["Item", "Finding", Points, "Source"] : ["Item", "Finding", Points], [.. groups]),
        ], score.Title is null ? [] : [new Code(score.Name)]);
    }

    /// <summary>An item that reads one fact and nothing else is called as the fact is.</summary>
    private static string? FactLabel(ScoreItem item, BoundWorkflow? bound) =>
        bound?.Tables.FirstOrDefault(t => t.IsScoreItem && t.Name == item.Name)?.Columns is [{ Expression: BoundFact fact }] ? fact.Property.Label : null;

    private static IReadOnlyList<Inline> Finding(ScoreBand band) => band.Otherwise ? ["otherwise"] : Joined([band.When, band.Condition]);

    private static Section Table(Guideline guideline, DecisionTable table, BoundWorkflow? bound)
    {
        var (hasConditions, isCited) = (table.Rows.Any(r => r.Condition is not null), table.Rows.Any(r => r.Evidence.Count > 0));
        var columns = new List<Column> { new("Row", IsNumber: true) };
        columns.AddRange(table.Inputs.Select(i => new Column(IsNamedSo(i) ? i.Expression.Text : $"{i.Name} = {i.Expression.Text}")));
        if (hasConditions) columns.Add("Condition");
        columns.AddRange(table.Outputs.Select(o => new Column($"→ {o.Name}{(o.Unit is { } unit ? $" ({unit})" : "")}")));
        if (isCited) columns.Add("Source");
        var rows = table.Rows.Select((row, i) =>
        {
            var cells = new List<IReadOnlyList<Inline>> { (Inline[])[$"{i + 1}"] };
            for (var column = 0; column < table.Inputs.Count; column++) cells.Add(Cell(row, column));
            if (hasConditions) cells.Add(row.Condition is { } condition ? [new Code(condition.Text)] : row is { Otherwise: true } && table.Inputs.Count == 0 ? ["otherwise"] : []);
            cells.AddRange(row.Then.Select(t => (IReadOnlyList<Inline>)[new Code(t.Text)]));
            if (isCited) cells.Add(EvidencePart.Short(guideline, row.Evidence));
            return new GridRow(cells);
        });
        var title = table.Title ?? table.Name;
        return new Section(title, Anchors.Of("table-" + table.Name), [new Paragraph([Policy(table), .. Completeness(table, bound)]), new Grid($"Decision table {title}", columns, rows)], table.Title is null ? [] : [new Code(table.Name)]);
    }

    /// <summary>A column over a fact has the fact's name mostly.</summary>
    private static bool IsNamedSo(TableInput input) => input.Name == input.Expression.Text || input.Expression.Text.EndsWith($".{input.Name}", StringComparison.Ordinal);

    private static IReadOnlyList<Inline> Cell(TableRow row, int column)
    {
        if (row.Otherwise) return column == 0 ? ["otherwise"] : [];
        return column >= row.When.Count || row.When[column].Text.Trim() == "_" ? ["any"] : [new Code(row.When[column].Text)];
    }

    private static IReadOnlyList<Inline> Joined(IEnumerable<AuthoredText?> conditions)
    {
        var parts = conditions.OfType<AuthoredText>().Select(c => new Code(c.Text)).ToList();
        return parts.Count == 2 ? [parts[0], " and ", parts[1]] : [.. parts];
    }

    private static string Policy(DecisionTable table) => table.HitPolicy switch
    {
        HitPolicy.First => "The first row that applies counts.",
        HitPolicy.Unique => "No two rows apply together.",
        HitPolicy.Any => "Rows that apply together give the same.",
        HitPolicy.Priority => $"Of the rows that apply the one counts whose {table.Outputs[0].Name} comes first in: {string.Join(", ", table.Outputs[0].Values)}.",
        _ => $"All rows that apply count; given is {Collected(table.Aggregation)}.",
    };

    private static string Collected(Aggregation aggregation) => aggregation switch
    {
        Aggregation.List => "the list of what they say",
        Aggregation.Sum => "the sum",
        Aggregation.Min => "the least",
        Aggregation.Max => "the greatest",
        _ => "their number",
    };

    private static IReadOnlyList<Inline> Completeness(DecisionTable table, BoundWorkflow? bound)
    {
        if (table.HitPolicy == HitPolicy.Collect || bound?.Tables.FirstOrDefault(t => !t.IsScoreItem && t.Name == table.Name) is not { } proved) return [];
        return proved.IsComplete ? [" Some row applies whatever the facts are."] : [" Where no row applies, the outcome is unknown."];
    }
}
