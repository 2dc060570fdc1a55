using System.Reflection;
using System.Text.Json.Nodes;
using BoneMets.Rules.Server.Library;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace BoneMets.Rules.Server.OpenApi;

/// <summary>
/// Completes what the framework reads from the controllers: the shapes of decisions and problems, and for each workflow of the library an
/// execute operation of its own with its facts and an example.
/// </summary>
internal sealed class ApiDocument(LibraryHost host) : IOpenApiDocumentTransformer
{
    private const string Execute = "/api/v1/workflows/{name}/execute", Batch = Execute + "/batch", Decide = "/api/v1/language/decide";
    private static readonly (string Name, string Description)[] Tags =
    [
        ("Workflows", "Each workflow with its own facts and an example"),
        ("Execution", "Any workflow by name"),
        ("Library", "What is served"),
        ("Changes", "Drafts and what becomes of them"),
        ("Language", "Help for whoever writes rules"),
        ("Releases", "What is live, and what was"),
        ("Decisions", "What was said, and whether it would be said again"),
        ("Cohorts", "One workflow over many patients, in the background"),
        ("Audit", "Who did what"),
        ("Access", "Who may do what"),
        ("Health", "For whoever runs the server"),
    ];

    private static readonly JsonObject Fixed = ReadFixed();

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "BoneMets.Rules",
            Version = EngineVersion.Current,
            Description = "Turns a patient's facts into a decision that says what, why, on whose evidence, and what is still missing.",
            License = new OpenApiLicense { Name = "MIT" },
        };
        document.Servers = null;
        document.Tags = new HashSet<OpenApiTag>(Tags.Select(t => new OpenApiTag { Name = t.Name, Description = t.Description }));
        foreach (var path in document.Paths.Values) path.Operations?.Remove(HttpMethod.Head);
        foreach (var (name, schema) in Fixed["schemas"]!.AsObject()) Add(document, name, schema!);
        document.Paths[Execute].Operations![HttpMethod.Post] = Read<OpenApiOperation>(Fixed["execute"]!, document);
        var batch = Read<OpenApiOperation>(Fixed["batch"]!, document);
        (document.Paths[Batch].Operations![HttpMethod.Post].RequestBody, document.Paths[Batch].Operations![HttpMethod.Post].Responses) = (batch.RequestBody, batch.Responses);
        document.Paths[Decide].Operations![HttpMethod.Post].Responses = Read<OpenApiOperation>(Fixed["execute"]!, document).Responses;
        RawBodies.Describe(document, json => Read<OpenApiSchema>(json, document));
        using var lease = host.Acquire();
        if (lease is not null) AddLibrary(document, lease.Library);
        foreach (var operation in document.Paths.Values.SelectMany(p => p.Operations?.Values ?? (IEnumerable<OpenApiOperation>)[]))
            (operation.Responses ??= [])["default"] = Read<OpenApiResponse>(Fixed["refusal"]!, document);
        var sorted = document.Paths.OrderBy(p => p.Key, StringComparer.Ordinal).ToList();
        document.Paths.Clear();
        foreach (var (path, item) in sorted) document.Paths.Add(path, item);
        return Task.CompletedTask;
    }

    private static void AddLibrary(OpenApiDocument document, RuleLibrary library)
    {
        foreach (var (name, schema) in library.Schemas.OrderBy(s => s.Key, StringComparer.Ordinal))
            if (schema.Node is { } node) Add(document, FactComponents.NameOf(name), FactComponents.Of(node));
        foreach (var workflow in library.Workflows.OrderBy(w => w.Name, StringComparer.Ordinal))
        {
            Add(document, WorkflowOperation.RequestName(workflow), WorkflowOperation.Request(workflow));
            var operation = WorkflowOperation.Of(workflow, Fixed["execute"]!);
            document.Paths[Execute.Replace("{name}", Uri.EscapeDataString(workflow.Name), StringComparison.Ordinal)] =
                new OpenApiPathItem { Operations = new() { [HttpMethod.Post] = Read<OpenApiOperation>(operation, document) } };
        }
    }

    private static void Add(OpenApiDocument document, string name, JsonNode schema) => document.AddComponent(name, Read<OpenApiSchema>(schema, document));

    private static T Read<T>(JsonNode json, OpenApiDocument document) where T : IOpenApiElement =>
        OpenApiModelFactory.Parse<T>(json.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out _, OpenApiConstants.Json)
        ?? throw new InvalidOperationException($"no {typeof(T).Name} could be read");

    private static JsonObject ReadFixed()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("openapi-parts.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
