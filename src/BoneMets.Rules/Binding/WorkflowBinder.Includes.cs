using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>What stands beside the definitions: included workflows, and whom the workflow concerns.</summary>
internal sealed partial class WorkflowBinder
{
    private BoundNode? BindRelevance() => model.About.CdsHooks?.RelevantWhen is { } condition ? ExpressionBinder.BindCondition(condition, scope, bag) : null;

    private BoundInclude? BindInclude(WorkflowUse use)
    {
        if (FindUse(use.Workflow) is not { Workflow: { } target }) return null;
        var when = use.When is { } whenText ? ExpressionBinder.BindCondition(whenText, scope, bag) : null;
        BoundNode? list = null;
        LambdaVariable? variable = null;
        if (use.ForEach is { } forEach)
        {
            list = ExpressionBinder.Bind(forEach, scope, bag);
            if (list is null) return null;
            if (list.Type is not ListType { Element: ObjectType element })
            {
                bag.Add(forEach.Node.At(DiagnosticCode.TypeMismatch, $"`{forEach.Text}` is {list.Type.Describe()}, not a list of objects"));
                return null;
            }
            variable = new LambdaVariable(use.As ?? "it", element, 0);
        }
        var arguments = new BoundNode?[target.Inputs.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            var input = target.Inputs[i];
            if (variable is { Type: ObjectType o } && ReferenceEquals(o.Schema, input.Schema) && (use.As is null || use.As == input.Name || !target.Inputs.Any(t => t.Name == use.As)))
                arguments[i] = new BoundVariable(default, variable);
            else
                arguments[i] = UsedInput.Own(this, target, input, default, (message, help) => bag.Add(use.Node.At(DiagnosticCode.UseArguments, message, help)));
        }
        if (variable is not null && !arguments.Any(a => a is BoundVariable))
        {
            bag.Add(use.Node.At(DiagnosticCode.UseArguments, $"no input of `{target.Name}` takes the elements of `{use.ForEach!.Text}`", "its inputs are " + string.Join(", ", target.Inputs.Select(i => $"`{i.Name}`"))));
            return null;
        }
        var call = new BoundUse(target, arguments);
        return new BoundInclude(call, when, use.WhenAppliesTo, list, variable, use.ForEach?.Text, variable is null ? null : ElementDependence.Of(call, variable));
    }
}
