using System.IO.Compression;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Releases;

/// <summary>A library as a zip file: the same files as in a folder, so that content can live in version control too.</summary>
internal static class LibraryArchive
{
    public const string ContentType = "application/zip";

    /// <summary>What may be sent; and what it may unfold to.</summary>
    public const int MostBytes = 16 * 1024 * 1024;
    private const long MostUnfolded = 64L * 1024 * 1024;
    private const int MostFiles = 5_000;

    /// <summary>The same bytes for the same documents.</summary>
    public static byte[] Write(IReadOnlyList<StoredDocument> documents)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var document in documents)
            {
                var entry = zip.CreateEntry(document.Name, CompressionLevel.Optimal);
                entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(document.Content);
            }
        }
        return buffer.ToArray();
    }

    /// <summary>Refuses what is no zip, holds anything but documents of a library, or would unfold to more than there is room for.</summary>
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
            throw Refused("the body is no zip archive, or a damaged one");
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

    private static ProblemException Refused(string why) => new(ProblemKind.InvalidAction, $"{why}; send the files of a library folder as a zip");
}
