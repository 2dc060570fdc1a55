// Workflow MirelsFractureRisk, written by the engine: verdicts, missing facts and outputs, exactly.
#nullable enable
using System;
using System.Numerics;
using BoneMets.Rules.Compilation;
using BoneMets.Rules.Facts;
using Bits = System.UInt64;

namespace BoneMets.Rules.Generated;

// The facts that may be missing, from the lowest bit.
// lesion.appearance
// lesion.corticalPercent
// lesion.painful
// lesion.site
public static class Decision
{
    public static bool Decide(
        ReadOnlySpan<FactFrame> inputs, ReadOnlySpan<FactFrame> absent, int asOf, Span<ulong> met, Span<ulong> notMet, Span<UInt128> missing,
        Span<OutputCell> cells, out int noticed)
    {
        var s = new Values { absent = absent, asOf = asOf, met = met, notMet = notMet, missing = missing, cells = cells, noticed = -1 };
        s.lesion = inputs[0];
        s.unsure |= s.lesion.HasLongNumbers;
        met.Clear();
        notMet.Clear();
        try
        {
            Part1(ref s);
        }
        catch (ArithmeticException)
        {
            s.unsure = true;
        }
        noticed = s.noticed;
        return !s.unsure & s.notices < 2;
    }

    private static ReadOnlySpan<ulong> Rows => [0x7UL, 0x1UL, 0x2UL, 0x4UL];

    private static ReadOnlySpan<double> Points => [1.0, 2.0, 3.0, double.NaN];

