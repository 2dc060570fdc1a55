using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.CdsHooks;

namespace BoneMets.Rules.System.Tests.Fhir;

/// <summary>The table of <c>tests/spec/fhir-operations</c>.</summary>
internal static class FhirTable
{
    public const string MediaType = "application/fhir+json", Apply = "/fhir/PlanDefinition/Hypercalcemia/$apply";
    private static readonly JsonObject Table = HookTable.Read("fhir-operations", "requests.json");
    private static readonly JsonSerializerOptions Plain = new() { Encoder = global::System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<JsonObject> Cases { get; } = [.. Table["cases"]!.AsArray().Select(c => c!.AsObject())];

    public static JsonObject Case(string name) => Cases.Single(c => c["name"]!.GetValue<string>() == name);

    public static JsonObject Parameters() => Table["parameters"]!.DeepClone().AsObject();

    public static HttpRequestMessage Request(JsonObject of)
    {
        var request = new HttpRequestMessage(new HttpMethod(of["method"]?.GetValue<string>() ?? "GET"), of["path"]!.GetValue<string>());
        foreach (var (name, value) in of["headers"]?.AsObject() ?? []) request.Headers.TryAddWithoutValidation(name, value!.GetValue<string>());
        if (request.Method == HttpMethod.Post) request.Content = Content(of["text"]?.GetValue<string>() ?? Body(of).ToJsonString(), of["type"]?.GetValue<string>() ?? MediaType);
        return request;
    }

    public static ByteArrayContent Content(string text, string type = MediaType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }

    /// <summary>The node at a place, and whether there is one: null is a value too.</summary>
    public static bool TryFind(JsonNode root, string pointer, out JsonNode? found)
    {
        found = root;
        foreach (var step in pointer[1..].Split('/'))
        {
            if (found is JsonArray list && int.TryParse(step, CultureInfo.InvariantCulture, out var index) && index < list.Count) found = list[index];
            else if (found is JsonObject owner && owner.TryGetPropertyValue(step, out var inner)) found = inner;
            else return false;
        }
        return true;
    }

    public static string Text(JsonNode node) => node.ToJsonString(Plain);

    private static JsonObject Body(JsonObject of)
    {
        var body = Parameters();
        foreach (var (pointer, value) in of["set"]?.AsObject() ?? []) HookTable.Set(body, pointer, value?.DeepClone());
        foreach (var pointer in of["remove"]?.AsArray() ?? []) HookTable.Remove(body, pointer!.GetValue<string>());
        return body;
    }
}
