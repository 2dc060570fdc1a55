using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.Client;
using BoneMets.Rules.System.Tests.Server;
using Answers = BoneMets.Rules.Client.Answers;

namespace BoneMets.Rules.System.Tests.Clients;

/// <summary>The types of the C# client have every member of every answer: what a real server says about shipped golden cases, read and written again, has lost nothing.</summary>
public sealed class ClientAnswerTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const int CasesOfEach = 12;
    private static readonly IReadOnlyDictionary<string, List<JsonObject>> Cases = Directory.GetDirectories(Path.Combine(Repository.Root, "workflows")).Select(d => Path.Combine(d, "cases.json")).Where(File.Exists)
        .Select(f => JsonNode.Parse(File.ReadAllText(f))!)
        .ToDictionary(c => c["Workflow"]!.GetValue<string>(), c => Spread(c["Cases"]!.AsArray().Select(one => one!.AsObject()).ToList()), StringComparer.Ordinal);

    public static TheoryData<string> Workflows => [.. Cases.Keys.Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Workflows))]
    public async Task Every_member_of_a_decision_is_there(string workflow)
    {
        foreach (var golden in Cases[workflow])
        {
            foreach (var explain in new[] { "none", "rules", "full" })
            {
                var text = await PostAsync($"{workflow}/execute", Body(golden, ("explain", explain)));
                var decision = RoundTrips<Answers.Decision>(text);
                Assert.Null(decision.More);
            }
        }
    }

    [Theory]
    [InlineData("MirelsFractureRisk", "ProphylacticFixationIndicated")]
    [InlineData("Hypercalcemia", "SevereHypercalcemia")]
    [InlineData("BoneTargetedAgent", "ZoledronicAcid3Point5")]
    public async Task Every_member_of_questions_and_contrasts_is_there(string workflow, string rule)
    {
        foreach (var golden in Cases[workflow].Append(new JsonObject { ["Facts"] = new JsonObject() }))
        {
            RoundTrips<Answers.Questions>(await PostAsync($"{workflow}/questions", Body(golden)));
            RoundTrips<Answers.Contrast>(await PostAsync($"{workflow}/contrast", Body(golden, ("rule", rule))));
        }
    }

    [Fact]
    public async Task Every_member_of_what_a_Bundle_said_is_there()
    {
        foreach (var name in new[] { "hypercalcaemia", "conflict", "si-units", "duplicates", "stale" })
        {
            var record = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "spec", "fhir", "bundles", name + ".json")))!;
            JsonObject Bundle(params (string, string)[] more) => With(new JsonObject { ["bundle"] = record["bundle"]!.DeepClone(), ["asOf"] = "2026-01-31" }, more);
            Assert.NotNull(RoundTrips<Answers.Decision>(await PostAsync("Hypercalcemia/execute", Bundle())).Bundle);
            RoundTrips<Answers.Questions>(await PostAsync("Hypercalcemia/questions", Bundle()));
            RoundTrips<Answers.Contrast>(await PostAsync("Hypercalcemia/contrast", Bundle(("rule", "SevereHypercalcemia"))));
        }
    }

    [Fact]
    public async Task Every_member_of_the_list_of_workflows_and_of_a_refusal_is_there()
    {
        foreach (var workflow in (await server.JsonAsync("/api/v1/workflows"))["workflows"]!.AsArray()) RoundTrips<Answers.WorkflowSummary>(workflow!.ToJsonString());
        RoundTrips<RulesProblem>(await PostAsync("Hypercalcemia/execute", JsonNode.Parse("""{"facts":{"patient":{"totalCalcium":"x","calcium":1}}}""")!));
        RoundTrips<RulesProblem>(await PostAsync("Hypercalcaemia/execute", JsonNode.Parse("""{"facts":{}}""")!));
        RoundTrips<RulesProblem>(await PostAsync("Hypercalcemia/execute", JsonNode.Parse("""{"fact":{}}""")!));
    }

    /// <summary>Some of all, from the first to the last.</summary>
    private static List<JsonObject> Spread(List<JsonObject> all) => [.. all.Where((_, i) => i % Math.Max(1, all.Count / CasesOfEach) == 0)];

    private static JsonObject Body(JsonObject golden, params (string Name, string Value)[] more)
    {
        var body = new JsonObject { ["facts"] = golden["Facts"]!.DeepClone() };
        if (golden["AsOf"] is { } asOf) body["asOf"] = asOf.DeepClone();
        return With(body, more);
    }

    private static JsonObject With(JsonObject body, params (string Name, string Value)[] more)
    {
        foreach (var (name, value) in more) body[name] = value;
        return body;
    }

    private async Task<string> PostAsync(string path, JsonNode body)
    {
        using var response = await server.Client.PostAsync(new Uri($"/api/v1/workflows/{path}", UriKind.Relative), new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));
        return await response.Content.ReadAsStringAsync();
    }

    private static T RoundTrips<T>(string text)
    {
        var read = JsonSerializer.Deserialize<T>(text, RulesJson.Options)!;
        using var said = JsonDocument.Parse(text);
        using var kept = JsonDocument.Parse(JsonSerializer.Serialize(read, RulesJson.Options));
        Assert.Equal("", string.Join("\n", Lost("", said.RootElement, kept.RootElement).Distinct().Take(20)));
        return read;
    }

    /// <summary>Places of what was said and is not there any more, or otherwise; a member of null may be left out.</summary>
    private static IEnumerable<string> Lost(string at, JsonElement said, JsonElement kept)
    {
        if (said.ValueKind == JsonValueKind.Object && kept.ValueKind == JsonValueKind.Object)
            return said.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null).SelectMany(p => kept.TryGetProperty(p.Name, out var value) ? Lost($"{at}/{p.Name}", p.Value, value) : [$"{at}/{p.Name}"]);
        if (said.ValueKind == JsonValueKind.Array && kept.ValueKind == JsonValueKind.Array && said.GetArrayLength() == kept.GetArrayLength())
            return said.EnumerateArray().Zip(kept.EnumerateArray()).SelectMany(pair => Lost($"{at}/*", pair.First, pair.Second));
        return IsSame(said, kept) ? [] : [$"{at}: {said.GetRawText()[..Math.Min(80, said.GetRawText().Length)]}"];
    }

    private static bool IsSame(JsonElement said, JsonElement kept) => said.ValueKind == JsonValueKind.String && kept.ValueKind == JsonValueKind.String
        && DateTimeOffset.TryParse(said.GetString(), out var one) && DateTimeOffset.TryParse(kept.GetString(), out var two) ? one == two : JsonElement.DeepEquals(said, kept);
}
