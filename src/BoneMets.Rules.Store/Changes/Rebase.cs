using BoneMets.Rules.Store.Database;

namespace BoneMets.Rules.Store.Changes;

/// <summary>A change on top of a newer release: what only one side changed is taken from that side; nothing is merged inside a document.</summary>
internal static class Rebase
{
    /// <summary>The documents that both changed, and not to the same text.</summary>
    public static IReadOnlyList<string> Conflicts(ChangeContent mine, IReadOnlyDictionary<string, ManifestItem> theirs) =>
        [.. mine.Differing.Where(n => ChangeContent.TextOf(theirs, n) != ChangeContent.TextOf(mine.Base, n) && ChangeContent.TextOf(theirs, n) != ChangeContent.TextOf(mine.Effective, n))];

    public static async Task<IReadOnlyList<DocumentConflict>> DescribeAsync(
        StoreContext context, IReadOnlyList<string> names, ChangeContent mine, IReadOnlyDictionary<string, ManifestItem> theirs, CancellationToken cancellation)
    {
        var found = new List<DocumentConflict>();
        foreach (var name in names)
        {
            found.Add(new DocumentConflict(
                name, await DocumentTexts.TextAsync(context, name, mine.Base, cancellation), await DocumentTexts.TextAsync(context, name, theirs, cancellation),
                await DocumentTexts.TextAsync(context, name, mine.Effective, cancellation)));
        }
        return found;
    }
}
