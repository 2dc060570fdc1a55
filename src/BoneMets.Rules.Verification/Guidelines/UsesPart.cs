namespace BoneMets.Rules.Verification.Guidelines;

/// <summary>What a workflow takes from others, and who takes from it, in words. What joins under the same condition stands together.</summary>
internal static class UsesPart
{
    public static IReadOnlyList<Block> Of(Guideline guideline, LibraryWorkflow workflow)
    {
        var model = workflow.Model;
        var terms = model.Uses.Where(u => u.Include).GroupBy(u => (u.When?.Text, Urgencies: Listed(u.WhenAppliesTo)))
            .Select(g => new Term("Includes", [new Paragraph(Condition(g.Key.Text, g.Key.Urgencies)), new Listing([.. g.Select(u => new ListItem(Included(guideline, u), []))])])).ToList();
        Add("Reads results of", model.Uses.Where(u => !u.Include).Select(u => u.Workflow));
        Add("Takes over", model.WorkflowsToInject.Select(w => w.Text));
        Add("Is used by", guideline.Library.Workflows.Where(w => w.Model.Uses.Any(u => u.Workflow == model.Name) || w.Model.WorkflowsToInject.Any(i => i.Text == model.Name)).Select(w => w.Name));
        return terms.Count == 0 ? [] : [new Terms(terms)];

        void Add(string name, IEnumerable<string> workflows)
        {
            var items = workflows.Select(w => new ListItem(guideline.Named(w), [])).ToList();
            if (items.Count > 0) terms.Add(new Term(name, [new Listing(items)]));
        }
    }

    private static IReadOnlyList<Inline> Condition(string? when, string urgencies)
    {
        if (when is null) return ["Rules and recommendations of these join every decision:"];
        if (urgencies.Length == 0) return ["Rules and recommendations of these join as far as ", new Code(when), " holds:"];
        return [$"Rules and recommendations of these join, {urgencies} ones only as far as ", new Code(when), " holds, all others always:"];
    }

    private static IReadOnlyList<Inline> Included(Guideline guideline, WorkflowUse use) =>
        use.ForEach is { } list ? [.. guideline.Named(use.Workflow), ", once for each element of ", new Code(list.Text), ", read as ", new Code(use.As ?? "")] : guideline.Named(use.Workflow);

    private static string Listed(IReadOnlyList<Urgency> urgencies)
    {
        var words = urgencies.Select(u => u.ToString().ToLowerInvariant()).ToList();
        return words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";
    }
}
