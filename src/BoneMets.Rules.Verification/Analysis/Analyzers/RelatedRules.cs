using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;
using BoneMets.Rules.Verification.Analysis.Solving;

namespace BoneMets.Rules.Verification.Analysis.Analyzers;

/// <summary>
/// Rules of one workflow that advise with the same urgency and of which one is met only when others are. That may be meant (a special case
/// with its own advice); two rules that are always met together and say the same are one too many.
/// </summary>
internal sealed class RelatedRules : IAnalyzer
{
    public IEnumerable<Finding> Analyze(WorkflowUnderAnalysis subject, CancellationToken cancellation)
    {
        var groups = subject.Bound.Rules.Where(r => r.Model.Recommendation is not null && !subject.NeverMet.Contains(r)).GroupBy(r => r.Model.Recommendation!.Urgency);
        return groups.SelectMany(g => Analyze(subject, [.. g], cancellation));
    }

    private static IEnumerable<Finding> Analyze(WorkflowUnderAnalysis subject, List<RuleDefinition> rules, CancellationToken cancellation)
    {
        var implied = rules.ToDictionary(r => r, r => rules.Where(other => other != r && IsMetOnlyWith(subject, r, other, cancellation)).ToList());
        foreach (var rule in rules)
        {
            var same = implied[rule].Where(other => other.Slot < rule.Slot && implied[other].Contains(rule)).ToList();
            if (same.Count > 0) yield return Agreeing(subject, rule, same, cancellation);
            var general = implied[rule].Where(other => !implied[other].Contains(rule)).ToList();
            if (general.Count > 0) yield return Implied(subject, rule, general, cancellation);
        }
    }

    private static Finding Agreeing(WorkflowUnderAnalysis subject, RuleDefinition rule, List<RuleDefinition> same, CancellationToken cancellation)
    {
        var finding = subject.Finding(
            rule.Node, DiagnosticCode.RulesAgree, $"`{rule.Name}` is met by exactly the patients who meet {Listed(same)}", "fine for two pieces of advice; otherwise make one rule of them, or mend a condition", Together(subject, rule, same, cancellation));
        var saysTheSame = same.Exists(s => s.Model.Recommendation!.Text.Text == rule.Model.Recommendation!.Text.Text);
        return finding with { Diagnostic = finding.Diagnostic with { Severity = saysTheSame ? Severity.Warning : Severity.Info } };
    }

    private static Finding Implied(WorkflowUnderAnalysis subject, RuleDefinition rule, List<RuleDefinition> general, CancellationToken cancellation) =>
        subject.Finding(rule.Node, DiagnosticCode.RuleImplied, $"`{rule.Name}` is met only when {Listed(general)} {(general.Count > 1 ? "are" : "is")}", "fine when it is a special case with advice of its own", Together(subject, rule, general, cancellation));

    private static bool IsMetOnlyWith(WorkflowUnderAnalysis subject, RuleDefinition rule, RuleDefinition other, CancellationToken cancellation) =>
        subject.Find(
            $"is `{rule.Name}` met without `{other.Name}`?", () => Term.And(subject.All.VerdictOf(rule).IsTrue, Term.Not(subject.All.VerdictOf(other).IsTrue)),
            j => j[rule.Name] == Verdict.Met && j[other.Name] != Verdict.Met, cancellation).IsNone;

    private static Patient? Together(WorkflowUnderAnalysis subject, RuleDefinition rule, List<RuleDefinition> others, CancellationToken cancellation) =>
        subject.Find(
            $"who meets `{rule.Name}` and {Listed(others)}?", () => Term.And([subject.All.VerdictOf(rule).IsTrue, .. others.Select(o => subject.All.VerdictOf(o).IsTrue)]),
            j => j[rule.Name] == Verdict.Met && others.TrueForAll(o => j[o.Name] == Verdict.Met), cancellation).Patient;

    private static string Listed(List<RuleDefinition> rules) => string.Join(", ", rules.Select(r => $"`{r.Name}`"));
}
