using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;
using BoneMets.Rules.Verification.Analysis.Solving;

namespace BoneMets.Rules.Verification.Analysis.Analyzers;

/// <summary>
/// Advice that must never stand side by side, given to one patient: both rules are met, nothing withholds either, and both are about the whole
/// patient or the same list element. Over all workflows that the decision takes in.
/// </summary>
internal sealed class ContradictoryAdvice : IAnalyzer
{
    public IEnumerable<Finding> Analyze(WorkflowUnderAnalysis subject, CancellationToken cancellation)
    {
        foreach (var contradiction in subject.Bound.Model.Contradictions)
        {
            List<Pair> pairs = [.. from one in contradiction.These from other in contradiction.Against where one.Text != other.Text select new Pair(one, other, subject.Name)];
            // Most often nobody gets any of them together: that is one question.
            if (Find(subject, $"advice that contradicts: {contradiction.Why ?? string.Join(", ", contradiction.These.Select(t => t.Text))}", pairs, cancellation).IsNone) continue;
            foreach (var pair in pairs)
            {
                if (Find(subject, $"are the advice of `{pair.One.Text}` and of `{pair.Other.Text}` ever given together?", [pair], cancellation).Patient is not { } patient) continue;
                var why = contradiction.Why is { } text ? $": {text}" : "";
                yield return subject.Finding(
                    pair.Other.Node, DiagnosticCode.AdviceContradicts, $"the advice of `{pair.One.Text}` and of `{pair.Other.Text}` is given to one patient{why}",
                    "let one of them withhold the other, or make their conditions exclude each other", patient);
            }
        }
    }

    private static (bool IsNone, Patient? Patient) Find(WorkflowUnderAnalysis subject, string question, IReadOnlyList<Pair> pairs, CancellationToken cancellation) => subject.FindDecision(
        question, () => Term.Or(pairs.Select(p => subject.Decisions.AreTogether(p.First, p.Second))), decision =>
        {
            var given = decision.Recommendations.Select(r => GivenAdvice.Of(r.Rule, subject.Name)).ToList();
            return pairs.Any(p => given.Where(g => g.Rule == p.First).Any(g => given.Any(other => other.Rule == p.Second && g.Concerns(other))));
        }, cancellation);

    private sealed record Pair(AuthoredText One, AuthoredText Other, string Workflow)
    {
        public RuleName First => Named(One);

        public RuleName Second => Named(Other);

        private RuleName Named(AuthoredText name) => RuleName.Elsewhere(name.Text, Workflow) ?? new RuleName(Workflow, name.Text);
    }
}
