using BoneMets.Rules.Store;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>A server with the small library, and an author with a change that has no edits yet.</summary>
public abstract class OneChange : IAsyncLifetime
{
    private readonly string library = SmallLibrary.Folder();
    private StoreServer server = null!;

    private protected Person Anna { get; private set; } = null!;

    private protected long Change { get; private set; }

    public async Task InitializeAsync()
    {
        server = await StoreServer.StartAsync(new StoreOptions { File = Path.Combine(library, "store.db") }, library);
        Anna = await server.PersonAsync(await server.AdministratorAsync(), "anna", "author");
        Change = (await Anna.PostAsync("/api/v1/changes", new { title = "Another limit" }))["id"]!.GetValue<long>();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(library, recursive: true);
    }

    private protected async Task EditAsync(string name, string text) => await Anna.PutAsync(Change, name, text, await Anna.HashAsync(Change, name));
}
