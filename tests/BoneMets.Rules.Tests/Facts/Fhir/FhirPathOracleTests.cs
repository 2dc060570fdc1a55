using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Facts.Fhir;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Facts.Fhir;

/// <summary>
/// Our walker of paths against HL7's fhirpath.js, over everything that the tests have of FHIR. They differ in one thing on purpose: a closing
/// <c>.exists()</c> that finds nothing gives false there and nothing here.
/// </summary>
public sealed class FhirPathOracleTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Every_path_finds_the_same_in_every_resource()
    {
        var paths = Paths();
        var resources = Resources();
        Assert.True(paths.Count > 50 && resources.Count > 1000, $"{paths.Count} paths, {resources.Count} resources");
        var answers = await AskAsync(new JsonArray([.. resources.Select(r => new JsonObject
        {
            ["resource"] = r.Resource.DeepClone(),
            ["paths"] = new JsonArray([.. paths.Keys.Select(p => JsonValue.Create(p))]),
        })]));
        Assert.Equal(resources.Count, answers.Count);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var differences = new List<string>();
        for (var i = 0; i < resources.Count; i++)
        {
            var element = JsonSerializer.SerializeToElement(resources[i].Resource);
            foreach (var (text, path) in paths)
            {
                var ours = FhirPathWalk.Of(element, path).ToList();
                var theirs = answers[i]![text]!.AsArray().Select(v => JsonSerializer.Deserialize<JsonElement>(v!.GetValue<string>())).Where(v => path.Steps[^1] is not FhirExistsStep || v.ValueKind != JsonValueKind.False).ToList();
                if (ours.Count > 0) found.Add(text);
                if (ours.Count != theirs.Count || ours.Zip(theirs).Any(p => !JsonElement.DeepEquals(p.First, p.Second)))
                    differences.Add($"{resources[i].File}: {text}: [{string.Join(", ", ours)}] and not [{string.Join(", ", theirs)}]");
            }
        }
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(20)));
        // Nothing in both would agree, too: most paths have to lead somewhere.
        Assert.True(found.Count > paths.Count / 2, $"only {found.Count} of {paths.Count} paths lead somewhere: not {string.Join(", ", paths.Keys.Except(found))}");
    }

    private static Dictionary<string, FhirPath> Paths()
    {
        var texts = JsonNode.Parse(File.ReadAllText(Path.Combine(FhirBundles.Folder, "paths", "paths.json")))!["paths"]!.AsArray().Select(p => p!.GetValue<string>());
        var mapped = FhirBundles.Shipped.Values.Concat(FhirBundles.Trial.Values).SelectMany(Mapped).SelectMany(m => m.Sources)
            .SelectMany(s => s.Value.Concat(s.Where.Select(w => w.Path)).Append(s.CodeAt ?? FhirPath.Parse("code")!)).Select(p => p.Text);
        return mapped.Concat(texts).Distinct(StringComparer.Ordinal).ToDictionary(t => t, t => FhirPath.Parse(t)!, StringComparer.Ordinal);
    }

    private static IEnumerable<FhirMapping> Mapped(ObjectSchema schema) =>
        schema.Properties.SelectMany(p => p.Type is ObjectType inner ? Mapped(inner.Schema) : p.Fhir is { } mapping ? [mapping] : []);

    private static List<(string File, JsonNode Resource)> Resources()
    {
        var found = new List<(string, JsonNode)>();
        foreach (var file in Directory.EnumerateFiles(FhirBundles.Folder, "*.json", SearchOption.AllDirectories).Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            Collect(Path.GetRelativePath(FhirBundles.Folder, file), JsonNode.Parse(File.ReadAllText(file)), found);
        return found;
    }

    /// <summary>Each resource that no other one holds in its <c>contained</c>; of a Bundle, what is in it.</summary>
    private static void Collect(string file, JsonNode? node, List<(string, JsonNode)> found)
    {
        if (node is JsonObject owner && owner["resourceType"] is JsonValue type && type.TryGetValue<string>(out var name) && name is not "Bundle") found.Add((file, owner));
        else if (node is JsonObject other) foreach (var (_, value) in other) Collect(file, value, found);
        else if (node is JsonArray list) foreach (var item in list) Collect(file, item, found);
    }

    private static async Task<JsonArray> AskAsync(JsonArray questions)
    {
        var tools = Path.Combine(SpecTable.Root(), "tests", "tools");
        using var node = Process.Start(new ProcessStartInfo("node", ["fhirpath-oracle.mjs"]) { WorkingDirectory = tools, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var patience = new CancellationTokenSource(Patience);
        var answer = node.StandardOutput.ReadToEndAsync(patience.Token);
        var complaint = node.StandardError.ReadToEndAsync(patience.Token);
        await node.StandardInput.WriteAsync(questions.ToJsonString());
        node.StandardInput.Close();
        await node.WaitForExitAsync(patience.Token);
        Assert.True(node.ExitCode == 0, $"`./setup.sh --tests` installs what this needs: {await complaint}");
        return JsonNode.Parse(await answer)!.AsArray();
    }
}
