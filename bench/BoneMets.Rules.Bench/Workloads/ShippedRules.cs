using System.Text.Json;

namespace BoneMets.Rules.Bench.Workloads;

/// <summary>The first workload is made of shipped rules. When these change, it has to follow, and the opponents with it.</summary>
internal static class ShippedRules
{
    private const string Withholds = "Withholds";
    private static readonly string[] Sections = ["GlobalParams", "Scores", "Tables", "Rules"];

    public static void CheckSame()
    {
        using var fracture = Parse("mirels-fracture-risk");
        using var dosing = Parse("bone-targeted-agent");
        using var workload = JsonDocument.Parse(File.ReadAllBytes(Repository.FirstWorkload));
        foreach (var section in Sections)
        {
            var shipped = Parts(fracture, section).Concat(Parts(dosing, section)).ToDictionary(NameOf, StringComparer.Ordinal);
            var names = Parts(workload, section).Select(NameOf).ToHashSet(StringComparer.Ordinal);
            foreach (var part in Parts(workload, section))
                if (!shipped.TryGetValue(NameOf(part), out var original) || !Same(part, original, names))
                    throw new InvalidOperationException($"`{NameOf(part)}` of the benchmark is not what ships: bring {Path.GetRelativePath(Repository.Root, Repository.FirstWorkload)} and the opponents up to date");
        }
    }

    private static JsonDocument Parse(string folder) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Library, folder, "workflow.json")));

    private static IEnumerable<JsonElement> Parts(JsonDocument document, string section) =>
        document.RootElement.TryGetProperty(section, out var parts) ? parts.EnumerateArray() : [];

    private static string NameOf(JsonElement part) => (part.TryGetProperty("RuleName", out var name) ? name : part.GetProperty("Name")).GetString()!;

    /// <summary>A rule withholds what ships, but for rules that the benchmark leaves out; one that would withhold nothing lacks the key.</summary>
    private static bool Same(JsonElement part, JsonElement original, HashSet<string> rules) =>
        Keys(part).SequenceEqual(Keys(original).Where(k => k != Withholds || Withheld(original).Any(rules.Contains)), StringComparer.Ordinal)
        && part.EnumerateObject().All(p => p.NameEquals(Withholds)
            ? Withheld(part).SequenceEqual(Withheld(original).Where(rules.Contains), StringComparer.Ordinal)
            : JsonElement.DeepEquals(p.Value, original.GetProperty(p.Name)));

    private static IEnumerable<string> Keys(JsonElement part) => part.EnumerateObject().Select(p => p.Name);

    private static IEnumerable<string> Withheld(JsonElement rule) => rule.GetProperty(Withholds).EnumerateArray().Select(t => t.GetString()!);
}
