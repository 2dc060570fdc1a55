using System.Diagnostics;

namespace BoneMets.Rules.System.Tests.Soak;

/// <summary>The resident memory of a server, looked at again and again.</summary>
internal sealed class MemoryWatch(Func<long> bytes)
{
    private readonly List<(TimeSpan At, long Bytes)> seen = [];
    private readonly Stopwatch since = Stopwatch.StartNew();

    public IReadOnlyList<(TimeSpan At, long Bytes)> Seen => seen;

    public void Look() => seen.Add((since.Elapsed, bytes()));

    /// <summary>The median of one part of the time, in megabytes.</summary>
    public double Median(double from, double to)
    {
        var end = seen[^1].At;
        var part = seen.Where(s => s.At >= end * from && s.At <= end * to).Select(s => s.Bytes).Order().ToList();
        return part[part.Count / 2] / (1024.0 * 1024);
    }
}
