namespace BoneMets.Rules.Cli.Exchange;

/// <summary>
/// Files that are written aside first and then put in place by renaming, so that an interruption leaves every file either old or new. Until
/// <see cref="Put"/> nothing in the folder has changed; what was not put in place by the end is thrown away.
/// </summary>
internal sealed class StagedFiles : IDisposable
{
    private readonly string folder;

    // Beside its targets, because renaming works within one disk only; the names are those of no documents, so that nobody who watches the folder reads them.
    private readonly string aside;
    private readonly List<string> waiting = [];
    private readonly List<string> done = [];

    /// <param name="folder">It must be there.</param>
    public StagedFiles(string folder)
    {
        this.folder = folder;
        aside = Path.Combine(folder, $".bonemets-{Guid.NewGuid():N}");
        Attempt(aside, () => Directory.CreateDirectory(aside));
    }

    /// <summary>Refused where renaming would do what the owner of the folder did not ask for: replace a link, or a file that is not to be written.</summary>
    public void Add(string name, byte[] content)
    {
        var target = new FileInfo(Path.Combine(folder, name));
        if (target.LinkTarget is not null) throw Link(target.ToString());
        if (target is { Exists: true, IsReadOnly: true }) throw Unchanged(target.ToString(), "it is read-only");
        var path = Path.Combine(aside, $"{waiting.Count}");
        Attempt(target.ToString(), () =>
        {
            File.WriteAllBytes(path, content);
            if (target.Exists && !OperatingSystem.IsWindows()) File.SetUnixFileMode(path, target.UnixFileMode);
        });
        waiting.Add(name);
    }

    /// <summary>Puts everything in place, in the order of adding; what fails on the way is told with what is written and what is not.</summary>
    public void Put()
    {
        while (done.Count < waiting.Count)
        {
            var target = Path.Combine(folder, waiting[done.Count]);
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(Path.Combine(aside, $"{done.Count}"), target, overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new CommandFailure($"`{target}` cannot be written: {e.Message}", inner: e)
                {
                    Details = [.. done.Select(n => $"written: `{Path.Combine(folder, n)}`"), .. waiting.Skip(done.Count).Select(n => $"not written: `{Path.Combine(folder, n)}`")],
                };
            }
            done.Add(waiting[done.Count]);
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
    }

    public static CommandFailure Link(string path) => new($"`{path}` is a link, and what it leads to is not overwritten: replace it by what it means");

    private static void Attempt(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unchanged(path, e.Message, e);
        }
    }

    private static CommandFailure Unchanged(string path, string why, Exception? inner = null) => new($"`{path}` cannot be written, and nothing was changed: {why}", inner: inner);
}
