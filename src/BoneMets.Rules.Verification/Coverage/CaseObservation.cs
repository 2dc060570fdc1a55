using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Coverage;

/// <summary>
/// What one workflow, on the objects of one case, shows of its elements. It is evaluated once more for that: atoms that were skipped because
/// an operand before them decided are needed too, and an evaluation changes nothing.
/// </summary>
internal sealed class CaseObservation(CoverageMap map, Evaluator evaluator, HashSet<int> shown)
{
    /// <param name="evaluated">The definitions that took part in the decision.</param>
    public void Observe(IReadOnlySet<string> evaluated)
    {
        foreach (var definition in evaluator.Workflow.Definitions)
        {
            if (!evaluated.Contains(definition.Name)) continue;
            switch (definition)
            {
                case RuleDefinition rule:
                    if (map.Verdicts(rule) is { } verdicts) shown.Add(verdicts + (int)VerdictOf(evaluator.ValueOf(rule)));
                    Conditions(rule, rule.Condition);
                    foreach (var parameter in rule.LocalParams) Conditions(parameter, parameter.Expression);
                    break;
                case ParameterDefinition { Rule: null } parameter:
                    Conditions(parameter, parameter.Expression);
                    break;
                case TableOutputDefinition output:
                    Rows(output.Table);
                    break;
            }
        }
    }

    private static Verdict VerdictOf(Value value) => ConditionTree.TruthOf(value) switch
    {
        Truth.True => Verdict.Met,
        Truth.False => Verdict.NotMet,
        Truth.Fault => Verdict.Failed,
        _ => Verdict.Undetermined,
    };

    private void Conditions(Definition definition, BoundNode expression)
    {
        if (map.Conditions(definition) is not { } watched) return;
        var values = new Truth[watched.Atoms.Count];
        for (var i = 0; i < values.Length; i++) values[i] = ConditionTree.TruthOf(evaluator.Evaluate(watched.Atoms[i]));
        for (var i = 0; i < values.Length; i++)
            if (watched.Tree.Decides(values, i, CoverageMap.IsGuard(watched.Atoms[i]))) shown.Add(watched.FirstSide + (2 * i) + (values[i] == Truth.True ? 0 : 1));
    }

    /// <summary>A row counts when it surely decides: of a table where one row does, no other may still be possible.</summary>
    private void Rows(TableDefinition table)
    {
        if (map.Rows(table) is not { } first) return;
        var result = evaluator.ResultOf(table);
        var isSingle = table.HitPolicy is HitPolicy.First or HitPolicy.Unique or HitPolicy.Priority;
        if (isSingle && result.Possible.Count > 0) return;
        foreach (var row in result.Sure) shown.Add(first + row);
    }
}
