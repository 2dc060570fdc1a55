using System.Collections.Concurrent;
using System.Diagnostics;

namespace BoneMets.Rules.System.Tests.Soak;

/// <summary>What was asked and how it was answered. Thread safe.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, ActionTally> actions = new(StringComparer.Ordinal);

    public IEnumerable<(string Action, ActionTally Counted)> Actions => actions.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => (a.Key, a.Value));

    /// <summary>How often the server said that it could not just now.</summary>
    public int Unavailable => actions.Values.Sum(a => a.Refusals.GetValueOrDefault(503));

    public ActionTally this[string action] => actions.GetOrAdd(action, _ => new ActionTally());

    public void Done(string action, long since) => this[action].Done(Stopwatch.GetElapsedTime(since));

    /// <summary>Refused while something was wrong around the server, as it should be.</summary>
    public void Refused(string action, int status) => this[action].Refused(status);
}

internal sealed class ActionTally
{
    private readonly Lock gate = new();
    private readonly List<float> milliseconds = [];
    private readonly SortedDictionary<int, int> refused = [];

    public int Answered
    {
        get
        {
            lock (gate) return milliseconds.Count;
        }
    }

    public IReadOnlyDictionary<int, int> Refusals
    {
        get
        {
            lock (gate) return new Dictionary<int, int>(refused);
        }
    }

    public void Done(TimeSpan took)
    {
        lock (gate) milliseconds.Add((float)took.TotalMilliseconds);
    }

    public void Refused(int status)
    {
        lock (gate) refused[status] = refused.GetValueOrDefault(status) + 1;
    }

    /// <summary>In milliseconds; not a number when nothing was answered.</summary>
    public double At(double part)
    {
        lock (gate) return milliseconds.Count == 0 ? double.NaN : milliseconds.Order().ElementAt((int)Math.Min(milliseconds.Count - 1, part * milliseconds.Count));
    }
}
