using System.Runtime.CompilerServices;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Server.CdsHooks.Services;

/// <summary>A workflow as a CDS Hooks service: its name is the service's id, at every hook that it declares.</summary>
internal sealed class HookService
{
    private static readonly ConditionalWeakTable<BoundWorkflow, HookService> Known = [];

    private HookService(BoundWorkflow workflow, HookDeclaration declaration)
    {
        (Workflow, Hooks) = (workflow, declaration.Hooks);
        Data = DataRequirements.Of(workflow, declaration.Required);
        Rules = CardRules.Of(workflow);
        Words = declaration.RelevantWords;
    }

    public BoundWorkflow Workflow { get; }

    public string Id => Workflow.Name;

    public IReadOnlyList<string> Hooks { get; }

    public IReadOnlyList<DataRequirement> Data { get; }

    /// <summary>The rules that can stand behind a card.</summary>
    public CardRules Rules { get; }

    /// <summary>What in a text of the record sounds as if the service concerned the patient.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Null for a workflow that does not declare hooks, or has errors.</summary>
    public static HookService? Of(LibraryWorkflow workflow) =>
        workflow is { Bound: { } bound, Model.About.CdsHooks: { } declaration } ? Known.GetValue(bound, _ => new HookService(bound, declaration)) : null;

    public static IEnumerable<HookService> All(RuleLibrary library) => library.Workflows.Select(Of).OfType<HookService>();
}
