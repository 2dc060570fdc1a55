using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.CdsHooks;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Attacks;

/// <summary>A server with a store, an author with a change and a key that decides.</summary>
public sealed class AttackedServer : IAsyncLifetime
{
    private readonly string library = Repository.CopyLibrary();

    internal StoreServer Server { get; private set; } = null!;

    internal Person Author { get; private set; } = null!;

    internal Person Key { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        HookTable.Offer(library);
        Server = await StoreServer.StartAsync(new StoreOptions { File = Path.Combine(library, "store.db") }, library);
        var root = await Server.AdministratorAsync();
        Author = await Server.PersonAsync(root, "anna", "author");
        Key = await Server.KeyAsync(root, "ehr", ["execute"]);
        await Author.PostAsync("/api/v1/changes", new { title = "Attacked" });
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(library, recursive: true);
    }
}
