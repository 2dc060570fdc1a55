namespace BoneMets.Rules.Streaming;

/// <summary>How a stream of facts is decided.</summary>
public sealed record StreamOptions
{
    /// <summary>Bytes of one line; a longer one becomes an error line.</summary>
    public const int LongestLine = 10 * 1024 * 1024;

    /// <summary>The same evaluation date for every line; null leaves it unknown.</summary>
    public DateOnly? AsOf { get; init; }

    public Explain Explain { get; init; } = Explain.None;

    /// <summary>How many lines are decided at the same time.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Told after every write, from one thread at a time.</summary>
    public Action<StreamTotals>? Progress { get; init; }
}

/// <summary>
/// What came of a stream so far. <see cref="Lines"/> are those with content; <see cref="Bad"/> ones became error lines,
/// the others decisions, of which <see cref="Failed"/> have the status <c>failed</c>.
/// </summary>
public readonly record struct StreamTotals(long Lines, long Bad, long Failed, long BytesRead)
{
    public long Decided => Lines - Bad;

    public static StreamTotals operator +(StreamTotals a, StreamTotals b) => new(a.Lines + b.Lines, a.Bad + b.Bad, a.Failed + b.Failed, a.BytesRead + b.BytesRead);

    public static StreamTotals Add(StreamTotals left, StreamTotals right) => left + right;
}
