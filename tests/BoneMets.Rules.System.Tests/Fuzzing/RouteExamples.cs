using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.CdsHooks;
using BoneMets.Rules.System.Tests.Fhir;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Fuzzing;

/// <summary>
/// A request for every operation of <c>schemas/openapi.json</c>, its body put together from its schema, and the tables of CDS Hooks and FHIR.
/// Each would be answered with success or with a refusal that names one thing.
/// </summary>
internal static class RouteExamples
{
    /// <summary>Stands wherever a patient's data may stand.</summary>
    public const string Secret = "Xyzzyperson";

    /// <summary>They replay every case, ask the solver, or stretch a password: one of them takes as long as thousands of others.</summary>
    private static readonly string[] Slow = ["/verification", "/examination", "/submit", "/publish", "/session", "/language/replay", "/replay", "/differences", "/audit"];

    public static bool IsSlow(FuzzRequest request) => Slow.Any(s => request.Path.Contains(s, StringComparison.Ordinal));

    public static IReadOnlyList<FuzzRequest> All()
    {
        var api = JsonNode.Parse(File.ReadAllText(global::System.IO.Path.Combine(Repository.Root, "schemas", "openapi.json")))!;
        var schemas = api["components"]!["schemas"]!.AsObject();
        return [.. api["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().SelectMany(operation => Examples(path.Key, operation.Key.ToUpperInvariant(), operation.Value!, schemas))), .. Hooks(), .. Fhir()];
    }

    private static IEnumerable<FuzzRequest> Examples(string path, string method, JsonNode operation, JsonObject schemas)
    {
        var address = path.Replace("{number}", "1", StringComparison.Ordinal).Replace("{schema}", "patient", StringComparison.Ordinal).Replace("{comment}", "1", StringComparison.Ordinal)
            .Replace("documents/{name}", "documents/hypercalcemia/workflow.json", StringComparison.Ordinal).Replace("{name}", path.Contains("users", StringComparison.Ordinal) ? "anna" : "Hypercalcemia", StringComparison.Ordinal)
            .Replace("{id}", path.Contains("decisions", StringComparison.Ordinal) ? "6f0f4f0e-6d1a-4bb2-9d25-0f5cf0a4b3f1" : "1", StringComparison.Ordinal);
        var bodies = operation["requestBody"]?["content"]?.AsObject();
        if (bodies is null) return [new FuzzRequest("", method, address, null, null, [])];
        return bodies.Select(body => new FuzzRequest("", method, address, body.Key, body.Key switch
        {
            "application/zip" => LibraryArchive.Write([("limit/workflow.json", Encoding.UTF8.GetBytes(Platform.SmallLibrary.WorkflowText(10)))]),
            "application/x-ndjson" => Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 4).Select(i => new JsonObject { ["id"] = $"{Secret}{i}", ["patient"] = Facts()["patient"]!.DeepClone() }.ToJsonString()))),
            "text/markdown" => "# Title\n"u8.ToArray(),
            _ => Encoding.UTF8.GetBytes(address.EndsWith("workflow.json", StringComparison.Ordinal) ? Workflow() : Value(body.Value?["schema"], schemas, "", 0)?.ToJsonString() ?? "{}"),
        }, []));
    }

    /// <summary>What the schema asks for; where a name says what is meant, a value that means something.</summary>
    private static JsonNode? Value(JsonNode? schema, JsonObject schemas, string name, int depth)
    {
        switch (name)
        {
            case "facts": return Facts();
            case "bundle": return Bundle();
            case "workflow": return "Hypercalcemia";
            case "rule": return "SevereHypercalcemia";
            case "asOf": return "2026-01-31";
            case "explain": return "full";
            case "patient": return null;
            case "change": return null;
            case "column": return null;
            case "documents": return new JsonObject { ["hypercalcemia/workflow.json"] = Workflow() };
            case "text": return "patient.totalCalcium > 3.5 && IsKnown(patient.albumin)";
            case "offset": return 9;
            case "release": return null;
        }
        if (schema?["$ref"]?.GetValue<string>() is { } reference) return Value(schemas[reference.Split('/')[^1]], schemas, name, depth);
        var type = schema?["type"] is JsonArray several ? several.Select(t => t!.GetValue<string>()).First(t => t != "null") : schema?["type"]?.GetValue<string>();
        return type switch
        {
            _ when depth > 5 => null,
            "object" => new JsonObject([.. (schema!["properties"]?.AsObject() ?? []).Select(p => KeyValuePair.Create(p.Key, Value(p.Value, schemas, p.Key, depth + 1)))]),
            "array" => new JsonArray(Value(schema!["items"], schemas, name, depth + 1)),
            "boolean" => true,
            "integer" or "number" => 1,
            _ => schema?["enum"]?[0]?.DeepClone() ?? Secret,
        };
    }

    private static JsonObject Facts() => new() { ["patient"] = new JsonObject { ["totalCalcium"] = new JsonObject { ["value"] = 3.6, ["unit"] = "mmol/L" }, ["albumin"] = 4, ["sex"] = "female" } };

    private static JsonObject Bundle()
    {
        var request = HookTable.Base();
        var bundle = request["prefetch"]!["observations"]!.DeepClone().AsObject();
        bundle["type"] = "collection";
        bundle["entry"]!.AsArray().Add(new JsonObject { ["resource"] = Named(request["prefetch"]!["patient"]!.DeepClone().AsObject()) });
        return bundle;
    }

    private static JsonObject Named(JsonObject patient)
    {
        patient["name"] = new JsonArray(new JsonObject { ["family"] = Secret });
        return patient;
    }

    private static string Workflow() => File.ReadAllText(global::System.IO.Path.Combine(Repository.Library, "hypercalcemia", "workflow.json"));

    private static IEnumerable<FuzzRequest> Hooks()
    {
        foreach (var one in HookTable.Cases)
        {
            var request = HookTable.Request(one);
            if (request["prefetch"]?["patient"] is JsonObject patient) Named(patient);
            yield return Post($"/cds-services/{one["service"]?.GetValue<string>() ?? "Hypercalcemia"}", "application/json", request.ToJsonString());
        }
        yield return new FuzzRequest("", "GET", "/cds-services", null, null, []);
        yield return Post("/cds-services/Hypercalcemia/feedback", "application/json", """{"feedback":[{"card":"a","outcome":"overridden","outcomeTimestamp":"2026-01-31T10:00:00Z","overrideReason":{"reason":{"code":"x"},"userComment":"Xyzzyperson"}}]}""");
    }

    private static IEnumerable<FuzzRequest> Fhir()
    {
        foreach (var one in FhirTable.Cases)
        {
            using var request = FhirTable.Request(one);
            (string, string)[] headers = [.. request.Headers.Select(h => (h.Key, string.Join(",", h.Value)))];
            yield return new FuzzRequest("", request.Method.Method, request.RequestUri!.OriginalString, request.Content?.Headers.ContentType?.ToString(), request.Content?.ReadAsByteArrayAsync().GetAwaiter().GetResult(), headers);
        }
    }

    private static FuzzRequest Post(string path, string type, string body) => new("", "POST", path, type, Encoding.UTF8.GetBytes(body), []);
}
