using System.Runtime.CompilerServices;
using System.Text;
using BoneMets.Rules.Authoring;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Language;

/// <summary>
/// Libraries as authors have them on their screens. The last few are kept, because several questions are asked about the same texts. After a
/// change of one text the others are not read again, and what does not depend on it is not bound again. Everything is found by the hash of the
/// bytes that it was made from. Of each document a few versions are kept: with every key there is another one. Thread safe.
/// </summary>
internal sealed class DraftLibraries(StoreHost storage, TimeProvider clock)
{
    /// <summary>Where the number of a change would stand; changes count from 1.</summary>
    private const long WhatIsLive = 0;

    private readonly RecentlyUsed<string, Lazy<Task<DraftLibrary>>> libraries = new(most: 8);
    private readonly RecentlyUsed<DocumentLine, Lazy<LibraryDocument>> documents = new(most: 512, mostWeight: 32 * 1024 * 1024) { VersionOf = line => line.Name, MostVersions = 8 };

    /// <summary>The last one of each change: its next one is mostly like it.</summary>
    private readonly RecentlyUsed<long, StrongBox<RuleLibrary?>> last = new(most: 8);

    /// <summary>How many documents are kept, with all their versions.</summary>
    public int DocumentCount => documents.Count;

    private RuleStore Store => storage.IsUsed ? storage.Store : throw new ProblemException(ProblemKind.NoStore, StoreController.NoStore);

    public async Task<DraftLibrary> LoadAsync(long? change, IReadOnlyDictionary<string, string?>? edits, CancellationToken cancellation)
    {
        var sources = await SourcesAsync(change, edits, cancellation);
        if (libraries.TryGet(KeyOf(sources), out var known)) return await known.Value.WaitAsync(cancellation);
        return await LoadAsync(change, await ReadableAsync(sources, change, edits, cancellation), cancellation);
    }

    /// <summary>
    /// A place where somebody writes. It is there long before the whole library is: what the place names is bound, on top of the last library of
    /// the change. Null when nothing can be named there.
    /// </summary>
    public async Task<AuthoringContext?> PlaceAsync(long? change, IReadOnlyDictionary<string, string?>? edits, string workflow, string? rule, CancellationToken cancellation)
    {
        // A page that is opened asks before its author writes: it goes the same way, so that the first key finds the way compiled.
        var sources = await ReadableAsync(await SourcesAsync(change, edits, cancellation), change, edits, cancellation);
        var before = Volatile.Read(ref Before(change).Value) ?? (await LoadAsync(change, sources, cancellation)).Library;
        return AuthoringContext.Of([.. sources.Select(Document)], before, workflow, rule);
    }

    /// <summary>Empty until a first one was loaded.</summary>
    private StrongBox<RuleLibrary?> Before(long? change) => last.Keep(change ?? WhatIsLive, new StrongBox<RuleLibrary?>());

    /// <summary>By name and hash, which are known much sooner than the texts.</summary>
    private async Task<List<Source>> SourcesAsync(long? change, IReadOnlyDictionary<string, string?>? edits, CancellationToken cancellation)
    {
        if (edits?.Keys.Select(DocumentName.Complaint).FirstOrDefault(c => c is not null) is { } complaint) throw new ProblemException(ProblemKind.InvalidAction, complaint);
        return [.. (await LinesAsync(change, cancellation)).Where(l => IsWanted(l.Name, edits)).Select(l => Known(l, null)), .. Written(edits)];
    }

    /// <summary>Of those whose text is not here the newest text: they may have been edited since, and what is read now is what counts.</summary>
    private async Task<List<Source>> ReadableAsync(List<Source> sources, long? change, IReadOnlyDictionary<string, string?>? edits, CancellationToken cancellation) =>
        sources.Exists(s => s is { Read: null, Content: null })
            ? [.. (await TextsAsync(change, cancellation)).Where(d => IsWanted(d.Name, edits)).Select(d => Known(new DocumentLine(d.Name, d.Hash), d.Content)), .. Written(edits)]
            : sources;

    private static bool IsWanted(string name, IReadOnlyDictionary<string, string?>? edits) => IsRead(name) && edits?.ContainsKey(name) is not true;

    private static bool IsRead(string name) => name.EndsWith(".json", StringComparison.Ordinal);

    private Task<DraftLibrary> LoadAsync(long? change, List<Source> sources, CancellationToken cancellation)
    {
        var key = KeyOf(sources);
        return libraries.Keep(key, new Lazy<Task<DraftLibrary>>(() => Task.Run(() => Load(key, sources, Before(change)), CancellationToken.None))).Value.WaitAsync(cancellation);
    }

    private DraftLibrary Load(string key, List<Source> sources, StrongBox<RuleLibrary?> before)
    {
        try
        {
            var loaded = RuleLibrary.Load([.. sources.Select(Document)], Volatile.Read(ref before.Value));
            Volatile.Write(ref before.Value, loaded.Library);
            return new DraftLibrary(loaded, clock);
        }
        catch
        {
            libraries.Forget(key); // nobody else is to get this failure
            throw;
        }
    }

    /// <summary>Read once, whoever asks first.</summary>
    private LibraryDocument Document(Source source)
    {
        if (source.Read is { } known) return known.Value;
        var (line, content) = (source.Line, source.Content!);
        return documents.Keep(line, new Lazy<LibraryDocument>(() => LibraryDocument.Read(new LibraryFile(line.Name, content))), content.Length).Value;
    }

    private Source Known(DocumentLine line, byte[]? content) => new(line, documents.TryGet(line, out var read) ? read : null, content);

    private IEnumerable<Source> Written(IReadOnlyDictionary<string, string?>? edits)
    {
        foreach (var (name, text) in edits ?? new Dictionary<string, string?>())
        {
            if (text is null || !IsRead(name)) continue;
            var content = Encoding.UTF8.GetBytes(text);
            yield return Known(new DocumentLine(name, ContentHash.Of(content)), content);
        }
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
    private sealed record Source(DocumentLine Line, Lazy<LibraryDocument>? Read, byte[]? Content);
}
