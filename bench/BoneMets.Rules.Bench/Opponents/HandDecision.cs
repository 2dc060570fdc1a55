namespace BoneMets.Rules.Bench.Opponents;

/// <summary>What (c) and (d) decide before they write it: verdicts with what they lack, and every intermediate value. Used again for each line.</summary>
internal sealed class HandDecision
{
    public const int RuleCount = 20;

    public Truth[] Rules { get; } = new Truth[RuleCount];
    public decimal? CorrectedCalcium { get; private set; }
    public decimal? CreatinineRise { get; private set; }
    public Truth Hypocalcemia { get; private set; }
    public Truth PregnancyConcern { get; private set; }
    public Truth AgentIndicated { get; private set; }
    public Truth AgentBlocked { get; private set; }
    public Truth ZoledronicPossible { get; private set; }
    public PointRange SitePoints { get; private set; }
    public PointRange PainPoints { get; private set; }
    public PointRange AppearancePoints { get; private set; }
    public PointRange SizePoints { get; private set; }
    public PointRange Score { get; private set; }
    public decimal? Dose { get; private set; }

    public void Decide(Patient p, Lesion l)
    {
        Fracture(l);
        Dosing(p);
    }

    private void Fracture(Lesion l)
    {
        var (site, bone) = (l.Site, l.Bone);
        SitePoints = PointRange.Of(site switch { null => null, Site.UpperLimb => 1, Site.LowerLimb => 2, _ => 3 });
        PainPoints = PointRange.Of(l.Pain switch { null => null, Pain.None or Pain.Mild => 1, Pain.Moderate => 2, _ => 3 });
        AppearancePoints = PointRange.Of(l.Appearance switch { null => null, Appearance.Blastic => 1, Appearance.Mixed => 2, _ => 3 });
        SizePoints = PointRange.Of((l.CorticalPercent * 3) switch { null => null, < 100 => 1, <= 200 => 2, _ => 3 });
        Score = SitePoints + PainPoints + AppearancePoints + SizePoints;
        var unscored = (site is null ? Truth.Bit(Fact.LesionSite) : 0) | (l.Pain is null ? Truth.Bit(Fact.LesionPain) : 0)
            | (l.Appearance is null ? Truth.Bit(Fact.LesionAppearance) : 0) | (l.CorticalPercent is null ? Truth.Bit(Fact.LesionCorticalPercent) : 0);
        var fractured = Truth.Of(l.Fractured, Fact.LesionFractured);
        var intact = !fractured;
        Rules[0] = fractured;
        Rules[1] = intact & Scored(Score.AtMost(7), unscored);
        Rules[2] = intact & Scored(Score.Is(8), unscored);
        Rules[3] = intact & Scored(Score.AtLeast(9), unscored);
        Rules[4] = intact & Truth.Of(bone, Fact.LesionBone, bone == Bone.Humerus)
            & (Truth.Of(l.CorticalBreach, Fact.LesionCorticalBreach) | Scored(Score.AtLeast(8), unscored));
        Rules[5] = intact & Truth.Of(bone, Fact.LesionBone, bone == Bone.Femur)
            & Truth.Of(l.AxialCorticalInvolvement, Fact.LesionAxialCorticalInvolvement, l.AxialCorticalInvolvement > 30);
        Rules[6] = (Truth.Of(site, Fact.LesionSite, site == Site.UpperLimb) & Truth.Of(bone, Fact.LesionBone, bone is Bone.Femur or Bone.Tibia or Bone.Fibula))
            | (Truth.Of(site, Fact.LesionSite, site == Site.LowerLimb) & Truth.Of(bone, Fact.LesionBone, bone is Bone.Humerus or Bone.Radius or Bone.Ulna))
            | (Truth.Of(site, Fact.LesionSite, site == Site.Peritrochanteric) & Truth.Of(bone, Fact.LesionBone, bone != Bone.Femur));
    }

    private static Truth Scored(bool? said, ulong unscored) => said is { } known ? new(known, 0) : new(null, unscored);

