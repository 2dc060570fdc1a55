using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using BoneMets.Rules.Server.Language;

namespace BoneMets.Rules.Server.Library;

/// <summary>The parts of a workflow: what its author wrote, with what binding added (types, completeness of tables).</summary>
internal static class WorkflowParts
{
    public static ParamAnswer Param(Parameter param, BoundWorkflow? bound)
    {
        var type = bound?.Params.FirstOrDefault(p => p.Name == param.Name)?.Type;
        return new ParamAnswer(param.Name, param.Expression.Text, param.Unit ?? (type as NumberType)?.Unit, type is null ? null : TypeInfos.NameOf(type));
    }

    /// <summary>The least and the most points of a score. An item that is still without bands has none to give.</summary>
    public static (decimal Least, decimal Most) Points(Score score) =>
        (score.Items.Sum(i => i.Bands.Select(b => b.Points).DefaultIfEmpty().Min()), score.Items.Sum(i => i.Bands.Select(b => b.Points).DefaultIfEmpty().Max()));

    public static ScoreAnswer Score(Score score) => new(
        score.Name, Points(score).Least, Points(score).Most,
        [.. score.Items.Select(i => new ScoreItemAnswer(i.Name, i.Input?.Text, [.. i.Bands.Select(b => new BandAnswer(b.When?.Text, b.Condition?.Text, b.Otherwise, b.Points))]))]);

    public static TableAnswer Table(DecisionTable table, BoundWorkflow? bound) => new(
        table.Name, table.HitPolicy.ToString(), bound?.Tables.FirstOrDefault(t => !t.IsScoreItem && t.Name == table.Name)?.IsComplete,
        [.. table.Inputs.Select(i => new TableInputAnswer(i.Name, i.Expression.Text))],
        [.. table.Outputs.Select(o => new TableOutputAnswer(o.Name, EnumWord.Of(o.Type), o.Unit, o.Values.Count == 0 ? null : o.Values))],
        [.. table.Rows.Select(r => new RowAnswer([.. r.When.Select(w => w.Text)], r.Condition?.Text, [.. r.Then.Select(t => t.Text)], r.Otherwise))]);

    /// <summary>In document order, nested rules after their parent.</summary>
    public static IEnumerable<RuleAnswer> Rules(Workflow model, IReadOnlyDictionary<string, EvidenceSource> sources) =>
        model.AllRules().Select(r => Rule(r, sources));

    /// <summary>As authored; of a rule with nested ones, their names joined.</summary>
    public static string ConditionOf(Rule rule) => rule.Expression?.Text ?? string.Join(rule.Operator == RuleOperator.And ? " && " : " || ", rule.Rules.Select(r => r.Name));

    private static RuleAnswer Rule(Rule rule, IReadOnlyDictionary<string, EvidenceSource> sources) => new(
        rule.Name, rule.Title,
        ConditionOf(rule),
        rule.Recommendation is { } given ? EnumWord.Of(given.Urgency) : null,
        rule.Recommendation?.Strength is { } strength ? EnumWord.Of(strength) : null,
        rule.Recommendation is { } r ? new RecommendationAnswer(r.Text.Text, EnumWord.Of(r.Urgency), r.Strength is { } s ? EnumWord.Of(s) : null) : null,
        rule.WhenUndetermined?.Text,
        [.. rule.Evidence.Select(c => Evidence(c, sources.GetValueOrDefault(c.Source)))]);

    private static EvidenceAnswer Evidence(Citation citation, EvidenceSource? source) => new(
        citation.Source, source?.Title, source?.Authors, source?.Publisher, source?.Year, source?.Doi, source?.Url, citation.Locator, [.. citation.Statements.Select(s => s.Text)], source?.Verified);
}
