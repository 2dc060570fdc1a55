using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.CdsHooks;

/// <summary>Records of synthetic people that others made, and requests of other projects, against the pathway as it is shipped.</summary>
public sealed partial class HookRealDataTests(HookServer hooks) : IClassFixture<HookServer>
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "spec", "cds-hooks", "real");
    private static readonly string Records = Path.Combine(Repository.Root, "tests", "spec", "fhir", "real");
    private static readonly JsonObject Expected = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "cards.json")))!.AsObject();

    public static TheoryData<string> Patients => [.. Directory.GetFiles(Records, "*.json").Select(f => Path.GetFileName(f)).Where(n => n.StartsWith("bundle", StringComparison.Ordinal) || n.StartsWith("synthea", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Patients))]
    public async Task A_record_gives_the_cards_that_somebody_has_read(string file)
    {
        using var response = await HookTable.AskAsync(hooks.Server.Client, Request(JsonNode.Parse(Moved(File.ReadAllText(Path.Combine(Records, file))))!), "BoneMetastasisPathway");
        var cards = await HookTable.CardsAsync(response);
        Assert.Equal(Expected[file]!.AsArray().Select(c => c!.GetValue<string>()), cards.Select(c => $"{c!["indicator"]}: {c["summary"]}"));
        foreach (var card in cards.Where(c => HookTable.Text(HookTable.Own(c!), "kind") is "recommendation")) Assert.Contains("**Evidence**", HookTable.Text(card!, "detail"), StringComparison.Ordinal);
    }

    /// <summary>Its keys are not ours; one of them has another Patient than the one that the context names.</summary>
    [Theory]
    [InlineData("cdshooks-request-patient-view-ahrq-adolfo.json", HttpStatusCode.BadRequest)]
    [InlineData("cdshooks-request-patient-view-ahrq-unhealthy.json", HttpStatusCode.OK)]
    public async Task A_request_of_another_project_is_taken_under_our_keys_when_it_is_about_one_patient(string file, HttpStatusCode status)
    {
        var request = JsonNode.Parse(File.ReadAllText(Path.Combine(Records, file)))!;
        using (var asSent = await HookTable.AskAsync(hooks.Server.Client, request, "BoneMetastasisPathway")) Assert.Equal(HttpStatusCode.PreconditionFailed, asSent.StatusCode);
        var sent = request["prefetch"]!;
        request["prefetch"] = new JsonObject { ["patient"] = sent["Patient"]!.DeepClone(), ["conditions"] = sent["Condition"]!.DeepClone() };
        using var renamed = await HookTable.AskAsync(hooks.Server.Client, request, "BoneMetastasisPathway");
        Assert.Equal(status, renamed.StatusCode);
        request["context"]!["patientId"] = HookTable.Text(sent["Patient"]!, "id");
        using var taken = await HookTable.AskAsync(hooks.Server.Client, request, "BoneMetastasisPathway");
        Assert.NotEmpty(await HookTable.CardsAsync(taken));
    }

    [Theory]
    [InlineData("cdshooks-request-encounter-start-inferno.json")]
    [InlineData("cdshooks-request-order-sign-inferno.json")]
    public async Task A_request_without_data_from_a_server_that_is_not_known_asks_for_them(string file)
    {
        using var response = await HookTable.AskAsync(hooks.Server.Client, JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!, "BoneMetastasisPathway");
        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        var outcome = await RunningServer.JsonAsync(response);
        Assert.Empty(HookStandard.WrongInOutcome(outcome));
        Assert.DoesNotContain("SAMPLE_TOKEN", outcome.ToJsonString(), StringComparison.Ordinal);
    }

    private static JsonObject Request(JsonNode bundle)
    {
        var entries = bundle["entry"]!.AsArray();
        var patient = entries.Select(e => e!["resource"]!).First(r => HookTable.Text(r, "resourceType") is "Patient");
        var request = HookTable.Base();
        request["context"]!["patientId"] = HookTable.Text(patient, "id");
        var prefetch = new JsonObject { ["patient"] = patient.DeepClone() };
        foreach (var (key, type) in new[] { ("conditions", "Condition"), ("observations", "Observation"), ("reports", "DiagnosticReport"), ("medicationRequests", "MedicationRequest"), ("medicationStatements", "MedicationStatement"), ("medicationAdministrations", "MedicationAdministration") })
        {
            var found = entries.Where(e => HookTable.Text(e!["resource"]!, "resourceType") == type).Select(e => e!.DeepClone()).ToArray();
            prefetch[key] = found.Length == 0 ? null : new JsonObject { ["resourceType"] = "Bundle", ["type"] = "searchset", ["entry"] = new JsonArray(found) };
        }
        request["prefetch"] = prefetch;
        return request;
    }

    /// <summary>By as many days for all dates, so that the newest is today.</summary>
    private static string Moved(string record)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var dates = Day().Matches(record).Select(m => DateOnly.ParseExact(m.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)).Where(d => d <= today).ToList();
        var days = today.DayNumber - dates.Max().DayNumber;
        return Day().Replace(record, m => "\"" + DateOnly.ParseExact(m.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("\"(?<day>\\d{4}-\\d\\d-\\d\\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();
}
