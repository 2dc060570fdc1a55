using System.Diagnostics;

namespace BoneMets.Rules.Bench.Measuring;

/// <summary>Something that decides <see cref="Decisions"/> patients each time it is called, and returns a number that depends on all of them.</summary>
internal sealed record Contestant(string Name, int Decisions, Func<ulong> Pass);

/// <summary>
/// Runs contestants in turn, a few milliseconds each, many rounds. A ratio is taken inside each round, so that whatever slows the machine down
/// for a moment slows both sides; the median over the rounds is what counts.
/// </summary>
internal sealed class Race(IReadOnlyList<Contestant> contestants)
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(4);
    private readonly double[][] nanoseconds = [.. contestants.Select(_ => Array.Empty<double>())];

    public Race Run(Effort effort)
    {
        JustInTime.Settle(effort.QuietTime, () =>
        {
            foreach (var contestant in contestants) Measure(contestant, Slice);
        });
        var rounds = new List<double>[contestants.Count];
        for (var i = 0; i < rounds.Length; i++) rounds[i] = [];
        var clock = Stopwatch.StartNew();
        for (var round = 0; clock.Elapsed < effort.RaceDuration || round < 5; round++)
            for (var i = 0; i < contestants.Count; i++)
            {
                var turn = (i + round) % contestants.Count;
                rounds[turn].Add(Measure(contestants[turn], Slice));
            }
        // The first third is for whatever warming up did not reach.
        for (var i = 0; i < rounds.Length; i++) nanoseconds[i] = [.. rounds[i].Skip(rounds[i].Count / 3)];
        return this;
    }

    /// <summary>Nanoseconds per decision.</summary>
    public double Time(string name) => Median(Of(name));

    /// <summary>How many times as fast as the other.</summary>
    public double SpeedAgainst(string name, string other) => Median([.. Of(other).Zip(Of(name), (theirs, ours) => theirs / ours)]);

    public static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Bytes that one decision allocates on this thread.</summary>
    public double BytesPerDecision(string name)
    {
        var contestant = contestants.First(c => c.Name == name);
        contestant.Pass();
        var before = GC.GetAllocatedBytesForCurrentThread();
        contestant.Pass();
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / contestant.Decisions;
    }

    private double[] Of(string name) => nanoseconds[contestants.ToList().FindIndex(c => c.Name == name)];

    /// <summary>
    /// Processor time, not time of day: on a busy machine the contestant who was interrupted would seem slow. The process does nothing else
    /// meanwhile.
    /// </summary>
    private static double Measure(Contestant contestant, TimeSpan atLeast)
    {
        var passes = 0;
        var start = Environment.CpuUsage.TotalTime;
        TimeSpan used;
        do
        {
            var clock = Stopwatch.StartNew();
            do
            {
                contestant.Pass();
                passes++;
            }
            while (clock.Elapsed < atLeast);
            used = Environment.CpuUsage.TotalTime - start;
        }
        while (used < atLeast / 2);
        return used.TotalNanoseconds / ((double)passes * contestant.Decisions);
    }
}
