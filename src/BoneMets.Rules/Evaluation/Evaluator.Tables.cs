using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Evaluation;

/// <summary>Decision tables: which rows apply, what the hit policy makes of them, and what an output comes to. Scores are sums of tables.</summary>
public sealed partial class Evaluator
{
    /// <summary>Which rows of a table of this workflow count; evaluated once.</summary>
    public TableResult ResultOf(TableDefinition table) => tables[table.Index] ??= Decide(table);

    /// <summary>Whether a row of a table of this workflow applies, whatever the other rows do.</summary>
    public Value Applies(TableDefinition table, int row) => Applies(table, row, new Value?[table.Columns.Count]);

    /// <summary>Every item is asked, so that a fault in any of them is not hidden by an unknown one before it.</summary>
    private Value Total(ScoreDefinition score)
    {
        Value total = new KnownValue(0m);
        foreach (var item in score.Items)
        {
            total = Arithmetic.Apply(ArithmeticOperator.Add, total, ValueOf(item));
            if (total is FaultValue) return total;
        }
        return total;
    }

    private TableResult Decide(TableDefinition table)
    {
        var columns = new Value?[table.Columns.Count];
        var rows = new Value?[table.Rows.Count];
        var thens = new Value?[table.Rows.Count, table.Outputs.Count];
        List<int> sure = [], possible = [];
        if (!context.Budget.TrySpend(table.Steps)) return Failed(Faults.BudgetExhausted);
        var oneIsEnough = table.HitPolicy == HitPolicy.First || (table.HitPolicy == HitPolicy.Unique && table.IsDisjoint);
        for (var row = 0; row < rows.Length && !(oneIsEnough && sure.Count > 0); row++)
        {
            Trace?.EnterRow(table, row);
            var applies = rows[row] = Applies(table, row, columns);
            Trace?.ExitRow(table, row, applies);
            if (applies is FaultValue fault) return Failed(fault);
            if (Kleene.IsTrue(applies)) sure.Add(row);
            else if (Kleene.IsUndecided(applies)) possible.Add(row);
            if (table.HitPolicy == HitPolicy.Unique && sure.Count > 1) return Failed(Faults.RowsOverlap(table.Name, sure[0], sure[1]));
        }
        if (table.HitPolicy == HitPolicy.Unique && table.IsDisjoint && sure.Count > 0) possible.Clear();
        if (table.HitPolicy == HitPolicy.Any && Disagreement(table, sure, thens) is { } disagreement) return Failed(disagreement);
        if (sure.Count + possible.Count == 0 && NeedsARow(table)) context.NoRowApplies(table);
        var result = new TableResult(table, rows, sure, possible, null, thens);
        return table.HitPolicy == HitPolicy.Priority ? Prioritized(result, rows, thens) : result;

        TableResult Failed(FaultValue fault) => new(table, rows, [], [], fault, thens);
    }

    /// <summary>A row's cells from left to right, then its condition, until one decides. A column is evaluated when the first cell asks for it.</summary>
    private Value Applies(TableDefinition table, int row, Value?[] columns)
    {
        var definition = table.Rows[row];
        Value result = Value.True;
        for (var column = 0; column < definition.Cells.Count; column++)
        {
            if (definition.Cells[column] is not { } pattern) continue;
            Trace?.EnterCell(table, row, column);
            var operand = columns[column] ??= Evaluate(table.Columns[column].Expression);
            var matches = Patterns.Test(pattern, operand);
            Trace?.ExitCell(table, row, column, matches);
            result = Kleene.And(result, matches);
            if (result is FaultValue || Kleene.IsFalse(result)) return result;
        }
        return definition.Condition is { } condition ? Kleene.And(result, Evaluate(condition)) : result;
    }

