using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Impacts;

public enum CaseChangeKind
{
    Added,

    /// <summary>Its facts or what it expects.</summary>
    Changed,

    /// <summary>What it watched over is not watched any more.</summary>
    Removed,
}

/// <summary>What a change does to a golden case. Reviewers look at these first: a case that fails can be silenced by changing or removing it.</summary>
public sealed record CaseChange(CaseChangeKind Kind, string Workflow, string Id)
{
    /// <summary>Removed ones first, then changed ones, then by workflow and id.</summary>
    public static IReadOnlyList<CaseChange> Between(RuleLibrary before, RuleLibrary after)
    {
        var (old, now) = (Cases(before), Cases(after));
        var gone = old.Keys.Where(k => !now.ContainsKey(k)).Select(k => new CaseChange(CaseChangeKind.Removed, k.Workflow, k.Id));
        var other = now.Where(n => !old.TryGetValue(n.Key, out var hash) || hash != n.Value)
            .Select(n => new CaseChange(old.ContainsKey(n.Key) ? CaseChangeKind.Changed : CaseChangeKind.Added, n.Key.Workflow, n.Key.Id));
        return [.. gone.Concat(other).OrderByDescending(c => c.Kind).ThenBy(c => c.Workflow, StringComparer.Ordinal).ThenBy(c => c.Id, StringComparer.Ordinal)];
    }

    private static Dictionary<(string Workflow, string Id), string> Cases(RuleLibrary library) =>
        library.Workflows.Select(w => w.Cases).OfType<GoldenCaseFile>().SelectMany(f => f.Cases.Select(c => (f.Workflow, Case: c)))
            .GroupBy(c => (c.Workflow, c.Case.Id)).ToDictionary(g => g.Key, g => ContentHash.Of(g.First().Case.Node));
}
