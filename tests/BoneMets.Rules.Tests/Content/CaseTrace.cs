using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Content;

/// <summary>What golden cases reach: the rows that surely apply and the numbers that every expression came to.</summary>
internal sealed class CaseTrace : ITrace
{
    private int refused;

    public HashSet<(TableDefinition Table, int Row)> Rows { get; } = [];

    public Dictionary<BoundNode, HashSet<decimal>> Numbers { get; } = [];

    public void Enter(BoundNode node) { }

    public void Exit(BoundNode node, Value value)
    {
        if (value is not KnownValue { Content: decimal number }) return;
        if (!Numbers.TryGetValue(node, out var seen)) Numbers.Add(node, seen = []);
        seen.Add(number);
    }

    public void EnterDefinition(BoundWorkflow workflow, IReadOnlyList<FactFrame> inputs, string name) { }

    public void ExitDefinition(BoundWorkflow workflow, IReadOnlyList<FactFrame> inputs, string name, Value value) { }

    public void EnterRow(TableDefinition table, int row)
    {
        if (row == 0) refused = 0;
    }

    public void ExitRow(TableDefinition table, int row, Value applies)
    {
        // A row after one that is still possible is not surely the one that decides.
        if (Shipped.Truth(applies) == true && refused == row) Rows.Add((table, row));
        if (Shipped.Truth(applies) == false) refused++;
    }

    public void EnterCell(TableDefinition table, int row, int column) { }

    public void ExitCell(TableDefinition table, int row, int column, Value matches) { }
}
