namespace BoneMets.Rules.Bench.Opponents;

/// <summary>(b) The twenty rules on <c>double</c> and <c>bool</c>, nothing unknown: the physical limit. Bit i is rule i.</summary>
public static class PlainRules
{
    public static ulong Decide(PlainPatient p, PlainLesion l) => Fracture(l) | Dosing(p);

    private static ulong Fracture(PlainLesion l)
    {
        var score = MirelsScore(l);
        var intact = !l.Fractured;
        var met = 0UL;
        if (l.Fractured) met |= 1UL << 0;
        if (intact && score <= 7) met |= 1UL << 1;
        if (intact && score == 8) met |= 1UL << 2;
        if (intact && score >= 9) met |= 1UL << 3;
        if (intact && l.Bone == Bone.Humerus && (l.CorticalBreach || score >= 8)) met |= 1UL << 4;
        if (intact && l.Bone == Bone.Femur && l.AxialCorticalInvolvement > 30) met |= 1UL << 5;
        if ((l.Site == Site.UpperLimb && l.Bone is Bone.Femur or Bone.Tibia or Bone.Fibula)
            || (l.Site == Site.LowerLimb && l.Bone is Bone.Humerus or Bone.Radius or Bone.Ulna)
            || (l.Site == Site.Peritrochanteric && l.Bone != Bone.Femur))
            met |= 1UL << 6;
        return met;
    }

    private static int MirelsScore(PlainLesion l)
    {
        var site = l.Site switch { Site.UpperLimb => 1, Site.LowerLimb => 2, _ => 3 };
        var pain = l.Pain switch { Pain.None or Pain.Mild => 1, Pain.Moderate => 2, _ => 3 };
        var appearance = l.Appearance switch { Appearance.Blastic => 1, Appearance.Mixed => 2, _ => 3 };
        var thirds = l.CorticalPercent * 3;
        return site + pain + appearance + (thirds < 100 ? 1 : thirds <= 200 ? 2 : 3);
    }

    private static ulong Dosing(PlainPatient p)
    {
        var correctedCalcium = p.TotalCalcium + 0.8 * (4.0 - p.Albumin);
        var hypocalcemia = correctedCalcium < 8.5;
        var pregnancyConcern = p.Sex != Sex.Male && p.AgeYears < 55 && p.Pregnant;
        var indicated = p.BoneMetastasisConfirmed && (p.PrimaryTumor is Tumor.Breast or Tumor.Myeloma
            || (p.PrimaryTumor == Tumor.Prostate && p.CastrationResistant)
            || (p.PrimaryTumor is not (Tumor.Breast or Tumor.Myeloma or Tumor.Prostate) && p.EstimatedSurvivalMonths >= 3));
        var blocked = hypocalcemia || p.OsteonecrosisOfJaw || pregnancyConcern;
        var possible = indicated && !blocked && !p.ZoledronicHypersensitivity;
        var clearance = p.CreatinineClearance;
        var met = 0UL;
        if (indicated) met |= 1UL << 7;
        if (possible && clearance > 60) met |= 1UL << 8;
        if (possible && clearance is >= 50 and <= 60) met |= 1UL << 9;
        if (possible && clearance is >= 40 and < 50) met |= 1UL << 10;
        if (possible && clearance is >= 30 and < 40) met |= 1UL << 11;
        if (indicated && clearance < 30) met |= 1UL << 12;
        if (possible && clearance >= 30 && p.PrimaryTumor == Tumor.Breast) met |= 1UL << 13;
        if (indicated && hypocalcemia) met |= 1UL << 14;
        if (indicated && p.CurrentBoneAgent == BoneAgent.None && !p.DentalAssessmentDone) met |= 1UL << 15;
        if (indicated && p.InvasiveDentalWorkPlanned) met |= 1UL << 16;
        if (p.OsteonecrosisOfJaw && p.CurrentBoneAgent is BoneAgent.ZoledronicAcid or BoneAgent.Pamidronate or BoneAgent.Denosumab) met |= 1UL << 17;
        var rise = p.Creatinine - p.BaselineCreatinine;
        if (p.CurrentBoneAgent == BoneAgent.ZoledronicAcid && ((p.BaselineCreatinine < 1.4 && rise >= 0.5) || (p.BaselineCreatinine >= 1.4 && rise >= 1.0)))
            met |= 1UL << 18;
        if (indicated && pregnancyConcern) met |= 1UL << 19;
        return met;
    }
}
