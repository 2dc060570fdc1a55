using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Verification.Analysis.Versions;

/// <summary>Something in one of two versions that cannot be compared beyond its text.</summary>
/// <param name="Name">A workflow; or a document with errors that is not one, or cannot be read as one.</param>
/// <param name="Errors">Its own; empty when only what it builds on has errors.</param>
public sealed record ComparisonObstacle(string Name, bool IsNewer, IReadOnlyList<Diagnostic> Errors)
{
    /// <summary>As a sentence without its full stop.</summary>
    public override string ToString() =>
        $"{Name} has errors in the {(IsNewer ? "newer" : "older")} version and is compared by its text only: {(Errors.Count == 0 ? "what it builds on has errors" : Errors[0].Message)}"
        + (Errors.Count > 1 ? $", and {Errors.Count - 1} more" : "");

    /// <summary>Workflows first, in the order of the library.</summary>
    internal static IEnumerable<ComparisonObstacle> Of(LibraryLoad load, bool isNewer)
    {
        var errors = load.Diagnostics.Where(d => d.IsError).ToLookup(d => d.Document, StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var workflow in load.Library.Workflows.Where(w => !w.CanDecide))
        {
            var document = workflow.Model.Node.Document.Name;
            named.Add(document);
            yield return new ComparisonObstacle(workflow.Name, isNewer, [.. errors[document]]);
        }
        foreach (var document in errors.Where(e => !named.Contains(e.Key))) yield return new ComparisonObstacle(document.Key, isNewer, [.. document]);
    }
}
