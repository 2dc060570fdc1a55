// Workflow Everything, written by the engine. A condition holds, fails, or neither: then a fact is missing.
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
        s.patient = inputs[0];
        s.unsure |= s.patient.HasLongNumbers;
        met.Clear();
        notMet.Clear();
        Part1(ref s);
        Part2(ref s);
        Part3(ref s);
        Part4(ref s);
        Part5(ref s);
        Part6(ref s);
        return !s.unsure;
    }

    /// <summary>Completed months; below zero the other way round.</summary>
    private static int MonthsBetween(int from, int to)
    {
        if (to < from) return -MonthsBetween(to, from);
        DateOnly a = DateOnly.FromDayNumber(from), b = DateOnly.FromDayNumber(to);
        return (b.Year - a.Year) * 12 + b.Month - a.Month - (b.Day < a.Day ? 1 : 0);
    }

    private static ReadOnlySpan<ulong> Rows => [0x7UL, 0x1UL, 0x2UL, 0x4UL];

    private static ReadOnlySpan<double> Points => [1.0, 2.0, 3.0, double.NaN];

    private static ReadOnlySpan<double> Points_2 => [1.0, 3.0, double.NaN];

    private static void Part1(ref Values s)
    {
        bool unsure = false;
        ulong met0 = 0, notMet0 = 0;
        double patient_calcium = s.patient.Numbers[0];
        double patient_albumin = s.patient.Numbers[1];
        double patient_age = s.patient.Numbers[2];
        int patient_dialysis = s.patient.Codes[0];
        int patient_site = s.patient.Codes[1];
        int patient_otherSite = s.patient.Codes[2];
        int patient_imaged = s.patient.Codes[4];
        int patient_diagnosed = s.patient.Codes[3];
        string? patient_name = s.patient.Texts[0];
        FactFrame patient_spine = s.patient.Objects[0] ?? s.absent[0]; unsure |= patient_spine.HasLongNumbers;
        double patient_spine_grade = patient_spine.Numbers[0];

        // correctedCalcium: patient.calcium + 0.8 * (4.0 - ValueIn(patient.albumin, "g/dL"))
        double value = 4.0 - patient_albumin;
        double size = Math.Abs(4.0) + Math.Abs(patient_albumin);
        unsure |= size >= 1E+28;
        double value_2 = 0.8 * value;
        double size_2 = Math.Abs(0.8) * size + 1E-12;
        unsure |= size_2 >= 1E+28;
        double value_3 = patient_calcium + value_2;
        double size_3 = Math.Abs(patient_calcium) + size_2;
        unsure |= size_3 >= 1E+28;
        double correctedCalcium = value_3;
        double correctedCalcium_size = size_3;

        // Hypercalcemia: correctedCalcium > 12
        double difference = correctedCalcium - 12.0;
        double error = 1E-14 * (correctedCalcium_size + Math.Abs(12.0));
        unsure |= Math.Abs(difference) <= error;
        met0 |= ((difference > error) ? 1UL : 0UL) << 0;
        notMet0 |= ((difference < -error) ? 1UL : 0UL) << 0;

        // AgedOrOnDialysis: patient.age >= 70 || patient.dialysis
        met0 |= (((patient_age >= 70.0) | (patient_dialysis == 1)) ? 1UL : 0UL) << 1;
        notMet0 |= (((patient_age < 70.0) & (patient_dialysis == 0)) ? 1UL : 0UL) << 1;

        // Limb: patient.site is "upperLimb" or "lowerLimb"
        met0 |= ((((0x3UL >> patient_site) & 1) != 0) ? 1UL : 0UL) << 2;
        notMet0 |= ((patient_site == 2) ? 1UL : 0UL) << 2;

        // OtherSite: patient.site != patient.otherSite
        met0 |= (((patient_site >= 0) & (patient_otherSite >= 0) & (patient_site != patient_otherSite)) ? 1UL : 0UL) << 3;
        notMet0 |= (((patient_site >= 0) & (patient_site == patient_otherSite)) ? 1UL : 0UL) << 3;

        // Imaged: patient.imaged >= patient.diagnosed && patient.diagnosed > Date("2020-01-01")
        met0 |= (((((patient_imaged >= 0) & (patient_diagnosed >= 0)) & (patient_imaged >= patient_diagnosed)) & ((patient_diagnosed >= 0) & (patient_diagnosed > 737424))) ? 1UL : 0UL) << 4;
        notMet0 |= (((((patient_imaged >= 0) & (patient_diagnosed >= 0)) & (patient_imaged < patient_diagnosed)) | ((patient_diagnosed >= 0) & (patient_diagnosed <= 737424))) ? 1UL : 0UL) << 4;

        // Named: patient.name == "Doe * / \"J\""
        met0 |= (((patient_name is not null) & (patient_name == "Doe */ \"J\"")) ? 1UL : 0UL) << 5;
        notMet0 |= (((patient_name is not null) & (patient_name != "Doe */ \"J\"")) ? 1UL : 0UL) << 5;

        // SpineGrade: patient.spine.grade is null or >= 2
        bool known = (!double.IsNaN(patient_spine_grade));
        met0 |= (((!known) | (patient_spine_grade >= 2.0)) ? 1UL : 0UL) << 6;
        notMet0 |= ((known & (patient_spine_grade <= 1.0)) ? 1UL : 0UL) << 6;

        // Recent: MonthsBetween(patient.imaged, asOf) < 6
        double calendar = ((patient_imaged >= 0) & (s.asOf >= 0)) ? MonthsBetween(patient_imaged, s.asOf) : double.NaN;
        met0 |= ((calendar < 6.0) ? 1UL : 0UL) << 7;
        notMet0 |= ((calendar >= 6.0) ? 1UL : 0UL) << 7;
        s.met[0] |= met0;
        s.notMet[0] |= notMet0;
        s.unsure |= unsure;
    }

    private static void Part2(ref Values s)
    {
        bool unsure = false;
        ulong met0 = 0, notMet0 = 0;
        FactList? patient_lesions = s.patient.Lists[0];

        // AnyLytic: patient.lesions.Any(l => l.appearance == "lytic" && l.painful)
        bool any_lesions_met = false, any_lesions_notMet = patient_lesions is not null;
        if (patient_lesions is not null && s.TakeSteps(patient_lesions.Items.Count * 3))
        {
            foreach (FactFrame l in CollectionsMarshal.AsSpan(patient_lesions.Items))
            {
                unsure |= l.HasLongNumbers;
                int l_appearance = l.Codes[1];
                int l_painful = l.Codes[2];
                any_lesions_met |= ((l_appearance == 2) & (l_painful == 1));
                any_lesions_notMet &= ((((0x3UL >> l_appearance) & 1) != 0) | (l_painful == 0));
            }
        }
        met0 |= (any_lesions_met ? 1UL : 0UL) << 8;
        notMet0 |= (any_lesions_notMet ? 1UL : 0UL) << 8;
        s.met[0] |= met0;
        s.notMet[0] |= notMet0;
        s.unsure |= unsure;
    }

    private static void Part3(ref Values s)
    {
        bool unsure = false;
        ulong met0 = 0, notMet0 = 0;
        FactList? patient_lesions = s.patient.Lists[0];

        // AllPainful: patient.lesions.All(l => l.painful)
        bool all_lesions_met = patient_lesions is not null, all_lesions_notMet = false;
        if (patient_lesions is not null && s.TakeSteps(patient_lesions.Items.Count))
        {
            foreach (FactFrame l_2 in CollectionsMarshal.AsSpan(patient_lesions.Items))
            {
                unsure |= l_2.HasLongNumbers;
                int l_2_painful = l_2.Codes[2];
                all_lesions_met &= (l_2_painful == 1);
                all_lesions_notMet |= (l_2_painful == 0);
            }
        }
        met0 |= (all_lesions_met ? 1UL : 0UL) << 9;
        notMet0 |= (all_lesions_notMet ? 1UL : 0UL) << 9;
        s.met[0] |= met0;
        s.notMet[0] |= notMet0;
        s.unsure |= unsure;
    }

    private static void Part4(ref Values s)
    {
        bool unsure = false;
        ulong met0 = 0, notMet0 = 0;
        FactList? patient_lesions = s.patient.Lists[0];
        double patient_age = s.patient.Numbers[2];

        // ManyLarge: patient.lesions.Count(l => l.corticalPercent > patient.age) >= 2
        int count_lesions_low = 0, count_lesions_high = 0;
        if (patient_lesions is not null && s.TakeSteps(patient_lesions.Items.Count * 2))
        {
            foreach (FactFrame l_3 in CollectionsMarshal.AsSpan(patient_lesions.Items))
            {
                unsure |= l_3.HasLongNumbers;
                double l_3_corticalPercent = l_3.Numbers[0];
                count_lesions_low += (l_3_corticalPercent > patient_age) ? 1 : 0;
                count_lesions_high += (l_3_corticalPercent <= patient_age) ? 0 : 1;
            }
        }
        double least = patient_lesions is null ? double.NaN : count_lesions_low;
        double most = patient_lesions is null ? double.NaN : count_lesions_high;
        met0 |= ((least >= 2.0) ? 1UL : 0UL) << 10;
        notMet0 |= ((most < 2.0) ? 1UL : 0UL) << 10;
        s.met[0] |= met0;
        s.notMet[0] |= notMet0;
        s.unsure |= unsure;
    }

    private static void Part5(ref Values s)
    {
        bool unsure = false;
        ulong met0 = 0, notMet0 = 0;
        FactList? patient_lesions = s.patient.Lists[0];

        // AnyFixation: patient.lesions.Any(l => MirelsFractureRisk(lesion: l).ProphylacticFixationIndicated)
        bool any_lesions_2_met = false, any_lesions_2_notMet = patient_lesions is not null;
        if (patient_lesions is not null && s.TakeSteps(patient_lesions.Items.Count))
        {
            foreach (FactFrame l_4 in CollectionsMarshal.AsSpan(patient_lesions.Items))
            {
                unsure |= l_4.HasLongNumbers;
                int l_4_site = l_4.Codes[0];
                double l_4_corticalPercent = l_4.Numbers[0];
                int l_4_appearance = l_4.Codes[1];
                int l_4_painful = l_4.Codes[2];
                // MirelsFractureRisk_ProphylacticFixationIndicated: mirelsScore >= 9
                // MirelsFractureRisk_mirelsScore: mirelsSitePoints + mirelsSizePoints + mirelsAppearancePoints + mirelsPainPoints
                // MirelsFractureRisk_mirelsSitePoints: lesion.site
                ulong MirelsFractureRisk_mirelsSitePoints_rows = Rows[l_4_site + 1];
                double most_2 = Points[63 - BitOperations.LeadingZeroCount(MirelsFractureRisk_mirelsSitePoints_rows)];
                double least_2 = Points[BitOperations.TrailingZeroCount(MirelsFractureRisk_mirelsSitePoints_rows)] + (most_2 - most_2);
                // MirelsFractureRisk_mirelsSizePoints: lesion.corticalPercent * 3
                double value_4 = l_4_corticalPercent * 3.0;
                double size_4 = Math.Abs(l_4_corticalPercent) * Math.Abs(3.0) + 1E-12;
                unsure |= size_4 >= 1E+28;
                ulong MirelsFractureRisk_mirelsSizePoints_possible = 0;
                bool MirelsFractureRisk_mirelsSizePoints_open = true;
                unsure |= Math.Abs(value_4 - 100.0) <= 1E-14 * (size_4 + 100.0);
                MirelsFractureRisk_mirelsSizePoints_possible |= (MirelsFractureRisk_mirelsSizePoints_open & !(value_4 >= 100.0)) ? 0x1UL : 0;
                MirelsFractureRisk_mirelsSizePoints_open &= !(value_4 < 100.0);
                unsure |= Math.Abs(value_4 - 200.0) <= 1E-14 * (size_4 + 200.0);
                MirelsFractureRisk_mirelsSizePoints_possible |= (MirelsFractureRisk_mirelsSizePoints_open & !((value_4 < 100.0) | (value_4 > 200.0))) ? 0x2UL : 0;
                MirelsFractureRisk_mirelsSizePoints_open &= !((value_4 >= 100.0) & (value_4 <= 200.0));
                MirelsFractureRisk_mirelsSizePoints_possible |= (MirelsFractureRisk_mirelsSizePoints_open & !(value_4 <= 200.0)) ? 0x4UL : 0;
                MirelsFractureRisk_mirelsSizePoints_open &= !(value_4 > 200.0);
                MirelsFractureRisk_mirelsSizePoints_possible |= MirelsFractureRisk_mirelsSizePoints_possible == 0 ? 0x8UL : 0;
                ulong MirelsFractureRisk_mirelsSizePoints_rows = MirelsFractureRisk_mirelsSizePoints_possible;
                double most_3 = Points[63 - BitOperations.LeadingZeroCount(MirelsFractureRisk_mirelsSizePoints_rows)];
                double least_3 = Points[BitOperations.TrailingZeroCount(MirelsFractureRisk_mirelsSizePoints_rows)] + (most_3 - most_3);
                double low = least_2 + least_3;
                double high = most_2 + most_3;
                // MirelsFractureRisk_mirelsAppearancePoints: lesion.appearance
                ulong MirelsFractureRisk_mirelsAppearancePoints_rows = Rows[l_4_appearance + 1];
                double most_4 = Points[63 - BitOperations.LeadingZeroCount(MirelsFractureRisk_mirelsAppearancePoints_rows)];
                double least_4 = Points[BitOperations.TrailingZeroCount(MirelsFractureRisk_mirelsAppearancePoints_rows)] + (most_4 - most_4);
                double low_2 = low + least_4;
                double high_2 = high + most_4;
                // MirelsFractureRisk_mirelsPainPoints:
                ulong MirelsFractureRisk_mirelsPainPoints_possible = 0;
                bool MirelsFractureRisk_mirelsPainPoints_open = true;
                MirelsFractureRisk_mirelsPainPoints_possible |= (MirelsFractureRisk_mirelsPainPoints_open & !(l_4_painful == 0)) ? 0x2UL : 0;
                MirelsFractureRisk_mirelsPainPoints_open &= !(l_4_painful == 1);
                MirelsFractureRisk_mirelsPainPoints_possible |= MirelsFractureRisk_mirelsPainPoints_open ? 0x1UL : 0;
                MirelsFractureRisk_mirelsPainPoints_open = false;
                MirelsFractureRisk_mirelsPainPoints_possible |= MirelsFractureRisk_mirelsPainPoints_possible == 0 ? 0x4UL : 0;
                ulong MirelsFractureRisk_mirelsPainPoints_rows = MirelsFractureRisk_mirelsPainPoints_possible;
                double most_5 = Points_2[63 - BitOperations.LeadingZeroCount(MirelsFractureRisk_mirelsPainPoints_rows)];
                double least_5 = Points_2[BitOperations.TrailingZeroCount(MirelsFractureRisk_mirelsPainPoints_rows)] + (most_5 - most_5);
                double low_3 = low_2 + least_5;
                double high_3 = high_2 + most_5;
                double MirelsFractureRisk_mirelsScore_low = low_3;
                double MirelsFractureRisk_mirelsScore_high = high_3;
                bool MirelsFractureRisk_ProphylacticFixationIndicated_met = (MirelsFractureRisk_mirelsScore_low >= 9.0);
                bool MirelsFractureRisk_ProphylacticFixationIndicated_notMet = (MirelsFractureRisk_mirelsScore_high < 9.0);
                any_lesions_2_met |= MirelsFractureRisk_ProphylacticFixationIndicated_met;
                any_lesions_2_notMet &= MirelsFractureRisk_ProphylacticFixationIndicated_notMet;
            }
        }
        met0 |= (any_lesions_2_met ? 1UL : 0UL) << 11;
        notMet0 |= (any_lesions_2_notMet ? 1UL : 0UL) << 11;
        s.met[0] |= met0;
        s.notMet[0] |= notMet0;
        s.unsure |= unsure;
    }

    private static void Part6(ref Values s)
    {
        bool unsure = false;
        ulong met0 = 0, notMet0 = 0;
        double patient_age = s.patient.Numbers[2];
        int patient_dialysis = s.patient.Codes[0];

        // dose: patient.age
        ulong dose_possible = 0;
        ulong dose_sure = 0;
        dose_possible |= !((patient_age <= (-1.0)) | (patient_age >= 19.0)) ? 0x1UL : 0;
        dose_sure |= ((patient_age >= 0.0) & (patient_age <= 18.0)) ? 0x1UL : 0;
        dose_possible |= !((patient_age <= 59.0) | (patient_age >= 201.0)) ? 0x2UL : 0;
        dose_sure |= ((patient_age >= 60.0) & (patient_age <= 200.0)) ? 0x2UL : 0;
        dose_possible |= dose_sure == 0 ? 0x4UL : 0;
        dose_possible = dose_sure != 0 ? dose_sure : dose_possible;
        dose_possible |= dose_possible == 0 ? 0x4UL : 0;
        ulong dose_rows = dose_possible;

        // LowDose: dose.mg < 3.3
        met0 |= (((dose_rows & 0x6UL) == 0) ? 1UL : 0UL) << 12;
        notMet0 |= (((dose_rows & 0x5UL) == 0) ? 1UL : 0UL) << 12;

        // NotAdult: dose.group is "child" or "old"
        met0 |= (((dose_rows & 0x4UL) == 0) ? 1UL : 0UL) << 13;
        notMet0 |= (((dose_rows & 0x7UL) == 0) ? 1UL : 0UL) << 13;

        // Level: (patient.dialysis ? 2.0 : dose.mg) >= 1.5
        bool if_met = (patient_dialysis == 1);
        bool if_notMet = (patient_dialysis == 0);
        ulong either = (if_notMet ? 0 : 0x1UL) | (if_met ? 0 : (((dose_rows & 0x3UL) << 1) | ((dose_rows & 0x4UL) != 0 ? 0x8UL : 0)));
        met0 |= (((either & 0x8UL) == 0) ? 1UL : 0UL) << 14;
        notMet0 |= (((either & 0xFUL) == 0) ? 1UL : 0UL) << 14;
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
        public FactFrame patient;

        public bool TakeSteps(int count)
        {
            steps += count;
            unsure |= steps > 1000000;
            return !unsure;
        }
    }
}
