using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Content;

/// <summary>
/// No pattern of missing facts makes advice out of ignorance: from golden cases that meet a safety rule, every subset of the facts that the
/// rule reads is taken away, and what is still met must be met however the missing facts are filled in.
/// </summary>
public sealed class MissingFactSafetyTests
{
    private const int MostFacts = 12;
    private const int CasesPerRule = 3;
    private const int Completions = 40;

    private static readonly Dictionary<string, string[]> SafetyRules = new()
    {
        ["BoneTargetedAgent"] =
        [
            "ZoledronicAcidFullDose", "ZoledronicAcid3Point5", "ZoledronicAcid3Point3", "ZoledronicAcid3Point0", "ZoledronicAcidTwelveWeekOption", "ZoledronicAcidNotRecommended",
            "DenosumabOption", "DenosumabHypocalcemiaMonitoring", "CorrectHypocalcemiaFirst", "DentalAssessmentFirst", "DelayForInvasiveDentistry", "SuspectedOsteonecrosisOfJaw",
            "HoldForRenalDeterioration", "PregnancyContraindication", "PregnancyRecordConflict",
        ],
        ["Hypercalcemia"] =
        [
            "HypercalcemicEmergency", "SevereHypercalcemia", "AntiresorptiveForHypercalcemia", "ZoledronicAcidForHypercalcemia", "ZoledronicAcidRenalCaution",
            "ZoledronicAcidRetreatmentTooEarly", "DenosumabForRefractory", "AddCalcitonin", "OverhydrationCaution", "PregnancyRecordConflict",
        ],
        ["SpinalCordCompression"] =
        [
            "CordCompressionSuspected", "MriWithin24Hours", "CtWhenMriContraindicated", "GiveDexamethasone", "DexamethasoneConflict", "DexamethasoneHematologic", "ImmobilizeSpine",
            "StopDexamethasoneIfExcluded", "NoRoutineSteroidWithoutSigns", "CompressionConfirmed", "SurgicalDecompression", "RadiotherapyAlone", "SpinalMetastasisSuspected",
        ],
        ["SpinalInstability"] = ["SinsStable", "SinsUnstable", "SurgicalConsultation", "ConsultBeforeRadiotherapy", "CordCompressionOverridesStability"],
        ["MirelsFractureRisk"] = ["LowFractureRisk", "BorderlineFractureRisk", "ProphylacticFixationIndicated", "FemoralAxialInvolvement", "HumeralLesionReview"],
        ["SurgeryAndCementation"] = ["StabilizeActualFracture", "StabilizeImpendingFracture", "TissueBeforeFixation", "VertebralAugmentation", "AugmentationBlockedByEpiduralTumor", "AugmentationBlockedByInfectionOrBleeding"],
        ["Radiotherapy"] = ["SingleFractionPreferred", "ReirradiationOption", "StereotacticOption", "RadiumOption", "CordCompressionFractionation", "FlarePremedication", "PregnancyRadiationConflict", "PregnancyRecordConflict"],
        ["BiopsyIndication"] = ["CorrectCoagulationFirst"],
        ["ImagingSelection"] = ["AvoidIonizingImagingInPregnancy", "PregnancyRecordConflict"],
    };

    public static TheoryData<string, string> Rules
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (workflow, rules) in SafetyRules)
                foreach (var rule in rules) data.Add(workflow, rule);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void What_is_met_without_some_facts_is_met_with_all_their_values(string name, string rule)
    {
        var workflow = Shipped.Bound(name);
        var definition = workflow.Rules.Single(r => r.Name == rule);
        var patients = new RandomPatients(7);
        var tried = 0;
        var meeting = Shipped.Cases(name).Where(c => Verdict(workflow, definition, c.Facts) == true).Select(c => (c.Case, PatientFacts.Copy(workflow, c.Facts)));
        foreach (var (golden, original) in meeting.OrderByDescending(c => PatientFacts.CountKnown(c.Item2)).Take(CasesPerRule))
        {
            tried++;
            var read = FactsRead(workflow, definition).Where(f => PatientFacts.IsKnown(original.Inputs[f.Input], f.Property)).ToList();
            Assert.InRange(read.Count, 1, 63);
            foreach (var removed in Subsets(read, patients))
            {
                var sparse = PatientFacts.Copy(workflow, original);
                foreach (var (input, property) in removed) sparse.Inputs[input].SetUnknown(property);
                if (Verdict(workflow, definition, sparse) != true) continue;
                for (var i = 0; i < Completions; i++)
                {
                    var filled = PatientFacts.Copy(workflow, sparse);
                    foreach (var (input, property) in removed) patients.Draw(filled.Inputs[input], property);
                    Assert.True(Verdict(workflow, definition, filled) == true, $"{golden.Id} without {string.Join(", ", removed.Select(r => r.Property.Name))}: {rule} is met, but not for every value of these");
                }
            }
        }
        Assert.True(tried > 0, $"no golden case meets {rule}");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Without_any_fact_a_safety_rule_is_not_met(string name, string rule)
    {
        var workflow = Shipped.Bound(name);
        var nothing = new FactSet(workflow.Inputs.Select(i => (i.Name, i.Schema)));
        Assert.NotEqual(true, Verdict(workflow, workflow.Rules.Single(r => r.Name == rule), nothing));
    }

    /// <summary>All subsets of up to <see cref="MostFacts"/> facts; of more, as many drawn at random.</summary>
    private static IEnumerable<List<(int Input, FactProperty Property)>> Subsets(List<(int Input, FactProperty Property)> facts, RandomPatients random)
    {
        if (facts.Count <= MostFacts)
        {
            for (var mask = 1; mask < 1 << facts.Count; mask++) yield return [.. facts.Where((_, i) => (mask >> i & 1) == 1)];
            yield break;
        }
        for (var i = 0; i < 1 << MostFacts; i++) yield return [.. facts.Where(_ => random.Next(2) == 0)];
    }

    private static bool? Verdict(BoundWorkflow workflow, RuleDefinition rule, FactSet facts) =>
        Shipped.Truth(new Evaluator(workflow, facts.Inputs, Shipped.AsOf).ValueOf(rule));

    /// <summary>The facts directly in the inputs that the rule reads, also through parameters, tables and used workflows.</summary>
    private static HashSet<(int Input, FactProperty Property)> FactsRead(BoundWorkflow workflow, RuleDefinition rule)
    {
        var names = workflow.Inputs.Select((input, i) => (input.Name, i)).ToDictionary(p => p.Name, p => p.i);
        return [.. BoundReads.Of(rule).OfType<BoundFact>().Where(f => f.Owner is BoundInput).Select(f => (names[((BoundInput)f.Owner).Name], f.Property))];
    }
}
