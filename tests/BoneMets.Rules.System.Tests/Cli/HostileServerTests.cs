using System.IO.Compression;
using System.Text;
using BoneMets.Rules.System.Tests.Platform;
using Microsoft.AspNetCore.Http;

namespace BoneMets.Rules.System.Tests.Cli;

/// <summary>What a server answers is judged before anything is written.</summary>
public sealed class HostileServerTests : IDisposable
{
    private readonly string place = Directory.CreateTempSubdirectory("bonemets-hostile-").FullName;

    private string Folder => Path.Combine(place, "library");

    public void Dispose() => Directory.Delete(place, recursive: true);

    [Theory]
    [InlineData("../evil.json", "has an empty part or one that begins with a dot")]
    [InlineData("/etc/evil.json", "has an empty part or one that begins with a dot")]
    [InlineData("..\\evil.json", "may hold letters, digits")]
    [InlineData("a/./../../evil.json", "has an empty part or one that begins with a dot")]
    [InlineData(".bonemets.json", "has an empty part or one that begins with a dot")]
    [InlineData("evil.sh", "is neither JSON nor Markdown")]
    [InlineData("evil\u001b[2J.json", "may hold letters, digits")]
    [InlineData("limit/workflow.json", "is in the archive twice")]
    public async Task A_zip_with_such_a_name_is_refused(string name, string expected)
    {
        await using var server = await FakeServer.StartAsync(Zip("limit/workflow.json", name));
        var pulled = await PullAsync(server);
        Assert.Equal((2, ""), (pulled.Exit, pulled.Output));
        Assert.Contains("what came is refused, nothing was written", pulled.OnlyError, StringComparison.Ordinal);
        Assert.Contains(expected, pulled.OnlyError, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', pulled.Error);
        Assert.Empty(Directory.GetFileSystemEntries(place));
    }

    [Fact]
    public async Task A_download_that_breaks_off_leaves_the_folder_as_it_was()
    {
        await using (var good = await FakeServer.StartAsync(Zip("limit/workflow.json", "a/README.md"))) Assert.Equal(0, (await PullAsync(good)).Exit);
        var before = Exchange.Files(Folder);
        var archive = Zip("limit/workflow.json", "b/README.md");
        await using var server = await FakeServer.StartAsync(async context =>
        {
            (context.Response.ContentType, context.Response.ContentLength, context.Response.Headers["X-Release"]) = ("application/zip", archive.Length, "2");
            await context.Response.Body.WriteAsync(archive.AsMemory(0, archive.Length / 2));
            context.Abort();
        });
        var pulled = await PullAsync(server);
        Assert.Equal(2, pulled.Exit);
        Assert.Contains("was lost", pulled.OnlyError, StringComparison.Ordinal);
        Assert.Equal(before, Exchange.Files(Folder));
    }

    [Theory]
    [InlineData(200, "text/html", "<html>hello</html>", "answers with something else than this command understands")]
    [InlineData(200, "application/zip", "no zip", "this is no zip archive, or a damaged one")]
    [InlineData(502, "text/html", "Bad gateway", "answers with the status 502 and no reason")]
    [InlineData(403, "application/problem+json", "{\"type\":\"/problems/x\",\"title\":\"No\\u001b[2J\",\"detail\":\"not\\ntoday\"}", "no [2J: not today")]
    [InlineData(400, "application/problem+json", "{\"title\":7}", "answers with the status 400 and no reason")]
    [InlineData(307, "", "", "sends us to http://elsewhere.example.org/")]
    public async Task An_answer_that_is_no_library_is_one_line(int status, string type, string text, string expected)
    {
        await using var server = await FakeServer.StartAsync(async context =>
        {
            (context.Response.StatusCode, context.Response.Headers["X-Release"]) = (status, "1");
            if (status == 307) context.Response.Headers.Location = "http://elsewhere.example.org/";
            if (type.Length > 0) context.Response.ContentType = type;
            await context.Response.WriteAsync(text);
        });
        var pulled = await PullAsync(server);
        Assert.Equal((2, ""), (pulled.Exit, pulled.Output));
        Assert.Contains(expected, pulled.OnlyError, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(place));
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        await using var server = await FakeServer.StartAsync(async context =>
        {
            (context.Response.ContentType, context.Response.Headers["X-Release"]) = ("application/zip", "1");
            var block = new byte[1024 * 1024];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(block, context.RequestAborted);
        });
        Assert.Contains("answers with more than 16 MB", (await PullAsync(server)).OnlyError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_or_removed_through_links()
    {
        var outside = Directory.CreateDirectory(Path.Combine(place, "outside")).FullName;
        Directory.CreateDirectory(Folder);
        Directory.CreateSymbolicLink(Path.Combine(Folder, "limit"), outside);
        await using var server = await FakeServer.StartAsync(Zip("limit/workflow.json", "a/README.md"));
        Assert.Contains("is a link", (await PullAsync(server)).OnlyError, StringComparison.Ordinal);
        Assert.Contains("is a link", (await PullAsync(server, "--force")).OnlyError, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(Folder, "limit"));
        await File.WriteAllTextAsync(Path.Combine(outside, "kept.json"), "{}");
        // A record out of a stranger's repository.
        await File.WriteAllTextAsync(Path.Combine(Folder, ".bonemets.json"), """{"server": "https://x", "release": 1, "files": {"../outside/kept.json": "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"}}""");
        Assert.Equal(0, (await PullAsync(server)).Exit);
        Assert.Equal(["kept.json"], Directory.GetFiles(outside).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_where_a_folder_has_to_be_is_told_before_anything_is_written()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "limit"), "mine");
        await using var server = await FakeServer.StartAsync(Zip("a/README.md", "limit/workflow.json"));
        Assert.Contains("is a file, but `limit/workflow.json` needs a folder", (await PullAsync(server)).OnlyError, StringComparison.Ordinal);
        Assert.Equal(["limit"], Exchange.Files(Folder).Keys);
        await using var odd = await FakeServer.StartAsync(Zip("a.json", "a.json/b.json"));
        Assert.Contains("is a file, but `a.json/b.json` needs a folder", (await PullAsync(odd)).OnlyError, StringComparison.Ordinal);
    }

    private Task<CommandResult> PullAsync(FakeServer server, params string[] more) => CommandInProcess.RunAsync(["pull", "--server", server.Address, "--library", Folder, .. more]);

    internal static byte[] Zip(params string[] names)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(name.EndsWith("/workflow.json", StringComparison.Ordinal) ? SmallLibrary.WorkflowText(10) : "{}"));
            }
        }
        return buffer.ToArray();
    }
}
