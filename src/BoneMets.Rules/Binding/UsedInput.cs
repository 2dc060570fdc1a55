using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>
/// Which object an input of a used workflow is read from. Facts are read by their place in a schema, so an object of another schema, or one
/// of which no schema is declared, is refused: it would answer with other facts.
/// </summary>
internal static class UsedInput
{
    public static int? IndexOf(IReadOnlyList<BoundWorkflowInput> inputs, string name)
    {
        for (var i = 0; i < inputs.Count; i++)
            if (inputs[i].Name == name) return i;
        return null;
    }

    /// <summary>The caller's own input of the same name. Null when it has none (its facts are unknown then), and after a problem.</summary>
    public static BoundInput? Own(IDefinitionSource caller, BoundWorkflow used, BoundWorkflowInput input, TextSpan span, Action<string, string?> report)
    {
        var index = IndexOf(caller.Inputs, input.Name);
        var own = index is { } place ? caller.Inputs[place].Schema : null;
        if (Problem(caller, used, input, own) is not var (message, help)) return own is null ? null : new BoundInput(span, new ObjectType(own), index!.Value, input.Name);
        report(message, help);
        return null;
    }

    /// <summary>What speaks against reading an input from an object of this schema; without an object, whether the caller could have one at all.</summary>
    public static (string Message, string? Help)? Problem(IDefinitionSource caller, BoundWorkflow used, BoundWorkflowInput input, ObjectSchema? given)
    {
        if (ReferenceEquals(given, input.Schema)) return null;
        if (input.Schema.IsShape)
            return given is null ? null : ($"`{used.Name}` declares no `Inputs`, so its `{input.Name}` is only what `{caller.WorkflowName}` calls `{input.Name}` itself", $"declare the inputs of `{used.Name}` and their fact schemas");
        if (caller.IsShapeBound)
            return ($"`{used.Name}` reads its `{input.Name}` by the fact schema `{input.Schema.Name}`, and `{caller.WorkflowName}` declares no `Inputs`, so nothing says that its objects are of it",
                $"declare the inputs of `{caller.WorkflowName}`, such as {{ \"Name\": \"{input.Name}\", \"Schema\": \"{input.Schema.Name}\" }}");
        return given is null ? null : ($"input `{input.Name}` of `{used.Name}` is an object `{input.Schema.Name}`, but what it is given is an object `{given.Name}`", null);
    }
}
