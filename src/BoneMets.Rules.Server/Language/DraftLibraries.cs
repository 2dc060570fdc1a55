using System.Security.Cryptography;
using System.Text;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Language;

/// <summary>
/// Libraries as authors have them on their screens. The last few are kept: between two keystrokes most often nothing but the text of one
/// expression changes, and that is not part of the library. Thread safe.
/// </summary>
internal sealed class DraftLibraries(StoreHost storage)
{
    private const int Most = 8;
    private readonly Lock door = new();
    private readonly LinkedList<(string Key, LibraryLoad Load)> kept = new();

    /// <param name="withCases">Golden cases take most of the time to read, and names need none of them.</param>
    public async Task<LibraryLoad> LoadAsync(long? change, IReadOnlyDictionary<string, string?>? edits, bool withCases, CancellationToken cancellation)
    {
        edits ??= new Dictionary<string, string?>();
        if (edits.Keys.Select(DocumentName.Complaint).FirstOrDefault(c => c is not null) is { } complaint) throw new ProblemException(ProblemKind.InvalidAction, complaint);
        bool IsWanted(string name) => name.EndsWith(".json", StringComparison.Ordinal) && (withCases || !name.EndsWith("/cases.json", StringComparison.Ordinal));
        var written = edits.Where(e => e.Value is not null && IsWanted(e.Key)).Select(e => (Name: e.Key, Text: e.Value!)).ToList();
        // What stands there by name and hash is known much sooner than its texts.
        var lines = await ContentsAsync(change, cancellation);
        if (Find(KeyOf(lines.Where(l => IsWanted(l.Name) && !edits.ContainsKey(l.Name)), written)) is { } known) return known;
        var documents = (await DocumentsAsync(change, cancellation)).Where(d => IsWanted(d.Name) && !edits.ContainsKey(d.Name)).ToList();
        var loaded = RuleLibrary.Load([.. documents.Select(d => new LibraryFile(d.Name, d.Content)), .. written.Select(w => new LibraryFile(w.Name, Encoding.UTF8.GetBytes(w.Text)))]);
        Keep(KeyOf(documents.Select(d => new DocumentLine(d.Name, d.Hash)), written), loaded);
        return loaded;
    }

    private static string KeyOf(IEnumerable<DocumentLine> documents, IEnumerable<(string Name, string Text)> written) => HashOf(string.Join('\n',
        documents.Select(d => $"{d.Name} {d.Hash}").Concat(written.Select(w => $"{w.Name} {HashOf(w.Text)}")).Order(StringComparer.Ordinal)));

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

    private LibraryLoad? Find(string key)
    {
        lock (door)
        {
            for (var node = kept.First; node is not null; node = node.Next)
            {
                if (node.Value.Key != key) continue;
                kept.Remove(node);
                kept.AddFirst(node);
                return node.Value.Load;
            }
        }
        return null;
    }

    private void Keep(string key, LibraryLoad load)
    {
        lock (door)
        {
            kept.AddFirst((key, load));
            if (kept.Count > Most) kept.RemoveLast();
        }
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
