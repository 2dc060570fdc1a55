using BoneMets.Rules.Server.Access;
using Microsoft.OpenApi;

namespace BoneMets.Rules.Server.OpenApi;

/// <summary>The interface described for programs (<c>/openapi/v1.json</c>) and for people (<c>/docs</c>).</summary>
internal static class ApiDocumentServices
{
    public const string Name = "v1";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddSchemaTransformer<NullableElements>();
        options.AddDocumentTransformer<ApiDocument>();
    });

    public static void MapApiDocument(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json").RequireAuthorization(Policies.Read);

    public static void UseApiDocumentPages(this WebApplication app) => app.UseSwaggerUI(pages =>
    {
        pages.RoutePrefix = "docs";
        pages.DocumentTitle = "BoneMets.Rules: interface";
        pages.SwaggerEndpoint($"/openapi/{Name}.json", "BoneMets.Rules v1");
        pages.EnableValidator(null); // asks a stranger's server otherwise
        pages.DefaultModelsExpandDepth(0);
    });
}
