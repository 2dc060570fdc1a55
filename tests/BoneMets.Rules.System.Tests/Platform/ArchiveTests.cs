using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Cli;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>Archives that somebody made to do harm, or that the way here has damaged.</summary>
public sealed class ArchiveTests
{
    private const string Push = "/api/v1/library?title=x";

    [Fact]
    public async Task The_server_takes_no_archive_that_it_would_not_give()
    {
        await using var exchange = await Exchange.StartAsync();
        using var author = new Person(exchange.Server.Address, "key", (await File.ReadAllTextAsync(exchange.DraftKey)).Trim());
        async Task RefusedAsync(byte[] archive, string expected)
        {
            using var content = new ByteArrayContent(archive);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
            using var response = await author.SendAsync(HttpMethod.Put, Push, content);
            var problem = await Person.ProblemAsync(response, HttpStatusCode.BadRequest, "invalid-action");
            Assert.Contains(expected, problem.ToJsonString(), StringComparison.Ordinal);
        }

        var bomb = Bomb(100);
        Assert.InRange(bomb.Length, 1, 1024 * 1024);
        await RefusedAsync(bomb, "unfolds to more than 64 MB");
        await RefusedAsync(Lying(Bomb(100)), "is not JSON");
        await RefusedAsync(HostileServerTests.Zip([.. Enumerable.Range(0, 6_000).Select(i => $"w{i}/workflow.json")]), "more than 5000 files");
        await RefusedAsync(HostileServerTests.Zip("a/workflow.json", "a/workflow.json"), "is in the archive twice");
        await RefusedAsync(HostileServerTests.Zip("../evil.json"), "begins with a dot");
        await RefusedAsync(HostileServerTests.Zip("C:/evil.json"), "may hold letters");
        await RefusedAsync("no zip"u8.ToArray(), "no zip archive");
        await RefusedAsync([], "no zip archive");
        Assert.Equal(0, await exchange.ChangesAsync());
    }

    [Fact]
    public void A_damaged_archive_is_read_or_refused_whatever_is_damaged()
    {
        var good = LibraryArchive.Write([("a/workflow.json", new byte[500]), ("b/README.md", [1, 2, 3]), ("evidence.json", [])]);
        Assert.Equal(["a/workflow.json", "b/README.md", "evidence.json"], LibraryArchive.Read(good).Select(d => d.Name));
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var bad = random.Next(4) == 0 ? good[..random.Next(good.Length)] : good.ToArray();
            for (var edits = random.Next(1, 4); edits > 0 && bad.Length > 0; edits--) bad[random.Next(bad.Length)] = (byte)(random.Next(3) switch { 0 => 0, 1 => 255, _ => random.Next(256) });
            try
            {
                LibraryArchive.Read(bad);
            }
            catch (StoreRefusedException refusal)
            {
                Assert.Equal(RefusalKind.Invalid, refusal.Kind);
            }
        }
    }

    private static byte[] Bomb(int megabytes)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = zip.CreateEntry("a/workflow.json", CompressionLevel.SmallestSize).Open();
            var block = new byte[1024 * 1024];
            for (var i = 0; i < megabytes; i++) stream.Write(block);
        }
        return buffer.ToArray();
    }

    /// <summary>The same, but its directory says that the file has ten bytes: no more than these are unfolded then.</summary>
    private static byte[] Lying(byte[] archive)
    {
        ReadOnlySpan<byte> directoryEntry = [0x50, 0x4b, 0x01, 0x02];
        var at = archive.AsSpan().LastIndexOf(directoryEntry);
        BitConverter.TryWriteBytes(archive.AsSpan(at + 24), 10);
        return archive;
    }
}
