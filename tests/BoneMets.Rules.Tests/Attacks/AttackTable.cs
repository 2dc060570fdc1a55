using System.Text.Json;
using System.Text.Json.Nodes;

namespace BoneMets.Rules.Tests.Attacks;

/// <summary>A table of <c>tests/spec/attacks</c>.</summary>
internal static class AttackTable
{
    public static IReadOnlyDictionary<string, JsonObject> Read(string root, string table) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(root, "tests", "spec", "attacks", table + ".json")))!["attacks"]!.AsArray().ToDictionary(a => Text(a!, "name"), a => a!.AsObject(), StringComparer.Ordinal);

    public static string Text(JsonNode attack, string key) => attack[key]!.GetValue<string>();

    /// <summary>Every row says why it is an attack, and where one can read of it.</summary>
    public static string? Lacking(JsonObject attack) => new[] { "name", "why", "source" }.FirstOrDefault(k => attack[k] is not JsonValue value || value.GetValueKind() != JsonValueKind.String || value.GetValue<string>().Length < 3);
}
