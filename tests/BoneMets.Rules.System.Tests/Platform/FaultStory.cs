using BoneMets.Rules.Store;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>What happens when something goes wrong around the server: its small library, and folders that are deleted afterwards.</summary>
public abstract class FaultStory : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    protected string Library { get; } = SmallLibrary.Folder();

    protected string Folder { get; } = Directory.CreateTempSubdirectory("bonemets-fault-").FullName;

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual Task DisposeAsync()
    {
        Directory.Delete(Library, recursive: true);
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    protected StoreOptions NewFile() => new() { File = Path.Combine(Folder, $"{Guid.NewGuid():N}.db") };

    internal static async Task UntilAsync(Func<Task<bool>> holds, string what, TimeSpan? patience = null)
    {
        var deadline = DateTime.UtcNow + (patience ?? Patience);
        while (!await holds())
        {
            Assert.True(DateTime.UtcNow < deadline, $"it never came to be so: {what}");
            await Task.Delay(10);
        }
    }
}
