using System.Security.Cryptography;

namespace BoneMets.Rules.Server.Cohorts.Input;

/// <summary>
/// An input on its way through: it counts and hashes all bytes, ends an input that is too long, and keeps those that were read since the last
/// cut, so that what a reader makes of them can be cut out as it came.
/// </summary>
internal sealed class InputWindow(Stream source, long most) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] kept = new byte[64 * 1024];
    private int keptLength;
    private long keptFrom;

    /// <summary>Bytes that were read.</summary>
    public long Total { get; private set; }

    public string Hash => Convert.ToHexStringLower(hash.GetCurrentHash());

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Total; set => throw new NotSupportedException(); }

    /// <summary>The bytes of the input from the last cut up to here; only until the next reading.</summary>
    public ReadOnlyMemory<byte> CutUpTo(long end)
    {
        var length = checked((int)(end - keptFrom));
        var cut = kept.AsMemory(0, length).ToArray();
        DropUpTo(end);
        return cut;
    }

    /// <summary>Forgets what lies before this place.</summary>
    public void DropUpTo(long end)
    {
        var length = checked((int)(end - keptFrom));
        kept.AsSpan(length, keptLength - length).CopyTo(kept);
        (keptLength, keptFrom) = (keptLength - length, end);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await source.ReadAsync(buffer, cancellationToken);
        return Keep(buffer.Span, read);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Keep(buffer.AsSpan(offset, count), source.Read(buffer, offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) hash.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>What begins like something else than text in UTF-8 would give a table of nonsense.</summary>
    private static void RefuseOthers(ReadOnlySpan<byte> first)
    {
        if (first.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || first.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) throw new InputRefusedException("the input is UTF-16; save it in UTF-8");
        if (first.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) throw new InputRefusedException("the input is compressed with gzip: send it with `Content-Encoding: gzip`; a file that is read where it lies has to be unpacked");
        if (first.StartsWith("PK"u8)) throw new InputRefusedException("the input is a ZIP archive or a workbook; save the table as CSV in UTF-8");
    }

    private int Keep(ReadOnlySpan<byte> buffer, int read)
    {
        var bytes = buffer[..read];
        if (Total == 0) RefuseOthers(bytes);
        Total += read;
        if (Total > most) throw new InputTooLargeException(most);
        hash.AppendData(bytes);
        if (keptLength + read > kept.Length) Array.Resize(ref kept, Math.Max(2 * kept.Length, keptLength + read));
        bytes.CopyTo(kept.AsSpan(keptLength));
        keptLength += read;
        return read;
    }
}

/// <summary>The input has more bytes, unpacked, than the administrator allows.</summary>
internal sealed class InputTooLargeException(long most) : Exception($"the input has more than {most / (1024 * 1024)} MiB, unpacked");
