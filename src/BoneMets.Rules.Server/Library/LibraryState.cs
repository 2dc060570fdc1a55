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
    private volatile Pages pages = new(DateOnly.MinValue);

    /// <summary>Null until there was valid content for the first time.</summary>
    public LibrarySnapshot? Serving { get; } = serving;

    /// <summary>Of the newest content: its errors when it is stale.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;

    /// <summary>What an administrator has taken out of use, whatever the release.</summary>
    public IReadOnlyList<Retirement> Retired { get; } = retired;

    /// <summary>The newest content holds errors and an older one serves, or the store does not say what the newest is.</summary>
    public bool IsStale { get; } = isStale;

    /// <summary>
    /// A page of this state, on a day: reviews become overdue although nothing changes. Only pages that exist are kept, so asking for others
    /// fills no memory.
    /// </summary>
    public JsonPage? Page(string name, DateOnly today, Func<LibraryState, DateOnly, JsonPage?> write)
    {
        if (pages is not { } of || of.Day != today) pages = of = new Pages(today);
        if (of.Written.TryGetValue(name, out var kept)) return kept;
        return write(this, today) is { } page ? of.Written.GetOrAdd(name, page) : null;
    }

    private sealed class Pages(DateOnly day)
    {
        public DateOnly Day { get; } = day;

        public ConcurrentDictionary<string, JsonPage> Written { get; } = new(StringComparer.Ordinal);
    }
}
