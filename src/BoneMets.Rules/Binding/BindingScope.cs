using System.Collections.Immutable;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>
/// What names mean at one place: lambda parameters inside, then the local parameters of a rule, then the workflow.
/// <see cref="Element"/> is the nameless parameter of a Microsoft predicate without a lambda; its fields are found first.
/// </summary>
internal sealed record BindingScope(IDefinitionSource Workflow)
{
    public ImmutableList<LambdaVariable> Variables { get; init; } = [];

    public LambdaVariable? Element { get; init; }

    /// <summary>The rule whose local parameters are in sight, null outside of rules.</summary>
    public LocalParameters? Locals { get; init; }

    public BindingScope With(LambdaVariable variable) => this with { Variables = Variables.Add(variable), Element = null };

    public BindingScope WithElement(LambdaVariable variable) => this with { Variables = Variables.Add(variable), Element = variable };

    public int Depth => Variables.Count;
}

/// <summary>Names of a workflow, bound on demand so that definitions may stand in any order.</summary>
internal interface IDefinitionSource
{
    string WorkflowName { get; }

    /// <summary>Whether inputs are bound by shape (a file written for Microsoft's engine).</summary>
    bool IsShapeBound { get; }

    IReadOnlyList<BoundWorkflowInput> Inputs { get; }

    /// <summary>The definition of that name; null when there is none. <c>Definition</c> is null when it could not be bound (already reported).</summary>
    Lookup? Find(string name, Func<string, string?> reportCycle);

    TableDefinition? FindTable(string name, Func<string, string?> reportCycle);

    bool HasTable(string name);

    /// <summary>A workflow that this one may use; null when it is not declared or unusable.</summary>
    UsableWorkflow? FindUse(string name);

    bool IsDisabledRule(string name);

    /// <summary>Every name in sight, for suggestions.</summary>
    IEnumerable<string> Names { get; }
}

internal sealed record Lookup(Definition? Definition);

/// <summary><see cref="Workflow"/> is null when the workflow exists and is used, but has errors of its own.</summary>
internal sealed record UsableWorkflow(BoundWorkflow? Workflow, bool IsDeclared);

/// <summary>The local parameters of one rule, bound in order: each may use those before it.</summary>
internal sealed class LocalParameters
{
    private readonly Dictionary<string, ParameterDefinition?> byName = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => byName.Keys;

    public IEnumerable<(string Name, ParameterDefinition? Definition)> All => byName.Select(p => (p.Key, p.Value));

    public void Add(string name, ParameterDefinition? definition) => byName[name] = definition;

    public bool TryFind(string name, out ParameterDefinition? definition) => byName.TryGetValue(name, out definition);
}
