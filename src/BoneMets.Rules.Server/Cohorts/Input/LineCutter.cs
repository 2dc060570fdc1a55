using System.Runtime.CompilerServices;

namespace BoneMets.Rules.Server.Cohorts.Input;

/// <summary>Cuts NDJSON between lines. A line that is longer than allowed is cut off, at the end of a part of its own: whoever decides it sees that it is too long.</summary>
internal sealed class LineCutter(InputWindow input, int mostPerLine)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private long lineStart, partStart, line = 1, partLine = 1;
    private int patients;
    private bool hasContent, isSkipping;

    public async IAsyncEnumerable<InputPart> PartsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        long position = 0;
        int read;
        while ((read = await input.ReadAsync(buffer, cancellation)) > 0)
        {
            var at = 0;
            while (at < read)
            {
                var end = buffer.AsSpan(at, read - at).IndexOf((byte)'\n');
                var here = end < 0 ? read - at : end;
                hasContent |= !buffer.AsSpan(at, here).Trim(" \t\r"u8).IsEmpty;
                at += here;
                if (!isSkipping && position + at - lineStart > mostPerLine)
                {
                    // One byte more than allowed tells that it is too long.
                    patients++;
                    yield return Cut(lineStart + mostPerLine + 1);
                    isSkipping = true;
                }
                if (end < 0) break;
                at++;
                EndLine(position + at);
                if (patients >= InputParts.MostPatients || position + at - partStart >= InputParts.MostBytes) yield return Cut(position + at);
            }
            position += read;
            if (isSkipping) Skip(position);
        }
        if (hasContent && !isSkipping) patients++;
        if (patients > 0) yield return Cut(position);
    }

    private void EndLine(long next)
    {
        if (isSkipping) Skip(next);
        else if (hasContent) patients++;
        line++;
        if (isSkipping) partLine = line;
        (lineStart, hasContent, isSkipping) = (next, false, false);
    }

    /// <summary>The rest of a line that is too long belongs to no part.</summary>
    private void Skip(long end)
    {
        input.DropUpTo(end);
        partStart = end;
    }

    private InputPart Cut(long end)
    {
        var part = new InputPart(partLine, patients, partStart, input.CutUpTo(end));
        (partStart, partLine, patients) = (end, line, 0);
        return part;
    }
}
