using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>Contradictions name advice that decisions of the workflow can give: a misspelt one would be proved never to arise.</summary>
internal static class ContradictionCheck
{
    /// <summary>Whether all of them can arise, and can be looked at.</summary>
    public static bool Run(Workflow model, Func<string, Workflow?> find, DiagnosticBag bag)
    {
        if (model.Contradictions.Count == 0) return true;
        var first = bag.Items.Count;
        var takenIn = TakenIn(model, find);
        foreach (var contradiction in model.Contradictions)
        {
            if (model.Inputs is null)
                bag.Add(contradiction.Node.At(DiagnosticCode.ContradictionCannotArise, $"`{model.Name}` declares no `Inputs`, so that nothing is known of its patients and no contradiction can be looked for", "declare `Inputs`"));
            foreach (var name in contradiction.These.Concat(contradiction.Against)) Check(name, model, takenIn, find, bag);
            foreach (var name in contradiction.Against.Where(a => contradiction.These.Any(t => Named(t, model) == Named(a, model))))
                bag.Add(name.Node.At(DiagnosticCode.ContradictionCannotArise, $"`{name.Text}` stands on both sides, and no advice contradicts itself", "take it out on one side"));
        }
        return bag.Items.Count == first;
    }

    private static void Check(AuthoredText name, Workflow model, HashSet<string> takenIn, Func<string, Workflow?> find, DiagnosticBag bag)
    {
        var (workflow, rule) = Named(name, model);
        var owner = workflow == model.Name ? model : find(workflow);
        var rules = owner is null ? [] : RulesOf(owner, find);
        if (owner is null) bag.Add(name.Node.At(DiagnosticCode.UnknownWorkflow, $"there is no workflow `{workflow}`"));
        else if (rules.Find(r => r.Name == rule) is not { } found)
            bag.Add(name.Node.At(DiagnosticCode.UnknownRule, owner == model ? $"there is no rule `{rule}`" : $"workflow `{workflow}` has no rule `{rule}`", Suggestion.DidYouMean(rule, rules.Select(r => r.Name))));
        else if (found.Recommendation is null)
            bag.Add(name.Node.At(DiagnosticCode.ContradictionCannotArise, $"rule `{rule}` gives no advice that could contradict other advice", "name a rule with a `Recommendation`"));
        else if (!takenIn.Contains(workflow))
            bag.Add(name.Node.At(DiagnosticCode.ContradictionCannotArise, $"the advice of `{workflow}` is not taken in here, so that it never stands in a decision of `{model.Name}`", $"add `{workflow}` to `Uses` with `\"Include\": true`, or say it in a workflow that includes both"));
    }

    private static RuleName Named(AuthoredText name, Workflow model) => RuleName.Elsewhere(name.Text, model.Name) ?? new RuleName(model.Name, name.Text);

    /// <summary>The workflows whose advice joins its decisions.</summary>
    private static HashSet<string> TakenIn(Workflow model, Func<string, Workflow?> find)
    {
        var (known, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<Workflow>([model]));
        while (open.TryPop(out var next))
        {
            if (!known.Add(next.Name)) continue;
            foreach (var use in WithInjected(next, find).SelectMany(w => w.Uses).Where(u => u.Include))
                if (find(use.Workflow) is { } included) open.Push(included);
        }
        return known;
    }

    private static List<Rule> RulesOf(Workflow model, Func<string, Workflow?> find) => [.. WithInjected(model, find).SelectMany(w => w.AllRules())];

    /// <summary>The workflow and those that it injects, whose rules become its own.</summary>
    private static List<Workflow> WithInjected(Workflow model, Func<string, Workflow?> find)
    {
        var (known, open) = (new List<Workflow>(), new Stack<Workflow>([model]));
        while (open.TryPop(out var next))
        {
            if (known.Contains(next)) continue;
            known.Add(next);
            foreach (var name in next.WorkflowsToInject)
                if (find(name.Text) is { } injected) open.Push(injected);
        }
        return known;
    }
}
