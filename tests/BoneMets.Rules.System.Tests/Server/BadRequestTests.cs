using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace BoneMets.Rules.System.Tests.Server;

public sealed class BadRequestTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Agent = "BoneTargetedAgent";
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("", "BMR3001", "")]
    [InlineData("{", "BMR3001", "")]
    [InlineData("""{"facts":{}} x""", "BMR3001", "")]
    [InlineData("""{"facts":{"patient":{"albumin":4""", "BMR3001", "/facts/patient/albumin")]
    [InlineData("""{"facts":{"patient":{"albumin":NaN}}}""", "BMR3001", "/facts/patient/albumin")]
    [InlineData("""{"facts":{"patient":{"albumin":Infinity}}}""", "BMR3001", "/facts/patient/albumin")]
    [InlineData("[]", "BMR1005", "")]
    [InlineData("\"facts\"", "BMR1005", "")]
    [InlineData("{}", "BMR1004", "/facts")]
    [InlineData("""{"facts":{},"facts":{}}""", "BMR1002", "/facts")]
    [InlineData("""{"facts":{},"fact":{}}""", "BMR1003", "/fact")]
    [InlineData("""{"facts":{},"a/b~c":1}""", "BMR1003", "/a~1b~0c")]
    [InlineData("""{"facts":null}""", "BMR3003", "/facts")]
    [InlineData("""{"facts":[1]}""", "BMR3003", "/facts")]
    [InlineData("""{"facts":{"patiant":{}}}""", "BMR3012", "/facts/patiant")]
    [InlineData("""{"facts":{"patient":3}}""", "BMR3003", "/facts/patient")]
    [InlineData("""{"facts":{"patient":{"albumine":4}}}""", "BMR3002", "/facts/patient/albumine")]
    [InlineData("""{"facts":{"patient":{"albumin":"4"}}}""", "BMR3003", "/facts/patient/albumin")]
    [InlineData("""{"facts":{"patient":{"pregnant":"no"}}}""", "BMR3003", "/facts/patient/pregnant")]
    [InlineData("""{"facts":{"patient":{"sex":"femal"}}}""", "BMR3005", "/facts/patient/sex")]
    [InlineData("""{"facts":{"patient":{"totalCalcium":400}}}""", "BMR3004", "/facts/patient/totalCalcium")]
    [InlineData("""{"facts":{"patient":{"totalCalcium":1e999}}}""", "BMR3007", "/facts/patient/totalCalcium")]
    [InlineData("""{"facts":{"patient":{"totalCalcium":{"value":2.4,"unit":"kg"}}}}""", "BMR3006", "/facts/patient/totalCalcium/unit")]
    [InlineData("""{"facts":{"patient":{"albumin":4,"albumin":5}}}""", "BMR3009", "/facts/patient/albumin")]
    [InlineData("""{"facts":{},"asOf":"2026-02-30"}""", "BMR3013", "/asOf")]
    [InlineData("""{"facts":{},"asOf":"31.1.2026"}""", "BMR3013", "/asOf")]
    [InlineData("""{"facts":{},"asOf":20260131}""", "BMR3013", "/asOf")]
    [InlineData("""{"facts":{},"explain":"all"}""", "BMR1006", "/explain")]
    [InlineData("""{"facts":{},"explain":["full"]}""", "BMR1006", "/explain")]
    [InlineData("""{"facts":{},"release":3}""", "BMR1006", "/release")]
    [InlineData("""{"facts":{},"release":"1"}""", "BMR1006", "/release")]
    public async Task A_wrong_body_is_refused_with_code_and_place(string body, string code, string pointer)
    {
        using var response = await server.ExecuteAsync(Agent, body);
        var problem = await ProblemAsync(response, HttpStatusCode.BadRequest);
        var errors = problem["errors"]!.AsArray();
        Assert.Contains((code, pointer), errors.Select(e => (Text(e!, "code"), Text(e!, "pointer"))));
        Assert.All(errors, e => Assert.NotEmpty(Text(e!, "message")));
    }

    [Fact]
    public async Task All_mistakes_are_reported_together_and_with_the_near_name()
    {
        using var response = await server.ExecuteAsync(Agent, """{"asOf":"x","facts":{"patient":{"albumine":4,"sex":"femal"}},"explain":"ful"}""");
        var errors = (await ProblemAsync(response, HttpStatusCode.BadRequest))["errors"]!.AsArray();
        Assert.Equal(["BMR3013", "BMR3002", "BMR3005", "BMR1006"], errors.Select(e => Text(e!, "code")));
        Assert.Equal("did you mean `albumin`?", Text(errors[1]!, "help"));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Another_content_type_is_415(string? contentType)
    {
        using var response = await server.ExecuteAsync(Agent, """{"facts":{}}"""u8.ToArray(), contentType);
        await ProblemAsync(response, HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("BoneTargetedAgnt", "did you mean `BoneTargetedAgent`?")]
    [InlineData("bonetargetedagent", "did you mean `BoneTargetedAgent`?")]
    [InlineData("Nothing", "there is no workflow `Nothing`")]
    [InlineData("%2E%2E%2Fevidence", "there is no workflow")]
    public async Task An_unknown_workflow_is_404_with_the_near_name(string workflow, string said)
    {
        using var response = await server.ExecuteAsync(workflow, """{"facts":{}}""");
        Assert.Contains(said, Text(await ProblemAsync(response, HttpStatusCode.NotFound), "detail"), StringComparison.Ordinal);
    }

    public static TheoryData<string, int, string?> Hostile => new()
    {
        { "deep", 400, "BMR3011" },
        { "deep body", 400, "BMR3001" },
        { "million elements", 400, "BMR3003" },
        { "many objects", 400, "BMR3008" },
        { "many keys", 400, "BMR3002" },
        { "long text", 400, "BMR3003" },
        { "broken text", 400, "BMR3001" },
        { "10 MB", 413, null },
    };

    [Theory, MemberData(nameof(Hostile))]
    public async Task Hostile_bodies_are_answered_quickly_and_the_process_lives(string kind, int status, string? code)
    {
        var body = HostileBody(kind);
        await server.ExecuteAsync(Agent, """{"facts":{}}"""); // the first request of a process pays for everybody
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var response = await server.ExecuteAsync(Agent, body);
            var problem = await ProblemAsync(response, (HttpStatusCode)status);
            var elapsed = Stopwatch.GetElapsedTime(started);
            best = elapsed < best ? elapsed : best;
            if (code is not null) Assert.Contains(problem["errors"]!.AsArray(), e => Text(e!, "code") == code);
        }
        Assert.True(best < Quick, $"{kind} took {best}");
        using var after = await server.ExecuteAsync(Agent, """{"facts":{}}""");
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    private static byte[] HostileBody(string kind) => kind switch
    {
        "deep" => Encoding.ASCII.GetBytes("{\"facts\":{\"patient\":{\"lesions\":" + new string('[', 100_000)),
        "deep body" => Encoding.ASCII.GetBytes("{\"x\":" + new string('[', 100_000)),
        "million elements" => Encoding.ASCII.GetBytes("{\"facts\":{\"patient\":{\"lesions\":[" + string.Concat(Enumerable.Repeat("1,", 1_000_000)) + "1]}}}"),
        "many objects" => Encoding.ASCII.GetBytes("{\"facts\":{\"patient\":{\"lesions\":[" + string.Concat(Enumerable.Repeat("{},", 600_000)) + "{}]}}}"),
        "many keys" => Encoding.ASCII.GetBytes("{\"facts\":{\"patient\":{" + string.Join(",", Enumerable.Range(0, 150_000).Select(i => $"\"k{i}\":1")) + "}}}"),
        "long text" => Encoding.ASCII.GetBytes("{\"facts\":{\"patient\":{\"albumin\":\"" + new string('x', 2_000_000) + "\"}}}"),
        "broken text" => [.. "{\"facts\":{\"patient\":{\"sex\":\""u8, 0xFF, 0xFE, 0x22],
        _ => new byte[10 * 1024 * 1024],
    };

    internal static async Task<JsonNode> ProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{response.StatusCode} {text[..Math.Min(text.Length, 2_000)]}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = JsonNode.Parse(text)!;
        Assert.Equal((int)status, problem["status"]!.GetValue<int>());
        Assert.StartsWith("/problems/", Text(problem, "type"), StringComparison.Ordinal);
        Assert.NotEmpty(Text(problem, "title"));
        Assert.NotEmpty(Text(problem, "traceId"));
        return problem;
    }

    private static string Text(JsonNode node, string key) => node[key]!.GetValue<string>();
}
