using System.Text.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Tests.Facts.Fhir;

/// <summary>The tables of <c>tests/spec/fhir</c>: small Bundles, the facts that they say, and every line of the report.</summary>
public sealed class FhirBundleTableTests
{
    private const string AsOf = "2026-01-31";
    private static readonly IReadOnlyDictionary<string, JsonObject> Cases = Directory.GetFiles(FhirBundles.Folder, "*.json")
        .Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        .SelectMany(f => JsonNode.Parse(File.ReadAllText(f))!["cases"]!.AsArray().Select(c => (Name: $"{Path.GetFileNameWithoutExtension(f)}: {c!["name"]}", Case: c.AsObject())))
        .Concat(Directory.GetFiles(Path.Combine(FhirBundles.Folder, "bundles"), "*.json").Order(StringComparer.Ordinal)
            .Select(f => (Name: $"records: {Path.GetFileNameWithoutExtension(f)}", Case: JsonNode.Parse(File.ReadAllText(f))!.AsObject())))
        .ToDictionary(c => c.Name, c => c.Case, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_Bundle_says_exactly_this(string name)
    {
        var expected = Cases[name];
        var reading = FhirBundles.Read(expected["bundle"]!.ToJsonString(), AsOf, Text(expected["patient"]), Text(expected["schema"]) ?? "patient");
        if (expected["error"] is { } error)
        {
            var found = Assert.Single(reading.Errors);
            Assert.Equal((DiagnosticCode.FhirBundleUnusable, "/bundle", Text(error)), (found.Code, found.Pointer, found.Message));
            return;
        }
        Assert.Empty(reading.Errors);
        Assert.Equal(Lines(expected, "rejected"), reading.Rejected.Select(FhirBundles.Line));
        Assert.Equal(Lines(expected, "taken"), reading.Taken.Select(FhirBundles.Line));
        Assert.Equal(Lines(expected, "notes"), reading.Notes);
        if (expected["values"] is not null) Assert.Equal(Lines(expected, "values"), reading.Rejected.Select(r => r.Value));
        if (expected["subject"] is { } subject) Assert.Equal(Text(subject), reading.Subject.ToString(), ignoreCase: true);
        Assert.True(JsonElement.DeepEquals(JsonSerializer.SerializeToElement(expected["facts"]), JsonSerializer.SerializeToElement(FhirBundles.Facts(reading))), FhirBundles.Facts(reading).ToJsonString());
    }

    [Fact]
    public void There_are_at_least_a_hundred_cases_and_twelve_whole_records()
    {
        Assert.True(Cases.Count >= 100, $"only {Cases.Count}");
        var records = Cases.Keys.Count(n => n.StartsWith("records: ", StringComparison.Ordinal));
        Assert.True(records >= 12, $"only {records}");
    }

    /// <summary>The list of traps in the README names cases that exist, each between backticks as <c>table: name</c>.</summary>
    [Fact]
    public void Every_trap_of_the_list_has_its_cases()
    {
        var rows = File.ReadLines(Path.Combine(FhirBundles.Folder, "README.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| trap", StringComparison.Ordinal)).ToList();
        Assert.True(rows.Count > 40, $"only {rows.Count}");
        foreach (var row in rows)
        {
            var named = row.Split('|')[2].Split('`').Where((_, i) => i % 2 == 1).ToList();
            Assert.True(named.Count > 0, row);
            Assert.All(named, n => Assert.True(Cases.ContainsKey(n), n));
        }
    }

    private static IEnumerable<string?> Lines(JsonObject expected, string key) => expected[key]!.AsArray().Select(l => Text(l));

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
