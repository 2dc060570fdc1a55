using System.Globalization;
using System.Text.Json;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Server.Facts;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Recording;

/// <summary>What a decision is replayed on: facts, or a Bundle that the mappings of its release read.</summary>
internal sealed record ReplayedFacts(byte[] Json, bool IsBundle, string? Patient);

/// <summary>
/// Decides once more what was decided and recorded: same release, facts and date, and the number and time that the decision had, so that it
/// comes out to the byte. By the evaluator, which is the reference; the first answer may have been compiled code's.
/// </summary>
internal static class DecisionReplay
{
    private const int MostDifferences = 50;

    public static async Task<ReplayedDecisionAnswer> RunAsync(RuleStore store, DecisionRecord record, ReplayedFacts given, CancellationToken cancellation)
    {
        var reasons = new List<string>();
        if (record.EngineVersion != EngineVersion.Current) reasons.Add($"it was decided by version {record.EngineVersion} of the engine, this is {EngineVersion.Current}");
        if (!given.IsBundle && NotTheSame(given.Json, record) is { } different) return No(record, reasons, different);
        var load = LibraryDocuments.Load(await store.Releases.DocumentsAsync(record.Release, cancellation));
        if (load.HasErrors) return No(record, reasons, $"release {record.Release} has errors for this version of the engine");
        if (!load.Library.TryGet(record.Workflow, out var workflow)) return No(record, reasons, $"release {record.Release} has no workflow {record.Workflow}");
        var asOf = DateOnly.ParseExact(record.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        ReadOnlyMemory<byte> facts = given.Json;
        if (given.IsBundle)
        {
            var reading = BundleReport.Read(workflow, given.Json, asOf, given.Patient);
            if (reading.Errors.Count > 0) return No(record, reasons, [.. reading.Errors.Select(e => e.Message)]);
            facts = reading.Facts;
            if (NotTheSame(facts.Span, record) is { } others) return No(record, reasons, others);
        }
        using var engine = new RuleEngine(load.Library, Options(record));
        var outcome = engine.Decide(record.Workflow, facts.Span, asOf, Enum.Parse<Explain>(record.Explain, ignoreCase: true), "/facts");
        if (outcome.Decision is not { } decision) return No(record, reasons, [.. outcome.Errors.Select(e => e.Message)]);
        return Compare(record, DecisionWriter.ToUtf8(decision, Enum.Parse<Explain>(record.Explain, ignoreCase: true)), reasons);
    }

    /// <summary>Another decision is not a replay, and could be one that nobody may get (a workflow that was taken out of use).</summary>
    private static string? NotTheSame(ReadOnlySpan<byte> facts, DecisionRecord record)
    {
        var hash = FactsHash.Of(facts);
        return hash == record.FactsHash ? null : hash is null ? "these are no facts" : "these are not the facts that it was decided on";
    }

    private static ReplayedDecisionAnswer No(DecisionRecord record, IReadOnlyList<string> before, params string[] reasons) =>
        new(false, null, record.DecisionHash, [.. before, .. reasons], [], null);

    private static ReplayedDecisionAnswer Compare(DecisionRecord record, byte[] now, List<string> reasons)
    {
        var hash = ContentHash.Of(now);
        var isWhole = ContentHash.Of(record.Decision) == record.DecisionHash;
        var differences = new List<ReplayDifferenceAnswer>();
        if (isWhole && hash != record.DecisionHash) Differences("", JsonDocument.Parse(record.Decision).RootElement, JsonDocument.Parse(now).RootElement, differences);
        if (!isWhole && hash != record.DecisionHash) reasons.Add("the recorded answer was not kept whole, so where they differ is not known");
        return new ReplayedDecisionAnswer(hash == record.DecisionHash, hash, record.DecisionHash, reasons, differences, JsonSerializer.Deserialize<JsonElement>(now));
    }

    /// <summary>Number and time of the recorded decision; the status that its release had then.</summary>
    private static EngineOptions Options(DecisionRecord record)
    {
        using var recorded = JsonDocument.Parse(record.Decision);
        var at = recorded.RootElement.GetProperty("evaluatedAt").GetDateTimeOffset();
        var id = Guid.Parse(record.Id);
        var status = recorded.RootElement.GetProperty("releaseStatus").GetString()!;
        return new EngineOptions { Compile = false, Clock = new StoppedClock(at), NewDecisionId = () => id, Release = record.Release, ReleaseStatus = status };
    }

    private static void Differences(string pointer, JsonElement recorded, JsonElement now, List<ReplayDifferenceAnswer> found)
    {
        if (found.Count >= MostDifferences) return;
        if (recorded.ValueKind == JsonValueKind.Object && now.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in recorded.EnumerateObject().Select(p => p.Name).Union(now.EnumerateObject().Select(p => p.Name), StringComparer.Ordinal))
                Part($"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}", Member(recorded, name), Member(now, name), found);
            return;
        }
        if (recorded.ValueKind == JsonValueKind.Array && now.ValueKind == JsonValueKind.Array)
        {
            for (var i = 0; i < Math.Max(recorded.GetArrayLength(), now.GetArrayLength()); i++)
                Part(string.Create(CultureInfo.InvariantCulture, $"{pointer}/{i}"), Item(recorded, i), Item(now, i), found);
            return;
        }
        if (recorded.GetRawText() != now.GetRawText()) found.Add(new ReplayDifferenceAnswer(pointer, recorded.GetRawText(), now.GetRawText()));
    }

    private static void Part(string pointer, JsonElement? recorded, JsonElement? now, List<ReplayDifferenceAnswer> found)
    {
        if (recorded is { } before && now is { } after) Differences(pointer, before, after, found);
        else found.Add(new ReplayDifferenceAnswer(pointer, recorded?.GetRawText(), now?.GetRawText()));
    }

    private static JsonElement? Member(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? Item(JsonElement element, int index) => index < element.GetArrayLength() ? element[index] : null;

    private sealed class StoppedClock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
