using System.Buffers;

namespace BoneMets.Rules.Server.Execution;

/// <summary>A request's whole body in a pooled buffer. Dispose of it when its bytes are no longer read.</summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>The body of a request with facts may have this many bytes.</summary>
    public const int Most = 2 * 1024 * 1024;

    /// <summary>One with a FHIR Bundle, which has much beside facts.</summary>
    public const int MostWithBundle = 8 * 1024 * 1024;

    /// <summary>What people write beside documents: a title, a reason, a remark.</summary>
    public const int MostOfMessage = 64 * 1024;

    /// <summary>The server still takes this many off the line (and throws them away), so that the sender hears why it was refused.</summary>
    public const int MostDrained = 32 * 1024 * 1024;

    private const int FirstSize = 16 * 1024;
    private readonly int most;
    private byte[]? buffer;
    private int length;

    private RequestBody(byte[] buffer, int most) => (this.buffer, this.most) = (buffer, most);

    public ReadOnlySpan<byte> Bytes => Memory.Span;

    /// <summary>The same without the mark that some programs put before UTF-8.</summary>
    public ReadOnlySpan<byte> Json => JsonMemory.Span;

    public ReadOnlyMemory<byte> JsonMemory => Memory is var memory && memory.Span.StartsWith("\uFEFF"u8) ? memory["\uFEFF"u8.Length..] : memory;

    private ReadOnlyMemory<byte> Memory => (buffer ?? throw new ObjectDisposedException(nameof(RequestBody))).AsMemory(0, length);

    /// <summary>Null when the body is too large.</summary>
    public static async Task<RequestBody?> ReadAsync(HttpRequest request, int most, CancellationToken cancellation)
    {
        if (request.ContentLength > most) return null;
        var body = new RequestBody(ArrayPool<byte>.Shared.Rent(request.ContentLength is > 0 and { } known ? (int)known + 1 : FirstSize), most);
        try
        {
            while (await request.Body.ReadAsync(body.Free(), cancellation) is > 0 and var count) body.length += count;
            if (body.length <= most) return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
        body.Dispose();
        return null;
    }

    public void Dispose()
    {
        // Facts about a patient do not stay behind in a shared buffer.
        if (Interlocked.Exchange(ref buffer, null) is { } used) ArrayPool<byte>.Shared.Return(used, clearArray: true);
    }

    /// <summary>Room for at least one more byte; none when the body is already too large, which ends the reading.</summary>
    private Memory<byte> Free()
    {
        if (length > most) return default;
        if (length == buffer!.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Min(2 * buffer.Length, most + 1));
            buffer.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            buffer = larger;
        }
        return buffer.AsMemory(length);
    }
}
