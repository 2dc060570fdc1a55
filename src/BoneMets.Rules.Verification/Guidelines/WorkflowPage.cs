using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Guidelines;

/// <summary>One workflow from its purpose to its sources.</summary>
internal static class WorkflowPage
{
    private static readonly string[] Known = ["Purpose", "IntendedPopulation", "Remarks"];

    public static GuidelinePage Of(Guideline guideline, LibraryWorkflow workflow)
    {
        var model = workflow.Model;
        var sections = new[]
        {
            Filled("Related workflows", UsesPart.Of(guideline, workflow)),
            Filled("Inputs", FactsPart.Of(workflow)),
            Filled("Parameters", ParametersPart.Of(workflow)),
            Filled("Score sheets", SheetsPart.Scores(guideline, workflow)),
            Filled("Decision tables", SheetsPart.Tables(guideline, workflow)),
            Filled("Rules", RulesPart.Of(guideline, workflow)),
            Filled("Advice that must never meet", ContradictionsPart.Of(guideline, workflow)),
            Filled("Sources", EvidencePart.Sources(guideline, model)),
        };
        IReadOnlyList<Inline> lead = [new Code(model.Name), .. model.Tags.SelectMany(t => (Inline[])[" ", new Mark(t, MarkKind.Quiet)])];
        return new GuidelinePage(guideline.PageOf(workflow), model.Title ?? model.Name, lead, [Guideline.NotReviewed, .. About(model), .. sections.OfType<Section>()]);
    }

    /// <summary>A text under <c>Metadata</c>.</summary>
    public static string? Meta(Workflow model, string key) => model.Metadata?[key] is { } value ? Text(value) : null;

    private static Section? Filled(string title, IReadOnlyList<Block> blocks) => blocks.Count == 0 ? null : new Section(title, blocks);

    private static IEnumerable<Block> About(Workflow model)
    {
        if (Meta(model, "Purpose") is { } purpose) yield return new Paragraph([purpose], ParagraphKind.Lead);
        if (model.Description is { } description) yield return new Paragraph([description]);
        var terms = new List<Term>();
        if (Meta(model, "IntendedPopulation") is { } population) terms.Add(new Term("For whom", [population]));
        if (Meta(model, "Remarks") is { } remarks) terms.Add(new Term("Remarks", [remarks]));
        foreach (var other in model.Metadata?.Properties ?? [])
            if (!Known.Contains(other.Name, StringComparer.OrdinalIgnoreCase)) terms.AddRange(Statements(Spaced(other.Name), other.Value));
        if (terms.Count > 0) yield return new Terms(terms);
    }

    /// <summary>One for each text of an object: <c>Use of sex</c>, <c>Developer name</c>.</summary>
    private static IEnumerable<Term> Statements(string name, JsonTextNode value) => value.Kind switch
    {
        JsonTextKind.Null => [],
        JsonTextKind.Object => value.Properties.SelectMany(p => Statements($"{name} {Spaced(p.Name).ToLowerInvariant()}", p.Value)),
        JsonTextKind.Array => [new Term(name, [string.Join(", ", value.Items.Select(Text))])],
        _ => [new Term(name, [Text(value)])],
    };

    private static string Text(JsonTextNode value) => value.Text ?? value.Raw;

    /// <summary><c>ReviewDue</c> as <c>Review due</c>.</summary>
    private static string Spaced(string key) =>
        string.Concat(key.Select((c, i) => i > 0 && char.IsUpper(c) && !char.IsUpper(key[i - 1]) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));
}
