using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace BoneMets.Rules.Server.OpenApi;

/// <summary>The operations that read their body and headers themselves: what the framework cannot see of them.</summary>
internal static class RawBodies
{
    private static readonly (string Name, string Description)[] Preconditions =
    [
        ("If-Match", "The ETag of the document that was read."),
        ("If-None-Match", "`*`: the document is new."),
    ];

    public static void Describe(OpenApiDocument document, Func<JsonNode, IOpenApiSchema> schema)
    {
        foreach (var operation in document.Paths.Values.SelectMany(p => p.Operations?.Values ?? (IEnumerable<OpenApiOperation>)[]))
        {
            switch (operation.OperationId)
            {
                case "putChangeDocument":
                    operation.RequestBody = Body(("application/json", new JsonObject()), ("text/markdown", Text()));
                    AddHeaders(operation, Preconditions, schema);
                    break;
                case "removeChangeDocument":
                    AddHeaders(operation, Preconditions[..1], schema);
                    break;
                case "putCohortInput":
                    operation.RequestBody = Body(("application/x-ndjson", Text()), ("text/csv", Text()));
                    AddHeaders(operation, [("Content-Encoding", "`gzip`, when the body is compressed.")], schema);
                    break;
                case "startCohort" or "putCohortMapping":
                    AddHeaders(operation, [("If-Match", "The ETag of the run that was read.")], schema);
                    break;
                case "pushLibrary":
                    operation.RequestBody = Body(("application/zip", new JsonObject { ["type"] = "string", ["contentMediaType"] = "application/zip" }));
                    break;
            }
        }

        OpenApiRequestBody Body(params (string Type, JsonObject Schema)[] contents) => new()
        {
            Required = true,
            Content = contents.ToDictionary(c => c.Type, c => new OpenApiMediaType { Schema = schema(c.Schema) }, StringComparer.Ordinal),
        };
    }

    private static void AddHeaders(OpenApiOperation operation, (string Name, string Description)[] headers, Func<JsonNode, IOpenApiSchema> schema)
    {
        foreach (var (name, description) in headers)
            (operation.Parameters ??= []).Add(new OpenApiParameter { Name = name, In = ParameterLocation.Header, Description = description, Schema = schema(Text()) });
    }

    private static JsonObject Text() => new() { ["type"] = "string" };
}
