using System.Diagnostics;
using BoneMets.Rules.Bench.Engine;
using BoneMets.Rules.Bench.Opponents;
using BoneMets.Rules.Bench.Workloads;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Bench.Measuring;

/// <summary>
/// Twelve facts of one patient, each known or not: does any of the 4,096 patterns take longer than the full one? Every pattern is timed beside
/// the full one, the fastest of several tries each, and read into the same frames.
/// </summary>
internal static class MissingPatterns
{
    public const int Count = 1 << 12;
    private const int Decisions = 200;
    private const int Tries = 7;
    private const int Suspects = 64;

    private static readonly Action<Line>[] Forget =
    [
        l => l.Lesion.Site = null, l => l.Lesion.Pain = null, l => l.Lesion.Appearance = null, l => l.Lesion.CorticalPercent = null,
        l => l.Lesion.Bone = null, l => l.Lesion.Fractured = null, l => l.Patient.TotalCalcium = null, l => l.Patient.Albumin = null,
        l => l.Patient.CreatinineClearance = null, l => l.Patient.PrimaryTumor = null, l => l.Patient.BoneMetastasisConfirmed = null,
        l => l.Patient.CurrentBoneAgent = null,
    ];

    /// <summary>Time of each pattern as a multiple of the full pattern's, slowest last. What seems slowest is timed again, longer, since chance seeks the extremes.</summary>
    public static double[] Run(EngineUnderTest engine)
    {
        var lines = Enumerable.Range(0, Count).Select(p => PatientGenerator.Json(Pattern(p))).ToArray();
        var facts = engine.Read(lines[0]);
        var full = engine.Read(lines[0]);
        Time(engine, full, Decisions * 500);
        var ratios = new double[Count];
        for (var pattern = 0; pattern < Count; pattern++) ratios[pattern] = Ratio(engine, lines[pattern], facts, full, Tries);
        foreach (var pattern in Enumerable.Range(0, Count).OrderByDescending(p => ratios[p]).Take(Suspects).ToList())
            ratios[pattern] = Math.Min(ratios[pattern], Ratio(engine, lines[pattern], facts, full, Tries * 20));
        Array.Sort(ratios);
        return ratios;
    }

    private static double Ratio(EngineUnderTest engine, byte[] line, FactSet facts, FactSet full, int tries)
    {
        engine.ReadInto(line, facts);
        var (ours, best) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < tries; i++)
        {
            ours = Math.Min(ours, Time(engine, facts, Decisions));
            best = Math.Min(best, Time(engine, full, Decisions));
        }
        return ours / best;
    }

    private static Line Pattern(int pattern)
    {
        var line = PatientGenerator.Create(50, 0).First(l => !PatientGenerator.IsAtLimit(l.Patient) && l.Lesion.Fractured == false);
        for (var i = 0; i < Forget.Length; i++)
            if ((pattern & (1 << i)) != 0) Forget[i](line);
        return line;
    }

    private static double Time(EngineUnderTest engine, FactSet facts, int decisions)
    {
        Span<ulong> met = stackalloc ulong[1];
        Span<ulong> notMet = stackalloc ulong[1];
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < decisions; i++) engine.Decide(facts, met, notMet);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / decisions;
    }
}
