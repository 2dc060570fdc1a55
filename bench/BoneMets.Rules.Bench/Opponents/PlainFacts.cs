namespace BoneMets.Rules.Bench.Opponents;

/// <summary>The same facts without unknown and without exact decimals: what the fastest code reads.</summary>
public sealed class PlainPatient(Patient p)
{
    public double AgeYears { get; } = p.AgeYears!.Value;
    public double Albumin { get; } = (double)p.Albumin!.Value;
    public double BaselineCreatinine { get; } = (double)p.BaselineCreatinine!.Value;
    public double Creatinine { get; } = (double)p.Creatinine!.Value;
    public double CreatinineClearance { get; } = (double)p.CreatinineClearance!.Value;
    public double EstimatedSurvivalMonths { get; } = (double)p.EstimatedSurvivalMonths!.Value;
    public double TotalCalcium { get; } = (double)p.TotalCalcium!.Value;
    public BoneAgent CurrentBoneAgent { get; } = p.CurrentBoneAgent!.Value;
    public Tumor PrimaryTumor { get; } = p.PrimaryTumor!.Value;
    public Sex Sex { get; } = p.Sex!.Value;
    public bool BoneMetastasisConfirmed { get; } = p.BoneMetastasisConfirmed!.Value;
    public bool CastrationResistant { get; } = p.CastrationResistant!.Value;
    public bool DentalAssessmentDone { get; } = p.DentalAssessmentDone!.Value;
    public bool InvasiveDentalWorkPlanned { get; } = p.InvasiveDentalWorkPlanned!.Value;
    public bool OsteonecrosisOfJaw { get; } = p.OsteonecrosisOfJaw!.Value;
    public bool Pregnant { get; } = p.Pregnant!.Value;
    public bool ZoledronicHypersensitivity { get; } = p.ZoledronicHypersensitivity!.Value;
}

public sealed class PlainLesion(Lesion l)
{
    public double AxialCorticalInvolvement { get; } = (double)l.AxialCorticalInvolvement!.Value;
    public double CorticalPercent { get; } = (double)l.CorticalPercent!.Value;
    public Appearance Appearance { get; } = l.Appearance!.Value;
    public Bone Bone { get; } = l.Bone!.Value;
    public Pain Pain { get; } = l.Pain!.Value;
    public Site Site { get; } = l.Site!.Value;
    public bool CorticalBreach { get; } = l.CorticalBreach!.Value;
    public bool Fractured { get; } = l.Fractured!.Value;
}
