using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using BoneMets.Rules.Server.Fhir.Resources;
using BoneMets.Rules.System.Tests.CdsHooks;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Fhir;

/// <summary>A server of a folder, and the schema of FHIR.</summary>
public sealed class FhirServer : IAsyncLifetime
{
    internal RunningServer Server { get; private set; } = null!;

    internal FhirSchema Schema { get; } = new();

    public async Task InitializeAsync() => Server = await RunningServer.StartAsync(prepare: Offer);

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Schema.DisposeAsync();
    }

    private static void Offer(RunningServer server)
    {
        HookTable.Offer(server);
        Write(server, "shaped", """{ "WorkflowName": "Shaped", "Rules": [{ "RuleName": "A", "Expression": "input1.x > 1" }] }""");
        // White space and characters that FHIR does not have.
        Write(server, "odd", """
            { "$schema": "../../schemas/workflow.schema.json", "WorkflowName": "Odd_name", "Title": "\u00a0A <b>title</b>", "Description": "\u0001 <script>alert(1)</script>\u2028",
              "Metadata": { "Version": "1|2 #3", "Jurisdiction": ["DE", "elsewhere"], "Topics": ["bone\u00a0pain"], "Developer": { "Name": "A", "Contact": "a@example.org" }, "Experimental": true },
              "Inputs": [{ "Name": "patient", "Schema": "patient" }], "Rules": [{ "RuleName": "A", "Title": "\u2028", "Expression": "patient.totalCalcium > 1", "Recommendation": { "Text": "\u00a0 \u0007 See", "Urgency": "info", "Strength": "strong" } }] }
            """);
    }

    private static void Write(RunningServer server, string folder, string text)
    {
        Directory.CreateDirectory(Path.Combine(server.Library, folder));
        File.WriteAllText(Path.Combine(server.Library, folder, "workflow.json"), text);
    }
}

