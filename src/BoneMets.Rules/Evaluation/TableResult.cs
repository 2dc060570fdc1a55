using BoneMets.Rules.Language;

namespace BoneMets.Rules.Evaluation;

/// <summary>
/// Which rows of a table count in one evaluation, by the hit policy: <see cref="Sure"/> ones apply, <see cref="Possible"/> ones may,
/// both in document order. Rows that a hit policy passes over (a later or a lower row) are in neither.
/// </summary>
public sealed class TableResult
{
    private readonly Value?[,] thens;

    internal TableResult(
        TableDefinition table, IReadOnlyList<Value?> rows, IReadOnlyList<int> sure, IReadOnlyList<int> possible, FaultValue? fault, Value?[,] thens)
    {
        (Table, Rows, Sure, Possible, Fault, this.thens) = (table, rows, sure, possible, fault, thens);
        foreach (var row in possible) Missing = Missing.And(rows[row]!.Missing);
    }

    public TableDefinition Table { get; }

    /// <summary>Whether each row applies: true, false, unknown or a fault; null for a row that was not looked at.</summary>
    public IReadOnlyList<Value?> Rows { get; }

    /// <summary>The rows that surely count. Empty after a fault.</summary>
    public IReadOnlyList<int> Sure { get; }

    /// <summary>The rows that may count. Empty after a fault.</summary>
    public IReadOnlyList<int> Possible { get; }

    /// <summary>Why the table has no result at all.</summary>
    public FaultValue? Fault { get; }

    /// <summary>The facts that decide whether the possible rows count.</summary>
    public MissingFacts Missing { get; internal set; } = MissingFacts.None;

    /// <summary>It may be that no row applies: none surely does and the table is not proved complete.</summary>
    public bool MayBeNone => Fault is null && Sure.Count == 0 && !(Table.IsComplete && Possible.Count > 0);

    internal ref Value? Then(int row, int output) => ref thens[row, output];
}
