using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>The real server with the built editor, over a copy of the library, or over a store that was filled from it. It can go away and come back at the same address.</summary>
internal sealed class EditorSite : IAsyncDisposable
{
    private readonly string library;
    private readonly StringWriter printed = new();
    private readonly bool hasStore;
    private readonly string? cohortFiles;
    private WebApplication? app;

    private EditorSite(string library, bool hasStore, string? cohortFiles = null) => (this.library, this.hasStore, this.cohortFiles) = (library, hasStore, cohortFiles);

    /// <summary>Where failed stories leave their pictures; git ignores it.</summary>
    public static string Artifacts { get; } = Path.Combine(Repository.Root, "artifacts", "editor");

    public string Address { get; private set; } = "http://127.0.0.1:0";

    /// <summary>The path of the link for the first administrator that was printed at the start, with its secret.</summary>
    public string PrintedLink => "/welcome#" + printed.ToString().Split("/welcome#")[^1].Trim();

    /// <summary>What the running server is made of.</summary>
    public IServiceProvider Services => app?.Services ?? throw new InvalidOperationException("the server does not run");

    public static Task<EditorSite> OpenAsync() => StartedAsync(new EditorSite(Repository.CopyLibrary(), hasStore: false));

    /// <summary>
    /// A server on a new SQLite store, without an administrator yet; filled with a copy of the library, or from a folder that goes with it.
    /// Cohort runs may read files of a folder that the caller owns.
    /// </summary>
    public static Task<EditorSite> OpenStoreAsync(string? library = null, string? cohortFiles = null) => StartedAsync(new EditorSite(library ?? Repository.CopyLibrary(), hasStore: true, cohortFiles));

    /// <summary>Somebody who works on this server by other means than the editor.</summary>
    public Person Person(string name) => new(new Uri(Address), name);

    /// <summary>The first administrator, made by the printed link.</summary>
    public async Task<Person> AdministratorAsync(string name = "root")
    {
        var person = Person(name);
        await person.AcceptAsync(PrintedLink.Split('#')[^1], name);
        return person;
    }

    /// <summary>Somebody with an account and these roles.</summary>
    public async Task<Person> InvitedAsync(Person administrator, string name, params string[] roles)
    {
        var person = Person(name);
        await person.JoinAsync(administrator, roles);
        return person;
    }

    public async Task StartAsync()
    {
        app = ServerApp.Build(new ServerOptions
        {
            Library = hasStore ? null : library,
            Store = new StoreOptions { File = Path.Combine(library, ".store", "bonemets.db") },
            Import = library,
            Notes = printed,
            Urls = [Address],
            Editor = BuiltEditor(),
            CohortFiles = cohortFiles,
            Cache = SharedImages.Directory,
            PollInterval = TimeSpan.FromMilliseconds(300),
            QuietTime = TimeSpan.FromMilliseconds(40),
            LogLevel = LogLevel.Error,
        });
        await app.StartAsync();
        Address = app.Urls.Single();
    }

    public async Task StopAsync()
    {
        if (app is null) return;
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(atOnce.Token);
        await app.DisposeAsync();
        app = null;
    }

    /// <summary>What someone does to a document of the library with a text editor.</summary>
    public void Edit(string document, string old, string replacement)
    {
        var path = Path.Combine(library, document);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await printed.DisposeAsync();
        Directory.Delete(library, recursive: true);
    }

    private static async Task<EditorSite> StartedAsync(EditorSite site)
    {
        await site.StartAsync();
        return site;
    }

    private static string BuiltEditor()
    {
        var folder = Path.Combine(Repository.Root, "editor", "dist");
        return File.Exists(Path.Combine(folder, "index.html"))
            ? folder
            : throw new InvalidOperationException("The editor is not built: run `npm ci && npm run build` in `editor/`, then run these tests again.");
    }
}
