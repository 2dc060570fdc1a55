using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Tests.Microsoft;

/// <summary>Files as Microsoft's RulesEngine reads them, decided here: <c>tests/spec/microsoft</c>.</summary>
public sealed class MicrosoftFileTests
{
    public static TheoryData<string, string> Decisions()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in Directory.GetFiles(SpecFolder(), "*.expected.json").Order(StringComparer.Ordinal))
            foreach (var expected in JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray())
                data.Add(Path.GetFileName(file).Split('.')[0], expected.GetProperty("title").GetString()!);
        return data;
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Decides_as_written_down(string name, string title)
    {
        var load = RuleLibrary.Load([new LibraryFile($"{name}/workflow.json", File.ReadAllBytes(Path.Combine(SpecFolder(), name + ".json")))]);
        Assert.Empty(load.Diagnostics.Where(d => d.IsError).Select(d => d.ToString()));
        var engine = new RuleEngine(load.Library);
        var all = JsonDocument.Parse(File.ReadAllText(Path.Combine(SpecFolder(), name + ".expected.json"))).RootElement.EnumerateArray().ToList();
        var expected = all.Single(e => e.GetProperty("title").GetString() == title);
        var workflow = expected.TryGetProperty("workflow", out var given) ? given.GetString()! : load.Library.Workflows[0].Name;
        // In the order of the file: what an earlier input taught about the shape must not change a later decision.
        foreach (var earlier in all.TakeWhile(e => e.GetProperty("title").GetString() != title))
            engine.Decide(earlier.TryGetProperty("workflow", out var other) ? other.GetString()! : workflow, Facts(earlier), null);
        Check(expected, engine.Decide(workflow, Facts(expected), null));
        Check(expected, new RuleEngine(load.Library).Decide(workflow, Facts(expected), null));
    }

    private static byte[] Facts(JsonElement expected) => Encoding.UTF8.GetBytes(expected.GetProperty("facts").GetRawText());

    private static void Check(JsonElement expected, DecisionOutcome outcome)
    {
        var codes = expected.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().Select(e => e.GetString()!).ToList() : [];
        Assert.Equal(codes, outcome.Errors.Select(e => e.Code.Id));
        if (codes.Count > 0) return;
        var decision = outcome.Decision!;
        Assert.Equal(Pairs(expected.GetProperty("verdicts")), decision.Rules.Select(r => $"{r.Name}: \"{DecisionWriter.VerdictName(r.Verdict)}\""));
        if (expected.TryGetProperty("events", out var events)) Assert.Equal(events.EnumerateArray().Select(e => e.GetString()), decision.Rules.Select(r => r.Event).OfType<string>());
        if (expected.TryGetProperty("messages", out var messages)) Assert.Equal(Pairs(messages), decision.Rules.Where(r => r.Message is not null).Select(r => $"{r.Name}: \"{r.Message}\""));
        if (expected.TryGetProperty("missing", out var missing)) Assert.Equal(missing.EnumerateArray().Select(e => e.GetString()), decision.Missing.Select(m => m.Fact));
        if (!expected.TryGetProperty("outputs", out var outputs)) return;
        using var written = JsonDocument.Parse(DecisionWriter.ToUtf8(decision, Explain.Rules));
        Assert.Equal(Pairs(outputs), written.RootElement.GetProperty("rules").EnumerateArray()
            .Where(r => r.TryGetProperty("output", out _)).Select(r => $"{r.GetProperty("name").GetString()}: {r.GetProperty("output").GetRawText()}"));
    }

    private static IEnumerable<string> Pairs(JsonElement map) => map.EnumerateObject().Select(p => $"{p.Name}: {p.Value.GetRawText()}");

    private static string SpecFolder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../spec/microsoft"));
}
