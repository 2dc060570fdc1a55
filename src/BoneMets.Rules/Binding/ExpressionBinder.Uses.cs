using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>Members of used workflows: <c>Hypercalcemia.correctedCalcium</c>, <c>MirelsFractureRisk(lesion: l).ActualFracture</c>.</summary>
internal sealed partial class ExpressionBinder
{
    private BoundUseReference? BindUsed(MemberSyntax member, TextSpan nameSpan, string name, UsableWorkflow usable, CallSyntax? call)
    {
        if (Usable(nameSpan, name, usable) is not { } workflow) return null;
        var use = BindUse(nameSpan, workflow, call);
        var target = Public(workflow).FirstOrDefault(d => d.Name == member.Name);
        if (target is null)
        {
            if (workflow.Tables.Any(t => t.Name == member.Name))
                Error(member.NameSpan, DiagnosticCode.UnknownMember, $"table `{member.Name}` of `{name}` has several outputs", $"write `{name}.{member.Name}.…`");
            else if (workflow.Model.DisabledRules.Contains(member.Name, StringComparer.Ordinal))
                Error(member.NameSpan, DiagnosticCode.DisabledRule, $"rule `{member.Name}` of `{name}` is disabled, so it has no verdict", "enable it or do not refer to it");
            else
                Unknown(member.NameSpan, DiagnosticCode.UnknownMember, $"`{name}` has no rule, score, parameter or output `{member.Name}`", member.Name, Public(workflow).Select(d => d.Name));
            return null;
        }
        return use is null ? null : new BoundUseReference(member.Span, use, target);
    }

    private BoundWorkflow? Usable(TextSpan span, string name, UsableWorkflow usable)
    {
        if (usable.IsDeclared) return usable.Workflow;
        Error(span, DiagnosticCode.UnknownName, $"workflow `{name}` is not among the `Uses` of this one", $"add {{ \"Workflow\": \"{name}\" }} to `Uses`");
        return null;
    }

    private static IEnumerable<Definition> Public(BoundWorkflow workflow) =>
        workflow.Definitions.Where(d => d is not ParameterDefinition { Rule: not null });

    private (BoundUse? Use, TableDefinition Table)? UsedTable(Syntax container, string table)
    {
        var (callee, call) = container switch
        {
            NameSyntax name when !IsValueName(name.Name) => (name, (CallSyntax?)null),
            CallSyntax { Target: NameSyntax name } found => (name, found),
            _ => (null, null),
        };
        if (callee is null || scope.Workflow.FindUse(callee.Name) is not { } usable || Usable(callee.Span, callee.Name, usable) is not { } workflow) return null;
        var definition = workflow.Tables.FirstOrDefault(t => t.Name == table && t.Outputs.Count > 0);
        return definition is null ? null : (BindUse(callee.Span, workflow, call), definition);
    }

    /// <summary>Inputs of the used workflow: the same ones by name, or those of the call.</summary>
    private BoundUse? BindUse(TextSpan span, BoundWorkflow workflow, CallSyntax? call)
    {
        var arguments = new BoundNode?[workflow.Inputs.Count];
        var valid = true;
        var given = call?.Arguments ?? [];
        foreach (var argument in given)
        {
            var position = argument.Name is { } named ? UsedInput.IndexOf(workflow.Inputs, named) ?? -1 : workflow.Inputs.Count == 1 || given.Count == 1 ? SingleOpen(workflow) : -1;
            if (position < 0)
            {
                valid = false;
                Error(argument.Span, DiagnosticCode.UseArguments, argument.Name is { } wrong ? $"`{workflow.Name}` has no input `{wrong}`" : $"`{workflow.Name}` has several inputs, so each argument needs its name",
                    "its inputs are " + string.Join(", ", workflow.Inputs.Select(i => $"`{i.Name}`")));
                continue;
            }
            if (arguments[position] is not null)
            {
                valid = false;
                Error(argument.Span, DiagnosticCode.UseArguments, $"the call gives `{workflow.Inputs[position].Name}` of `{workflow.Name}` twice", "leave one of them out");
                continue;
            }
            if (Bind(argument.Value) is not { } value)
            {
                valid = false;
                continue;
            }
            arguments[position] = Fitting(value, workflow, workflow.Inputs[position], argument.Span);
            valid &= arguments[position] is not null;
        }
        // Inputs that the call leaves out are the caller's own ones of the same name.
        for (var i = 0; i < arguments.Length && valid; i++)
            arguments[i] ??= UsedInput.Own(scope.Workflow, workflow, workflow.Inputs[i], span, (message, help) =>
            {
                valid = false;
                Error(span, DiagnosticCode.UseArguments, message, help);
            });
        return valid ? new BoundUse(workflow, arguments) : null;
    }

    /// <summary>Where a single positional argument goes: the only input that the caller does not have itself, or the only input.</summary>
    private int SingleOpen(BoundWorkflow workflow)
    {
        if (workflow.Inputs.Count == 1) return 0;
        var open = Enumerable.Range(0, workflow.Inputs.Count).Where(i => InputIndex(workflow.Inputs[i].Name) is null).ToList();
        return open.Count == 1 ? open[0] : -1;
    }

    private BoundNode? Fitting(BoundNode value, BoundWorkflow workflow, BoundWorkflowInput input, TextSpan span)
    {
        if (value.Type is not ObjectType { Schema: var schema })
            return Error(span, DiagnosticCode.UseArguments, $"input `{input.Name}` is an object `{input.Schema.Name}`, but `{Slice(span)}` is {value.Type.Describe()}");
        return UsedInput.Problem(scope.Workflow, workflow, input, schema) is var (message, help) ? Error(span, DiagnosticCode.UseArguments, message, help) : value;
    }
}
