namespace BoneMets.Rules.Bench.Opponents;

/// <summary>The facts that the twenty rules read, in the order of their paths, so that the bits of a set come out sorted.</summary>
public enum Fact
{
    LesionAppearance, LesionAxialCorticalInvolvement, LesionBone, LesionCorticalBreach, LesionCorticalPercent, LesionFractured, LesionPain, LesionSite,
    PatientAgeYears, PatientAlbumin, PatientBaselineCreatinine, PatientBoneMetastasisConfirmed, PatientCastrationResistant, PatientCreatinine,
    PatientCreatinineClearance, PatientCurrentBoneAgent, PatientDentalAssessmentDone, PatientEstimatedSurvivalMonths, PatientInvasiveDentalWorkPlanned,
    PatientOsteonecrosisOfJaw, PatientPregnant, PatientPrimaryTumor, PatientSex, PatientTotalCalcium, PatientZoledronicHypersensitivity,
}
