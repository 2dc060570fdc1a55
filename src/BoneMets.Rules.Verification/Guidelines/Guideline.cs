using BoneMets.Rules.Verification.Traceability;

namespace BoneMets.Rules.Verification.Guidelines;

/// <summary>
/// Workflows as a document that a clinician reads: a page for each and an index, or all as one page. Deterministic;
/// <see cref="MarkdownGuideline"/> and <see cref="HtmlGuideline"/> write it.
/// </summary>
public sealed class Guideline
{
    private readonly Dictionary<string, string> pages = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Workflow, string Rule), RuleCases> cases;

    private Guideline(RuleLibrary library, IReadOnlyList<LibraryWorkflow> workflows, CancellationToken cancellation)
    {
        (Library, Workflows) = (library, workflows);
        cases = LibraryTrace.Of(library, cancellation).Rules.DistinctBy(r => (r.Workflow.Name, r.Rule.Name)).ToDictionary(r => (r.Workflow.Name, r.Rule.Name), r => r.Cases);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { IndexPage.Name };
        foreach (var workflow in workflows) pages[workflow.Name] = FreeName(workflow.Name, taken);
    }

    internal RuleLibrary Library { get; }

    /// <summary>The workflows that have a page.</summary>
    internal IReadOnlyList<LibraryWorkflow> Workflows { get; }

    /// <summary>The index, then a page for each of the workflows, in their order.</summary>
    public static IReadOnlyList<GuidelinePage> Of(RuleLibrary library, IReadOnlyList<LibraryWorkflow> workflows, CancellationToken cancellation = default)
    {
        var guideline = new Guideline(library, workflows, cancellation);
        return [IndexPage.Of(guideline), .. workflows.Select(w => WorkflowPage.Of(guideline, w))];
    }

    /// <summary>The same as one page with a table of contents, for printing and sending.</summary>
    public static GuidelinePage AsOnePage(RuleLibrary library, IReadOnlyList<LibraryWorkflow> workflows, CancellationToken cancellation = default) =>
        WholePage.Of(Of(library, workflows, cancellation));

    /// <summary>What every page says before anything else.</summary>
    internal static Banner NotReviewed { get; } = new(
        [new Strong("Not reviewed."), " No clinician has signed this content off. It is for healthcare professionals; it shows published guidance with its sources. It proposes, it does not decide."]);

    internal string PageOf(LibraryWorkflow workflow) => pages[workflow.Name];

    /// <summary>Null when the workflow has no page here.</summary>
    internal PageLink? LinkTo(Workflow model) => pages.TryGetValue(model.Name, out var page) ? new PageLink(model.Title ?? model.Name, page) : null;

    internal RuleCases CasesOf(LibraryWorkflow workflow, Rule rule) => cases.GetValueOrDefault((workflow.Name, rule.Name), RuleCases.None);

    /// <summary>The title with the name; a link when the workflow has a page here.</summary>
    internal IReadOnlyList<Inline> Named(string workflow)
    {
        if (!Library.TryGet(workflow, out var found)) return [new Code(workflow)];
        if (LinkTo(found.Model) is { } link) return [link, " (", new Code(workflow), ")"];
        return found.Model.Title is not { } title ? [new Code(workflow)] : [title, " (", new Code(workflow), ")"];
    }

    /// <summary>A rule as a workflow names it: its own by name, another's as <c>Workflow.Rule</c>.</summary>
    internal IReadOnlyList<Inline> RuleNamed(LibraryWorkflow from, string name)
    {
        var (owner, rule) = Find(from, name);
        if (owner is null || rule is null) return [new Code(name)];
        Inline title = pages.TryGetValue(owner.Name, out var page)
            ? new PageLink(rule.Title ?? name, ReferenceEquals(owner, from) ? null : page, Anchors.Rule(rule.Name))
            : new Words(rule.Title ?? name);
        return rule.Title is null ? [title] : [title, " (", new Code(name), ")"];
    }

    private (LibraryWorkflow? Owner, Rule? Rule) Find(LibraryWorkflow from, string name)
    {
        if (from.Model.AllRules().FirstOrDefault(r => r.Name == name) is { } own) return (from, own);
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && Library.TryGet(name[..dot], out var owner) ? (owner, owner.Model.AllRules().FirstOrDefault(r => r.Name == name[(dot + 1)..])) : (null, null);
    }

    private static string FreeName(string workflow, HashSet<string> taken)
    {
        var wished = Anchors.Of(workflow).Trim('.', '-') is { Length: > 0 } name ? name : "workflow";
        var free = wished;
        for (var i = 2; !taken.Add(free); i++) free = $"{wished}-{i}";
        return free;
    }
}
