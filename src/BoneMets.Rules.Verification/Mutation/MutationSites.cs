using BoneMets.Rules.Decisions;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Mutation;

/// <summary>
/// Every place of a workflow where a mistake changes what it decides, in the order of rules, parameters, scores, tables and used workflows.
/// Texts of advice, titles and actions are not among them: no golden case states them. What a workflow injects belongs to the other document.
/// </summary>
internal static class MutationSites
{
    public static IEnumerable<MutationSite> Of(BoundWorkflow workflow)
    {
        var document = workflow.Model.Node.Document;
        foreach (var rule in workflow.Rules.Where(r => ReferenceEquals(r.Node.Document, document)))
        {
            var part = new MutatedPart(MutatedPartKind.Rule, rule.Name);
            if (Expression(workflow, part, [rule], rule.Model.Expression, rule.Condition) is { } site) yield return site;
            foreach (var parameter in rule.LocalParams)
                if (Expression(workflow, part, [rule], parameter.Model.Expression, parameter.Expression) is { } local) yield return local;
        }
        foreach (var parameter in workflow.Params.Where(p => ReferenceEquals(p.Node.Document, document)))
            if (Expression(workflow, new MutatedPart(MutatedPartKind.Parameter, parameter.Name), [parameter], parameter.Model.Expression, parameter.Expression) is { } site) yield return site;
        foreach (var site in workflow.Tables.SelectMany(t => InTable(workflow, t))) yield return site;
        foreach (var site in InUses(workflow)) yield return site;
    }

    private static IEnumerable<MutationSite> InTable(BoundWorkflow workflow, TableDefinition table)
    {
        var part = new MutatedPart(table.IsScoreItem ? MutatedPartKind.ScoreItem : MutatedPartKind.Table, table.Name);
        IReadOnlyList<Definition> definitions = [.. table.Outputs];
        foreach (var column in table.Columns)
            if (Expression(workflow, part, definitions, column.Text, column.Expression) is { } site) yield return site;
        for (var i = 0; i < table.Rows.Count; i++)
        {
            yield return new RowSite(workflow, part, definitions, table, i);
            foreach (var site in InRow(workflow, part, definitions, table, table.Rows[i])) yield return site;
        }
    }

    private static IEnumerable<MutationSite> InRow(BoundWorkflow workflow, MutatedPart part, IReadOnlyList<Definition> definitions, TableDefinition table, BoundRow row)
    {
        foreach (var (column, text) in TableText.Patterns(row))
            if (ExpressionParser.ParsePattern(text.Text).Root is { } root) yield return new PatternSite(workflow, part, definitions, text, root, row.Cells[column]!, table.Columns[column].Expression);
        if (row is { Condition: { } condition } && row.Node["Condition"] is { Text: { } written } node
            && Expression(workflow, part, definitions, new AuthoredText(written, node), condition) is { } found) yield return found;
        if (table.IsScoreItem || row.Node["Then"] is not { } cells) yield break;
        for (var i = 0; i < Math.Min(row.Then.Count, cells.Items.Count); i++)
            if (row.Then[i] is not BoundConstant && cells.Items[i].Text is { } then
                && Expression(workflow, part, definitions, new AuthoredText(then, cells.Items[i]), row.Then[i]) is { } site) yield return site;
    }

    /// <summary>Under what condition a used workflow takes part, and for which elements.</summary>
    private static IEnumerable<MutationSite> InUses(BoundWorkflow workflow)
    {
        foreach (var include in workflow.Includes)
        {
            if (workflow.Model.Uses.FirstOrDefault(u => u.Workflow == include.Use.Workflow.Name && u.ForEach?.Text == include.ListPath) is not { } use) continue;
            if (!ReferenceEquals(use.Node.Document, workflow.Model.Node.Document)) continue;
            var part = new MutatedPart(MutatedPartKind.Use, use.Workflow);
            if (include.When is { } when && Expression(workflow, part, [], use.When, when) is { } site) yield return site;
            if (include.ForEach is { } list && Expression(workflow, part, [], use.ForEach, list) is { } source) yield return source;
        }
    }

    private static ExpressionSite? Expression(BoundWorkflow workflow, MutatedPart part, IReadOnlyList<Definition> definitions, AuthoredText? text, BoundNode bound) =>
        text is not null && ExpressionParser.ParseExpression(text.Text).Root is { } root ? new ExpressionSite(workflow, part, definitions, text, root, bound) : null;
}
