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

    private readonly ProofVariables variables = new();
    private readonly List<ProofRow> rows;
    private readonly object[] assignment;
    private readonly IReadOnlyList<object>[] points;
    private int steps;
    private bool wantsOverlap = true;

    private TableProof(TableDefinition table)
    {
        rows = [.. table.Rows.Where(r => !r.Otherwise).Select((row, i) => new ProofRow(i, ProofCondition.Of(table, row, variables)))];
        points = [.. variables.All.Select(v => v.Points())];
        assignment = new object[points.Length];
    }

    public bool IsComplete { get; private set; }

    public bool IsDisjoint { get; private set; }

    /// <summary>Facts with which no row applies; null when the table is complete or the facts cannot be named.</summary>
    public string? Gap { get; private set; }

    /// <summary>Two rows that apply together for certain, as far as every variable is a plain fact.</summary>
    public (int First, int Second, string Example)? CertainOverlap { get; private set; }

    public static TableProof Of(TableDefinition table)
    {
        var proof = new TableProof(table) { IsComplete = true, IsDisjoint = true };
        var otherwise = table.Rows.Any(r => r.Otherwise);
        proof.Search(0, proof.rows, wantsGap: !otherwise);
        if (proof.steps > MostSteps) (proof.IsComplete, proof.IsDisjoint) = (false, false);
        if (otherwise) (proof.IsComplete, proof.Gap) = (true, null);
        return proof;
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
                (IsComplete, Gap) = (false, Describe());
            }
            return;
        }
        if (variable == points.Length)
        {
            if (candidates.Count > 1) Overlap(candidates);
            return;
        }
        foreach (var point in points[variable])
        {
            assignment[variable] = point;
            var remaining = candidates.Where(r => r.Condition.CanHold(assignment, variable)).ToList();
            Search(variable + 1, remaining, wantsGap);
        }
    }

    private void Overlap(List<ProofRow> together)
    {
        IsDisjoint = false;
        wantsOverlap = false;
        if (Describe() is { } example) CertainOverlap = (together[0].Index, together[1].Index, example);
    }

    private string? Describe()
    {
        if (!variables.All.All(v => v.IsPlainFact)) return null;
        return string.Join(", ", variables.All.Select((v, i) => $"{v.Key} = {ProofVariables.Print(assignment[i])}"));
    }

    private sealed record ProofRow(int Index, ProofCondition Condition);
}
