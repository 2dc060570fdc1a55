using Microsoft.Extensions.FileProviders;

namespace BoneMets.Rules.Server.Hosting;

/// <summary>The built editor: plain files. Every name under <c>assets/</c> carries its content's hash, so browsers may keep those for good.</summary>
internal sealed class EditorFiles(ServerOptions options)
{
    public const string Index = "index.html";
    private const string KeepForGood = "public, max-age=31536000, immutable";

    /// <summary>Null when the editor is not built.</summary>
    public string? Folder { get; } = Find(options.Editor);

    public void Serve(WebApplication app)
    {
        if (Folder is null) return;
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Folder),
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? KeepForGood : "no-cache",
        });
    }

    private static string? Find(string? given)
    {
        string[] places = given is not null ? [given] : [Path.Combine(AppContext.BaseDirectory, "wwwroot"), Path.Combine("editor", "dist")];
        return places.Select(Path.GetFullPath).FirstOrDefault(p => File.Exists(Path.Combine(p, Index)));
    }
}
