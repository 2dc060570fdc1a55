using System.Buffers;

namespace BoneMets.Rules.Streaming;

/// <summary>
/// Whole lines on their way from the input through a worker to the output. There are a few of them, used again and again:
/// that bounds the memory of a stream however long it is. Owned by one stage at a time.
/// </summary>
internal sealed class LineBatch
{
    public const int UsualSize = 64 * 1024;
    private const int LargestKept = 4 * 1024 * 1024;

    public byte[] Input { get; private set; } = new byte[UsualSize];

    /// <summary>Bytes of whole lines in <see cref="Input"/>.</summary>
    public int Length { get; set; }

    /// <summary>The number of the first line, from 1.</summary>
    public long FirstLine { get; set; }

    /// <summary>Instead of lines there was one that is longer than allowed; its bytes are gone.</summary>
    public bool IsOverlong { get; set; }

    public ArrayBufferWriter<byte> Output { get; private set; } = new(UsualSize);

    public StreamTotals Totals { get; set; }

    /// <summary>Set when <see cref="Output"/> is written.</summary>
    public TaskCompletionSource Decided { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes room for twice as many bytes (one more than the longest line at most) and keeps what is there.</summary>
    public void Grow(int used, int longest)
    {
        var larger = new byte[(int)Math.Min((long)Input.Length * 2, Math.Max(longest, UsualSize) + 1L)];
        Input.AsSpan(0, used).CopyTo(larger);
        Input = larger;
    }

    public void Reserve(int bytes, int longest)
    {
        while (Input.Length < bytes) Grow(0, longest);
    }

    /// <summary>Empty again; buffers that a rare long line blew up are let go.</summary>
    public void Reset()
    {
        if (Input.Length > UsualSize) Input = new byte[UsualSize];
        if (Output.Capacity > LargestKept) Output = new ArrayBufferWriter<byte>(UsualSize);
        else Output.ResetWrittenCount();
        (Length, FirstLine, IsOverlong, Totals) = (0, 0, false, default);
        Decided = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
