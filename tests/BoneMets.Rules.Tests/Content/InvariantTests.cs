using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Content;

/// <summary>What the specification promises for every patient (its section D), on random patients around the limits.</summary>
public sealed class InvariantTests
{
    private const int Patients = 3_000;

    [Fact]
    public void Exactly_one_mirels_band_unless_the_bone_is_broken() => Complete("MirelsFractureRisk", d =>
        Met(d, "LowFractureRisk", "BorderlineFractureRisk", "ProphylacticFixationIndicated") == (d["ActualFracture"] == Verdict.Met ? 0 : 1));

    [Fact]
    public void Exactly_one_stability_band_and_a_consultation_unless_stable() => Complete("SpinalInstability", d =>
        Met(d, "SinsStable", "SinsPotentiallyUnstable", "SinsUnstable") == 1 && d["SurgicalConsultation"] == Verdict.Met != (d["SinsStable"] == Verdict.Met));

    [Fact]
    public void Exactly_one_survival_band() => Complete("SurvivalEstimate", d => Met(d, "KatagiriLow", "KatagiriIntermediate", "KatagiriHigh") == 1);

    [Fact]
    public void One_calcium_grade_from_10_5_on_and_none_below() => Complete("Hypercalcemia", d =>
        Met(d, "MildHypercalcemia", "ModerateHypercalcemia", "SevereHypercalcemia") == (Number(d, "correctedCalcium") >= 10.5m ? 1 : 0));

    [Fact]
    public void At_most_one_zoledronic_acid_dose_and_none_where_it_is_blocked_or_not_recommended() => Complete("BoneTargetedAgent", d =>
    {
        var doses = Met(d, "ZoledronicAcidFullDose", "ZoledronicAcid3Point5", "ZoledronicAcid3Point3", "ZoledronicAcid3Point0");
        return doses <= 1 && (doses == 0 || (d["ZoledronicAcidNotRecommended"] != Verdict.Met && !Truth(d, "agentBlocked")));
    });

    [Fact]
    public void Steroid_imaging_and_operation_come_in_one_of_two_ways() => Complete("SpinalCordCompression", d =>
        Met(d, "GiveDexamethasone", "DexamethasoneConflict") <= 1
        && Met(d, "MriWithin24Hours", "CtWhenMriContraindicated") <= 1
        && Met(d, "SurgicalDecompression", "RadiotherapyAlone") == (d["CompressionConfirmed"] == Verdict.Met ? 1 : 0));

    [Fact]
    public void No_cement_where_it_is_blocked() => Complete("SurgeryAndCementation", d =>
        d["VertebralAugmentation"] != Verdict.Met || Met(d, "AugmentationBlockedByEpiduralTumor", "AugmentationBlockedByInfectionOrBleeding") == 0);

    public static TheoryData<string> Workflows => Shipped.Workflows;

    /// <summary>Rules that ask whether a fact is recorded are left out: they may turn round when it is.</summary>
    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_further_fact_never_turns_met_into_not_met_or_back(string name)
    {
        var workflow = Shipped.Bound(name);
        using var engine = new WorkflowEngine(workflow, Shipped.Library.Evidence, new EngineOptions { Compile = false });
        var patients = new RandomPatients(3);
        var (few, more) = (new FactSet(workflow.Inputs.Select(i => (i.Name, i.Schema))), new FactSet(workflow.Inputs.Select(i => (i.Name, i.Schema))));
        var rules = workflow.Rules.Where(r => !BoundReads.Of(r).Any(n => n is BoundIsKnown)).Select(r => r.Name).ToList();
        for (var i = 0; i < (name == Shipped.Pathway ? 300 : Patients); i++)
        {
            patients.Fill(more, 0.1);
            Thin(more, few, patients);
            var (before, after) = (engine.Decide(few, Shipped.AsOf, Explain.None), engine.Decide(more, Shipped.AsOf, Explain.None));
            foreach (var rule in rules)
                Assert.True(before[rule] is Verdict.Undetermined || before[rule] == after[rule], $"{rule} was {before[rule]} and is {after[rule]} with more facts");
        }
    }

    private static void Thin(FactSet from, FactSet to, RandomPatients patients)
    {
        to.Clear();
        for (var i = 0; i < from.Inputs.Count; i++)
            foreach (var property in from.Inputs[i].Schema.Properties)
                if (property.Type is not ListType && patients.Next(3) > 0) PatientFacts.CopyFact(from.Inputs[i], to.Inputs[i], property);
    }

    private static void Complete(string name, Func<Decision, bool> holds)
    {
        var workflow = Shipped.Bound(name);
        using var engine = new WorkflowEngine(workflow, Shipped.Library.Evidence, new EngineOptions { Compile = false });
        var patients = new RandomPatients(11);
        var facts = new FactSet(workflow.Inputs.Select(i => (i.Name, i.Schema)));
        for (var i = 0; i < Patients; i++)
        {
            patients.Fill(facts, 0);
            Assert.True(holds(engine.Decide(facts, Shipped.AsOf, Explain.None)), $"patient {i} of {name}");
        }
    }

    private static int Met(Decision decision, params string[] rules) => rules.Count(r => decision[r] == Verdict.Met);

    private static decimal? Number(Decision decision, string output) => (decision.Outputs.Single(o => o.Name == output).Value as KnownValue)?.Content as decimal?;

    private static bool Truth(Decision decision, string output) => Shipped.Truth(decision.Outputs.Single(o => o.Name == output).Value) == true;
}
