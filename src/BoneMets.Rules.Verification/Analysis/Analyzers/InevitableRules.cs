using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Verification.Analysis.Analyzers;

/// <summary>Rules that are met, or not decided, whatever the facts: their condition says nothing.</summary>
internal sealed class InevitableRules : IAnalyzer
{
    public IEnumerable<Finding> Analyze(WorkflowUnderAnalysis subject, CancellationToken cancellation)
    {
        foreach (var rule in subject.Bound.Rules.Where(r => !subject.NeverMet.Contains(r)))
        {
            var (isNone, _) = subject.Find($"is `{rule.Name}` ever not met?", () => subject.All.VerdictOf(rule).IsFalse, j => j[rule.Name] == Verdict.NotMet, cancellation);
            if (!isNone) continue;
            var (_, patient) = subject.Find($"who meets `{rule.Name}`?", () => subject.All.VerdictOf(rule).IsTrue, j => j[rule.Name] == Verdict.Met, cancellation);
            yield return subject.Finding(rule.Node, DiagnosticCode.RuleAlwaysMet, $"every patient of whom enough is known meets `{rule.Name}`", "narrow its condition, or say it in the description instead of by a rule", patient);
        }
    }
}
