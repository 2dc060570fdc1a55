using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Verification.Analysis;

/// <summary>One entry of <c>tests/spec/analysis</c>: a small library and what the analysis has to say of it. The format is in that folder's README.</summary>
internal sealed record AnalysisEntry(string Name, JsonObject? Facts, JsonObject Workflow, IReadOnlyList<JsonObject> Used, IReadOnlyList<string> Findings, IReadOnlyList<string> Open)
{
    public RuleEngine Load()
    {
        var load = RuleLibrary.Load([
            .. Directory.GetFiles(AnalysisCorpus.Schemas, "*.schema.json").Select(f => new LibraryFile("facts/" + Path.GetFileName(f), Schema(f))),
            .. Used.Prepend(Workflow).Select((w, i) => new LibraryFile($"w{i}/workflow.json", Completed(w))),
        ]);
        Assert.Empty(load.Diagnostics.Where(d => d.IsError).Select(d => d.ToString()));
        return new RuleEngine(load.Library, new EngineOptions { Compile = false });
    }

    /// <summary>The facts of an entry replace those of the patient that have the same names.</summary>
    private byte[] Schema(string path)
    {
        if (Facts is null || Path.GetFileName(path) != "p.schema.json") return File.ReadAllBytes(path);
        var schema = JsonNode.Parse(File.ReadAllText(path))!;
        foreach (var (name, fact) in Facts)
        {
            var property = fact!.DeepClone().AsObject();
            property.TryAdd("description", "A fact.");
            schema["properties"]![name] = property;
        }
        return Encoding.UTF8.GetBytes(schema.ToJsonString());
    }

    /// <summary>What every workflow needs and no entry has to repeat.</summary>
    private static byte[] Completed(JsonObject workflow)
    {
        var completed = workflow.DeepClone().AsObject();
        completed.TryAdd("WorkflowName", "W");
        completed.TryAdd("Inputs", new JsonArray(JsonNode.Parse("""{"Name": "p", "Schema": "p"}""")));
        return Encoding.UTF8.GetBytes(completed.ToJsonString());
    }
}

internal static class AnalysisCorpus
{
    public static readonly string Folder = Path.Combine(SpecTable.Folder, "analysis");
    public static readonly string Schemas = Path.Combine(Folder, "facts");

    public static readonly IReadOnlyDictionary<string, AnalysisEntry> Entries = Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal)
        .SelectMany(f => JsonNode.Parse(File.ReadAllText(f))!["entries"]!.AsArray()).Select(e => Read(e!.AsObject())).ToDictionary(e => e.Name, StringComparer.Ordinal);

    private static AnalysisEntry Read(JsonObject entry)
    {
        string[] known = ["name", "facts", "workflow", "used", "findings", "open"];
        Assert.Empty(entry.Select(p => p.Key).Except(known));
        return new AnalysisEntry(
            entry["name"]!.GetValue<string>(), entry["facts"]?.AsObject(), entry["workflow"]!.AsObject(), [.. (entry["used"]?.AsArray() ?? []).Select(u => u!.AsObject())],
            Texts(entry["findings"]!), Texts(entry["open"] ?? new JsonArray()));
    }

    private static List<string> Texts(JsonNode list) => [.. list.AsArray().Select(t => t!.GetValue<string>())];
}
