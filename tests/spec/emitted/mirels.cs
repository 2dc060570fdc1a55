// Workflow MirelsFractureRisk, written by the engine. A condition holds, fails, or neither: then a fact is missing.
#nullable enable
using System;
using System.Numerics;
using System.Runtime.InteropServices;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Generated;

public static class Decision
{
    public static bool Decide(ReadOnlySpan<FactFrame> inputs, ReadOnlySpan<FactFrame> absent, int asOf, Span<ulong> met, Span<ulong> notMet)
    {
        var s = new Values { absent = absent, asOf = asOf, met = met, notMet = notMet };
        s.lesion = inputs[0];
        s.unsure |= s.lesion.HasLongNumbers;
        met.Clear();
        notMet.Clear();
        Part1(ref s);
        return !s.unsure;
    }

    private static ReadOnlySpan<ulong> Rows => [0x7UL, 0x1UL, 0x2UL, 0x4UL];

    private static ReadOnlySpan<double> Points => [1.0, 2.0, 3.0, double.NaN];

    private static ReadOnlySpan<double> Points_2 => [1.0, 3.0, double.NaN];

    private static void Part1(ref Values s)
    {
        bool unsure = false;
        ulong met0 = 0, notMet0 = 0;
        int lesion_site = s.lesion.Codes[0];
        double lesion_corticalPercent = s.lesion.Numbers[0];
        int lesion_appearance = s.lesion.Codes[1];
        int lesion_painful = s.lesion.Codes[2];

        // mirelsSitePoints: lesion.site
        ulong mirelsSitePoints_rows = Rows[lesion_site + 1];

        // mirelsSizePoints: lesion.corticalPercent * 3
        double value = lesion_corticalPercent * 3.0;
        double size = Math.Abs(lesion_corticalPercent) * Math.Abs(3.0) + 1E-12;
        unsure |= size >= 1E+28;
        ulong mirelsSizePoints_possible = 0;
        bool mirelsSizePoints_open = true;
        unsure |= Math.Abs(value - 100.0) <= 1E-14 * (size + 100.0);
        mirelsSizePoints_possible |= (mirelsSizePoints_open & !(value >= 100.0)) ? 0x1UL : 0;
        mirelsSizePoints_open &= !(value < 100.0);
        unsure |= Math.Abs(value - 200.0) <= 1E-14 * (size + 200.0);
        mirelsSizePoints_possible |= (mirelsSizePoints_open & !((value < 100.0) | (value > 200.0))) ? 0x2UL : 0;
        mirelsSizePoints_open &= !((value >= 100.0) & (value <= 200.0));
        mirelsSizePoints_possible |= (mirelsSizePoints_open & !(value <= 200.0)) ? 0x4UL : 0;
        mirelsSizePoints_open &= !(value > 200.0);
        mirelsSizePoints_possible |= mirelsSizePoints_possible == 0 ? 0x8UL : 0;
        ulong mirelsSizePoints_rows = mirelsSizePoints_possible;

        // mirelsAppearancePoints: lesion.appearance
        ulong mirelsAppearancePoints_rows = Rows[lesion_appearance + 1];

        // mirelsPainPoints:
        ulong mirelsPainPoints_possible = 0;
        bool mirelsPainPoints_open = true;
        mirelsPainPoints_possible |= (mirelsPainPoints_open & !(lesion_painful == 0)) ? 0x2UL : 0;
        mirelsPainPoints_open &= !(lesion_painful == 1);
        mirelsPainPoints_possible |= mirelsPainPoints_open ? 0x1UL : 0;
        mirelsPainPoints_open = false;
        mirelsPainPoints_possible |= mirelsPainPoints_possible == 0 ? 0x4UL : 0;
        ulong mirelsPainPoints_rows = mirelsPainPoints_possible;

        // mirelsScore: mirelsSitePoints + mirelsSizePoints + mirelsAppearancePoints + mirelsPainPoints
        double most = Points[63 - BitOperations.LeadingZeroCount(mirelsSitePoints_rows)];
        double least = Points[BitOperations.TrailingZeroCount(mirelsSitePoints_rows)] + (most - most);
        double most_2 = Points[63 - BitOperations.LeadingZeroCount(mirelsSizePoints_rows)];
        double least_2 = Points[BitOperations.TrailingZeroCount(mirelsSizePoints_rows)] + (most_2 - most_2);
        double low = least + least_2;
        double high = most + most_2;
        double most_3 = Points[63 - BitOperations.LeadingZeroCount(mirelsAppearancePoints_rows)];
        double least_3 = Points[BitOperations.TrailingZeroCount(mirelsAppearancePoints_rows)] + (most_3 - most_3);
        double low_2 = low + least_3;
        double high_2 = high + most_3;
        double most_4 = Points_2[63 - BitOperations.LeadingZeroCount(mirelsPainPoints_rows)];
        double least_4 = Points_2[BitOperations.TrailingZeroCount(mirelsPainPoints_rows)] + (most_4 - most_4);
        double low_3 = low_2 + least_4;
        double high_3 = high_2 + most_4;
        double mirelsScore_low = low_3;
        double mirelsScore_high = high_3;

        // ProphylacticFixationIndicated: mirelsScore >= 9
        bool ProphylacticFixationIndicated_met = (mirelsScore_low >= 9.0);
        bool ProphylacticFixationIndicated_notMet = (mirelsScore_high < 9.0);
        met0 |= (ProphylacticFixationIndicated_met ? 1UL : 0UL) << 0;
        notMet0 |= (ProphylacticFixationIndicated_notMet ? 1UL : 0UL) << 0;

        // FractureRiskLow: mirelsScore <= 7
        met0 |= ((mirelsScore_high <= 7.0) ? 1UL : 0UL) << 1;
        notMet0 |= ((mirelsScore_low > 7.0) ? 1UL : 0UL) << 1;

        // Borderline: mirelsScore == 8
        met0 |= (((mirelsScore_low >= 8.0) & (mirelsScore_high <= 8.0)) ? 1UL : 0UL) << 2;
        notMet0 |= (((mirelsScore_high < 8.0) | (mirelsScore_low > 8.0)) ? 1UL : 0UL) << 2;

        // Watch: !ProphylacticFixationIndicated && lesion.painful
        met0 |= ((ProphylacticFixationIndicated_notMet & (lesion_painful == 1)) ? 1UL : 0UL) << 3;
        notMet0 |= ((ProphylacticFixationIndicated_met | (lesion_painful == 0)) ? 1UL : 0UL) << 3;
        s.met[0] |= met0;
        s.notMet[0] |= notMet0;
        s.unsure |= unsure;
    }

    private ref struct Values
    {
        public ReadOnlySpan<FactFrame> absent;
        public Span<ulong> met;
        public Span<ulong> notMet;
        public int asOf;
        public bool unsure;
        public int steps;
        public FactFrame lesion;

        public bool TakeSteps(int count)
        {
            steps += count;
            unsure |= steps > 1000000;
            return !unsure;
        }
    }
}
