using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Library;

/// <summary>
/// One valid library with its engine. A request holds a <see cref="Lease"/> and so works on one content from beginning to end;
/// the engine is disposed of when the snapshot is retired and the last lease is back. Thread safe.
/// </summary>
internal sealed class LibrarySnapshot(RuleLibrary library, RuleEngine engine, Release? release, DateTimeOffset loadedAt)
{
    private int holders = 1; // the host itself is the first

    public RuleLibrary Library { get; } = library;

    public RuleEngine Engine { get; } = engine;

    /// <summary>Null for a folder, which has no releases.</summary>
    public Release? Release { get; } = release;

    public DateTimeOffset LoadedAt { get; } = loadedAt;

    /// <summary>Null when the snapshot was retired and given up in the meantime: ask for the current one again.</summary>
    public Lease? TryAcquire()
    {
        while (true)
        {
            var seen = Volatile.Read(ref holders);
            if (seen == 0) return null;
            if (Interlocked.CompareExchange(ref holders, seen + 1, seen) == seen) return new Lease(this);
        }
    }

    /// <summary>Once, by the host, when another snapshot took its place.</summary>
    public void Retire() => GiveBack();

    private void GiveBack()
    {
        if (Interlocked.Decrement(ref holders) == 0) Engine.Dispose();
    }

    public sealed class Lease(LibrarySnapshot snapshot) : IDisposable
    {
        private LibrarySnapshot? held = snapshot;

        public RuleLibrary Library => Held.Library;

        public RuleEngine Engine => Held.Engine;

        public Release? Release => Held.Release;

        public DateTimeOffset LoadedAt => Held.LoadedAt;

        private LibrarySnapshot Held => held ?? throw new ObjectDisposedException(nameof(Lease));

        public void Dispose() => Interlocked.Exchange(ref held, null)?.GiveBack();
    }
}
