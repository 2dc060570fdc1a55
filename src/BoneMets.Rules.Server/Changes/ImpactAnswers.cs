using BoneMets.Rules.Verification.Impacts;

namespace BoneMets.Rules.Server.Changes;

/// <summary>For whom a change decides otherwise, as an answer.</summary>
internal static class ImpactAnswers
{
    private const int PatientsPerGroup = 20;

    public static ImpactAnswer Of(Impact impact) => new(impact.Tried, impact.Affected.Count, [.. impact.Groups.Select(Of)]);

    private static ImpactGroupAnswer Of(ImpactGroup group) => new(
        group.Workflow, EnumWord.Of(group.Kind), group.Subject, group.Patients.Count,
        [.. group.Patients.Take(PatientsPerGroup).Select(p => (p.Patient.Origin, p.Patient.IsRecorded, Difference: p.Differences.First(d => d.Kind == group.Kind && d.Subject == group.Subject)))
            .Select(p => p.IsRecorded ? new ImpactPatientAnswer(p.Origin, null, null) : new ImpactPatientAnswer(p.Origin, p.Difference.Before, p.Difference.After))]);
}
