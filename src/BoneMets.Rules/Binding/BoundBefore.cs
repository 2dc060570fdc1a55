using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>
/// What an earlier library was bound to. A workflow is taken over when everything that its binding looked at is the same object as then:
/// the fact schemas, and under each name of a workflow that was looked up the same model, or again none. Immutable and thread safe.
/// </summary>
internal sealed class BoundBefore(IReadOnlyDictionary<string, ObjectSchema> schemas, IReadOnlyDictionary<string, RememberedBinding> workflows)
{
    public static readonly BoundBefore Nothing = new(new Dictionary<string, ObjectSchema>(), new Dictionary<string, RememberedBinding>());

    /// <summary>Null when it has to be bound anew.</summary>
    public RememberedBinding? Find(string workflow, IReadOnlyDictionary<string, Workflow> models, IReadOnlyDictionary<string, ObjectSchema> current)
    {
        if (!ReferenceEquals(schemas, current) || !workflows.TryGetValue(workflow, out var remembered)) return null;
        return remembered.LookedUp.All(l => ReferenceEquals(models.GetValueOrDefault(l.Key), l.Value)) ? remembered : null;
    }
}

/// <summary>A workflow without errors: its findings, and every name of a workflow that was looked up for it, by itself or by those that it uses.</summary>
internal sealed record RememberedBinding(BoundWorkflow Bound, IReadOnlyList<Diagnostic> Findings, IReadOnlyDictionary<string, Workflow?> LookedUp);
