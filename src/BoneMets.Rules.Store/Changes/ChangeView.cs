using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store.Changes;

/// <summary>Rows as their readers see them.</summary>
internal static class ChangeView
{
    public static async Task<Change> OfAsync(StoreContext context, ChangeRow row, CancellationToken cancellation) =>
        await OfAsync(context, row, await ChangeContent.OfAsync(context, row, cancellation), cancellation);

    public static async Task<Change> OfAsync(StoreContext context, ChangeRow row, ChangeContent content, CancellationToken cancellation)
    {
        var authors = await context.ChangeAuthors.Where(a => a.ChangeId == row.Id).Select(a => a.User).ToListAsync(cancellation);
        var documents = content.Differing.Select(n => content.Edits[n])
            .Select(e => new ChangedDocument(e.Name, ChangeContent.TextOf(content.Base, e.Name), ChangeContent.TextOf(content.Effective, e.Name), e.EditedBy, e.EditedAt));
        return new Change(
            row.Id, row.Title, row.Description, row.State, row.Base, content.Hash, row.CreatedBy, row.CreatedAt, row.UpdatedAt,
            [.. authors.Order(StringComparer.Ordinal)], [.. documents], row.Evidence, row.EvidenceAgainst, row.EvidenceUnstated, row.PublishedAs);
    }
}
