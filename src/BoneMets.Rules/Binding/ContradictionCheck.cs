using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>Contradictions name advice that decisions of the workflow can give: a misspelt one would be proved never to arise.</summary>
internal static class ContradictionCheck
{
    /// <summary>Whether all of them can arise.</summary>
    public static bool Run(Workflow model, Func<string, Workflow?> find, DiagnosticBag bag)
    {
        if (model.Contradictions.Count == 0) return true;
        var first = bag.Items.Count;
        var takenIn = TakenIn(model, find);
        foreach (var name in model.Contradictions.SelectMany(c => c.These.Concat(c.Against)))
        {
            var (workflow, rule) = RuleName.Elsewhere(name.Text, model.Name) ?? new RuleName(model.Name, name.Text);
            var owner = workflow == model.Name ? model : find(workflow);
            if (owner is null) bag.Add(name.Node.At(DiagnosticCode.UnknownWorkflow, $"there is no workflow `{workflow}`"));
            else if (owner.AllRules().FirstOrDefault(r => r.Name == rule) is not { } found)
                bag.Add(name.Node.At(DiagnosticCode.UnknownRule, owner == model ? $"there is no rule `{rule}`" : $"workflow `{workflow}` has no rule `{rule}`", Suggestion.DidYouMean(rule, owner.AllRules().Select(r => r.Name))));
            else if (found.Recommendation is null)
                bag.Add(name.Node.At(DiagnosticCode.ContradictionCannotArise, $"rule `{rule}` gives no advice that could contradict other advice", "name a rule with a `Recommendation`"));
            else if (!takenIn.Contains(workflow))
                bag.Add(name.Node.At(DiagnosticCode.ContradictionCannotArise, $"the advice of `{workflow}` is not taken in here, so that it never stands in a decision of `{model.Name}`", $"add `{workflow}` to `Uses` with `\"Include\": true`, or say it in a workflow that includes both"));
        }
        return bag.Items.Count == first;
    }

    /// <summary>The workflows whose advice joins its decisions.</summary>
    private static HashSet<string> TakenIn(Workflow model, Func<string, Workflow?> find)
    {
        var (known, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<Workflow>([model]));
        while (open.TryPop(out var next))
        {
            if (!known.Add(next.Name)) continue;
            foreach (var use in next.Uses.Where(u => u.Include))
                if (find(use.Workflow) is { } included) open.Push(included);
        }
        return known;
    }
}
