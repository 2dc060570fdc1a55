using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Verification.Analysis.Solving;

namespace BoneMets.Rules.Verification.Analysis.Analyzers;

/// <summary>Advice that reaches nobody: whenever its rule is met, a rule that withholds it is met or undecided.</summary>
internal sealed class WithheldAdvice : IAnalyzer
{
    public IEnumerable<Finding> Analyze(WorkflowUnderAnalysis subject, CancellationToken cancellation)
    {
        foreach (var rule in subject.Bound.Rules.Where(r => r.Model.Recommendation is not null && !subject.NeverMet.Contains(r)))
        {
            var against = subject.Bound.Rules.Where(r => r.Withholds.Contains(rule)).ToList();
            if (against.Count == 0) continue;
            var (isNone, _) = subject.Find(
                $"does the advice of `{rule.Name}` ever reach a patient?",
                () => Term.And([subject.All.VerdictOf(rule).IsTrue, .. against.Select(a => subject.All.VerdictOf(a).IsFalse)]),
                j => j[rule.Name] == Verdict.Met && against.TrueForAll(a => j[a.Name] == Verdict.NotMet), cancellation);
            if (!isNone) continue;
            var (_, patient) = subject.Find($"who meets `{rule.Name}`?", () => subject.All.VerdictOf(rule).IsTrue, j => j[rule.Name] == Verdict.Met, cancellation);
            yield return subject.Finding(
                rule.Node, DiagnosticCode.AdviceAlwaysWithheld, $"the advice of `{rule.Name}` is withheld from every patient who meets it", $"by {string.Join(", ", against.Select(a => $"`{a.Name}`"))}: narrow these, or drop the rule", patient);
        }
    }
}
