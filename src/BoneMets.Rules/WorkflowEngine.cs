using BoneMets.Rules.Decisions;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules;

/// <summary>Decides with one bound workflow. Thread safe.</summary>
public sealed class WorkflowEngine
{
    private readonly DecisionMaker maker;
    private readonly EngineOptions options;

    public WorkflowEngine(BoundWorkflow workflow, IReadOnlyDictionary<string, EvidenceSource> evidence, EngineOptions options)
    {
        (Workflow, this.options) = (workflow, options);
        maker = new DecisionMaker(workflow, evidence);
        Facts = new FactReader([.. workflow.Inputs.Select(i => (i.Name, i.Schema))]);
    }

    public BoundWorkflow Workflow { get; }

    /// <summary>Reads and pools the facts of this workflow's inputs.</summary>
    public FactReader Facts { get; }

    /// <summary>One decision. Without <paramref name="asOf"/> the evaluation date is unknown, and missing wherever a rule reads it.</summary>
    public Decision Decide(FactSet facts, DateOnly? asOf, Explain explain = Explain.Rules)
    {
        var now = options.Clock.GetUtcNow();
        var id = options.NewDecisionId?.Invoke() ?? Guid.CreateVersion7(now);
        return maker.Decide(facts.Inputs, asOf, explain, new DecisionStamp(id, now, options.Release, options.ReleaseStatus));
    }
}
