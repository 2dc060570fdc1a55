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
        Assert.True(JsonElement.DeepEquals(JsonSerializer.SerializeToElement(expected["facts"]), JsonSerializer.SerializeToElement(FhirBundles.Facts(reading))), FhirBundles.Facts(reading).ToJsonString());
    }

    [Fact]
    public void There_are_at_least_a_hundred_cases() => Assert.True(Cases.Count >= 100, $"only {Cases.Count}");

    private static IEnumerable<string?> Lines(JsonObject expected, string key) => expected[key]!.AsArray().Select(l => Text(l));

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
