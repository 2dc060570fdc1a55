using BoneMets.Rules.Documents;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Analysis.Solving;

/// <summary>
/// Which rows of a table count, for all patients at once. A row <see cref="Sure"/> applies or <see cref="Perhaps"/> does; rows that the hit policy
/// passes over are neither.
/// </summary>
internal sealed record SymbolicTable(IReadOnlyList<Truth> Rows, IReadOnlyList<Term> Sure, IReadOnlyList<Term> Perhaps, Term Fault, Term MayBeNone);

/// <summary>Decision tables and score items.</summary>
internal sealed partial class SymbolicWorkflow
{
    /// <summary>Whether each row applies, as if it were alone.</summary>
    public IReadOnlyList<Truth> RowsOf(TableDefinition table) => ResultOf(table).Rows;

    public SymbolicTable ResultOf(TableDefinition table)
    {
        if (!tables.TryGetValue(table, out var result)) tables.Add(table, result = Decide(table));
        return result;
    }

    private SymbolicTable Decide(TableDefinition table)
    {
        var columns = new Symbol?[table.Columns.Count];
        var rows = table.Rows.Select(row => Named(Applies(table, row, columns))).ToList();
        var isUnique = table.HitPolicy == HitPolicy.Unique;
        var oneIsEnough = table.HitPolicy == HitPolicy.First || (isUnique && table.IsDisjoint);
        var (sure, perhaps, found, fault) = (new List<Term>(), new List<Term>(), Term.False, Term.False);
        foreach (var row in rows)
        {
            var looked = oneIsEnough ? Term.Not(Term.Or(found, fault)) : Term.Not(fault);
            sure.Add(script.Truth(Term.And(looked, row.IsTrue)));
            perhaps.Add(script.Truth(Term.And(looked, row.Undecided)));
            var clash = isUnique && !table.IsDisjoint ? Term.And(looked, row.IsTrue, found) : Term.False;
            fault = script.Truth(Term.Or(fault, Term.And(looked, row.Fault), clash));
            found = script.Truth(Term.Or(found, row.IsTrue));
        }
        var isNoneSure = Term.Not(Term.Or(sure));
        if (isUnique && table.IsDisjoint) perhaps = [.. perhaps.Select(p => script.Truth(Term.And(isNoneSure, p)))];
        if (table.HitPolicy == HitPolicy.Any) fault = script.Truth(Term.Or(fault, Disagreement(table, sure)));
        if (table.HitPolicy == HitPolicy.Priority) Prioritize(table, sure, perhaps);
        var none = Term.And(isNoneSure, table.IsComplete ? Term.Not(Term.Or(perhaps)) : Term.True);
        Term Sound(Term term) => script.Truth(Term.And(Term.Not(fault), term));
        return new SymbolicTable(rows, [.. sure.Select(Sound)], [.. perhaps.Select(Sound)], fault, Sound(none));
    }

    private Truth Applies(TableDefinition table, BoundRow row, Symbol?[] columns)
    {
        var cells = row.Cells.Select((cell, i) => cell is null ? null : Test(cell, columns[i] ??= Named(Evaluate(table.Columns[i].Expression)))).OfType<Truth>();
        return Chain(isAnd: true, row.Condition is { } condition ? cells.Append((Truth)Evaluate(condition)) : cells);
    }

    private Term Disagreement(TableDefinition table, List<Term> sure)
    {
        var found = new List<Term>();
        for (var output = 0; output < table.Outputs.Count; output++)
            for (var second = 1; second < sure.Count; second++)
                for (var first = 0; first < second; first++)
                {
                    var (a, b) = (Evaluate(table.Rows[first].Then[output]), Evaluate(table.Rows[second].Then[output]));
                    found.Add(Term.And(sure[first], sure[second], Term.Or(a.Fault, b.Fault, Term.And(a.Known, b.Known, Equality(a, b).Different))));
                }
        return Term.Or(found);
    }

    /// <summary>The best row that surely applies and the possible ones before it, in the order of the first output's words.</summary>
    private void Prioritize(TableDefinition table, List<Term> sure, List<Term> perhaps)
    {
        var output = table.Outputs[0];
        var ranks = table.Rows.Select((row, i) => (row.Then[0] is BoundConstant constant ? output.RankOf(constant.Value) : throw new NotTranslatedException(output.Type), i)).ToList();
        List<Term> applies = [.. sure];
        for (var row = 0; row < applies.Count; row++)
        {
            var better = Term.Or(applies.Where((_, other) => ranks[other].CompareTo(ranks[row]) < 0));
            sure[row] = script.Truth(Term.And(sure[row], Term.Not(better)));
            perhaps[row] = script.Truth(Term.And(perhaps[row], Term.Not(better)));
        }
    }

    private Symbol OutputOf(TableOutputDefinition output)
    {
        var result = ResultOf(output.Table);
        if (output.Table.HitPolicy == HitPolicy.Collect) return Collected(output, result);
        var rows = output.Table.Rows;
        return Join([.. rows.Select((row, i) => (Term.Or(result.Sure[i], result.Perhaps[i]), Evaluate(row.Then[output.Index])))], result.MayBeNone, result.Fault);
    }

    private Symbol Collected(TableOutputDefinition output, SymbolicTable result)
    {
        if (output.Table.Aggregation == Aggregation.Count)
        {
            Term Count(IEnumerable<Term> rows) => rows.Select(r => Term.If(r, Term.Of(1m), Zero)).Aggregate(Zero, (a, b) => Term.Calculate(ArithmeticOperator.Add, a, b));
            var sure = script.Number(Count(result.Sure));
            var all = script.Number(Term.Calculate(ArithmeticOperator.Add, sure, Count(result.Perhaps)));
            return new Number([new Alternative(Term.True, sure, all)], Term.False, result.Fault);
        }
        var elements = output.Table.Rows.Select((row, i) => new Element(Evaluate(row.Then[output.Index]), result.Sure[i], result.Perhaps[i])).ToList();
        var list = new Series(elements, Term.False, Term.Or([result.Fault, .. elements.Select(e => Term.And(Term.Or(e.Sure, e.Perhaps), e.Value.Fault))]));
        return output.Table.Aggregation switch
        {
            Aggregation.List => list,
            Aggregation.Sum => Sum(list),
            var aggregation => Extreme(list, aggregation == Aggregation.Max, output.Table.IsComplete),
        };
    }
}
