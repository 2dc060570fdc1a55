using System.Buffers;

namespace BoneMets.Rules.Server.Execution;

/// <summary>Room for an answer, of which each thread keeps one for the next. Dispose of it when the answer is sent.</summary>
internal sealed class AnswerBuffer : IDisposable
{
    private const int FirstSize = 16 * 1024;
    private const int MostKept = 1024 * 1024;

    [ThreadStatic]
    private static AnswerBuffer? kept;
    private readonly ArrayBufferWriter<byte> writer = new(FirstSize);

    private AnswerBuffer()
    {
    }

    public IBufferWriter<byte> Writer => writer;

    public ReadOnlySpan<byte> Written => writer.WrittenSpan;

    public static AnswerBuffer Rent()
    {
        var buffer = kept ?? new AnswerBuffer();
        kept = null;
        return buffer;
    }

    public void Dispose()
    {
        if (writer.Capacity > MostKept) return;
        writer.Clear(); // zeroes what was written
        kept = this;
    }
}
