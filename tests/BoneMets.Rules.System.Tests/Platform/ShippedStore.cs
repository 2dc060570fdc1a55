using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>A server with a store of its own, into which the shipped library was imported, and its administrator.</summary>
public abstract class ShippedStore : IAsyncLifetime
{
    private readonly string library = Repository.CopyLibrary();

    internal StoreServer Server { get; private set; } = null!;

    internal Person Root { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await StoreServer.StartAsync(new StoreOptions { File = Path.Combine(library, "store.db") }, library);
        Root = await Server.AdministratorAsync();
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(library, recursive: true);
    }
}
