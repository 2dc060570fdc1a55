using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Verification.Analysis.Analyzers;

/// <summary>Rules that some patient makes fail: a division by zero, rows of a unique table that apply together.</summary>
internal sealed class FailingRules : IAnalyzer
{
    public IEnumerable<Finding> Analyze(WorkflowUnderAnalysis subject, CancellationToken cancellation)
    {
        foreach (var rule in subject.Bound.Rules)
        {
            string? why = null;
            bool Fails(Judgement judgement)
            {
                var result = judgement.Rules.FirstOrDefault(r => r.Name == rule.Name);
                if (result?.Error is not { } error) return false;
                why = error.Message;
                return true;
            }

            var (_, patient) = subject.Find($"can `{rule.Name}` fail?", () => subject.All.VerdictOf(rule).Fault, Fails, cancellation);
            if (patient is null) continue;
            yield return subject.Finding(rule.Node, DiagnosticCode.RuleCanFail, $"`{rule.Name}` cannot be computed for some patient: {why}", "exclude the case in its condition, or narrow the fact's range in the schema", patient);
        }
    }
}
