using BoneMets.Rules.Cli;
using BoneMets.Rules.Cli.Exchange;

namespace BoneMets.Rules.System.Tests.Cli;

public sealed class StagedFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bonemets-staged-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Nothing_changes_until_all_are_put_in_place_and_nothing_stays_beside_them()
    {
        Write("a", "old");
        using (var files = new StagedFiles(folder))
        {
            files.Add("a", "new"u8.ToArray());
            files.Add("sub/b", "new"u8.ToArray());
            Assert.Equal("old", Read("a"));
            files.Put();
        }
        Assert.Equal(("new", "new"), (Read("a"), Read("sub/b")));
        Assert.Equal(["a", "sub"], Entries());
    }

    [Fact]
    public void What_is_not_put_in_place_is_thrown_away()
    {
        using (var files = new StagedFiles(folder)) files.Add("a", "new"u8.ToArray());
        Assert.Empty(Entries());
    }

    [Fact]
    public void A_failure_on_the_way_says_what_is_written_and_what_is_not()
    {
        using (var files = new StagedFiles(folder))
        {
            foreach (var name in (string[])["a", "b/c", "d"]) files.Add(name, "new"u8.ToArray());
            Write("b", "a file where a folder has to be");
            var failure = Assert.Throws<CommandFailure>(files.Put);
            Assert.StartsWith($"`{folder}/b/c` cannot be written: ", failure.Message, StringComparison.Ordinal);
            Assert.Equal([$"written: `{folder}/a`", $"not written: `{folder}/b/c`", $"not written: `{folder}/d`"], failure.Details);
        }
        Assert.Equal(["a", "b"], Entries());
    }

    [Fact]
    public void A_file_keeps_who_may_write_it()
    {
        if (OperatingSystem.IsWindows()) return; // there rights stand elsewhere
        Write("a", "old");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
        File.SetUnixFileMode(Path.Combine(folder, "a"), Mode);
        using var files = new StagedFiles(folder);
        files.Add("a", "new"u8.ToArray());
        files.Put();
        Assert.Equal(Mode, File.GetUnixFileMode(Path.Combine(folder, "a")));
    }

    [Fact]
    public void Where_nothing_can_be_written_it_is_said_that_nothing_was_changed()
    {
        var failure = Assert.Throws<CommandFailure>(() => new StagedFiles("/proc/self"));
        Assert.Contains("cannot be written, and nothing was changed: ", failure.Message, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private string Read(string name) => File.ReadAllText(Path.Combine(folder, name));

    private IEnumerable<string?> Entries() => Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
