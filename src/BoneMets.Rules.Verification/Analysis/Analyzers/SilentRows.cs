using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Language;
using BoneMets.Rules.Verification.Analysis.Solving;

namespace BoneMets.Rules.Verification.Analysis.Analyzers;

/// <summary>
/// Rows that decide for nobody: other rows take all of their patients, or their cells exclude each other. While a fact is missing a last row
/// may apply beside earlier ones that are open; it decides only when it is the one that counts.
/// </summary>
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
        var (isNone, _) = subject.FindPatient(
            $"does {what} {row + 1} of `{table.Name}` ever decide?", () => Decides(table, subject.All.ResultOf(table), row), p => subject.RowOf(table, row, p) is { } found && Decides(found.Result, row), cancellation);
        if (!isNone) return null;
        var (why, patient) = Reason(subject, table, row, what, cancellation);
        return subject.Finding(table.Rows[row].Node, DiagnosticCode.RowNeverDecides, $"{what} {row + 1} of `{table.Name}` decides for no patient", why, patient);
    }

    /// <summary>Best shown by a patient for whom another row decides in its place; else by one for whom it stays open which row does; else by nobody.</summary>
    private static (string Why, Patient? Example) Reason(WorkflowUnderAnalysis subject, TableDefinition table, int row, string what, CancellationToken cancellation)
    {
        Term Applies() => subject.All.RowsOf(table)[row].IsTrue;
        Term IsTaken() => Term.Or(subject.All.ResultOf(table).Sure.Where((_, other) => other != row).Append(subject.All.ResultOf(table).Fault));
        var failing = false;
        bool IsTakenFrom(Patient patient)
        {
            if (subject.RowOf(table, row, patient) is not { Applies: true, Result: var result } || Decides(result, row)) return false;
            if (result.Fault is null && !result.Sure.Any(s => s != row)) return false;
            failing = result.Fault is not null;
            return true;
        }

        var (isTakenFromNobody, patient) = subject.FindPatient($"who is taken from {what} {row + 1} of `{table.Name}`?", () => Term.And(Applies(), IsTaken()), IsTakenFrom, cancellation);
        if (!isTakenFromNobody)
            return (failing ? "the table fails for every patient to whom it applies" : $"the {what}s {(table.HitPolicy == HitPolicy.Priority ? "that are better" : "before it")} take every patient to whom it applies", patient);
        var (appliesToNobody, open) = subject.FindPatient(
            $"does {what} {row + 1} of `{table.Name}` ever apply?", Applies, p => subject.RowOf(table, row, p) is { Applies: true } found && !Decides(found.Result, row), cancellation);
        return appliesToNobody
            ? ("its cells exclude each other, or a value is outside what the fact schema allows", null)
            : ($"whenever it applies, it is still open whether a {what} before it does", open);
    }

    private static bool OneDecides(TableDefinition table) => table.HitPolicy is not (HitPolicy.Any or HitPolicy.Collect);

    private static Term Decides(TableDefinition table, SymbolicTable result, int row) => OneDecides(table) ? Term.And(result.Sure[row], Term.Not(Term.Or(result.Perhaps))) : result.Sure[row];

    private static bool Decides(TableResult result, int row) => result.Sure.Contains(row) && (!OneDecides(result.Table) || result.Possible.Count == 0);
}
