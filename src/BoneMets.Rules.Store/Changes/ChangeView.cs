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
            .Select(e => new ChangedDocument(e.Name, ChangeContent.HashOf(content.Base, e.Name), ChangeContent.HashOf(content.Effective, e.Name), e.EditedBy, e.EditedAt));
        return new Change(
            row.Id, row.Title, row.Description, row.State, row.Base, content.Hash, row.CreatedBy, row.CreatedAt, row.UpdatedAt,
            [.. authors.Order(StringComparer.Ordinal)], [.. documents], row.Evidence, row.EvidenceAgainst, row.PublishedAs);
    }

    public static async Task<StoredDocument?> TextAsync(StoreContext context, string name, IReadOnlyDictionary<string, ManifestItem> documents, CancellationToken cancellation)
    {
        if (!documents.TryGetValue(name, out var item)) return null;
        var row = await context.Documents.AsNoTracking().SingleAsync(d => d.Id == item.Id, cancellation);
        return new StoredDocument(name, row.ContentHash, row.Content);
    }

    public static async Task<IReadOnlyList<StoredDocument>> TextsAsync(StoreContext context, IReadOnlyDictionary<string, ManifestItem> documents, CancellationToken cancellation)
    {
        var ids = documents.Values.Select(d => d.Id).Distinct().ToList();
        var rows = await context.Documents.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, StringComparer.Ordinal, cancellation);
        return [.. documents.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => new StoredDocument(d.Key, d.Value.ContentHash, rows[d.Value.Id].Content))];
    }
}
