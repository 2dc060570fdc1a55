using BoneMets.Rules.Server.Library;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BoneMets.Rules.Server.OpenApi;

/// <summary>The OpenAPI document as the text that is committed.</summary>
internal static class OpenApiFile
{
    /// <summary>Exit code 1 when the library has errors: half a document helps nobody.</summary>
    public static async Task<int> WriteAsync(WebApplication app, string file, TextWriter complaints)
    {
        var host = app.Services.GetRequiredService<LibraryHost>();
        app.Services.GetRequiredService<FolderReader>().Load();
        if (host.State.Serving is null)
        {
            foreach (var diagnostic in host.State.Diagnostics.Where(d => d.IsError)) await complaints.WriteLineAsync(diagnostic.ToString());
            return 1;
        }
        await File.WriteAllTextAsync(file, await RenderAsync(app));
        return 0;
    }

    public static async Task<string> RenderAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDocumentServices.Name).GetOpenApiDocumentAsync();
        var text = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
        return text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }
}
