using System.Globalization;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Publication;

/// <summary>Workflows and sources whose <c>ReviewDue</c> has passed. The day itself is still in time.</summary>
public static class OverdueReviews
{
    public static IReadOnlyList<Diagnostic> Find(RuleLibrary library, DateOnly today)
    {
        var found = new List<Diagnostic>();
        foreach (var workflow in library.Workflows)
            if (workflow.Model is { Metadata: { } metadata, About: { ReviewDue: { } due } about } && about.IsReviewOverdue(today))
                found.Add(Overdue(metadata, $"workflow `{workflow.Name}`", due));
        foreach (var source in library.Evidence.Values)
            if (source.ReviewDue is { } due && due < today)
                found.Add(Overdue(source.Node, $"source `{source.Id}`", due));
        return found;
    }

    private static Diagnostic Overdue(JsonTextNode owner, string what, DateOnly due) =>
        (owner["ReviewDue"] ?? owner).At(DiagnosticCode.ReviewOverdue, $"the review of {what} was due on `{due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}`",
            "review it against its sources, then set the next date");
}
