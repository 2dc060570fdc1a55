using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Platform;

namespace BoneMets.Rules.System.Tests.Cli;

/// <summary>A real server on a store with the small library as release 1, somebody who reviews and publishes there, and folders to pull into.</summary>
internal sealed class Exchange : IAsyncDisposable
{
    private readonly string place = Directory.CreateTempSubdirectory("bonemets-exchange-").FullName;
    private Person root = null!;

    public string Library { get; } = SmallLibrary.Folder();

    public StoreServer Server { get; private set; } = null!;

    /// <summary>Reviews and publishes.</summary>
    public Person Rita { get; private set; } = null!;

    public string Address => Server.Address.AbsoluteUri;

    public string DraftKey { get; private set; } = null!;

    public static async Task<Exchange> StartAsync()
    {
        var exchange = new Exchange();
        exchange.Server = await StoreServer.StartAsync(new StoreOptions { File = Path.Combine(exchange.place, "store.db") }, exchange.Library);
        exchange.root = await exchange.Server.AdministratorAsync();
        exchange.Rita = await exchange.Server.PersonAsync(exchange.root, "rita", "reviewer", "publisher");
        exchange.DraftKey = await exchange.KeyAsync("draft");
        return exchange;
    }

    /// <summary>A path that is not there yet.</summary>
    public string Folder(string name) => Path.Combine(place, name);

    /// <summary>A file with a new key of that scope.</summary>
    public async Task<string> KeyAsync(string scope)
    {
        var made = await root.PostAsync("/api/v1/keys", new { name = $"{scope} key", scopes = new[] { scope }, workflows = Array.Empty<string>(), days = 30 });
        return WriteKey($"{scope}.key", made["secret"]!.GetValue<string>() + "\n");
    }

    public string WriteKey(string name, string text)
    {
        var file = Path.Combine(place, name);
        File.WriteAllText(file, text);
        return file;
    }

    public Task<CommandResult> PullAsync(string folder, params string[] more) => CommandInProcess.RunAsync(["pull", "--server", Address, "--library", folder, .. more]);

    public Task<CommandResult> PublishAsync(string folder, params string[] more) =>
        CommandInProcess.RunAsync(["publish", "--server", Address, "--title", "Raise the limit", "--key-file", DraftKey, "--library", folder, .. more]);

    /// <summary>Through review to release, as people do it on the page.</summary>
    public async Task ReleaseAsync(long change)
    {
        var content = (await Rita.GetAsync($"/api/v1/changes/{change}"))["contentHash"]!.GetValue<string>();
        await Rita.PostAsync($"/api/v1/changes/{change}/reviews", new { contentHash = content, verdict = "approve" });
        await Rita.PostAsync($"/api/v1/changes/{change}/publish");
    }

    public async Task<int> ChangesAsync() => (await Rita.GetAsync("/api/v1/changes")).AsArray().Count;

    /// <summary>Another limit, with the case that passes for it.</summary>
    public static void Edit(string folder, int limit)
    {
        File.WriteAllText(Path.Combine(folder, SmallLibrary.Workflow), SmallLibrary.WorkflowText(limit));
        File.WriteAllText(Path.Combine(folder, SmallLibrary.Cases), SmallLibrary.CasesText(limit));
    }

    /// <summary>Every file of a folder by name, but for the record of what was pulled.</summary>
    public static SortedDictionary<string, string> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => (Name: Path.GetRelativePath(folder, f), Path: f)).Where(f => f.Name != ".bonemets.json")
            .ToDictionary(f => f.Name, f => Convert.ToBase64String(File.ReadAllBytes(f.Path)), StringComparer.Ordinal), StringComparer.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(place, recursive: true);
        Directory.Delete(Library, recursive: true);
    }
}
