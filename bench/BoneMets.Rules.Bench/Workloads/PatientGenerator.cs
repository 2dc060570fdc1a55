using System.Text.Json;
using BoneMets.Rules.Bench.Opponents;

namespace BoneMets.Rules.Bench.Workloads;

/// <summary>Made-up patients for the first workload, spread so that every rule is met now and then. The same seed gives the same patients.</summary>
internal static class PatientGenerator
{
    /// <summary>A share of the patients have gaps; each fact of such a patient is missing with <paramref name="missing"/> probability.</summary>
    public static Line[] Create(int count, double withGaps, double missing = 0.15, ulong seed = 20260131)
    {
        var random = new SeededRandom(seed);
        var lines = new Line[count];
        for (var i = 0; i < count; i++)
        {
            var gap = random.Chance(withGaps) ? missing : 0;
            lines[i] = new Line { Id = $"patient-{i:D6}", Patient = OnePatient(random, gap), Lesion = OneLesion(random, gap) };
        }
        return lines;
    }

    /// <summary>
    /// A computed number of this patient is a limit itself. Floating point may then decide otherwise than exact decimals do, which (b) takes and
    /// the engine does not.
    /// </summary>
    public static bool IsAtLimit(Patient p)
    {
        var calcium = p.TotalCalcium + 0.8m * (4.0m - p.Albumin);
        var rise = p.Creatinine - p.BaselineCreatinine;
        return calcium == 8.5m || rise == 0.5m || rise == 1.0m;
    }

    public static byte[] Json(Line line) => JsonSerializer.SerializeToUtf8Bytes(line, LineContext.Default.Line);

    private static Patient OnePatient(SeededRandom random, double gap)
    {
        var baseline = random.Number(0.4m, 2.2m, 2);
        return new Patient
        {
            AgeYears = Maybe(random, gap, random.Below(70) + 20),
            Albumin = Maybe(random, gap, random.Number(2.0m, 5.2m, 1)),
            BaselineCreatinine = Maybe(random, gap, baseline),
            BoneMetastasisConfirmed = Maybe(random, gap, random.Chance(0.85)),
            CastrationResistant = Maybe(random, gap, random.Chance(0.5)),
            Creatinine = Maybe(random, gap, baseline + random.Number(-0.3m, 1.5m, 2)),
            CreatinineClearance = Maybe(random, gap, random.Number(15m, 110m, 1)),
            CurrentBoneAgent = Maybe(random, gap, random.Pick<BoneAgent>()),
            DentalAssessmentDone = Maybe(random, gap, random.Chance(0.6)),
            EstimatedSurvivalMonths = Maybe(random, gap, random.Number(0m, 36m, 0)),
            InvasiveDentalWorkPlanned = Maybe(random, gap, random.Chance(0.1)),
            OsteonecrosisOfJaw = Maybe(random, gap, random.Chance(0.05)),
            Pregnant = Maybe(random, gap, random.Chance(0.04)),
            PrimaryTumor = Maybe(random, gap, OneTumor(random)),
            Sex = Maybe(random, gap, random.Chance(0.5) ? Sex.Female : Sex.Male),
            TotalCalcium = Maybe(random, gap, random.Number(7.0m, 13.0m, 1)),
            ZoledronicHypersensitivity = Maybe(random, gap, random.Chance(0.03)),
        };
    }

    private static Lesion OneLesion(SeededRandom random, double gap) => new()
    {
        Appearance = Maybe(random, gap, random.Pick<Appearance>()),
        AxialCorticalInvolvement = Maybe(random, gap, random.Number(0m, 80m, 0)),
        Bone = Maybe(random, gap, random.Pick<Bone>()),
        CorticalBreach = Maybe(random, gap, random.Chance(0.3)),
        CorticalPercent = Maybe(random, gap, random.Number(0m, 100m, 0)),
        Fractured = Maybe(random, gap, random.Chance(0.1)),
        Pain = Maybe(random, gap, random.Pick<Pain>()),
        Site = Maybe(random, gap, random.Pick<Site>()),
    };

    private static Tumor OneTumor(SeededRandom random) => random.Below(10) switch
    {
        < 3 => Tumor.Breast,
        < 6 => Tumor.Prostate,
        6 => Tumor.Myeloma,
        _ => random.Pick<Tumor>(),
    };

    private static T? Maybe<T>(SeededRandom random, double gap, T value)
        where T : struct =>
        random.Chance(gap) ? null : value;
}
