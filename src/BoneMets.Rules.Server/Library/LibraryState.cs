using System.Collections.Concurrent;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Library;

/// <summary>
/// What the host knows at one moment: what it serves, what was taken out of use, and what it found when it last read the content. Immutable,
/// so the pages that show it are written once and kept.
/// </summary>
internal sealed class LibraryState(LibrarySnapshot? serving, IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<Retirement> retired, bool isStale)
{
    private readonly ConcurrentDictionary<string, JsonPage?> pages = new(StringComparer.Ordinal);

    /// <summary>Null until there was valid content for the first time.</summary>
    public LibrarySnapshot? Serving { get; } = serving;

    /// <summary>Of the newest content: its errors when it is stale.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;

    /// <summary>What an administrator has taken out of use, whatever the release.</summary>
    public IReadOnlyList<Retirement> Retired { get; } = retired;

    /// <summary>The newest content holds errors, and an older one serves.</summary>
    public bool IsStale { get; } = isStale;

    /// <summary>A page of this state. Only pages that exist are kept, so asking for others fills no memory.</summary>
    public JsonPage? Page(string name, Func<LibraryState, JsonPage?> write)
    {
        if (pages.TryGetValue(name, out var kept)) return kept;
        return write(this) is { } page ? pages.GetOrAdd(name, page) : null;
    }
}
