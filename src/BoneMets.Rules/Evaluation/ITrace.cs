using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Evaluation;

/// <summary>
/// The one observation point of an evaluation: explanation and coverage listen here and nothing instruments on its own.
/// Calls nest. An operand that was not needed is not reported. Without a trace an evaluation pays nothing.
/// </summary>
public interface ITrace
{
    void Enter(BoundNode node);

    void Exit(BoundNode node, Value value);

    /// <summary>
    /// A definition is evaluated for the first time on these inputs; its nodes follow until <see cref="ExitDefinition"/>.
    /// A used workflow has inputs of its own, perhaps one set per element of a list.
    /// </summary>
    void EnterDefinition(BoundWorkflow workflow, IReadOnlyList<FactFrame> inputs, string name);

    void ExitDefinition(BoundWorkflow workflow, IReadOnlyList<FactFrame> inputs, string name, Value value);

    /// <summary>A table's row was looked at: whether it applies (a known boolean, unknown or a fault).</summary>
    void EnterRow(TableDefinition table, int row);

    void ExitRow(TableDefinition table, int row, Value applies);

    void EnterCell(TableDefinition table, int row, int column);

    void ExitCell(TableDefinition table, int row, int column, Value matches);
}
