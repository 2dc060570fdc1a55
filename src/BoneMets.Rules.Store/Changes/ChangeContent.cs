using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store.Changes;

/// <summary>The documents of a change: those of its base with its own edits on top.</summary>
internal sealed class ChangeContent
{
    private ChangeContent(Dictionary<string, ManifestItem> @base, Dictionary<string, ChangeDocumentRow> edits, Dictionary<string, ManifestItem> effective) =>
        (Base, Edits, Effective) = (@base, edits, effective);

    public IReadOnlyDictionary<string, ManifestItem> Base { get; }

    /// <summary>Also those that came back to the base's text.</summary>
    public IReadOnlyDictionary<string, ChangeDocumentRow> Edits { get; }

    public IReadOnlyDictionary<string, ManifestItem> Effective { get; }

    /// <summary>Of what they mean: what evidence and approval are about.</summary>
    public string Hash => Manifest.HashOf(Effective);

    /// <summary>The names whose text differs from the base, be it by a comment only.</summary>
    public IEnumerable<string> Differing => Edits.Keys.Where(n => TextOf(Base, n) != TextOf(Effective, n)).Order(StringComparer.Ordinal);

    /// <summary>The hash of the text that stands under a name; null when none does.</summary>
    public static string? TextOf(IReadOnlyDictionary<string, ManifestItem> documents, string name) => documents.TryGetValue(name, out var item) ? item.Id : null;

    public static async Task<ChangeContent> OfAsync(StoreContext context, ChangeRow change, CancellationToken cancellation)
    {
        var @base = await ReleaseStore.ManifestOfAsync(context, change.Base, cancellation);
        var edits = await context.ChangeDocuments.Where(d => d.ChangeId == change.Id).ToDictionaryAsync(d => d.Name, StringComparer.Ordinal, cancellation);
        var ids = edits.Values.Select(d => d.DocumentId).Where(id => id is not null).Distinct().ToList();
        var hashes = await context.Documents.Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.ContentHash }).ToDictionaryAsync(d => d.Id, d => d.ContentHash, StringComparer.Ordinal, cancellation);
        var effective = new Dictionary<string, ManifestItem>(@base, StringComparer.Ordinal);
        foreach (var edit in edits.Values)
        {
            if (edit.DocumentId is { } id) effective[edit.Name] = new ManifestItem(id, hashes[id]);
            else effective.Remove(edit.Name);
        }
        return new ChangeContent(@base, edits, effective);
    }
}
