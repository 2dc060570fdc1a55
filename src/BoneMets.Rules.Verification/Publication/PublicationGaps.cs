using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Verification.Publication;

/// <summary>
/// What a workflow has to say about itself before it may be published, in one place. A gap is a remark, not an error: a draft is checked,
/// tested and run without; only a publication is refused. The list is that of CRMI's publishable artifacts as far as a workflow can state
/// it, and of the source attributes of HTI-1 whose use is in question wherever patients are told apart.
/// </summary>
public static class PublicationGaps
{
    private const string AsDate = "as `2026-01-31`";

    private static readonly (string Key, string Help, Func<Workflow, bool> IsStated)[] OfWorkflow =
    [
        ("Title", "say in one line what the workflow is about", w => HasText(w.Title)),
        ("Description", "say in a few sentences what the workflow does", w => HasText(w.Description)),
    ];

    private static readonly (string Key, string Help, Func<WorkflowMetadata, bool> IsStated)[] OfMetadata =
    [
        ("Purpose", "say what the workflow is for", m => HasText(m.Purpose)),
        ("IntendedUse", "say how its decisions are to be used", m => HasText(m.IntendedUse)),
        ("IntendedUsers", "say who is to use it", m => HasText(m.IntendedUsers)),
        ("IntendedPopulation", "say for which patients it is meant", m => HasText(m.IntendedPopulation)),
        ("OutOfScope", "say for whom and for what it is not meant", m => HasText(m.OutOfScope)),
        ("Developer", "say who developed it, `{ \"Name\": \"…\" }`", m => m.Developer is not null),
        ("Funding", "say who paid for it, or that nobody did", m => HasText(m.Funding)),
        ("LastReviewDate", $"give the day of the last review {AsDate}", m => m.LastReviewDate is not null),
        ("ReviewDue", $"give the day by which it has to be reviewed again {AsDate}", m => m.ReviewDue is not null),
        UseOf(PatientAttribute.Sex),
        UseOf(PatientAttribute.DateOfBirth),
    ];

    /// <summary>Empty when the workflow says all that a publication needs.</summary>
    public static IReadOnlyList<Diagnostic> Of(LibraryWorkflow workflow)
    {
        var model = workflow.Model;
        var place = model.Metadata ?? model.Node;
        return
        [
            .. OfWorkflow.Where(g => !g.IsStated(model)).Select(g => model.Node.At(DiagnosticCode.PublicationGap, $"the workflow has no `{g.Key}`", g.Help)),
            .. OfMetadata.Where(g => !g.IsStated(model.About)).Select(g => place.At(DiagnosticCode.PublicationGap, $"`Metadata` does not say `{g.Key}`", g.Help)),
        ];
    }

    private static (string, string, Func<WorkflowMetadata, bool>) UseOf(PatientAttribute attribute) =>
        ($"UseOf.{attribute}", "say how it is used, or `not used`", m => m.UseOf.ContainsKey(attribute));

    private static bool HasText(string? text) => !string.IsNullOrWhiteSpace(text);
}
