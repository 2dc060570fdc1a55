using System.Text;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Language;

/// <summary>
/// Libraries as authors have them on their screens. The last few are kept: between two keystrokes most often nothing but the text of one
/// expression changes, and that is not part of the library. After a change of one text the others are not read again, and requests for
/// the same texts share one reading. Everything is found by the hash of the bytes that it was made from. Thread safe.
/// </summary>
internal sealed class DraftLibraries(StoreHost storage, TimeProvider clock)
{
    private readonly RecentlyUsed<string, Lazy<Task<DraftLibrary>>> libraries = new(most: 8);
    private readonly RecentlyUsed<DocumentLine, LibraryDocument> documents = new(most: 512, mostWeight: 32 * 1024 * 1024);

    /// <summary>The next one is mostly like it.</summary>
    private volatile RuleLibrary? last;

    private RuleStore Store => storage.IsUsed ? storage.Store : throw new ProblemException(ProblemKind.NoStore, StoreController.NoStore);

    public async Task<DraftLibrary> LoadAsync(long? change, IReadOnlyDictionary<string, string?>? edits, CancellationToken cancellation)
    {
        edits ??= new Dictionary<string, string?>();
        if (edits.Keys.Select(DocumentName.Complaint).FirstOrDefault(c => c is not null) is { } complaint) throw new ProblemException(ProblemKind.InvalidAction, complaint);
        bool IsWanted(string name) => name.EndsWith(".json", StringComparison.Ordinal) && !edits.ContainsKey(name);
        var written = edits.Where(e => e.Value is not null && e.Key.EndsWith(".json", StringComparison.Ordinal)).Select(e => Written(e.Key, e.Value!)).ToList();
        // What stands there by name and hash is known much sooner than its texts.
        List<Source> sources = [.. (await LinesAsync(change, cancellation)).Where(l => IsWanted(l.Name)).Select(l => Known(l, null)), .. written];
        if (libraries.TryGet(KeyOf(sources), out var known)) return await known.Value.WaitAsync(cancellation);
        // They may have been edited since: what is read now is what counts.
        if (sources.Exists(s => s is { Read: null, Content: null }))
            sources = [.. (await TextsAsync(change, cancellation)).Where(d => IsWanted(d.Name)).Select(d => Known(new DocumentLine(d.Name, d.Hash), d.Content)), .. written];
        var key = KeyOf(sources);
        var loading = libraries.Keep(key, new Lazy<Task<DraftLibrary>>(() => Task.Run(() => Load(key, sources), CancellationToken.None)));
        return await loading.Value.WaitAsync(cancellation);
    }

    private DraftLibrary Load(string key, List<Source> sources)
    {
        try
        {
            var loaded = RuleLibrary.Load([.. sources.Select(s => s.Read ?? Read(s))], last);
            last = loaded.Library;
            return new DraftLibrary(loaded, clock);
        }
        catch
        {
            libraries.Forget(key); // nobody else is to get this failure
            throw;
        }
    }

    private LibraryDocument Read(Source source)
    {
        var read = LibraryDocument.Read(new LibraryFile(source.Line.Name, source.Content));
        return documents.Keep(source.Line, read, read.Length);
    }

    private Source Known(DocumentLine line, byte[]? content) => new(line, documents.TryGet(line, out var read) ? read : null, content);

    private Source Written(string name, string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        return Known(new DocumentLine(name, ContentHash.Of(content)), content);
    }

    private static string KeyOf(IEnumerable<Source> sources) => string.Join('\n', sources.Select(s => $"{s.Line.Name} {s.Line.Hash}").Order(StringComparer.Ordinal));

    private async Task<IReadOnlyList<DocumentLine>> LinesAsync(long? change, CancellationToken cancellation)
    {
        if (change is { } id) return await Store.Changes.ContentsAsync(id, cancellation);
        return await Store.Releases.LatestAsync(cancellation) is { } latest ? await Store.Releases.ContentsAsync(latest.Number, cancellation) : [];
    }

    private async Task<IReadOnlyList<StoredDocument>> TextsAsync(long? change, CancellationToken cancellation)
    {
        if (change is { } id) return await Store.Changes.DocumentsAsync(id, cancellation);
        return await Store.Releases.LatestAsync(cancellation) is { } latest ? await Store.Releases.DocumentsAsync(latest.Number, cancellation) : [];
    }

    /// <summary>A document by its hash, with what was read of it before, or its text, or neither yet.</summary>
    private sealed record Source(DocumentLine Line, LibraryDocument? Read, byte[]? Content);
}
