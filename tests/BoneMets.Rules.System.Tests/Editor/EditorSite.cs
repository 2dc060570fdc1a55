using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.System.Tests.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>The real server with the built editor, over a copy of the library. It can go away and come back at the same address.</summary>
internal sealed class EditorSite : IAsyncDisposable
{
    private readonly string library = Repository.CopyLibrary();
    private WebApplication? app;

    private EditorSite()
    {
    }

    /// <summary>Where failed stories leave their pictures; git ignores it.</summary>
    public static string Artifacts { get; } = Path.Combine(Repository.Root, "artifacts", "editor");

    public string Address { get; private set; } = "http://127.0.0.1:0";

    public static async Task<EditorSite> OpenAsync()
    {
        var site = new EditorSite();
        await site.StartAsync();
        return site;
    }

    public async Task StartAsync()
    {
        app = ServerApp.Build(new ServerOptions
        {
            Library = library,
            Urls = [Address],
            Editor = BuiltEditor(),
            Cache = Path.Combine(library, ".cache"),
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
        Directory.Delete(library, recursive: true);
    }

    private static string BuiltEditor()
    {
        var folder = Path.Combine(Repository.Root, "editor", "dist");
        return File.Exists(Path.Combine(folder, "index.html"))
            ? folder
            : throw new InvalidOperationException("The editor is not built: run `npm ci && npm run build` in `editor/`, then run these tests again.");
    }
}
