using BoneMets.Rules.Compilation;

namespace BoneMets.Rules.Tests.Compilation;

public sealed class CompiledImageCacheTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "images-" + Guid.NewGuid().ToString("N"));
    private readonly EmittedProgram program = CSharpEmitter.Emit(Samples.Mirels());

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void What_was_compiled_once_is_found_by_the_next_process()
    {
        using (CompiledProgram.Create(Samples.Mirels(), new CompiledImageCache(folder)))
        {
            Assert.NotNull(new CompiledImageCache(folder).Find(program));
        }
        var written = File.GetLastWriteTimeUtc(Assert.Single(Directory.GetFiles(folder)));
        using (CompiledProgram.Create(Samples.Mirels(), new CompiledImageCache(folder)))
        {
            Assert.Equal(written, File.GetLastWriteTimeUtc(Assert.Single(Directory.GetFiles(folder))));
        }
    }

    [Fact]
    public void Another_workflow_hash_or_source_is_another_image()
    {
        var cache = new CompiledImageCache(folder);
        Assert.NotEqual(cache.PathOf(program), cache.PathOf(program with { WorkflowHash = "sha256:other" }));
        Assert.NotEqual(cache.PathOf(program), cache.PathOf(program with { Source = program.Source + " " }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(-1)]
    public void A_damaged_image_is_compiled_again(int at)
    {
        var cache = new CompiledImageCache(folder);
        CompiledProgram.Create(Samples.Mirels(), cache).Dispose();
        var path = cache.PathOf(program);
        var content = File.ReadAllBytes(path);
        if (at < 0) content = content[..10];
        else content[at] ^= 1;
        File.WriteAllBytes(path, content);
        Assert.Null(cache.Find(program));
        CompiledProgram.Create(Samples.Mirels(), cache).Dispose();
        Assert.NotNull(cache.Find(program));
    }

    [Fact]
    public void An_intact_file_that_is_no_image_is_compiled_again()
    {
        var cache = new CompiledImageCache(folder);
        cache.Store(program, [1, 2, 3]);
        CompiledProgram.Create(Samples.Mirels(), cache).Dispose();
        Assert.True(cache.Find(program)!.Length > 1_000);
    }

    [Fact]
    public void The_directory_is_its_owners_alone_or_not_used()
    {
        if (OperatingSystem.IsWindows()) return;
        var cache = new CompiledImageCache(folder);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        CompiledProgram.Create(Samples.Mirels(), cache).Dispose();
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupWrite);
        Assert.False(cache.IsUsable);
        Assert.Null(cache.Find(program));
    }
}
