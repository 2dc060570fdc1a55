using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Server.Cohorts;
using BoneMets.Rules.Server.Cohorts.Input;
using BoneMets.Rules.Server.Cohorts.Mapping;
using BoneMets.Rules.Server.Cohorts.Running;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Cohorts;

/// <summary>The table of <c>tests/spec/cohorts/csv.json</c>: records as they are cut, converted, read and decided.</summary>
public sealed class CsvTableTests
{
    private const string Facts = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
          "properties": {
            "calcium": { "type": "number", "minimum": 0, "maximum": 30, "x-unit": "mg/dL", "x-units": { "mmol/L": 4.008 }, "description": "d", "x-label": "Total calcium" },
            "age": { "type": "integer", "minimum": 0, "maximum": 130, "description": "d", "x-label": "Age" },
            "pregnant": { "type": "boolean", "description": "d", "x-label": "Pregnant" },
            "sex": { "type": "string", "enum": ["female", "male", "other"], "description": "d", "x-label": "Sex" },
            "born": { "type": "string", "format": "date", "description": "d", "x-label": "Date of birth" },
            "note": { "type": "string", "description": "d", "x-label": "Note" },
            "sites": { "type": "array", "items": { "type": "string", "enum": ["spine", "rib"] }, "description": "d", "x-label": "Sites" },
            "lesions": { "type": "array", "items": { "type": "object", "properties": { "size": { "type": "number", "description": "d" } } }, "description": "d", "x-label": "Lesions" },
            "blood": { "type": "object", "properties": { "hemoglobin": { "type": "number", "x-unit": "g/dL", "description": "d", "x-label": "Haemoglobin" } }, "description": "d", "x-label": "Blood" }
          }
        }
        """;

    private const string Workflow = """
        {
          "WorkflowName": "Echo", "Inputs": [{ "Name": "patient", "Schema": "patient" }],
          "GlobalParams": [
            { "Name": "calcium", "Expression": "patient.calcium" }, { "Name": "age", "Expression": "patient.age" }, { "Name": "pregnant", "Expression": "patient.pregnant" },
            { "Name": "sex", "Expression": "patient.sex" }, { "Name": "born", "Expression": "patient.born" }, { "Name": "note", "Expression": "patient.note" },
            { "Name": "sites", "Expression": "patient.sites.Count()" }, { "Name": "hemoglobin", "Expression": "patient.blood.hemoglobin" }
          ],
          "Rules": [{ "RuleName": "Old", "Expression": "patient.age > 60" }]
        }
        """;

    private static readonly JsonNode Table = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "spec", "cohorts", "csv.json")))!;
    private static readonly RuleLibrary Library = Load();

    public static TheoryData<string> Names => [.. Table["rows"]!.AsArray().Select(r => r!["name"]!.GetValue<string>())];

    public static TheoryData<string> Proposals => [.. Table["proposals"]!.AsArray().Select(r => r!["name"]!.GetValue<string>())];

    [Theory, MemberData(nameof(Names))]
    public async Task Csv_comes_to_what_the_table_says(string name)
    {
        var row = Table["rows"]!.AsArray().Single(r => r!["name"]!.GetValue<string>() == name)!;
        if (row["refused"] is { } refused)
        {
            Assert.Contains(refused.GetValue<string>(), (await Assert.ThrowsAsync<InputRefusedException>(() => CutAsync(row))).Message, StringComparison.Ordinal);
            return;
        }
        var (input, parts) = await CutAsync(row);
        var mapping = row["mapping"].Deserialize<CohortMapping>(JsonSerializerOptions.Web)!;
        var mistakes = MappingCheck.Check(mapping, input.Columns, CohortFacts.Of(Library["Echo"])).Select(m => m.Message).ToList();
        if (row["mistakes"] is JsonArray expected)
        {
            foreach (var mistake in expected) Assert.Contains(mistakes, m => m.Contains(mistake!.GetValue<string>(), StringComparison.Ordinal));
            return;
        }
        Assert.Empty(mistakes);
        using var engine = new RuleEngine(Library, new EngineOptions { Compile = false });
        using var lease = new LibrarySnapshot(Library, engine, null, DateTimeOffset.UnixEpoch).TryAcquire()!;
        using var decider = new CohortDecider(Run, input, mapping, lease);
        var answers = new List<JsonNode>();
        foreach (var (line, bytes) in parts) decider.Decide(bytes, line, answer => answers.Add(JsonNode.Parse(answer)!), CancellationToken.None);
        Compare(row["expect"]!.AsArray(), answers);
    }

    [Theory, MemberData(nameof(Proposals))]
    public void A_mapping_is_proposed_where_names_say_it(string name)
    {
        var row = Table["proposals"]!.AsArray().Single(r => r!["name"]!.GetValue<string>() == name)!;
        var proposal = MappingProposal.Of([.. row["columns"]!.AsArray().Select(c => c!.GetValue<string>())], CohortFacts.Of(Library["Echo"]));
        Assert.Equal(row["mapped"]!.AsArray().Select(m => m!.GetValue<string>()), proposal.Columns.Select(c => $"{c.Column} → {c.Fact}" + (c.Unit is null ? "" : $" in {c.Unit}") + (c.Separator is null ? "" : $" by {c.Separator}")));
        Assert.Equal(row["id"]?.GetValue<string>(), proposal.Id);
    }

    private static Cohort Run { get; } =
        new("x", "x", "Echo", 1, "2026-01-31", "none", CohortState.Running, 1, "x", DateTimeOffset.UnixEpoch, null, null, null, null, null, DateTimeOffset.UnixEpoch);

    private static async Task<(CohortInput Input, IReadOnlyList<(long Line, byte[] Bytes)> Parts)> CutAsync(JsonNode row)
    {
        var bytes = Encoding.UTF8.GetBytes(row["csv"]!.GetValue<string>());
        await using var window = new InputWindow(new MemoryStream(bytes), most: 1_000_000);
        using var cutter = new RecordCutter(window, row["separator"] is { } said ? CsvFormat.SeparatorOf(said.GetValue<string>()) : null, mostPerRecord: 100_000);
        var parts = new List<(long, byte[])>();
        await foreach (var part in cutter.PartsAsync(CancellationToken.None)) parts.Add((part.FirstLine, part.Bytes.ToArray()));
        if (parts.Count == 0) throw new InputRefusedException("no patients");
        return (new CohortInput(CohortFormat.Csv, CsvFormat.NameOf(cutter.Separator), cutter.Columns, null, bytes.Length, window.Hash, parts.Count, parts.Count), parts);
    }

    private static void Compare(JsonArray expected, List<JsonNode> answers)
    {
        Assert.Equal(expected.Count, answers.Count);
        foreach (var (wanted, answer) in expected.Zip(answers))
        {
            var shown = answer.ToJsonString();
            Assert.True(wanted!["line"]!.GetValue<long>() == answer["line"]!.GetValue<long>() && wanted["id"]?.GetValue<string>() == answer["id"]?.GetValue<string>(), $"{wanted.ToJsonString()}: {shown}");
            if (wanted["error"] is { } error)
            {
                Assert.Contains(error.GetValue<string>(), answer["error"]!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
                foreach (var finding in wanted["errors"]?.AsArray() ?? []) Assert.Contains(answer["error"]!["errors"]!.AsArray(), e => e!["message"]!.GetValue<string>().Contains(finding!.GetValue<string>(), StringComparison.Ordinal));
                continue;
            }
            Assert.True(answer["decision"] is not null, shown);
            foreach (var (name, value) in wanted["outputs"]!.AsObject()) Assert.True(JsonNode.DeepEquals(value, answer["decision"]!["outputs"]![name]), $"{name} of {wanted.ToJsonString()}: {shown}");
        }
    }

    private static RuleLibrary Load()
    {
        var load = RuleLibrary.Load([new LibraryFile("facts/patient.schema.json", Encoding.UTF8.GetBytes(Facts)), new LibraryFile("echo/workflow.json", Encoding.UTF8.GetBytes(Workflow))]);
        Assert.False(load.HasErrors, string.Join('\n', load.Diagnostics.Where(d => d.IsError)));
        return load.Library;
    }
}
