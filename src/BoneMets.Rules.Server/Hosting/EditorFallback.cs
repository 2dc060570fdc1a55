using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.Hosting;

/// <summary>A path that nobody serves: a page of the editor, which finds its way itself, or for programs a problem.</summary>
internal sealed class EditorFallback(RequestDelegate next, EditorFiles editor)
{
    private static readonly PathString[] NotPages = ["/api", "/openapi", "/docs", "/health", "/problems", "/assets", "/cds-services", "/fhir"];

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not null) return next(context);
        var request = context.Request;
        var isPage = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !Array.Exists(NotPages, p => request.Path.StartsWithSegments(p, StringComparison.Ordinal));
        if (!isPage) return ProblemWriter.WriteAsync(context, ProblemKind.NotFound, "nothing is served here; /docs describes the interface");
        if (editor.Folder is null) return ProblemWriter.WriteAsync(context, ProblemKind.NotFound, "the editor is not installed with this server; /docs describes the interface");
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        return context.Response.SendFileAsync(Path.Combine(editor.Folder, EditorFiles.Index), context.RequestAborted);
    }
}
