using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Analysis.Analyzers;

/// <summary>
/// Advice that must never stand side by side, given to one patient: both rules are met, nothing withholds either, and both are about the whole
/// patient or the same list element. Asked about the contradictions of all workflows that the decision takes in: an objection that keeps advice
/// apart in a workflow's own decisions may be missing where it is included.
/// </summary>
internal sealed class ContradictoryAdvice : IAnalyzer
{
    public IEnumerable<Finding> Analyze(WorkflowUnderAnalysis subject, CancellationToken cancellation) =>
        TakenIn(subject.Bound).SelectMany(owner => owner.Model.Contradictions.SelectMany(c => Analyze(subject, owner, c, cancellation)));

    private static IEnumerable<Finding> Analyze(WorkflowUnderAnalysis subject, BoundWorkflow owner, Contradiction contradiction, CancellationToken cancellation)
    {
        List<Pair> pairs = [.. from one in contradiction.These from other in contradiction.Against select new Pair(one, other, owner.Name)];
        // Most often nobody gets any of them together: that is one question.
        var together = $"advice that contradicts: {contradiction.Why ?? string.Join(", ", contradiction.These.Select(t => t.Text))}";
        if (Find(subject, together, pairs, cancellation).IsNone) yield break;
        var isProved = true;
        foreach (var pair in pairs)
        {
            var (isNone, found) = Find(subject, $"are the advice of `{pair.One.Text}` and of `{pair.Other.Text}` ever given together?", [pair], cancellation);
            isProved &= isNone;
            if (found is not { } patient) continue;
            var why = contradiction.Why is { } text ? $": {text}" : "";
            var where = owner == subject.Bound ? "" : $" in decisions of `{subject.Name}`";
            yield return subject.Finding(
                pair.Other.Node, DiagnosticCode.AdviceContradicts, $"the advice of `{pair.One.Text}` and of `{pair.Other.Text}` is given to one patient{where}{why}",
                "let one of them withhold the other, or make their conditions exclude each other", patient);
        }
        if (isProved) subject.Close(together);
    }

    private static (bool IsNone, Solving.Patient? Patient) Find(WorkflowUnderAnalysis subject, string question, IReadOnlyList<Pair> pairs, CancellationToken cancellation) => subject.FindDecision(
        question, () => Solving.Term.Or(pairs.Select(p => subject.Decisions.AreTogether(p.First, p.Second))), decision =>
        {
            var given = decision.Recommendations.Select(r => GivenAdvice.Of(r.Rule, subject.Name)).ToList();
            return pairs.Any(p => given.Where(g => g.Rule == p.First).Any(g => given.Any(other => other.Rule == p.Second && g.Concerns(other))));
        }, cancellation);

    private static HashSet<BoundWorkflow> TakenIn(BoundWorkflow workflow)
    {
        var (known, open) = (new HashSet<BoundWorkflow>(), new Stack<BoundWorkflow>([workflow]));
        while (open.TryPop(out var next))
            if (known.Add(next))
                foreach (var include in next.Includes) open.Push(include.Use.Workflow);
        return known;
    }

    private sealed record Pair(AuthoredText One, AuthoredText Other, string Workflow)
    {
        public RuleName First => Named(One);

        public RuleName Second => Named(Other);

        private RuleName Named(AuthoredText name) => RuleName.Elsewhere(name.Text, Workflow) ?? new RuleName(Workflow, name.Text);
    }
}
