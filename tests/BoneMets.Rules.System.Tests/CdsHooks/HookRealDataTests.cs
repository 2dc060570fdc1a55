using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
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

    private const string Regenerate = "BONEMETS_REGENERATE";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Lock Writing = new();

    public static TheoryData<string> Patients => [.. Directory.GetFiles(Records, "*.json").Select(f => Path.GetFileName(f)).Where(n => n.StartsWith("bundle", StringComparison.Ordinal) || n.StartsWith("synthea", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Patients))]
    public async Task A_record_gives_the_cards_that_somebody_has_read(string file)
    {
        var record = Moved(File.ReadAllText(Path.Combine(Records, file)));
        using var response = await HookTable.AskAsync(hooks.Server.Client, Request(JsonNode.Parse(record)!), "BoneMetastasisPathway");
        var cards = await HookTable.CardsAsync(response);
        var lines = new JsonArray([.. cards.Select(c => (JsonNode?)Lines(c!, record))]);
        if (Environment.GetEnvironmentVariable(Regenerate) == "1") Write(file, lines);
        Assert.Equal(Pretty(Expected[file]), Pretty(lines));
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

    /// <summary>A card line by line; dates of the record, which move with today, as days before it.</summary>
    private static JsonArray Lines(JsonNode card, string record)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var moved = Day().Matches(record).Select(m => m.Groups["day"].Value).ToHashSet(StringComparer.Ordinal);
        string Plain(string line) => line.StartsWith("The review of this content", StringComparison.Ordinal) ? line
            : AnyDay().Replace(line, m => moved.Contains(m.Value) ? $"DAYS-AGO-{today.DayNumber - DateOnly.ParseExact(m.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber}" : m.Value);
        IEnumerable<string> lines = [$"{card["indicator"]}: {card["summary"]}", .. HookTable.Text(card, "detail").Split('\n').Where(l => l.Length > 0), .. card["suggestions"]?.AsArray().Select(s => "suggests " + HookTable.Text(s!, "label")) ?? []];
        return new JsonArray([.. lines.Select(l => (JsonNode?)JsonValue.Create(Plain(l)))]);
    }

    private static string Pretty(JsonNode? node) => node?.ToJsonString(Readable) ?? "";

    private static void Write(string file, JsonArray lines)
    {
        lock (Writing)
        {
            Expected[file] = lines.DeepClone();
            File.WriteAllText(Path.Combine(Folder, "cards.json"), Pretty(Expected) + "\n");
        }
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

    [GeneratedRegex("\\d{4}-\\d\\d-\\d\\d", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AnyDay();
}
