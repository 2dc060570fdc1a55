namespace BoneMets.Rules.Server.Storing;

/// <summary>
/// That the store did not answer a moment ago: asking it again for what can be done without it would keep each request waiting as long as the
/// store takes to fail. Thread safe.
/// </summary>
internal sealed class StoreOutage(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private long noted;

    public bool IsRecent => Volatile.Read(ref noted) is > 0 and var at && clock.GetElapsedTime(at) < Pause;

    /// <summary>True when it is the first after a while, and worth a word in the log.</summary>
    public bool Note()
    {
        var before = Volatile.Read(ref noted);
        var isFirst = before == 0 || clock.GetElapsedTime(before) > 2 * Pause;
        Volatile.Write(ref noted, Math.Max(1, clock.GetTimestamp()));
        return isFirst;
    }
}
