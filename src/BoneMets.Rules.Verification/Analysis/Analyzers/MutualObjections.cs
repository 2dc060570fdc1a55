using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Verification.Analysis.Solving;

namespace BoneMets.Rules.Verification.Analysis.Analyzers;

/// <summary>Two rules that contradict each other for one patient: each withholds the other's advice, so that the patient gets neither.</summary>
internal sealed class MutualObjections : IAnalyzer
{
    public IEnumerable<Finding> Analyze(WorkflowUnderAnalysis subject, CancellationToken cancellation)
    {
        var rules = subject.Bound.Rules;
        foreach (var second in rules)
            foreach (var first in second.Withholds.Where(f => f.Slot < second.Slot && f.Withholds.Contains(second)))
            {
                var (_, patient) = subject.Find(
                    $"are `{first.Name}` and `{second.Name}` ever met together?", () => Term.And(subject.All.VerdictOf(first).IsTrue, subject.All.VerdictOf(second).IsTrue),
                    j => j[first.Name] == Verdict.Met && j[second.Name] == Verdict.Met, cancellation);
                if (patient is null) continue;
                yield return subject.Finding(
                    second.Node, DiagnosticCode.AdviceWithheldMutually, $"`{first.Name}` and `{second.Name}` are met together by some patient, and each withholds the other", "let only one of them withhold the other, or make their conditions exclude each other", patient);
            }
    }
}
