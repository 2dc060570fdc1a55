using System.Text.Json;
using System.Text.Json.Serialization;

namespace BoneMets.Rules.Bench.Opponents;

/// <summary>What a developer would write by hand for the facts of the first workload: null is unknown.</summary>
public sealed record Patient
{
    public int? AgeYears { get; set; }
    public decimal? Albumin { get; set; }
    public decimal? BaselineCreatinine { get; set; }
    public bool? BoneMetastasisConfirmed { get; set; }
    public bool? CastrationResistant { get; set; }
    public decimal? Creatinine { get; set; }
    public decimal? CreatinineClearance { get; set; }
    public BoneAgent? CurrentBoneAgent { get; set; }
    public bool? DentalAssessmentDone { get; set; }
    public decimal? EstimatedSurvivalMonths { get; set; }
    public bool? InvasiveDentalWorkPlanned { get; set; }
    public bool? OsteonecrosisOfJaw { get; set; }
    public bool? Pregnant { get; set; }
    public Tumor? PrimaryTumor { get; set; }
    public Sex? Sex { get; set; }
    public decimal? TotalCalcium { get; set; }
    public bool? ZoledronicHypersensitivity { get; set; }
}

public sealed record Lesion
{
    public Appearance? Appearance { get; set; }
    public decimal? AxialCorticalInvolvement { get; set; }
    public Bone? Bone { get; set; }
    public bool? CorticalBreach { get; set; }
    public decimal? CorticalPercent { get; set; }
    public bool? Fractured { get; set; }
    public Pain? Pain { get; set; }
    public Site? Site { get; set; }
}

/// <summary>One line of NDJSON.</summary>
public sealed record Line
{
    public string? Id { get; set; }
    public Patient Patient { get; set; } = new();
    public Lesion Lesion { get; set; } = new();
}

[JsonConverter(typeof(CamelCaseWord<Tumor>))]
public enum Tumor
{
    Breast, Prostate, Lung, Kidney, Thyroid, Myeloma, Lymphoma, Leukemia, Colorectal, Gastric, Esophageal, Pancreatic, Hepatocellular, Gallbladder,
    HeadAndNeck, Urothelial, Melanoma, Cervical, Endometrial, Ovarian, Sarcoma, GermCell, Neuroendocrine, UnknownPrimary, Other,
}

[JsonConverter(typeof(CamelCaseWord<Sex>))]
public enum Sex { Female, Male, Other }

[JsonConverter(typeof(CamelCaseWord<BoneAgent>))]
public enum BoneAgent { None, ZoledronicAcid, Pamidronate, Denosumab }

[JsonConverter(typeof(CamelCaseWord<Site>))]
public enum Site { UpperLimb, LowerLimb, Peritrochanteric }

[JsonConverter(typeof(CamelCaseWord<Bone>))]
public enum Bone { Humerus, Radius, Ulna, Femur, Tibia, Fibula }

[JsonConverter(typeof(CamelCaseWord<Pain>))]
public enum Pain { None, Mild, Moderate, Functional }

[JsonConverter(typeof(CamelCaseWord<Appearance>))]
public enum Appearance { Blastic, Mixed, Lytic }

/// <summary>Enumeration words as the fact schemas spell them.</summary>
public sealed class CamelCaseWord<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
