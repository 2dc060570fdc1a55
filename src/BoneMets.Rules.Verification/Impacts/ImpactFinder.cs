using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Impacts;

/// <summary>Decides the same patients with two contents. Thread safe; the result does not depend on the number of cores.</summary>
public static class ImpactFinder
{
    /// <summary>The patients of all golden cases of both libraries, each once, and <paramref name="recorded"/> ones.</summary>
    public static IReadOnlyList<TriedPatient> Patients(RuleLibrary before, RuleLibrary after, IReadOnlyList<TriedPatient>? recorded = null)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var cases = new[] { after, before }
            .SelectMany(l => l.Workflows.Select(w => w.Cases).OfType<GoldenCaseFile>())
            .SelectMany(f => f.Cases.Select(c => new TriedPatient(f.Workflow, $"case {c.Id}", CanonicalJson.Of(c.Facts), c.AsOf)));
        return [.. cases.Concat(recorded ?? []).Where(p => seen.Add($"{p.Workflow} {p.AsOf:O} {ContentHash.Of(p.Facts.Span)}"))];
    }

    /// <summary>Patients whose workflow is in neither content are left out; one whose workflow is in only one of them has no decision there.</summary>
    public static Impact Compare(RuleEngine before, RuleEngine after, IReadOnlyList<TriedPatient> patients, CancellationToken cancellation = default)
    {
        var tried = patients.Where(p => before.Library.TryGet(p.Workflow, out _) || after.Library.TryGet(p.Workflow, out _)).ToList();
        var affected = new AffectedPatient?[tried.Count];
        Parallel.For(0, tried.Count, Cores.Options(cancellation), i =>
        {
            if (Differences(Decide(before, tried[i]), Decide(after, tried[i])) is { Count: > 0 } differences) affected[i] = new AffectedPatient(tried[i], differences);
        });
        return new Impact(tried.Count, [.. affected.OfType<AffectedPatient>()]);
    }

    private static IReadOnlyList<DecisionDifference> Differences((Decision? Decision, string? Why) before, (Decision? Decision, string? Why) after)
    {
        if (before.Decision is { } old && after.Decision is { } now) return DecisionComparison.Compare(old, now);
        return before.Why == after.Why ? [] : [new DecisionDifference(DifferenceKind.NoDecision, "decision", before.Why, after.Why)];
    }

    /// <summary>A decision, or why there is none.</summary>
    private static (Decision? Decision, string? Why) Decide(RuleEngine engine, TriedPatient patient)
    {
        if (!engine.Library.TryGet(patient.Workflow, out _)) return (null, $"there is no workflow `{patient.Workflow}`");
        var outcome = engine.Decide(patient.Workflow, patient.Facts.Span, patient.AsOf, Explain.Rules);
        return outcome.Decision is { } decision ? (decision, null) : (null, string.Join("; ", outcome.Errors.Select(e => e.Message)));
    }
}
