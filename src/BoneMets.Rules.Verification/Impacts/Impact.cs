namespace BoneMets.Rules.Verification.Impacts;

/// <summary>A patient to try contents on: a golden case, or a decision that was recorded.</summary>
/// <param name="Origin">Where the patient is from, for readers: <c>case mirels-limit-9</c>.</param>
/// <param name="IsRecorded">A patient of whom only some may know anything: texts about them are not for everybody who sees the impact.</param>
public sealed record TriedPatient(string Workflow, string Origin, ReadOnlyMemory<byte> Facts, DateOnly? AsOf, bool IsRecorded = false);

/// <summary>A patient for whom the decision changes.</summary>
public sealed record AffectedPatient(TriedPatient Patient, IReadOnlyList<DecisionDifference> Differences);

/// <summary>Patients for whom the same thing changes: "denosumab newly recommended".</summary>
public sealed record ImpactGroup(string Workflow, DifferenceKind Kind, string Subject, IReadOnlyList<AffectedPatient> Patients);

/// <summary>For whom a new content decides otherwise than an old one, among those it was tried on. It proves nothing about others.</summary>
public sealed record Impact(int Tried, IReadOnlyList<AffectedPatient> Affected)
{
    /// <summary>The gravest kinds first, then by workflow and subject.</summary>
    public IReadOnlyList<ImpactGroup> Groups { get; } =
    [
        .. Affected.SelectMany(a => a.Differences.Select(d => (a, d)))
            .GroupBy(p => (p.a.Patient.Workflow, p.d.Kind, p.d.Subject))
            .OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Workflow, StringComparer.Ordinal).ThenBy(g => g.Key.Subject, StringComparer.Ordinal)
            .Select(g => new ImpactGroup(g.Key.Workflow, g.Key.Kind, g.Key.Subject, [.. g.Select(p => p.a).Distinct()])),
    ];
}
