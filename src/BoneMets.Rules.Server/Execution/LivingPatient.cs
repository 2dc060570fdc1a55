using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.Execution;

/// <summary>
/// Whoever asks for a decision about somebody who has died is refused, wherever the record comes from: advice would only be noticed as wrong by
/// somebody who knows. CDS Hooks have a card for it, because their callers ask unasked; what is only read, or was recorded before, is no advice.
/// </summary>
internal static class LivingPatient
{
    public static FhirReading Require(FhirReading reading) => reading.Subject != FhirSubject.Died
        ? reading
        : throw new ProblemException(ProblemKind.PatientDied, "the record says that the patient has died: nothing is proposed. Correct the record if that is wrong; where the request takes `asOf`, one before the day of the death asks about the time before");
}