/// <summary>The table of requests, every answer against the schema of FHIR R4; and clients that others wrote.</summary>
public sealed class FhirRequestTests(FhirServer fhir) : IClassFixture<FhirServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private HttpClient Client => fhir.Server.Client;

    public static TheoryData<string> Names => [.. FhirTable.Cases.Select(c => c["name"]!.GetValue<string>())];

    [Theory, MemberData(nameof(Names))]
    public async Task A_request_is_answered_as_the_table_says(string name)
    {
        var expected = FhirTable.Case(name);
        using var request = FhirTable.Request(expected);
        using var response = await Client.SendAsync(request);
        var answer = await AnswerAsync(response);
        var text = FhirTable.Text(answer);
        Assert.True((expected["status"]?.GetValue<int>() ?? 200) == (int)response.StatusCode, $"{(int)response.StatusCode} {text}");
        if (request.Method == HttpMethod.Post && expected["path"]!.GetValue<string>().EndsWith("$apply", StringComparison.Ordinal)) Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        if (expected["issue"] is { } issue)
        {
            var found = Assert.Single(answer["issue"]!.AsArray(), i => i!["details"]!["text"]!.GetValue<string>().Contains(issue.GetValue<string>(), StringComparison.Ordinal))!;
            Assert.Equal(("error", expected["code"]!.GetValue<string>()), (found["severity"]!.GetValue<string>(), found["code"]!.GetValue<string>()));
        }
        foreach (var (pointer, value) in expected["expect"]?.AsObject() ?? []) Assert.True(FhirTable.TryFind(answer, pointer, out var found) && JsonNode.DeepEquals(value, found), $"{pointer} is not {value} in {text}");
        foreach (var (pointer, count) in expected["count"]?.AsObject() ?? []) Assert.True(FhirTable.TryFind(answer, pointer, out var list) && list!.AsArray().Count == count!.GetValue<int>(), $"{pointer} has not {count}: {text}");
        foreach (var pointer in expected["absent"]?.AsArray() ?? []) Assert.False(FhirTable.TryFind(answer, pointer!.GetValue<string>(), out _), $"{pointer} is there");
        foreach (var part in expected["contains"]?.AsArray() ?? []) Assert.Contains(part!.GetValue<string>(), text, StringComparison.Ordinal);
        foreach (var part in expected["without"]?.AsArray() ?? []) Assert.DoesNotContain(part!.GetValue<string>(), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PlanDefinition")]
    [InlineData("Library")]
    public async Task Every_workflow_fits_the_schema_and_is_found_by_its_own_address(string type)
    {
        using var all = await Client.GetAsync(new Uri($"/fhir/{type}?_count=200", UriKind.Relative));
        var entries = (await AnswerAsync(all))["entry"]!.AsArray();
        Assert.Equal((await fhir.Server.JsonAsync("/api/v1/workflows"))["workflows"]!.AsArray().Count, entries.Count);
        foreach (var resource in entries.Select(e => e!["resource"]!))
        {
            var url = resource["url"]!.GetValue<string>();
            using var read = await Client.GetAsync(new Uri(url));
            Assert.True(JsonNode.DeepEquals(resource, await AnswerAsync(read)), url);
            using var found = await Client.GetAsync(new Uri($"/fhir/{type}?url={Uri.EscapeDataString(url)}", UriKind.Relative));
            Assert.Equal(1, (await AnswerAsync(found))["total"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task Every_workflow_can_be_applied_to_a_patient_of_whom_next_to_nothing_is_known()
    {
        foreach (var workflow in (await fhir.Server.JsonAsync("/api/v1/workflows"))["workflows"]!.AsArray().Select(w => w!["name"]!.GetValue<string>()).Where(n => n is not ("Faulty" or "Shaped")))
        {
            using var response = await Client.PostAsync(new Uri($"/fhir/PlanDefinition/{FhirContent.IdOf(workflow)}/$apply", UriKind.Relative), FhirTable.Content(FhirTable.Parameters().ToJsonString()));
            Assert.Equal("CarePlan", (await AnswerAsync(response))["resourceType"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task The_proposals_are_the_recommendations_of_the_decision_in_their_order()
    {
        using var applied = await Client.PostAsync(new Uri(FhirTable.Apply, UriKind.Relative), FhirTable.Content(FhirTable.Parameters().ToJsonString()));
        var group = (await AnswerAsync(applied))["contained"]!.AsArray().Single(c => c!["resourceType"]!.GetValue<string>() == "RequestGroup")!;
        var bundle = FhirTable.Parameters()["parameter"]![2]!["resource"]!;
        using var executed = await fhir.Server.ExecuteAsync("Hypercalcemia", new JsonObject { ["bundle"] = bundle.DeepClone() }.ToJsonString());
        var decision = await RunningServer.JsonAsync(executed);
        Assert.Equal(decision["recommendations"]!.AsArray().Select(r => (r!["rule"]!.GetValue<string>(), r["text"]!.GetValue<string>())), group["action"]!.AsArray().Select(a => (a!["code"]![0]!["coding"]![0]!["code"]!.GetValue<string>(), a["description"]!.GetValue<string>())));
    }

    [Fact]
    public async Task Who_has_the_newest_is_told_so()
    {
        using var first = await Client.GetAsync(new Uri("/fhir/PlanDefinition/Trap", UriKind.Relative));
        using var again = await fhir.Server.GetAsync("/fhir/PlanDefinition/Trap", first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Clients_that_others_wrote_read_search_and_apply()
    {
        using var node = Process.Start(NodeTool.Of("fhir-clients.mjs", new Uri(Client.BaseAddress!, "fhir").ToString(), "Hypercalcemia"))!;
        using var patience = new CancellationTokenSource(Patience);
        var answer = node.StandardOutput.ReadToEndAsync(patience.Token);
        var complaint = node.StandardError.ReadToEndAsync(patience.Token);
        await node.StandardInput.WriteAsync(FhirTable.Parameters().ToJsonString());
        node.StandardInput.Close();
        await node.WaitForExitAsync(patience.Token);
        Assert.True(node.ExitCode == 0, $"`./setup.sh --tests` installs what this needs: {await complaint}");
        var said = JsonNode.Parse(await answer)!;
        var workflows = (await fhir.Server.JsonAsync("/api/v1/workflows"))["workflows"]!.AsArray().Select(w => w!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal).Select(FhirContent.IdOf).ToList();
        foreach (var client in new[] { said["fhirclient"]!, said["fhirKitClient"]! })
        {
            Assert.Equal("Hypercalcaemia of malignancy", client["plan"]!.GetValue<string>());
            Assert.Equal(workflows, client["plans"]!.AsArray().Select(p => p!.GetValue<string>()));
            Assert.Equal("Severe hypercalcaemia", client["applied"]![0]!.GetValue<string>());
            Assert.Equal("Patient", client["requirements"]!.GetValue<string>());
            Assert.Equal(404, client["unknown"]!.GetValue<int>());
        }
        Assert.Equal(4, said["fhirclient"]!["release"]!.GetValue<int>());
        Assert.Equal("4.0.1", said["fhirKitClient"]!["version"]!.GetValue<string>());
        Assert.Equal(["Hypercalcemia"], said["fhirKitClient"]!["libraries"]!.AsArray().Select(l => l!.GetValue<string>()));
        Assert.Equal(405, said["fhirKitClient"]!["unwritable"]!.GetValue<int>());
    }

    /// <summary>The body, which keeps every rule of FHIR.</summary>
    private async Task<JsonNode> AnswerAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal("application/fhir+json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        var answer = JsonNode.Parse(text)!;
        Assert.Empty(await fhir.Schema.WrongAsync(answer));
        Assert.Empty(FhirStandard.WrongIn(answer));
        return answer;
    }
}