    /// <summary>Two rows that surely apply must give the same, as far as both are known.</summary>
    private FaultValue? Disagreement(TableDefinition table, List<int> sure, Value?[,] thens)
    {
        if (sure.Count < 2) return null;
        for (var output = 0; output < table.Outputs.Count; output++)
        {
            (int Row, KnownValue Value)? first = null;
            foreach (var row in sure)
            {
                var value = thens[row, output] ??= Evaluate(table.Rows[row].Then[output]);
                if (value is FaultValue fault) return fault;
                if (value is not KnownValue known) continue;
                if (first is null) first = (row, known);
                else if (!first.Value.Value.Content.Equals(known.Content)) return Faults.RowsDisagree(table.Name, first.Value.Row, row);
            }
        }
        return null;
    }

    /// <summary>
    /// The best row that surely applies and the possible rows before it, in the order of the first output's words (then of the document).
    /// While a first output is itself undecided no row can be passed over.
    /// </summary>
    private TableResult Prioritized(TableResult all, Value?[] rows, Value?[,] thens)
    {
        var ranks = new Dictionary<int, (int Word, int Row)>();
        var undecided = MissingFacts.None;
        var isDecided = true;
        foreach (var row in all.Sure.Concat(all.Possible).Order())
        {
            var value = ThenOf(all, row, 0);
            if (value is FaultValue fault) return new TableResult(all.Table, rows, [], [], fault, thens);
            if (value is KnownValue { Content: var word }) ranks.Add(row, (all.Table.Outputs[0].RankOf(word), row));
            else (isDecided, undecided) = (false, undecided.And(value.Missing));
        }
        if (!isDecided)
        {
            all.Missing = all.Missing.And(undecided);
            return all;
        }
        if (all.Sure.Count == 0) return all;
        var best = all.Sure.MinBy(row => ranks[row]);
        int[] before = [.. all.Possible.Where(row => ranks[row].CompareTo(ranks[best]) < 0)];
        return new TableResult(all.Table, rows, [best], before, null, thens);
    }

    private Value OutputOf(TableOutputDefinition output)
    {
        var result = ResultOf(output.Table);
        if (result.Fault is { } fault) return fault;
        if (output.Table.HitPolicy == HitPolicy.Collect) return Collected(result, output.Index);
        var outcomes = new List<Value>(result.Sure.Count + result.Possible.Count);
        foreach (var row in result.Sure.Concat(result.Possible).Order())
        {
            outcomes.Add(ThenOf(result, row, output.Index));
            if (outcomes[^1] is FaultValue) return outcomes[^1];
        }
        return result.MayBeNone
            ? new UnknownValue(outcomes.Aggregate(result.Missing, (all, v) => all.And(v.Missing)))
            : Candidates.Join(outcomes, result.Missing);
    }

    private Value Collected(TableResult result, int output)
    {
        var missing = result.Missing;
        if (result.Table.Aggregation == Aggregation.Count)
        {
            return Candidates.Range(result.Sure.Count, result.Sure.Count + result.Possible.Count, missing);
        }
        var items = new List<ListItem>();
        foreach (var row in result.Sure.Concat(result.Possible).Order())
        {
            var value = ThenOf(result, row, output);
            if (value is FaultValue) return value;
            var isSure = Kleene.IsTrue(result.Rows[row]!);
            items.Add(new ListItem(value, isSure, isSure ? MissingFacts.None : result.Rows[row]!.Missing));
        }
        return result.Table.Aggregation switch
        {
            Aggregation.List => new KnownValue(new ListValue(items)),
            Aggregation.Sum => Lists.Sum(items),
            var aggregation => Lists.Extreme(aggregation == Aggregation.Max, items, result.Table.IsComplete),
        };
    }

    private Value ThenOf(TableResult result, int row, int output) =>
        result.Then(row, output) ??= Evaluate(result.Table.Rows[row].Then[output]);

    /// <summary>A list, a sum and a count of no rows are values; everything else says nothing.</summary>
    private static bool NeedsARow(TableDefinition table) =>
        table.HitPolicy != HitPolicy.Collect || table.Aggregation is Aggregation.Min or Aggregation.Max;
}
