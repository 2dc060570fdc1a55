using System.IO.MemoryMappedFiles;

namespace BoneMets.Rules.Tests.Fuzzing;

/// <summary>
/// The seed that a thread is at, in a file of the temporary folder: a stack that overflows ends the process, and only the file is left then
/// to tell the seed. Gone when all went well.
/// </summary>
internal sealed class LastSeed : IDisposable
{
    private const int Digits = 10;
    private readonly string path;
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;

    public LastSeed(string name)
    {
        path = Path.Combine(Path.GetTempPath(), $"bonemets-fuzz-{name.Replace(' ', '-')}-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.seed");
        file = MemoryMappedFile.CreateFromFile(path, FileMode.Create, null, Digits);
        view = file.CreateViewAccessor(0, Digits);
    }

    public void Note(int seed)
    {
        for (var i = Digits - 1; i >= 0; i--, seed /= 10) view.Write(i, (byte)('0' + (seed % 10)));
    }

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
        File.Delete(path);
    }
}
