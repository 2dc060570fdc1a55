using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.CdsHooks;

/// <summary>The table of <c>tests/spec/cds-hooks</c>: a request from which each case differs, and what is expected.</summary>
internal static partial class HookTable
{
    private static readonly JsonObject Table = Read("cds-hooks", "requests.json");

    public static IReadOnlyList<JsonObject> Cases { get; } = [.. Table["cases"]!.AsArray().Select(c => c!.AsObject())];

    public static JsonObject Case(string name) => Cases.Single(c => c["name"]!.GetValue<string>() == name);

    /// <summary>The request of a case: the base, with places set and removed.</summary>
    public static JsonObject Request(JsonObject of)
    {
        var request = Base();
        foreach (var (pointer, value) in of["set"]?.AsObject() ?? []) Set(request, pointer, value?.DeepClone());
        foreach (var pointer in of["remove"]?.AsArray() ?? []) Remove(request, pointer!.GetValue<string>());
        return request;
    }

    public static JsonObject Base() => Table["request"]!.DeepClone().AsObject();

    public static void Set(JsonObject root, string pointer, JsonNode? value)
    {
        var (owner, last) = Owner(root, pointer);
        if (owner is JsonArray list && last == "-") list.Add(value);
        else if (owner is JsonArray items) items[int.Parse(last, CultureInfo.InvariantCulture)] = value;
        else owner.AsObject()[last] = value;
    }

    public static StringContent Json(JsonNode node) => new(node.ToJsonString(), Encoding.UTF8, "application/json");

    public static Task<HttpResponseMessage> AskAsync(HttpClient client, JsonNode request, string service = "Hypercalcemia", string? token = null) =>
        SendAsync(client, HttpMethod.Post, $"/cds-services/{service}", Json(request), token);

    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, HttpContent? content = null, string? token = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }

    /// <summary>The cards, which keep every rule of the standard.</summary>
    public static async Task<JsonArray> CardsAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {text}");
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        var answer = JsonNode.Parse(text)!;
        Assert.Empty(HookStandard.WrongInCards(answer));
        return answer["cards"]!.AsArray();
    }

    public static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    /// <summary>Data of ours on a card.</summary>
    public static JsonNode Own(JsonNode card) => card["extension"]!["org.bonemets.rules"]!;

    /// <summary>The library of tests with three services: the pathway as shipped, and two of its parts.</summary>
    public static void Offer(RunningServer server) => Offer(server.Library);

    public static void Offer(string library)
    {
        foreach (var folder in new[] { "hypercalcemia", "bone-targeted-agent" })
        {
            var path = Path.Combine(library, folder, "workflow.json");
            var text = File.ReadAllText(path);
            var declared = text.Replace("\"Metadata\": {", "\"Metadata\": {\n    \"CdsHooks\": { \"Hooks\": [\"patient-view\", \"order-select\", \"order-sign\", \"encounter-start\"] },", StringComparison.Ordinal);
            Assert.NotEqual(text, declared);
            File.WriteAllText(path, declared);
        }
        Write(library, "trap", "Trap", """
            { "RuleName": "Hold", "Title": "Hold", "Expression": "patient.totalCalcium > 1", "Withholds": ["Give"], "Recommendation": { "Text": "Wait.", "Urgency": "urgent" } },
            { "RuleName": "Give", "Title": "Give it", "Expression": "patient.totalCalcium > 1", "Recommendation": { "Text": "Give it now.", "Urgency": "emergency" } },
            { "RuleName": "Left", "Title": "Left way", "Expression": "patient.totalCalcium > 1", "Withholds": ["Right"], "Recommendation": { "Text": "Go left.", "Urgency": "routine" } },
            { "RuleName": "Right", "Title": "Right way", "Expression": "patient.totalCalcium > 1", "Withholds": ["Left"], "Recommendation": { "Text": "Go right.", "Urgency": "routine" } }
            """);
        Write(library, "faulty", "Faulty", """
            { "RuleName": "Good", "Title": "Good", "Expression": "patient.totalCalcium > 1", "Recommendation": { "Text": "Good.", "Urgency": "urgent" } },
            { "RuleName": "Bad", "Title": "Bad", "Expression": "1 / (patient.totalCalcium - patient.totalCalcium) > 1", "Recommendation": { "Text": "Bad.", "Urgency": "urgent" } }
            """);
        // So that one source says where it can be read.
        var evidence = Path.Combine(library, "evidence.json");
        File.WriteAllText(evidence, File.ReadAllText(evidence).Replace("\"Id\": \"el-hajj-fuleihan-2023\",", "\"Id\": \"el-hajj-fuleihan-2023\", \"Url\": \"https://guideline.example.org/calcium\",", StringComparison.Ordinal));
    }

    private static void Write(string library, string folder, string name, string rules)
    {
        Directory.CreateDirectory(Path.Combine(library, folder));
        File.WriteAllText(Path.Combine(library, folder, "workflow.json"), $$"""
            { "$schema": "../../schemas/workflow.schema.json", "WorkflowName": "{{name}}", "Metadata": { "CdsHooks": { "Hooks": ["patient-view"] } },
              "Inputs": [{ "Name": "patient", "Schema": "patient" }], "Rules": [{{rules}}] }
            """);
    }

    /// <summary>A table of <c>tests/spec</c>, in which <c>DAYS-AGO-3</c> is a date.</summary>
    public static JsonObject Read(string folder, string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "spec", folder, file));
        // Ages of results are counted to today.
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        return JsonNode.Parse(Day().Replace(text, d => today.AddDays(-int.Parse(d.Groups["days"].Value, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))!.AsObject();
    }

    public static void Remove(JsonObject root, string pointer)
    {
        var (owner, last) = Owner(root, pointer);
        if (owner is JsonArray list) list.RemoveAt(int.Parse(last, CultureInfo.InvariantCulture));
        else Assert.True(owner.AsObject().Remove(last), $"{pointer} is not there");
    }

    private static (JsonNode Owner, string Last) Owner(JsonObject root, string pointer)
    {
        var steps = pointer[1..].Split('/');
        JsonNode owner = root;
        foreach (var step in steps[..^1]) owner = (owner is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : owner[step])!;
        return (owner, steps[^1]);
    }

    [GeneratedRegex(@"DAYS-AGO-(?<days>\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();
}
