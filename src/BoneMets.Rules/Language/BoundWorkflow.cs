using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Language;

/// <summary>A workflow whose every expression is bound: what evaluator, compiler and verification work on. Immutable and thread safe after binding.</summary>
public sealed class BoundWorkflow(Workflow model)
{
    public Workflow Model { get; } = model;
    public string Name => Model.Name;

    /// <summary>Names and schemas of the inputs, in order; a fact set has one frame for each.</summary>
    public IReadOnlyList<BoundWorkflowInput> Inputs { get; internal set; } = [];

    /// <summary>All definitions by <see cref="Definition.Slot"/>: params, score items, scores, table outputs, rules, local params.</summary>
    public IReadOnlyList<Definition> Definitions { get; internal set; } = [];

    public IReadOnlyList<ParameterDefinition> Params { get; internal set; } = [];
    public IReadOnlyList<ScoreDefinition> Scores { get; internal set; } = [];

    /// <summary>Decision tables and score items by <see cref="TableDefinition.Index"/>.</summary>
    public IReadOnlyList<TableDefinition> Tables { get; internal set; } = [];

    /// <summary>All rules in document order, nested ones after their parent; top-level ones have no parent.</summary>
    public IReadOnlyList<RuleDefinition> Rules { get; internal set; } = [];

    /// <summary>Workflows whose rules and recommendations join this decision.</summary>
    public IReadOnlyList<BoundInclude> Includes { get; internal set; } = [];

    /// <summary>Whom the workflow concerns, where its metadata say so (<see cref="HookDeclaration.RelevantWhen"/>). No decision depends on it.</summary>
    public BoundRelevance? Relevance { get; internal set; }

    /// <summary>Some expression reads <c>asOf</c>, here or in a used workflow.</summary>
    public bool ReadsAsOf { get; internal set; }

    /// <summary>Schema paths of all facts read, here or in used workflows, in the caller's terms where these can be known: <c>patient.lesions.pain</c>. Sorted.</summary>
    public IReadOnlyList<string> FactsRead { get; internal set; } = [];

    /// <summary><c>sha256:…</c> over the workflow, the workflows that it uses, and the fact schemas: the same hash decides the same.</summary>
    public string Hash { get; internal set; } = "";
}

/// <summary>Whom a workflow concerns. <c>Facts</c> are what the condition reads, as <see cref="BoundWorkflow.FactsRead"/> names it.</summary>
public sealed record BoundRelevance(BoundNode Condition, IReadOnlyList<string> Facts);

public sealed record BoundWorkflowInput(string Name, ObjectSchema Schema);

/// <summary>
/// An included workflow: once, or once per element of <see cref="ForEach"/>, as far as <see cref="When"/> holds
/// (for rules of the urgencies <see cref="WhenAppliesTo"/>; for all when that is empty).
/// Of a workflow included per element, <see cref="PerElement"/> are the definitions that depend on the element; all others are the same
/// for every element and join the decision once.
/// </summary>
public sealed record BoundInclude(
    BoundUse Use, BoundNode? When, IReadOnlyList<Urgency> WhenAppliesTo, BoundNode? ForEach, LambdaVariable? Variable, string? ListPath, IReadOnlySet<Definition>? PerElement);
