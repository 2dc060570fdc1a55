using System.Text.Json;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Streaming;

/// <summary>How a stream of facts is decided.</summary>
public sealed record StreamOptions
{
    /// <summary>Bytes of one line when nothing else is said.</summary>
    public const int LongestLine = 10 * 1024 * 1024;

    /// <summary>Bytes of one line; a longer one becomes an error line.</summary>
    public int MostPerLine { get; init; } = LongestLine;

    /// <summary>The number of the first line: of a part of a file, where in the file it stands.</summary>
    public long FirstLine { get; init; } = 1;

    /// <summary>The same evaluation date for every line; null leaves it unknown.</summary>
    public DateOnly? AsOf { get; init; }

    public Explain Explain { get; init; } = Explain.None;

    /// <summary>How many lines are decided at the same time.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Writes the value of <c>error</c> of a bad line; null writes the first finding's code, a message, and all findings. Called on several threads.
    /// </summary>
    public Action<Utf8JsonWriter, IReadOnlyList<Diagnostic>>? WriteError { get; init; }

    /// <summary>A reading of the input ends when it is cancelled (a network's does, a terminal's does not), so it is waited for.</summary>
    public bool WaitsForInput { get; init; }

    /// <summary>Asked before every write, from one thread at a time. What it throws ends the stream after whole lines; what was to be written is not.</summary>
    public Action? BeforeWrite { get; init; }

    /// <summary>Told after every write, from one thread at a time. What it throws ends the stream after whole lines.</summary>
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