    private void Dosing(Patient p)
    {
        CorrectedCalcium = p.TotalCalcium + 0.8m * (4.0m - p.Albumin);
        CreatinineRise = p.Creatinine - p.BaselineCreatinine;
        Hypocalcemia = CorrectedCalcium is { } calcium
            ? new(calcium < 8.5m, 0)
            : new(null, (p.TotalCalcium is null ? Truth.Bit(Fact.PatientTotalCalcium) : 0) | (p.Albumin is null ? Truth.Bit(Fact.PatientAlbumin) : 0));
        PregnancyConcern = Truth.Of(p.Sex, Fact.PatientSex, p.Sex != Sex.Male) & Truth.Of(p.AgeYears, Fact.PatientAgeYears, p.AgeYears < 55)
            & Truth.Of(p.Pregnant, Fact.PatientPregnant);
        AgentIndicated = Truth.Of(p.BoneMetastasisConfirmed, Fact.PatientBoneMetastasisConfirmed) & Qualifies(p);
        var jaw = Truth.Of(p.OsteonecrosisOfJaw, Fact.PatientOsteonecrosisOfJaw);
        AgentBlocked = Hypocalcemia | jaw | PregnancyConcern;
        ZoledronicPossible = AgentIndicated & !AgentBlocked & !Truth.Of(p.ZoledronicHypersensitivity, Fact.PatientZoledronicHypersensitivity);
        Dose = p.CreatinineClearance switch { null => null, > 60 => 4, >= 50 => 3.5m, >= 40 => 3.3m, >= 30 => 3, _ => 0 };
        Zoledronate(p);
        Rules[14] = AgentIndicated & Hypocalcemia;
        Rules[15] = AgentIndicated & Agent(p, p.CurrentBoneAgent == BoneAgent.None) & !Truth.Of(p.DentalAssessmentDone, Fact.PatientDentalAssessmentDone);
        Rules[16] = AgentIndicated & Truth.Of(p.InvasiveDentalWorkPlanned, Fact.PatientInvasiveDentalWorkPlanned);
        Rules[17] = jaw & Agent(p, p.CurrentBoneAgent is BoneAgent.ZoledronicAcid or BoneAgent.Pamidronate or BoneAgent.Denosumab);
        Rules[18] = Agent(p, p.CurrentBoneAgent == BoneAgent.ZoledronicAcid) & CreatinineRose(p);
        Rules[19] = AgentIndicated & PregnancyConcern;
    }

    private void Zoledronate(Patient p)
    {
        var clearance = p.CreatinineClearance;
        Rules[7] = AgentIndicated;
        Rules[8] = ZoledronicPossible & Truth.Of(clearance, Fact.PatientCreatinineClearance, clearance > 60);
        Rules[9] = ZoledronicPossible & Truth.Of(clearance, Fact.PatientCreatinineClearance, clearance is >= 50 and <= 60);
        Rules[10] = ZoledronicPossible & Truth.Of(clearance, Fact.PatientCreatinineClearance, clearance is >= 40 and < 50);
        Rules[11] = ZoledronicPossible & Truth.Of(clearance, Fact.PatientCreatinineClearance, clearance is >= 30 and < 40);
        Rules[12] = AgentIndicated & Truth.Of(clearance, Fact.PatientCreatinineClearance, clearance < 30);
        Rules[13] = ZoledronicPossible & Truth.Of(clearance, Fact.PatientCreatinineClearance, clearance >= 30)
            & Truth.Of(p.PrimaryTumor, Fact.PatientPrimaryTumor, p.PrimaryTumor == Tumor.Breast);
    }

    private static Truth Qualifies(Patient p)
    {
        var tumor = p.PrimaryTumor;
        return Truth.Of(tumor, Fact.PatientPrimaryTumor, tumor is Tumor.Breast or Tumor.Myeloma)
            | (Truth.Of(tumor, Fact.PatientPrimaryTumor, tumor == Tumor.Prostate) & Truth.Of(p.CastrationResistant, Fact.PatientCastrationResistant))
            | (Truth.Of(tumor, Fact.PatientPrimaryTumor, tumor is not (Tumor.Breast or Tumor.Myeloma or Tumor.Prostate))
               & Truth.Of(p.EstimatedSurvivalMonths, Fact.PatientEstimatedSurvivalMonths, p.EstimatedSurvivalMonths >= 3));
    }

    private static Truth Agent(Patient p, bool said) => Truth.Of(p.CurrentBoneAgent, Fact.PatientCurrentBoneAgent, said);

    private Truth CreatinineRose(Patient p)
    {
        var baseline = p.BaselineCreatinine;
        var lacking = (p.Creatinine is null ? Truth.Bit(Fact.PatientCreatinine) : 0) | (baseline is null ? Truth.Bit(Fact.PatientBaselineCreatinine) : 0);
        return (Truth.Of(baseline, Fact.PatientBaselineCreatinine, baseline < 1.4m) & Risen(0.5m, lacking))
            | (Truth.Of(baseline, Fact.PatientBaselineCreatinine, baseline >= 1.4m) & Risen(1.0m, lacking));
    }

    private Truth Risen(decimal limit, ulong lacking) => CreatinineRise is { } rise ? new(rise >= limit, 0) : new(null, lacking);
}
