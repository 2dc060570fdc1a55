using BoneMets.Rules.Decisions;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Libraries;

/// <summary>
/// What <c>UseOf</c> says is not used must not be read, by the workflow or by one that it uses: readers rely on the declaration.
/// Which facts stand for an attribute is said by their schema (<c>x-attribute</c>), so the check knows nothing of any of them.
/// </summary>
internal static class DeniedUseCheck
{
    private const string NotUsed = "not used";

    public static void Run(BoundWorkflow workflow, DiagnosticBag bag)
    {
        foreach (var (attribute, use) in workflow.Model.About.UseOf)
        {
            if (!IsDenial(use.Text) || FirstFact(workflow, attribute) is not { } fact) continue;
            bag.Add(use.Node.At(DiagnosticCode.UseDenied, $"`UseOf.{attribute}` says `{use.Text}`, but the workflow reads `{fact}`",
                "say how it is used; what used workflows read counts too"));
        }
    }

    private static bool IsDenial(string use) => string.Equals(use.Trim().TrimEnd('.'), NotUsed, StringComparison.OrdinalIgnoreCase);

    /// <summary>In the workflow's own terms, as far as they are known; else in those of the used workflow.</summary>
    private static string? FirstFact(BoundWorkflow workflow, PatientAttribute attribute)
    {
        var open = new Queue<BoundWorkflow>([workflow]);
        var seen = new HashSet<BoundWorkflow> { workflow };
        while (open.TryDequeue(out var reader))
        {
            foreach (var path in reader.FactsRead)
                if (FactPaths.Find(reader, path)?.Attribute == attribute) return path;
            foreach (var used in BoundTree.UsedBy(reader))
                if (seen.Add(used)) open.Enqueue(used);
        }
        return null;
    }
}
