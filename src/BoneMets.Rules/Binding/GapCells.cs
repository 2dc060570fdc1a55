using System.Globalization;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>
/// Grows a gap of a table from one point to a box of points for which no row applies, as wide as it gets column by column, and writes the box
/// as the cells of the row that is missing.
/// </summary>
internal sealed class GapCells
{
    /// <summary>Points that are looked at; a box that is not grown to its end is still a gap.</summary>
    private const int MostPoints = 20_000;

    private readonly IReadOnlyList<object>[] points;
    private readonly IReadOnlyList<ProofCondition> rows;
    private readonly List<int>[] box;
    private int looked;

    private GapCells(IReadOnlyList<object>[] points, IReadOnlyList<ProofCondition> rows, object[] gap)
    {
        (this.points, this.rows) = (points, rows);
        box = [.. gap.Select((point, i) => new List<int> { IndexOf(points[i], point) })];
    }

    /// <summary>One pattern per column, null where any value does; null when rows ask about more than the columns.</summary>
    public static IReadOnlyList<string?>? Of(
        TableDefinition table, ProofVariables variables, IReadOnlyList<object>[] points, IReadOnlyList<ProofCondition> rows, object[] gap)
    {
        var columns = table.Columns.Select(c => variables.All.Find(v => v.Key == BoundKey.Of(c.Expression))).ToList();
        if (table.Columns.Count == 0 || variables.All.Exists(v => !columns.Contains(v)) || points.Any(p => p.Count == 0)) return null;
        var grown = new GapCells(points, rows, gap);
        foreach (var column in columns.OfType<ProofVariable>().Distinct()) grown.Grow(column);
        return [.. columns.Select((c, i) => c is null ? null : grown.Cell(c, table.Columns[i].Expression.Type))];
    }

    private void Grow(ProofVariable variable)
    {
        var (mine, all) = (box[variable.Index], points[variable.Index].Count);
        if (points[variable.Index][0] is decimal)
        {
            // A range has no holes.
            for (var low = mine[0] - 1; low >= 0 && IsFree(variable.Index, low); low--) mine.Insert(0, low);
            for (var high = mine[^1] + 1; high < all && IsFree(variable.Index, high); high++) mine.Add(high);
            return;
        }
        for (var i = 0; i < all; i++)
            if (!mine.Contains(i) && IsFree(variable.Index, i)) mine.Add(i);
        mine.Sort();
    }

    /// <summary>No row applies to any point of the box with this value in place of those of its column.</summary>
    private bool IsFree(int variable, int point)
    {
        var assignment = new object[points.Length];
        return IsFree(0);

        bool IsFree(int at)
        {
            if (at == points.Length) return ++looked <= MostPoints && rows.All(r => r.Holds(assignment, at) == false);
            foreach (var index in at == variable ? [point] : box[at])
            {
                assignment[at] = points[at][index];
                if (!IsFree(at + 1)) return false;
            }
            return true;
        }
    }

    private string? Cell(ProofVariable variable, FactType type)
    {
        var (all, mine) = (points[variable.Index], box[variable.Index]);
        if (mine.Count == all.Count) return null;
        if (all[0] is decimal) return Range(variable, type, (decimal)all[mine[0]], (decimal)all[mine[^1]], mine[0] == 0, mine[^1] == all.Count - 1);
        var (inside, outside) = (mine.Select(i => all[i]), Enumerable.Range(0, all.Count).Where(i => !mine.Contains(i)).Select(i => all[i]));
        // Of a text the last point stands for all that no row names.
        return type is TextType && mine[^1] == all.Count - 1 ? string.Join(" and ", outside.Select(w => $"not {Constant(w)}")) : string.Join(" or ", inside.Select(Constant));
    }

    /// <summary>A point that is no bound stands for all values up to the bounds beside it.</summary>
    private static string Range(ProofVariable variable, FactType type, decimal low, decimal high, bool isLowest, bool isHighest)
    {
        var (bounds, isWhole) = (variable.Bounds, type is DateType or NumberType { IsInteger: true });
        var (isFrom, isTo) = (isWhole || bounds.Contains(low), isWhole || bounds.Contains(high));
        var least = bounds.Contains(low) ? low : bounds.LastOrDefault(b => b < low) + (isWhole ? 1 : 0);
        var most = bounds.Contains(high) ? high : bounds.FirstOrDefault(b => b > high) - (isWhole ? 1 : 0);
        if (!isLowest && !isHighest && isFrom && isTo && least == most) return Number(least, type);
        var from = $"{(isFrom ? ">=" : ">")} {Number(least, type)}";
        var to = $"{(isTo ? "<=" : "<")} {Number(most, type)}";
        return isLowest ? to : isHighest ? from : $"{from} and {to}";
    }

    private static string Number(decimal value, FactType type) =>
        type is DateType ? $"Date(\"{DateOnly.FromDayNumber(decimal.ToInt32(value)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\")" : ExactNumber.Show(value);

    private static string Constant(object value) => value is bool truth ? truth ? "true" : "false" : CanonicalJson.Quote((string)value);

    private static int IndexOf(IReadOnlyList<object> points, object point)
    {
        for (var i = 0; i < points.Count; i++)
            if (points[i].Equals(point)) return i;
        return 0;
    }
}
