using System.Text.Json.Nodes;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Language;
using BoneMets.Rules.Verification.Analysis;

namespace BoneMets.Rules.Tests.Verification.Analysis;

/// <summary>What the solver finds of random tables and rules is what trying every patient finds, in both directions.</summary>
public sealed class AnalysisBruteForceTests
{
    private const int Workflows = 25;

    [Fact]
    public void Gaps_and_silent_rows_are_those_that_all_patients_show() => Agree([.. Enumerable.Range(0, Workflows).Select(seed => new SmallWorld(seed).Tables($"W{seed}"))], OfTables, "BMR7003", "BMR7009");

    [Fact]
    public void Rules_never_or_always_met_failing_implied_or_equal_are_those_that_all_patients_show() =>
        Agree([.. Enumerable.Range(0, Workflows).Select(seed => new SmallWorld(seed).Rules($"W{seed}"))], OfRules, "BMR7001", "BMR7002", "BMR7006", "BMR7007", "BMR7008");

    private static void Agree(IReadOnlyList<JsonObject> workflows, Func<BoundWorkflow, IReadOnlyList<Evaluator>, IEnumerable<string>> expected, params string[] kinds)
    {
        using var engine = SmallWorld.Load(workflows);
        var report = LibraryAnalysis.Of(engine);
        AnalysisCorpusTests.NeedsSolver(report);
        Assert.Empty(report.Open);
        Assert.All(kinds, k => Assert.Contains(report.Findings, f => f.Diagnostic.Code.Id == k));
        foreach (var workflow in workflows)
        {
            var name = workflow["WorkflowName"]!.GetValue<string>();
            var (bound, patients) = (engine.Library[name].Bound!, SmallWorld.Patients(engine, name));
            var findings = report.Findings.Where(f => f.Workflow == name).ToList();
            var (wanted, found) = (Lines(expected(bound, [.. patients.Select(p => new Evaluator(bound, p.Inputs, null))])), Lines(findings.Select(f => $"{f.Diagnostic.Code.Id} {f.Diagnostic.Pointer}")));
            Assert.True(wanted == found, $"all patients show\n{wanted}\nthe solver finds\n{found}\nof {workflow.ToJsonString()}");
            foreach (var finding in findings)
            {
                var witness = new Witness(engine, finding);
                if (finding.Example is { } example) Assert.True(witness.Shows(example) && !Witness.Smaller(example).Any(witness.Shows), $"{example.Facts.ToJsonString()} is no smallest example: {finding.Diagnostic}\nof {workflow.ToJsonString()}");
                else Assert.False(witness.IsNeeded, $"no example: {finding.Diagnostic}\nof {workflow.ToJsonString()}");
            }
        }
    }

    private static IEnumerable<string> OfTables(BoundWorkflow workflow, IReadOnlyList<Evaluator> patients)
    {
        foreach (var table in workflow.Tables)
        {
            var results = patients.Select(p => p.ResultOf(table)).ToList();
            if (table.HitPolicy != HitPolicy.Collect && results.Exists(r => r is { Fault: null, Sure.Count: 0, Possible.Count: 0 })) yield return $"BMR7009 {table.Node.Pointer}";
            var rowsCountTogether = table.HitPolicy is HitPolicy.Any or HitPolicy.Collect;
            for (var row = 0; row < table.Rows.Count; row++)
                if (!results.Exists(r => rowsCountTogether ? r.Sure.Contains(row) : r.Possible.Count == 0 && r.Sure.SequenceEqual([row]))) yield return $"BMR7003 {table.Rows[row].Node.Pointer}";
        }
    }

    private static IEnumerable<string> OfRules(BoundWorkflow workflow, IReadOnlyList<Evaluator> patients)
    {
        var values = workflow.Rules.ToDictionary(r => r, r => patients.Select(p => p.ValueOf(r)).ToList());
        bool Exists(RuleDefinition rule, bool truth) => values[rule].Exists(v => v is KnownValue { Content: bool known } && known == truth);
        bool Implies(RuleDefinition rule, RuleDefinition other) => values[rule].Zip(values[other]).All(v => v.First is not KnownValue { Content: true } || v.Second is KnownValue { Content: true });
        foreach (var rule in workflow.Rules)
        {
            var pointer = rule.Node.Pointer;
            if (!Exists(rule, true)) yield return $"BMR7001 {pointer}";
            else if (!Exists(rule, false)) yield return $"BMR7002 {pointer}";
            if (values[rule].Exists(v => v is FaultValue)) yield return $"BMR7006 {pointer}";
            var other = workflow.Rules.Single(r => r != rule && r.Model.Recommendation!.Urgency == rule.Model.Recommendation!.Urgency);
            if (!Exists(rule, true) || !Exists(other, true) || !Implies(rule, other)) continue;
            if (!Implies(other, rule)) yield return $"BMR7008 {pointer}";
            else if (rule.Slot > other.Slot) yield return $"BMR7007 {pointer}";
        }
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));
}
