using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Library;

/// <summary>
/// Which workflows cannot decide because something was taken out of use: the workflow itself, one of its rules, or the same in a workflow that
/// it builds on. A decision without a rule could show what that rule holds back, so there is none.
/// </summary>
internal static class RetiredContent
{
    /// <summary>What stands in the way of a workflow; empty when nothing does.</summary>
    public static IReadOnlyList<Retirement> Blocking(RuleLibrary library, LibraryWorkflow workflow, IReadOnlyList<Retirement> retired)
    {
        if (retired.Count == 0) return [];
        var parts = library.WithUsed(workflow).Select(w => w.Name).ToHashSet(StringComparer.Ordinal);
        return [.. retired.Where(r => parts.Contains(r.Workflow) && (r.Rule is null || HasRule(library, r.Workflow, r.Rule)))];
    }

    /// <summary>The answer to whoever asks for a decision all the same; null when nothing stands in the way.</summary>
    public static ProblemException? Refusal(RuleLibrary library, LibraryWorkflow workflow, IReadOnlyList<Retirement> retired)
    {
        var blocking = Blocking(library, workflow, retired);
        if (blocking.Count == 0) return null;
        var parts = blocking.Select(r => $"{(r.Rule is null ? $"workflow `{r.Workflow}`" : $"rule `{r.Rule}` of `{r.Workflow}`")} (by {r.By}, {r.At:yyyy-MM-dd HH:mm} UTC: {r.Reason})");
        return new ProblemException(ProblemKind.Retired, $"`{workflow.Name}` gives no decision, because this is out of use: {string.Join("; ", parts)}");
    }

    /// <summary>Throws the <see cref="Refusal"/> when something stands in the way.</summary>
    public static void Refuse(RuleLibrary library, LibraryWorkflow workflow, IReadOnlyList<Retirement> retired)
    {
        if (Refusal(library, workflow, retired) is { } refusal) throw refusal;
    }

    private static bool HasRule(RuleLibrary library, string workflow, string rule) =>
        library.TryGet(workflow, out var found) && found.Model.AllRules().Any(r => r.Name == rule);
}
