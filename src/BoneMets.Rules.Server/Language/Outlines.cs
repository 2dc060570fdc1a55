using BoneMets.Rules.Authoring;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using BoneMets.Rules.Server.Library;

namespace BoneMets.Rules.Server.Language;

/// <summary>
/// What is understood of one workflow while it is being written. Each part is bound by itself, so errors in one leave the others as they are.
/// A file for Microsoft's engine without declared inputs has names without meanings: its parts are listed, and nothing is said of them.
/// </summary>
internal sealed class Outlines
{
    private readonly LibraryWorkflow workflow;
    private readonly AuthoringContext? context;
    private readonly IReadOnlyList<Diagnostic> own;

    private Outlines(LibraryWorkflow workflow, IReadOnlyList<Diagnostic> diagnostics)
    {
        this.workflow = workflow;
        context = AuthoringContext.Of(workflow.Library, workflow.Name);
        own = [.. WorkflowPages.Own(workflow, diagnostics)];
    }

    public static OutlineAnswer Of(LibraryWorkflow workflow, IReadOnlyList<Diagnostic> diagnostics) => new Outlines(workflow, diagnostics).Answer();

    private OutlineAnswer Answer()
    {
        var (model, others) = (workflow.Model, workflow.Library.Workflows);
        var rules = model.AllRules().Select(r => new OutlinedRule(r, context?.Find(r.Name) as RuleDefinition)).ToList();
        return new OutlineAnswer(
            workflow.Name, model.Title, workflow.Folder, [.. (model.Inputs ?? []).Select(i => new InputAnswer(i.Name, i.Schema))], Facts(),
            [.. rules.Select(r => Rule(r, rules))],
            [.. model.GlobalParams.Select(Param)], [.. model.Scores.Select(Score)], [.. model.Tables.Select(Table)],
            [.. model.Uses.Select(u => new OutlineUseAnswer(u.Workflow, workflow.Library.TryGet(u.Workflow, out var used) ? used.Model.Title : null, u.Include))],
            [.. others.Where(o => o.Model.Uses.Any(u => u.Workflow == workflow.Name)).Select(o => o.Name)],
            [.. own.Select(WorkflowPages.Answer)]);
    }

    /// <summary>Of a workflow with errors: what those parts read that have none.</summary>
    private IReadOnlyList<string> Facts() => workflow.Bound?.FactsRead
        ?? [.. Names().Select(n => context?.Find(n)).OfType<Definition>().SelectMany(DefinitionReads.Facts).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private IEnumerable<string> Names()
    {
        var model = workflow.Model;
        return model.GlobalParams.Select(p => p.Name).Concat(model.Scores.Select(s => s.Name)).Concat(model.Tables.Select(t => t.Name)).Concat(model.AllRules().Select(r => r.Name));
    }

    private OutlineRuleAnswer Rule(OutlinedRule rule, List<OutlinedRule> all) => new(
        rule.Model.Node.Pointer, rule.Model.Name, rule.Model.Title, rule.Bound is null ? null : PlainEnglish.Of(rule.Bound.Condition),
        rule.Bound is null ? [] : DefinitionReads.Facts(rule.Bound), rule.Reads,
        [.. all.Where(u => u.Reads.Contains(rule.Model.Name, StringComparer.Ordinal) || u.Model.Withholds.Any(w => w.Text == rule.Model.Name)).Select(u => u.Model.Name)],
        HasErrors(rule.Model.Node));

    private OutlineParamAnswer Param(Parameter param)
    {
        var bound = context?.Find(param.Name) as ParameterDefinition;
        return new OutlineParamAnswer(
            param.Node.Pointer, param.Name, bound is null ? null : PlainEnglish.Of(bound.Expression), bound?.Type.Describe(), bound is null ? null : TypeInfos.Of(new Typing(bound.Type)));
    }

    private OutlineScoreAnswer Score(Score score)
    {
        var (least, most) = WorkflowParts.Points(score);
        return new OutlineScoreAnswer(score.Node.Pointer, score.Name, score.Title, least, most, [.. score.Items.Select(Item)]);
    }

    private OutlineScoreItemAnswer Item(ScoreItem item)
    {
        var table = context?.FindTable(item.Name);
        var input = item.Input is { } text ? context?.Bind(text.Text).Node : null;
        return new OutlineScoreItemAnswer(
            item.Node.Pointer, item.Name, item.Title ?? (input is null ? null : PlainEnglish.LabelOf(input)), input is null ? null : TypeInfos.Of(Typing.Of(input)),
            [.. item.Bands.Select(b => new OutlineBandAnswer(b.Node.Pointer, Band(b, item.Input)))], table?.IsComplete, table?.Gap, Overlaps(table));
    }

    private string? Band(ScoreBand band, AuthoredText? input)
    {
        if (band.Otherwise) return "otherwise";
        var parts = new[] { band.When is { } when && input is not null ? (context?.BindPattern(when.Text, input.Text).Node is { } test ? PlainEnglish.Of(test) : null) : null, Condition(band.Condition) };
        var isWhole = (band.When is null || parts[0] is not null) && (band.Condition is null || parts[1] is not null);
        return isWhole && parts.OfType<string>().ToList() is { Count: > 0 } known ? string.Join(" and ", known) : null;
    }

    private OutlineTableAnswer Table(DecisionTable table)
    {
        var bound = context?.FindTable(table.Name);
        var columns = table.Inputs.Select(i => context?.Bind(i.Expression.Text).Node).ToList();
        return new OutlineTableAnswer(
            table.Node.Pointer, table.Name, table.HitPolicy.ToString(), bound?.IsComplete, bound?.IsDisjoint, bound?.Gap, bound?.GapCells, Overlaps(bound),
            [.. columns.Select(c => c is null ? new OutlineColumnAnswer(null, null) : new OutlineColumnAnswer(PlainEnglish.LabelOf(c), TypeInfos.Of(Typing.Of(c))))],
            [.. table.Rows.Select(r => new OutlineRowAnswer(r.Node.Pointer, [.. r.When.Select((w, i) => i < table.Inputs.Count ? Cell(w, table.Inputs[i].Expression) : null)], Condition(r.Condition)))]);
    }

    private string? Cell(AuthoredText cell, AuthoredText column) => context?.BindPattern(cell.Text, column.Text).Node is { } test ? PlainEnglish.Of(test.Pattern, test.Operand.Type) : null;

    private string? Condition(AuthoredText? text) => text is not null && context?.Bind(text.Text, isCondition: true).Node is { } node ? PlainEnglish.Of(node) : null;

    private static IReadOnlyList<OutlineOverlapAnswer> Overlaps(TableDefinition? table) => [.. (table?.Overlaps ?? []).Select(o => new OutlineOverlapAnswer(o.First, o.Second, o.Example))];

    private bool HasErrors(JsonTextNode part) =>
        own.Any(d => d.IsError && d.Document == part.Document.Name && (d.Pointer == part.Pointer || d.Pointer.StartsWith(part.Pointer + "/", StringComparison.Ordinal)));

    private sealed record OutlinedRule(Rule Model, RuleDefinition? Bound)
    {
        public IReadOnlyList<string> Reads { get; } = Bound is null ? [] : DefinitionReads.Names(Bound);
    }
}
