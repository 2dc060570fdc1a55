using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Verification.Analysis.Solving;

namespace BoneMets.Rules.Verification.Analysis.Analyzers;

/// <summary>Patients of whom everything is known that a table asks for, and for whom no row of it applies: its outputs then say nothing.</summary>
internal sealed class TableGaps : IAnalyzer
{
    public IEnumerable<Finding> Analyze(WorkflowUnderAnalysis subject, CancellationToken cancellation)
    {
        foreach (var table in subject.Bound.Tables.Where(t => !t.IsComplete && t.HitPolicy != HitPolicy.Collect))
        {
            var what = table.IsScoreItem ? "band of score item" : "row of table";
            var (_, patient) = subject.FindDecision(
                $"is there always a {what} `{table.Name}`?", () => Term.And(subject.All.RowsOf(table).Select(r => r.IsFalse)),
                d => d.Notices.Any(n => n.Code == DiagnosticCode.NoRowApplies.Id && n.Message.Contains($"`{table.Name}`", StringComparison.Ordinal)), cancellation);
            if (patient is null) continue;
            yield return subject.Finding(table.Node, DiagnosticCode.NoRowForSome, $"no {what} `{table.Name}` applies to some patient", "add a row for them, or an `Otherwise` row that says what is true of all others", patient);
        }
    }
}