    private static void Part1(ref Values s)
    {
        bool unsure = false;
        int lesion_site = s.lesion.Codes[0];
        Bits lesion_site_missing = lesion_site < 0 ? 0x8UL : 0UL;
        double lesion_corticalPercent = s.lesion.Numbers[0];
        Bits lesion_corticalPercent_missing = double.IsNaN(lesion_corticalPercent) ? 0x2UL : 0UL;
        int lesion_appearance = s.lesion.Codes[1];
        Bits lesion_appearance_missing = lesion_appearance < 0 ? 0x1UL : 0UL;
        int lesion_painful = s.lesion.Codes[2];
        Bits lesion_painful_missing = lesion_painful < 0 ? 0x4UL : 0UL;

        // mirelsSitePoints: lesion.site
        s.mirelsSitePoints_rows = Rows[lesion_site + 1];
        s.mirelsSitePoints_missing = lesion_site_missing;

        // mirelsSizePoints: lesion.corticalPercent * 3
        bool bounded = (!double.IsNaN(lesion_corticalPercent));
        decimal value = bounded ? s.lesion.Exact[0] * 3m : 0m;
        ulong mirelsSizePoints_possible = 0;
        bool mirelsSizePoints_open = true;
        Bits mirelsSizePoints_waits = 0UL;
        mirelsSizePoints_possible |= (mirelsSizePoints_open & (!(bounded & (value >= 100m)))) ? 0x1UL : 0;
        mirelsSizePoints_waits |= mirelsSizePoints_open ? lesion_corticalPercent_missing : 0UL;
        mirelsSizePoints_open &= !(bounded & (value < 100m));
        mirelsSizePoints_possible |= (mirelsSizePoints_open & (!(bounded & ((value < 100m) | (value > 200m))))) ? 0x2UL : 0;
        mirelsSizePoints_waits |= mirelsSizePoints_open ? lesion_corticalPercent_missing : 0UL;
        mirelsSizePoints_open &= !(bounded & ((value >= 100m) & (value <= 200m)));
        mirelsSizePoints_possible |= (mirelsSizePoints_open & (!(bounded & (value <= 200m)))) ? 0x4UL : 0;
        mirelsSizePoints_waits |= mirelsSizePoints_open ? lesion_corticalPercent_missing : 0UL;
        mirelsSizePoints_open &= !(bounded & (value > 200m));
        mirelsSizePoints_possible |= mirelsSizePoints_possible == 0 ? 0x8UL : 0;
        s.mirelsSizePoints_rows = mirelsSizePoints_possible;
        s.mirelsSizePoints_missing = mirelsSizePoints_waits;

        // mirelsAppearancePoints: lesion.appearance
        s.mirelsAppearancePoints_rows = Rows[lesion_appearance + 1];
        s.mirelsAppearancePoints_missing = lesion_appearance_missing;

        // mirelsPainPoints:
        ulong mirelsPainPoints_possible = 0;
        bool mirelsPainPoints_open = true;
        Bits mirelsPainPoints_waits = 0UL;
        mirelsPainPoints_possible |= (mirelsPainPoints_open & (!(lesion_painful == 0))) ? 0x1UL : 0;
        mirelsPainPoints_waits |= mirelsPainPoints_open ? lesion_painful_missing : 0UL;
        mirelsPainPoints_open &= !(lesion_painful == 1);
        mirelsPainPoints_possible |= mirelsPainPoints_open ? 0x2UL : 0;
        mirelsPainPoints_open = false;
        mirelsPainPoints_possible |= mirelsPainPoints_possible == 0 ? 0x4UL : 0;
        s.mirelsPainPoints_rows = mirelsPainPoints_possible;
        s.mirelsPainPoints_missing = mirelsPainPoints_waits;

        // mirelsScore: mirelsSitePoints + mirelsSizePoints + mirelsAppearancePoints + mirelsPainPoints
        double most = Points[63 - BitOperations.LeadingZeroCount(s.mirelsSitePoints_rows)];
        double least = Points[BitOperations.TrailingZeroCount(s.mirelsSitePoints_rows)] + (most - most);
        Bits missing_2 = (least == most) ? 0UL : s.mirelsSitePoints_missing;
        double most_2 = Points[63 - BitOperations.LeadingZeroCount(s.mirelsSizePoints_rows)];
        double least_2 = Points[BitOperations.TrailingZeroCount(s.mirelsSizePoints_rows)] + (most_2 - most_2);
        Bits missing_3 = (least_2 == most_2) ? 0UL : s.mirelsSizePoints_missing;
        double low = least + least_2;
        double high = most + most_2;
        Bits missing_4 = (low == high) ? 0UL : (missing_2 | missing_3);
        double most_3 = Points[63 - BitOperations.LeadingZeroCount(s.mirelsAppearancePoints_rows)];
        double least_3 = Points[BitOperations.TrailingZeroCount(s.mirelsAppearancePoints_rows)] + (most_3 - most_3);
        Bits missing_5 = (least_3 == most_3) ? 0UL : s.mirelsAppearancePoints_missing;
        double low_2 = low + least_3;
        double high_2 = high + most_3;
        Bits missing_6 = (low_2 == high_2) ? 0UL : (missing_4 | missing_5);
        bool bounded_2 = (s.mirelsPainPoints_rows & 0x4UL) == 0;
        decimal least_4 = (s.mirelsPainPoints_rows & 0x2UL) != 0 ? 1m : (s.mirelsPainPoints_rows & 0x1UL) != 0 ? 3m : 0m;
        decimal most_4 = (s.mirelsPainPoints_rows & 0x1UL) != 0 ? 3m : (s.mirelsPainPoints_rows & 0x2UL) != 0 ? 1m : 0m;
        Bits missing_7 = (bounded_2 & (least_4 == most_4)) ? 0UL : s.mirelsPainPoints_missing;
        bool bounded_3 = ((!double.IsNaN(low_2)) & bounded_2);
        decimal low_3 = bounded_3 ? ((decimal)(long)low_2) + least_4 : 0m;
        decimal high_3 = bounded_3 ? ((decimal)(long)high_2) + most_4 : 0m;
        Bits missing_8 = (bounded_3 & (low_3 == high_3)) ? 0UL : (missing_6 | missing_7);
        s.mirelsScore_low = low_3;
        s.mirelsScore_high = high_3;
        s.mirelsScore_bounded = bounded_3;
        s.mirelsScore_missing = missing_8;

        // ProphylacticFixationIndicated: mirelsScore >= 9
        bool part_met = (s.mirelsScore_bounded & (s.mirelsScore_low >= 9m));
        bool part_notMet = (s.mirelsScore_bounded & (s.mirelsScore_high < 9m));
        Bits missing_9 = (part_met | part_notMet) ? 0UL : s.mirelsScore_missing;
        s.ProphylacticFixationIndicated_met = part_met;
        s.ProphylacticFixationIndicated_notMet = part_notMet;
        s.ProphylacticFixationIndicated_missing = missing_9;

        // ProphylacticFixationIndicated: mirelsScore >= 9
        s.met[0] |= (s.ProphylacticFixationIndicated_met ? 1UL : 0UL) << 0;
        s.notMet[0] |= (s.ProphylacticFixationIndicated_notMet ? 1UL : 0UL) << 0;
        s.missing[0] = s.ProphylacticFixationIndicated_missing;

        // FractureRiskLow: mirelsScore <= 7
        bool part_met_2 = (s.mirelsScore_bounded & (s.mirelsScore_high <= 7m));
        bool part_notMet_2 = (s.mirelsScore_bounded & (s.mirelsScore_low > 7m));
        Bits missing_10 = (part_met_2 | part_notMet_2) ? 0UL : s.mirelsScore_missing;
        s.met[0] |= (part_met_2 ? 1UL : 0UL) << 1;
        s.notMet[0] |= (part_notMet_2 ? 1UL : 0UL) << 1;
        s.missing[1] = missing_10;

        // Borderline: mirelsScore == 8
        bool part_met_3 = (s.mirelsScore_bounded & ((s.mirelsScore_low >= 8m) & (s.mirelsScore_high <= 8m)));
        bool part_notMet_3 = (s.mirelsScore_bounded & ((s.mirelsScore_high < 8m) | (s.mirelsScore_low > 8m)));
        Bits missing_11 = (part_met_3 | part_notMet_3) ? 0UL : s.mirelsScore_missing;
        s.met[0] |= (part_met_3 ? 1UL : 0UL) << 2;
        s.notMet[0] |= (part_notMet_3 ? 1UL : 0UL) << 2;
        s.missing[2] = missing_11;

        // Watch: !ProphylacticFixationIndicated && lesion.painful
        bool part_met_4 = (s.ProphylacticFixationIndicated_notMet & (lesion_painful == 1));
        bool part_notMet_4 = (s.ProphylacticFixationIndicated_met | (lesion_painful == 0));
        Bits missing_12 = (part_met_4 | part_notMet_4) ? 0UL : (s.ProphylacticFixationIndicated_missing | lesion_painful_missing);
        s.met[0] |= (part_met_4 ? 1UL : 0UL) << 3;
        s.notMet[0] |= (part_notMet_4 ? 1UL : 0UL) << 3;
        s.missing[3] = missing_12;

        // cell 0: mirelsSitePoints
        s.cells[0].SetRows(s.mirelsSitePoints_rows);

        // cell 1: mirelsSizePoints
        s.cells[1].SetRows(s.mirelsSizePoints_rows);

        // cell 2: mirelsAppearancePoints
        s.cells[2].SetRows(s.mirelsAppearancePoints_rows);

        // cell 3: mirelsPainPoints
        s.cells[3].SetRows(s.mirelsPainPoints_rows);

        // cell 4: mirelsScore
        s.cells[4].SetNumber(s.mirelsScore_bounded, s.mirelsScore_low, s.mirelsScore_high);
        s.unsure |= unsure;
    }

    private ref struct Values
    {
        public ReadOnlySpan<FactFrame> absent;
        public Span<ulong> met;
        public Span<ulong> notMet;
        public Span<UInt128> missing;
        public Span<OutputCell> cells;
        public int asOf;
        public int noticed;
        public int notices;
        public bool unsure;
        public FactFrame lesion;
        public ulong mirelsSitePoints_rows;
        public Bits mirelsSitePoints_missing;
        public ulong mirelsSizePoints_rows;
        public Bits mirelsSizePoints_missing;
        public ulong mirelsAppearancePoints_rows;
        public Bits mirelsAppearancePoints_missing;
        public ulong mirelsPainPoints_rows;
        public Bits mirelsPainPoints_missing;
        public decimal mirelsScore_low;
        public decimal mirelsScore_high;
        public bool mirelsScore_bounded;
        public Bits mirelsScore_missing;
        public bool ProphylacticFixationIndicated_met;
        public bool ProphylacticFixationIndicated_notMet;
        public Bits ProphylacticFixationIndicated_missing;

        public void NoRow(int table)
        {
            noticed = table;
            notices++;
        }
    }
}
