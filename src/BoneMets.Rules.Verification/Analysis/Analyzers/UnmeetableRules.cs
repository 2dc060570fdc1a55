using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Verification.Analysis.Analyzers;

/// <summary>Rules whose condition contradicts itself, or the domains of the facts.</summary>
internal sealed class UnmeetableRules : IAnalyzer
{
    public IEnumerable<Finding> Analyze(WorkflowUnderAnalysis subject, CancellationToken cancellation)
    {
        foreach (var rule in subject.Bound.Rules)
        {
            var (isNone, _) = subject.Find($"is `{rule.Name}` ever met?", () => subject.All.VerdictOf(rule).IsTrue, j => j[rule.Name] == Verdict.Met, cancellation);
            if (!isNone) continue;
            subject.NeverMet.Add(rule);
            yield return subject.Finding(rule.Node, DiagnosticCode.RuleNeverMet, $"no patient meets `{rule.Name}`", "two parts of its condition exclude each other, or a value is outside what the fact schema allows");
        }
    }
}
