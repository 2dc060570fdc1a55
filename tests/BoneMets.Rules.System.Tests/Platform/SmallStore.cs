using BoneMets.Rules.Store;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>A small library and a store beside it, for servers that a test starts.</summary>
public abstract class SmallStore : IDisposable
{
    protected string Library { get; } = SmallLibrary.Folder();

    protected StoreOptions Store => new() { File = Path.Combine(Library, "store.db") };

    public void Dispose()
    {
        Directory.Delete(Library, recursive: true);
        GC.SuppressFinalize(this);
    }
}
