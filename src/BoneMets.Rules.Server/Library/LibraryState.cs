using System.Collections.Concurrent;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Server.Library;

/// <summary>
/// What the host knows at one moment: what it serves, and what it found when it last read the folder. Immutable, so the pages that show it
/// are written once and kept.
/// </summary>
internal sealed class LibraryState(LibrarySnapshot? serving, IReadOnlyList<Diagnostic> diagnostics, bool isStale)
{
    private readonly ConcurrentDictionary<string, JsonPage?> pages = new(StringComparer.Ordinal);

    /// <summary>Null until the folder was valid for the first time.</summary>
    public LibrarySnapshot? Serving { get; } = serving;

    /// <summary>Of the folder as it is now: its errors when it is stale.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;

    /// <summary>The folder holds errors, and an older content serves.</summary>
    public bool IsStale { get; } = isStale;

    /// <summary>A page of this state. Only pages that exist are kept, so asking for others fills no memory.</summary>
    public JsonPage? Page(string name, Func<LibraryState, JsonPage?> write)
    {
        if (pages.TryGetValue(name, out var kept)) return kept;
        return write(this) is { } page ? pages.GetOrAdd(name, page) : null;
    }
}
