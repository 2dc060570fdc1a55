using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>The rule that an <c>EvaluateRule</c> action names: of this workflow, or of another on the same inputs.</summary>
internal sealed class ActionTarget(IDefinitionSource source, RuleAction action, DiagnosticBag bag)
{
    public BoundNode? Bind()
    {
        var name = action.RuleName ?? "";
        if (action.Workflow is null || action.Workflow == source.WorkflowName)
        {
            if (source.Find(name, Cycle) is { } own) return own.Definition is { } definition ? new BoundReference(default, definition) : null;
            return Unknown(name, source.WorkflowName);
        }
        if (source.FindUse(action.Workflow) is not { } usable)
        {
            bag.Add(action.Node.At(DiagnosticCode.UnknownWorkflow, $"there is no workflow `{action.Workflow}`"));
            return null;
        }
        if (usable.Workflow is not { } workflow) return null;
        if (workflow.Rules.FirstOrDefault(r => r.Name == name) is not { } rule) return Unknown(name, workflow.Name);
        var arguments = workflow.Inputs.Select(BoundNode? (input) => UsedInput.Own(source, workflow, input, default, Report)).ToList();
        return new BoundUseReference(default, new BoundUse(workflow, arguments), rule);
    }

    private string? Cycle(string path)
    {
        bag.Add(action.Node.At(DiagnosticCode.CircularDefinition, $"the actions of rules call each other in a circle: {path}"));
        return null;
    }

    private void Report(string message, string? help) => bag.Add(action.Node.At(DiagnosticCode.UseArguments, message, help));

    private BoundNode? Unknown(string rule, string workflow)
    {
        bag.Add(action.Node.At(DiagnosticCode.UnknownRule, $"workflow `{workflow}` has no rule `{rule}`"));
        return null;
    }
}
