using System.IO.Compression;

namespace BoneMets.Rules.Store;

/// <summary>
/// A library as a zip file: the same files as in a folder, so that content can live in version control too.
/// Server and command line both read what strangers may have made, so both refuse the same.
/// </summary>
public static class LibraryArchive
{
    public const string ContentType = "application/zip";

    /// <summary>What may be sent; and what it may unfold to.</summary>
    public const int MostBytes = 16 * 1024 * 1024;
    private const long MostUnfolded = 64L * 1024 * 1024;
    private const int MostFiles = 5_000;

    /// <summary>The same bytes for the same documents.</summary>
    public static byte[] Write(IEnumerable<(string Name, byte[] Content)> documents)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in documents)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }
        return buffer.ToArray();
    }

    /// <summary>The documents by name in ordinal order. Refuses what is no zip, holds anything but documents of a library, or would unfold to more than there is room for.</summary>
    /// <exception cref="StoreRefusedException">Of the kind <see cref="RefusalKind.Invalid"/>.</exception>
    public static IReadOnlyList<(string Name, byte[] Content)> Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray()), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostFiles) throw Refused($"the archive has more than {MostFiles} files");
            var room = MostUnfolded;
            var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
            {
                if (DocumentName.Complaint(entry.FullName) is { } complaint) throw Refused(complaint);
                if (!found.TryAdd(entry.FullName, Unfold(entry, ref room))) throw Refused($"`{entry.FullName}` is in the archive twice");
            }
            return [.. found.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, f.Value))];
        }
        catch (InvalidDataException)
        {
            throw Refused("this is no zip archive, or a damaged one");
        }
    }

    /// <summary>Counts what comes out: what the archive says about its sizes may be a lie.</summary>
    private static byte[] Unfold(ZipArchiveEntry entry, ref long room)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        var block = new byte[64 * 1024];
        while (stream.Read(block) is > 0 and var count)
        {
            room -= count;
            if (room < 0) throw Refused($"the archive unfolds to more than {MostUnfolded / 1024 / 1024} MB");
            content.Write(block, 0, count);
        }
        return content.ToArray();
    }

    private static StoreRefusedException Refused(string why) => new(RefusalKind.Invalid, why, "send the files of a library folder as a zip");
}
