using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>
/// What can be proved of a table before any patient is seen: that some row always applies, that no two rows apply together.
/// Every column, and every side of a condition that is no constant, is an independent variable; representative points of its domain
/// (from the schema) stand for all of its values. So a proof may fail where the expressions depend on each other, but never proves wrongly.
/// </summary>
internal sealed class TableProof
{
    private const int MostSteps = 2_000_000;
    private const int MostOverlaps = 20;

    private readonly TableDefinition table;
    private readonly ProofVariables variables = new();
    private readonly List<ProofRow> rows;
    private readonly object[] assignment;
    private readonly IReadOnlyList<object>[] points;
    private object[]? gap;
    private int steps;
    private bool wantsOverlap = true;

    private TableProof(TableDefinition table)
    {
        this.table = table;
        rows = [.. table.Rows.Where(r => !r.Otherwise).Select((row, i) => new ProofRow(i, ProofCondition.Of(table, row, variables)))];
        points = [.. variables.All.Select(v => v.Points())];
        assignment = new object[points.Length];
    }

    public bool IsComplete { get; private set; }

    public bool IsDisjoint { get; private set; }

    /// <summary>Facts with which no row applies; null when the table is complete or the facts cannot be named.</summary>
    public string? Gap { get; private set; }

    public static TableProof Of(TableDefinition table)
    {
        var proof = new TableProof(table) { IsComplete = true, IsDisjoint = true };
        var otherwise = table.Rows.Any(r => r.Otherwise);
        proof.Search(0, proof.rows, wantsGap: !otherwise);
        if (proof.steps > MostSteps) (proof.IsComplete, proof.IsDisjoint) = (false, false);
        if (otherwise) (proof.IsComplete, proof.Gap, proof.gap) = (true, null, null);
        return proof;
    }

    /// <summary>Cells of a row that fills the gap, as far as it reaches; null when there is none, or when more than the columns decides.</summary>
    public IReadOnlyList<string?>? GapCells() => gap is null ? null : Binding.GapCells.Of(table, variables, points, [.. rows.Select(r => r.Condition)], gap);

    /// <summary>Pairs of rows that apply together for certain, as far as what they test are plain facts; at most twenty.</summary>
    public static IReadOnlyList<TableOverlap> OverlapsOf(TableDefinition table)
    {
        var proof = new TableProof(table);
        var found = new List<TableOverlap>();
        foreach (var second in proof.rows)
            foreach (var first in proof.rows.Take(second.Index))
            {
                if (found.Count == MostOverlaps || proof.steps > MostSteps) return found;
                if (proof.Overlap(first, second) is { } overlap) found.Add(overlap);
            }
        return found;
    }

    /// <summary>Walks the grid of points variable by variable, keeping only the rows that can still apply.</summary>
    private void Search(int variable, List<ProofRow> candidates, bool wantsGap)
    {
        if (++steps > MostSteps || (!(wantsGap && IsComplete) && !wantsOverlap)) return;
        if (candidates.Count == 0)
        {
            if (wantsGap && IsComplete)
            {
                for (var i = variable; i < points.Length; i++) assignment[i] = points[i].Count > 0 ? points[i][0] : false;
                (IsComplete, Gap, gap) = (false, Describe(variables.All), [.. assignment]);
            }
            return;
        }
        if (variable == points.Length)
        {
            if (candidates.Count > 1) IsDisjoint = wantsOverlap = false;
            return;
        }
        foreach (var point in points[variable])
        {
            assignment[variable] = point;
            var remaining = candidates.Where(r => r.Condition.CanHold(assignment, variable)).ToList();
            Search(variable + 1, remaining, wantsGap);
        }
    }

    private TableOverlap? Overlap(ProofRow first, ProofRow second)
    {
        var tested = first.Condition.Variables.Concat(second.Condition.Variables).Distinct().OrderBy(v => v.Index).ToList();
        if (!tested.TrueForAll(v => v.IsPlainFact)) return null;
        return tested.Count > 0 && ApplyTogether(first, second, tested, 0) && Describe(tested) is { } example ? new TableOverlap(first.Index, second.Index, example) : null;
    }

    private bool ApplyTogether(ProofRow first, ProofRow second, List<ProofVariable> tested, int from)
    {
        if (from == tested.Count) return true;
        var variable = tested[from].Index;
        foreach (var point in points[variable])
        {
            if (++steps > MostSteps) return false;
            assignment[variable] = point;
            if (first.Condition.CanHold(assignment, variable) && second.Condition.CanHold(assignment, variable) && ApplyTogether(first, second, tested, from + 1)) return true;
        }
        return false;
    }

    private string? Describe(IReadOnlyList<ProofVariable> of) =>
        of.All(v => v.IsPlainFact) ? string.Join(", ", of.Select(v => $"{v.Key} = {ProofVariables.Print(assignment[v.Index])}")) : null;

    private sealed record ProofRow(int Index, ProofCondition Condition);
}
