using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;
using BoneMets.Rules.Verification.Analysis.Solving;

namespace BoneMets.Rules.Verification.Analysis.Analyzers;

/// <summary>Rows that decide for nobody: earlier rows take all of their patients, or their cells exclude each other.</summary>
internal sealed class SilentRows : IAnalyzer
{
    public IEnumerable<Finding> Analyze(WorkflowUnderAnalysis subject, CancellationToken cancellation)
    {
        foreach (var table in subject.Bound.Tables)
            for (var row = 0; row < table.Rows.Count; row++)
                if (Analyze(subject, table, row, cancellation) is { } finding) yield return finding;
    }

    private static Finding? Analyze(WorkflowUnderAnalysis subject, TableDefinition table, int row, CancellationToken cancellation)
    {
        var what = table.IsScoreItem ? "band" : "row";
        var (isNone, _) = subject.FindPatient($"does {what} {row + 1} of `{table.Name}` ever decide?", () => subject.All.ResultOf(table).Sure[row], p => subject.ResultOf(table, p)?.Sure.Contains(row) == true, cancellation);
        if (!isNone) return null;
        // A row that nobody reaches, and one that only other rows' silence would leave.
        var (appliesToNobody, patient) = subject.FindPatient($"does {what} {row + 1} of `{table.Name}` ever apply?", () => subject.All.RowsOf(table)[row].IsTrue, p => subject.ResultOf(table, p)?.Sure.Any(s => s < row) == true, cancellation);
        var why = appliesToNobody ? "its cells exclude each other, or a value is outside what the fact schema allows" : "the rows before it take every patient to whom it applies";
        return subject.Finding(table.Rows[row].Node, DiagnosticCode.RowNeverDecides, $"{what} {row + 1} of `{table.Name}` decides for no patient", why, patient);
    }
}
