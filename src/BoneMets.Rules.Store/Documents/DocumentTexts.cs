using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store;

/// <summary>From a manifest to the texts that it points to, and to what can be said without reading them.</summary>
internal static class DocumentTexts
{
    public static IReadOnlyList<DocumentLine> Lines(IReadOnlyDictionary<string, ManifestItem> documents) =>
        [.. documents.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => new DocumentLine(d.Key, d.Value.Id))];

    public static async Task<StoredDocument?> TextAsync(StoreContext context, string name, IReadOnlyDictionary<string, ManifestItem> documents, CancellationToken cancellation)
    {
        if (!documents.TryGetValue(name, out var item)) return null;
        var row = await context.Documents.AsNoTracking().SingleAsync(d => d.Id == item.Id, cancellation);
        return new StoredDocument(name, row.Id, row.Content);
    }

    public static async Task<IReadOnlyList<StoredDocument>> TextsAsync(StoreContext context, IReadOnlyDictionary<string, ManifestItem> documents, CancellationToken cancellation)
    {
        var ids = documents.Values.Select(d => d.Id).Distinct().ToList();
        var rows = await context.Documents.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, StringComparer.Ordinal, cancellation);
        return [.. documents.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => new StoredDocument(d.Key, d.Value.Id, rows[d.Value.Id].Content))];
    }
}
