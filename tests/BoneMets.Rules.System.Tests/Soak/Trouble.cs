using System.Diagnostics;

namespace BoneMets.Rules.System.Tests.Soak;

/// <summary>
/// Whether something is wrong around a server just now, so that what has to be kept may be refused. It is over when a writer has succeeded after the
/// cause was mended; how long that took is measured. Thread safe.
/// </summary>
internal sealed class Trouble
{
    /// <summary>Somebody else may still meet what is left of it: a connection that was kept and is none any more.</summary>
    private static readonly TimeSpan After = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private bool isOn, isMended;
    private long mended;
    private long? ended;

    public List<TroubleRecord> Past { get; } = [];

    public void Begin(string name)
    {
        lock (gate)
        {
            (isOn, isMended) = (true, false);
            Past.Add(new TroubleRecord(name));
        }
    }

    public void Mended()
    {
        lock (gate) (isMended, mended) = (true, Stopwatch.GetTimestamp());
    }

    /// <summary>Whether a request that was begun then may have met it.</summary>
    public bool MetBy(long begun)
    {
        lock (gate) return isOn || (ended is { } end && Stopwatch.GetElapsedTime(end, begun) < After);
    }

    /// <summary>Something that was begun then was written.</summary>
    public void Written(long begun)
    {
        lock (gate)
        {
            if (!isOn || !isMended || begun < mended) return;
            (isOn, ended) = (false, Stopwatch.GetTimestamp());
            Past[^1].Recovery = Stopwatch.GetElapsedTime(mended);
        }
    }

    public bool IsOn
    {
        get
        {
            lock (gate) return isOn;
        }
    }
}

internal sealed class TroubleRecord(string name)
{
    public string Name { get; } = name;

    /// <summary>From the end of the cause to the first thing that was begun after it and written.</summary>
    public TimeSpan? Recovery { get; set; }
}
