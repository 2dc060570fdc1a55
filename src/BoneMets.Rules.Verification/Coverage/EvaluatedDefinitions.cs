using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Coverage;

/// <summary>Notes which definitions take part in a decision, on which objects: of a workflow included per element those of each element.</summary>
internal sealed class EvaluatedDefinitions : ITrace
{
    private readonly Dictionary<IReadOnlyList<FactFrame>, List<(BoundWorkflow Workflow, HashSet<string> Names)>> scopes = new(ReferenceEqualityComparer.Instance);

    /// <summary>Definitions by name; a parameter of a rule has a name that is its own only inside the rule.</summary>
    public IEnumerable<(BoundWorkflow Workflow, IReadOnlyList<FactFrame> Inputs, IReadOnlySet<string> Names)> Scopes =>
        scopes.SelectMany(s => s.Value.Select(w => (w.Workflow, s.Key, (IReadOnlySet<string>)w.Names)));

    public void EnterDefinition(BoundWorkflow workflow, IReadOnlyList<FactFrame> inputs, string name)
    {
        if (!scopes.TryGetValue(inputs, out var found)) scopes.Add(inputs, found = []);
        foreach (var (known, names) in found)
        {
            if (!ReferenceEquals(known, workflow)) continue;
            names.Add(name);
            return;
        }
        found.Add((workflow, new HashSet<string>(StringComparer.Ordinal) { name }));
    }

    public void ExitDefinition(BoundWorkflow workflow, IReadOnlyList<FactFrame> inputs, string name, Value value)
    {
    }

    public void Enter(BoundNode node)
    {
    }

    public void Exit(BoundNode node, Value value)
    {
    }

    public void EnterRow(TableDefinition table, int row)
    {
    }

    public void ExitRow(TableDefinition table, int row, Value applies)
    {
    }

    public void EnterCell(TableDefinition table, int row, int column)
    {
    }

    public void ExitCell(TableDefinition table, int row, int column, Value matches)
    {
    }
}
