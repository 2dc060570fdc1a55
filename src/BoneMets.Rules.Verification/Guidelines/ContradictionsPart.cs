namespace BoneMets.Rules.Verification.Guidelines;

/// <summary>Advice that no patient may get together, for a committee to agree to.</summary>
internal static class ContradictionsPart
{
    public static IReadOnlyList<Block> Of(Guideline guideline, LibraryWorkflow workflow)
    {
        var rows = workflow.Model.Contradictions.Select(c => new GridRow([c.Why is { } why ? why : "not said"], Rules(c.These), Rules(c.Against))).ToList();
        return rows.Count == 0 ? [] :
        [
            new Paragraph(["No patient may get advice of the second column beside advice of the third, about the same patient or the same element of a list. That it does not happen is for the analysis to prove."]),
            new Grid("Advice that must never meet", ["What would stand beside what", "This advice", "never beside"], rows),
        ];

        IReadOnlyList<Inline> Rules(IReadOnlyList<AuthoredText> names) => [.. names.SelectMany((name, i) => (Inline[])[i == 0 ? "" : "; ", .. guideline.RuleNamed(workflow, name.Text)])];
    }
}
