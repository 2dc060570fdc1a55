namespace BoneMets.Rules.Streaming;

/// <summary>
/// Cuts a stream into batches of whole lines. One reading of the stream makes one batch, so a slow sender gets its answers at once
/// and a file is read in large pieces. Not thread safe.
/// </summary>
internal sealed class LineSource(Stream input, int longest, long firstLine)
{
    private byte[] rest = new byte[LineBatch.UsualSize];
    private int restLength;
    private long lines = firstLine - 1;
    private bool ended;

    /// <summary>The next whole lines; the last one may lack its line end. False at the end of the input.</summary>
    public async ValueTask<bool> FillAsync(LineBatch batch, CancellationToken cancellation)
    {
        batch.Reserve(restLength, longest);
        rest.AsSpan(0, restLength).CopyTo(batch.Input);
        var filled = restLength;
        restLength = 0;
        batch.FirstLine = lines + 1;
        if (TakeLines(batch, 0, filled)) return true;
        while (true)
        {
            if (filled == batch.Input.Length)
            {
                if (filled > longest) return await SkipLineAsync(batch, cancellation);
                batch.Grow(filled, longest);
            }
            var read = await ReadAsync(batch, filled, cancellation);
            if (read == 0)
            {
                batch.Length = filled;
                lines++;
                return filled > 0;
            }
            filled += read;
            if (TakeLines(batch, filled - read, filled)) return true;
        }
    }

    private async ValueTask<int> ReadAsync(LineBatch batch, int at, CancellationToken cancellation)
    {
        if (ended) return 0;
        var read = await input.ReadAsync(batch.Input.AsMemory(at), cancellation);
        ended = read == 0;
        batch.Totals += new StreamTotals(0, 0, 0, read);
        return read;
    }

    /// <summary>Up to the last line end stays in the batch, what follows is kept for the next one. False when there is no line end.</summary>
    private bool TakeLines(LineBatch batch, int from, int filled)
    {
        var last = batch.Input.AsSpan(from, filled - from).LastIndexOf((byte)'\n');
        if (last < 0) return false;
        batch.Length = from + last + 1;
        lines += batch.Input.AsSpan(0, batch.Length).Count((byte)'\n');
        Keep(batch.Input.AsSpan(batch.Length, filled - batch.Length));
        return true;
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (rest.Length < bytes.Length || (rest.Length > LineBatch.UsualSize && bytes.Length <= LineBatch.UsualSize))
            rest = new byte[Math.Max(bytes.Length, LineBatch.UsualSize)];
        bytes.CopyTo(rest);
        restLength = bytes.Length;
    }

    private async ValueTask<bool> SkipLineAsync(LineBatch batch, CancellationToken cancellation)
    {
        batch.IsOverlong = true;
        lines++;
        int read;
        while ((read = await ReadAsync(batch, 0, cancellation)) > 0)
        {
            var end = batch.Input.AsSpan(0, read).IndexOf((byte)'\n');
            if (end < 0) continue;
            Keep(batch.Input.AsSpan(end + 1, read - end - 1));
            break;
        }
        return true;
    }
}
