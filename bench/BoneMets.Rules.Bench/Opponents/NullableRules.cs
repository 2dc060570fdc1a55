namespace BoneMets.Rules.Bench.Opponents;

/// <summary>Verdicts of up to 64 rules: bit i is rule i; neither bit = undetermined.</summary>
public readonly record struct Verdicts(ulong Met, ulong NotMet);

/// <summary>
/// (a) The twenty rules on typed records with the engine's meaning: null is unknown, <c>&amp;</c> and <c>|</c> on <c>bool?</c> are Kleene's,
/// decimals are exact, and the score is an interval while one of its items is unknown.
/// </summary>
public static class NullableRules
{
    public static Verdicts Decide(Patient p, Lesion l)
    {
        var verdicts = new VerdictBuilder();
        Fracture(l, ref verdicts);
        Dosing(p, ref verdicts);
        return verdicts.Built;
    }

    private static void Fracture(Lesion l, ref VerdictBuilder verdicts)
    {
        var score = MirelsScore(l);
        var intact = !l.Fractured;
        var bone = l.Bone;
        var site = l.Site;
        verdicts.Add(0, l.Fractured);
        verdicts.Add(1, intact & score.AtMost(7));
        verdicts.Add(2, intact & score.Is(8));
        verdicts.Add(3, intact & score.AtLeast(9));
        verdicts.Add(4, intact & If(bone, bone == Bone.Humerus) & (l.CorticalBreach | score.AtLeast(8)));
        verdicts.Add(5, intact & If(bone, bone == Bone.Femur) & If(l.AxialCorticalInvolvement, l.AxialCorticalInvolvement > 30));
        var mismatch = (If(site, site == Site.UpperLimb) & If(bone, bone is Bone.Femur or Bone.Tibia or Bone.Fibula))
            | (If(site, site == Site.LowerLimb) & If(bone, bone is Bone.Humerus or Bone.Radius or Bone.Ulna))
            | (If(site, site == Site.Peritrochanteric) & If(bone, bone != Bone.Femur));
        verdicts.Add(6, mismatch);
    }

    private static PointRange MirelsScore(Lesion l) =>
        PointRange.Of(l.Site switch { null => null, Site.UpperLimb => 1, Site.LowerLimb => 2, _ => 3 })
        + PointRange.Of(l.Pain switch { null => null, Pain.None or Pain.Mild => 1, Pain.Moderate => 2, _ => 3 })
        + PointRange.Of(l.Appearance switch { null => null, Appearance.Blastic => 1, Appearance.Mixed => 2, _ => 3 })
        + PointRange.Of((l.CorticalPercent * 3) switch { null => null, < 100 => 1, <= 200 => 2, _ => 3 });

    private static void Dosing(Patient p, ref VerdictBuilder verdicts)
    {
        var correctedCalcium = p.TotalCalcium + 0.8m * (4.0m - p.Albumin);
        var hypocalcemia = If(correctedCalcium, correctedCalcium < 8.5m);
        var pregnancyConcern = If(p.Sex, p.Sex != Sex.Male) & If(p.AgeYears, p.AgeYears < 55) & p.Pregnant;
        var indicated = p.BoneMetastasisConfirmed & Qualifies(p);
        var blocked = hypocalcemia | p.OsteonecrosisOfJaw | pregnancyConcern;
        var possible = indicated & !blocked & !p.ZoledronicHypersensitivity;
        var clearance = p.CreatinineClearance;
        var agent = p.CurrentBoneAgent;
        verdicts.Add(7, indicated);
        verdicts.Add(8, possible & If(clearance, clearance > 60));
        verdicts.Add(9, possible & If(clearance, clearance is >= 50 and <= 60));
        verdicts.Add(10, possible & If(clearance, clearance is >= 40 and < 50));
        verdicts.Add(11, possible & If(clearance, clearance is >= 30 and < 40));
        verdicts.Add(12, indicated & If(clearance, clearance < 30));
        verdicts.Add(13, possible & If(clearance, clearance >= 30) & If(p.PrimaryTumor, p.PrimaryTumor == Tumor.Breast));
        verdicts.Add(14, indicated & hypocalcemia);
        verdicts.Add(15, indicated & If(agent, agent == BoneAgent.None) & !p.DentalAssessmentDone);
        verdicts.Add(16, indicated & p.InvasiveDentalWorkPlanned);
        verdicts.Add(17, p.OsteonecrosisOfJaw & If(agent, agent is BoneAgent.ZoledronicAcid or BoneAgent.Pamidronate or BoneAgent.Denosumab));
        verdicts.Add(18, If(agent, agent == BoneAgent.ZoledronicAcid) & CreatinineRose(p.BaselineCreatinine, p.Creatinine - p.BaselineCreatinine));
        verdicts.Add(19, indicated & pregnancyConcern);
    }

    private static bool? Qualifies(Patient p)
    {
        var tumor = p.PrimaryTumor;
        return If(tumor, tumor is Tumor.Breast or Tumor.Myeloma)
            | (If(tumor, tumor == Tumor.Prostate) & p.CastrationResistant)
            | (If(tumor, tumor is not (Tumor.Breast or Tumor.Myeloma or Tumor.Prostate)) & If(p.EstimatedSurvivalMonths, p.EstimatedSurvivalMonths >= 3));
    }

    private static bool? CreatinineRose(decimal? baseline, decimal? rise) =>
        (If(baseline, baseline < 1.4m) & If(rise, rise >= 0.5m)) | (If(baseline, baseline >= 1.4m) & If(rise, rise >= 1.0m));

    /// <summary>What is said of a fact, unknown while the fact is.</summary>
    private static bool? If<T>(T? fact, bool said)
        where T : struct =>
        fact.HasValue ? said : null;
}

/// <summary>Collects verdicts as bits.</summary>
public struct VerdictBuilder
{
    private ulong met;
    private ulong notMet;

    public readonly Verdicts Built => new(met, notMet);

    public void Add(int rule, bool? verdict)
    {
        if (verdict == true) met |= 1UL << rule;
        else if (verdict == false) notMet |= 1UL << rule;
    }
}

/// <summary>Points of a score that are partly unknown; an unknown item has 1 to 3.</summary>
public readonly record struct PointRange(int Low, int High)
{
    public static PointRange Of(int? points) => points is { } known ? new(known, known) : new(1, 3);

    public static PointRange operator +(PointRange a, PointRange b) => new(a.Low + b.Low, a.High + b.High);

    public bool? AtMost(int limit) => High <= limit ? true : Low > limit ? false : null;

    public bool? AtLeast(int limit) => Low >= limit ? true : High < limit ? false : null;

    public bool? Is(int points) => Low == points && High == points ? true : Low > points || High < points ? false : null;
}
