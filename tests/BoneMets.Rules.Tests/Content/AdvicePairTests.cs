using System.Text;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using BoneMets.Rules.Tests.Spec;
using BoneMets.Rules.Verification.Analysis.Analyzers;
using Xunit.Abstractions;

namespace BoneMets.Rules.Tests.Content;

/// <summary>
/// Which advice stands side by side in the pathway, over 100,000 random patients (a tenth of them by day). Opposite advice (the pathway's
/// `Contradictions`) never does, which the analysis proves too; docs/content/advice-pairs.md lists what does, for reading.
/// </summary>
public sealed class AdvicePairTests(ITestOutputHelper output)
{
    private static readonly int Patients = Nightly.Times(10_000, 100_000);

    /// <summary>Speaks where its workflow is used alone; in the pathway the treatment of the raised calcium says the same.</summary>
    private static readonly string[] OnlyAlone = ["BoneTargetedAgent.RaisedCalciumFirst"];

    private static readonly string ReportPath = Path.Combine(SpecTable.Root(), "docs", "content", "advice-pairs.md");

    private static readonly Lazy<Dictionary<(string, string), int>> Walked = new(Walk);

    public static TheoryData<string> Forbidden => [.. ReadForbidden().Select(f => f.Why)];

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Opposite_advice_never_stands_side_by_side(string why)
    {
        var (_, these, against) = ReadForbidden().Single(f => f.Why == why);
        var together = from a in these from b in against let count = Met(a, b) where count > 0 select $"{a} beside {b}, {count} of {Patients} patients";
        Assert.Empty(together);
    }

    [NightlyFact]
    public void Forbidden_pairs_name_rules_with_advice_that_random_patients_get()
    {
        var known = Shipped.Library.Workflows.SelectMany(w => w.Model.AllRules().Where(r => r.Recommendation is not null).Select(r => $"{w.Name}.{r.Name}")).ToHashSet();
        var named = ReadForbidden().SelectMany(f => f.These.Concat(f.Against)).ToHashSet();
        Assert.Subset(known, named);
        Assert.Equal("", string.Join(", ", named.Where(n => Met(n, n) == 0)));
    }

    [NightlyFact]
    public void Every_recommending_rule_of_the_library_advises_some_random_patient()
    {
        var rules = Shipped.Library.Workflows.SelectMany(w => w.Model.AllRules().Where(r => r.Recommendation is not null).Select(r => $"{w.Name}.{r.Name}"));
        Assert.Equal("", string.Join(", ", rules.Where(r => Met(r, r) == 0 && !OnlyAlone.Contains(r))));
    }

    [NightlyFact]
    public void The_report_of_advice_given_together_is_current()
    {
        var report = Report();
        output.WriteLine(report);
        if (Environment.GetEnvironmentVariable("BONEMETS_WRITE_REPORTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(ReportPath)!);
            File.WriteAllText(ReportPath, report);
        }
        Assert.True(File.Exists(ReportPath) && File.ReadAllText(ReportPath) == report, "docs/content/advice-pairs.md is not what the content gives: run the tests with BONEMETS_NIGHTLY=1 BONEMETS_WRITE_REPORTS=1 and read what changed");
    }

    private static int Met(string a, string b) => Walked.Value.GetValueOrDefault(string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a));

    /// <summary>How many patients get both, by rule names without the list element; advice about two different elements does not meet.</summary>
    private static Dictionary<(string, string), int> Walk()
    {
        var workflow = Shipped.Bound(Shipped.Pathway);
        using var engine = new WorkflowEngine(workflow, Shipped.Library.Evidence, new EngineOptions { Compile = false });
        var pairs = new Dictionary<(string, string), int>();
        const int Chunk = 1_000;
        Parallel.For(0, Patients / Chunk, chunk =>
        {
            var patients = new RandomPatients(chunk + 1);
            var facts = new FactSet(workflow.Inputs.Select(i => (i.Name, i.Schema)));
            var counts = new Dictionary<(string, string), int>();
            for (var i = 0; i < Chunk; i++)
            {
                patients.Fill(facts, unknown: (i % 4) switch { 0 => 0.3, 1 => 0.05, _ => 0 });
                if (i % 3 != 0) Settle(facts["patient"], workflow);
                Count(engine.Decide(facts, Shipped.AsOf, Explain.None), counts);
            }
            lock (pairs)
                foreach (var (pair, count) in counts) pairs[pair] = pairs.GetValueOrDefault(pair) + count;
        });
        return pairs;
    }

    /// <summary>Most drawn patients are emergencies, which keeps routine advice back: this makes them patients without new neurological signs and confusion.</summary>
    private static void Settle(FactFrame patient, BoundWorkflow workflow)
    {
        string[] signs = ["limbWeakness", "gaitDisturbance", "sensoryLoss", "bladderBowelDysfunction", "radicularPain", "paraplegic", "alteredMentalStatus"];
        foreach (var property in workflow.Inputs[0].Schema.Properties)
            if (signs.Contains(property.Name)) patient.SetBoolean(property, false);
    }

    private static void Count(Decision decision, Dictionary<(string, string), int> counts)
    {
        var advised = decision.Recommendations.Select(r => GivenAdvice.Of(r.Rule, Shipped.Pathway)).ToList();
        var seen = new HashSet<(string, string)>();
        foreach (var a in advised)
            foreach (var b in advised)
                if (a.Concerns(b) && string.CompareOrdinal(a.Rule.ToString(), b.Rule.ToString()) <= 0) seen.Add((a.Rule.ToString(), b.Rule.ToString()));
        foreach (var pair in seen) counts[pair] = counts.GetValueOrDefault(pair) + 1;
    }

    private static string Report()
    {
        var report = new StringBuilder();
        report.Append("# Advice that stands side by side\n\nWritten by `AdvicePairTests` from ").Append($"{Patients:N0}".Replace(',', ' ')).Append(
            " random patients of the pathway (fixed seeds; facts drawn at and around the limits of the rules, so frequencies say nothing about real patients). For each rule: to how many patients its advice is shown, and the other rules whose advice stands beside it. Pairs that must never meet stand under `Contradictions` in the pathway's `workflow.json`.\n");
        var rules = Walked.Value.Where(p => p.Key.Item1 == p.Key.Item2).Select(p => p.Key.Item1).Order(StringComparer.Ordinal).ToList();
        foreach (var workflow in rules.GroupBy(r => r.Split('.')[0]))
        {
            report.Append("\n## ").Append(workflow.Key).Append('\n');
            foreach (var rule in workflow)
            {
                report.Append("\n### ").Append(rule.Split('.')[1]).Append("\n\nShown to ").Append(Met(rule, rule)).Append(" patients, with:\n\n");
                foreach (var others in rules.Where(o => o != rule && Met(rule, o) > 0).GroupBy(o => o.Split('.')[0]))
                    report.Append("- ").Append(others.Key).Append(": ").Append(string.Join(", ", others.Select(o => $"{o.Split('.')[1]} ({Met(rule, o)})"))).Append('\n');
            }
        }
        return report.ToString();
    }

    private static List<(string Why, List<string> These, List<string> Against)> ReadForbidden() =>
        [.. Shipped.Bound(Shipped.Pathway).Model.Contradictions.Select(c => (c.Why!, Names(c.These), Names(c.Against)))];

    private static List<string> Names(IEnumerable<AuthoredText> names) => [.. names.Select(n => n.Text.Contains('.', StringComparison.Ordinal) ? n.Text : $"{Shipped.Pathway}.{n.Text}")];
}
