using BoneMets.Rules.Server.Hosting;
using System.Text.Json.Nodes;
using BoneMets.Rules.Server.OpenApi;
using Microsoft.Extensions.Logging;

namespace BoneMets.Rules.System.Tests.Server;

public sealed class OpenApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Fix = "schemas/openapi.json is not what the server says. Fix: dotnet run --project src/BoneMets.Rules.Server -- --write-openapi schemas/openapi.json";

    [Fact]
    public async Task The_committed_document_is_what_the_server_says()
    {
        var path = Path.Combine(Repository.Root, "schemas", "openapi.json");
        var committed = File.Exists(path) ? await File.ReadAllTextAsync(path) : "";
        Assert.True(committed == await OpenApiFile.RenderAsync(server.App), Fix);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(committed), await server.JsonAsync("/openapi/v1.json")), Fix);
    }

    [Fact]
    public async Task The_command_writes_it_without_starting_a_server()
    {
        var file = Path.GetTempFileName();
        await using var app = ServerApp.Build(new ServerOptions { Library = Repository.Library, Urls = ["http://127.0.0.1:0"], LogLevel = LogLevel.Error });
        Assert.Equal(0, await OpenApiFile.WriteAsync(app, file, TextWriter.Null));
        Assert.Equal(await OpenApiFile.RenderAsync(server.App), await File.ReadAllTextAsync(file));
        File.Delete(file);
    }

    [Fact]
    public async Task Every_workflow_has_an_operation_with_its_facts_and_an_example_that_works()
    {
        var document = await server.JsonAsync("/openapi/v1.json");
        Assert.StartsWith("3.1", document["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        foreach (var workflow in RuleLibrary.Load(Repository.Library).Library.Workflows)
        {
            var operation = document["paths"]![$"/api/v1/workflows/{workflow.Name}/execute"]!["post"]!;
            var content = operation["requestBody"]!["content"]!["application/json"]!;
            Assert.Equal($"#/components/schemas/{workflow.Name}.Request", content["schema"]!["$ref"]!.GetValue<string>());
            var facts = document["components"]!["schemas"]![$"{workflow.Name}.Request"]!["properties"]!["facts"]!["properties"]!.AsObject();
            Assert.Equal(workflow.Model.Inputs!.Select(i => i.Name), facts.Select(f => f.Key));
            using var response = await server.ExecuteAsync(workflow.Name, content["example"]!.ToJsonString());
            Assert.True(response.IsSuccessStatusCode);
        }
    }

    [Fact]
    public async Task Operations_have_unique_names_and_every_reference_leads_somewhere()
    {
        var document = await server.JsonAsync("/openapi/v1.json");
        var names = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(o => o.Value!["operationId"]!.GetValue<string>()).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        foreach (var reference in References(document).Distinct())
            Assert.True(document["components"]!["schemas"]![reference["#/components/schemas/".Length..]] is not null, reference);
    }

    /// <summary>Answers have no member that the document does not describe, and lack none that it promises.</summary>
    [Theory]
    [InlineData("/api/v1/workflows", "LibraryAnswer")]
    [InlineData("/api/v1/workflows/BoneTargetedAgent", "WorkflowAnswer")]
    [InlineData("/health/ready", "HealthAnswer")]
    [InlineData("/api/nothing", "Problem")]
    public async Task Answers_are_as_described(string path, string schema)
    {
        var document = await server.JsonAsync("/openapi/v1.json");
        AssertDescribed(document, document["components"]!["schemas"]![schema]!, await server.JsonAsync(path), path);
    }

    [Fact]
    public async Task Decisions_are_as_described()
    {
        var document = await server.JsonAsync("/openapi/v1.json");
        foreach (var workflow in RuleLibrary.Load(Repository.Library).Library.Workflows)
            foreach (var golden in (workflow.Cases?.Cases ?? []).Take(5))
            {
                using var response = await server.ExecuteAsync(workflow.Name, $$"""{"facts":{{golden.Facts.Raw}},"asOf":"2026-01-31","explain":"full"}""");
                AssertDescribed(document, document["components"]!["schemas"]!["Decision"]!, await RunningServer.JsonAsync(response), golden.Id);
            }
        using var refused = await server.ExecuteAsync("Hypercalcemia", """{"facts":{"patient":{"x":1}}}""");
        AssertDescribed(document, document["components"]!["schemas"]!["Problem"]!, await RunningServer.JsonAsync(refused), "problem");
    }

    private static void AssertDescribed(JsonNode document, JsonNode schema, JsonNode? value, string place)
    {
        if (schema["$ref"] is { } reference) schema = document["components"]!["schemas"]![reference.GetValue<string>()["#/components/schemas/".Length..]]!;
        if (schema["oneOf"] is JsonArray choices)
        {
            if (value is null) return;
            schema = choices.Single(c => c!["type"]?.ToJsonString() != "\"null\"")!;
            AssertDescribed(document, schema, value, place);
            return;
        }
        if (schema["enum"] is JsonArray words) Assert.True(words.Any(w => JsonNode.DeepEquals(w, value)), $"{place}: {value} is not listed");
        if (value is JsonArray list && schema["items"] is { } items)
        {
            for (var i = 0; i < list.Count; i++) AssertDescribed(document, items, list[i], $"{place}/{i}");
            return;
        }
        if (value is not JsonObject members || schema["properties"] is null && schema["additionalProperties"] is not JsonObject) return;
        foreach (var required in schema["required"]?.AsArray() ?? []) Assert.True(members.ContainsKey(required!.GetValue<string>()), $"{place} lacks {required}");
        foreach (var (name, member) in members)
        {
            var described = schema["properties"]?[name] ?? schema["additionalProperties"] as JsonObject;
            Assert.True(described is not null, $"{place}/{name} is not described");
            AssertDescribed(document, described!, member, $"{place}/{name}");
        }
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => m.Key == "$ref" && m.Value is JsonValue v ? [v.GetValue<string>()] : References(m.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
