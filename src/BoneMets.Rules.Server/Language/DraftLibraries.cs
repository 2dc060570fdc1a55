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
        var documents = await DocumentsAsync(change, cancellation);
        var texts = documents.ToDictionary(d => d.Name, d => (d.Hash, d.Content), StringComparer.Ordinal);
        foreach (var (name, text) in edits ?? new Dictionary<string, string?>())
        {
            if (DocumentName.Complaint(name) is { } complaint) throw new ProblemException(ProblemKind.InvalidAction, complaint);
            if (text is null) texts.Remove(name);
            else texts[name] = (HashOf(text), Encoding.UTF8.GetBytes(text));
        }
        var wanted = texts.Where(t => t.Key.EndsWith(".json", StringComparison.Ordinal) && (withCases || !t.Key.EndsWith("/cases.json", StringComparison.Ordinal))).OrderBy(t => t.Key, StringComparer.Ordinal).ToList();
        return Kept(HashOf(string.Join('\n', wanted.Select(t => $"{t.Key} {t.Value.Hash}"))), () => RuleLibrary.Load([.. wanted.Select(t => new LibraryFile(t.Key, t.Value.Content))]));
    }

    private async Task<IReadOnlyList<StoredDocument>> DocumentsAsync(long? change, CancellationToken cancellation)
    {
        if (change is { } id) return await storage.Store.Changes.DocumentsAsync(id, cancellation);
        return await storage.Store.Releases.LatestAsync(cancellation) is { } latest ? await storage.Store.Releases.DocumentsAsync(latest.Number, cancellation) : [];
    }

    private LibraryLoad Kept(string key, Func<LibraryLoad> load)
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
        var loaded = load();
        lock (door)
        {
            kept.AddFirst((key, loaded));
            if (kept.Count > Most) kept.RemoveLast();
        }
        return loaded;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
