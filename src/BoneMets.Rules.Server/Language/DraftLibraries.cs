using System.Text;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Language;

/// <summary>
/// Libraries as authors have them on their screens. The last few are kept: between two keystrokes most often nothing but the text of one
/// expression changes, and that is not part of the library. Requests for the same texts at the same time share one reading. Thread safe.
/// </summary>
internal sealed class DraftLibraries(StoreHost storage, TimeProvider clock)
{
    private readonly RecentlyUsed<string, Lazy<Task<DraftLibrary>>> kept = new(most: 8);

    public async Task<DraftLibrary> LoadAsync(long? change, IReadOnlyDictionary<string, string?>? edits, CancellationToken cancellation)
    {
        edits ??= new Dictionary<string, string?>();
        if (edits.Keys.Select(DocumentName.Complaint).FirstOrDefault(c => c is not null) is { } complaint) throw new ProblemException(ProblemKind.InvalidAction, complaint);
        var written = edits.Where(e => e.Value is not null && IsWanted(e.Key)).Select(e => Document(e.Key, e.Value!)).ToList();
        // What stands there by name and hash is known much sooner than its texts.
        var lines = (await ContentsAsync(change, cancellation)).Where(l => IsWanted(l.Name) && !edits.ContainsKey(l.Name));
        if (kept.TryGet(KeyOf(lines.Concat(written.Select(Line))), out var known)) return await known.Value.WaitAsync(cancellation);
        var documents = (await DocumentsAsync(change, cancellation)).Where(d => IsWanted(d.Name) && !edits.ContainsKey(d.Name)).Concat(written).ToList();
        var key = KeyOf(documents.Select(Line));
        var loading = kept.Keep(key, new Lazy<Task<DraftLibrary>>(() => Task.Run(() => Load(documents), CancellationToken.None)));
        return await loading.Value.WaitAsync(cancellation);
    }

    private DraftLibrary Load(IReadOnlyList<StoredDocument> documents) => new(RuleLibrary.Load([.. documents.Select(d => new LibraryFile(d.Name, d.Content))]), clock);

    private static bool IsWanted(string name) => name.EndsWith(".json", StringComparison.Ordinal);

    private static StoredDocument Document(string name, string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        return new StoredDocument(name, ContentHash.Of(content), content);
    }

    private static DocumentLine Line(StoredDocument document) => new(document.Name, document.Hash);

    private static string KeyOf(IEnumerable<DocumentLine> documents) => string.Join('\n', documents.Select(d => $"{d.Name} {d.Hash}").Order(StringComparer.Ordinal));

    private async Task<IReadOnlyList<DocumentLine>> ContentsAsync(long? change, CancellationToken cancellation)
    {
        if (change is { } id) return await storage.Store.Changes.ContentsAsync(id, cancellation);
        return await storage.Store.Releases.LatestAsync(cancellation) is { } latest ? await storage.Store.Releases.ContentsAsync(latest.Number, cancellation) : [];
    }

    private async Task<IReadOnlyList<StoredDocument>> DocumentsAsync(long? change, CancellationToken cancellation)
    {
        if (change is { } id) return await storage.Store.Changes.DocumentsAsync(id, cancellation);
        return await storage.Store.Releases.LatestAsync(cancellation) is { } latest ? await storage.Store.Releases.DocumentsAsync(latest.Number, cancellation) : [];
    }
}
