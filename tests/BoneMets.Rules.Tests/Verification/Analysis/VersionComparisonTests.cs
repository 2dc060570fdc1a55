using System.Text;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Tests.Content;
using BoneMets.Rules.Tests.Verification.Coverage;
using BoneMets.Rules.Verification.Analysis.Versions;
using BoneMets.Rules.Verification.Mutation;
using BoneMets.Rules.Verification.Mutation.Operators;
using Xunit.Abstractions;

namespace BoneMets.Rules.Tests.Verification.Analysis;

/// <summary>Whether two versions of a rule decide the same for all patients.</summary>
public sealed class VersionComparisonTests(ITestOutputHelper output)
{
    public static TheoryData<string> Workflows => Shipped.Workflows;

    [Theory]
    [InlineData("p.n >= 5", "!(p.n < 5)", Relation.Same, null)]
    [InlineData("p.a && p.b", "!(!p.b || !p.a)", Relation.Same, null)]
    [InlineData("p.n > 5 && p.a", "p.a && p.n > 5", Relation.Same, null)]
    [InlineData("p.n is >= 3 and <= 9", "p.n >= 3 && p.n <= 9", Relation.Same, null)]
    [InlineData("p.n >= 5", "p.n > 5", Relation.Different, """{"p":{"n":5}}""")]
    [InlineData("p.n >= 5", "(p.n ?? 0) >= 5", Relation.Different, "{}")]
    [InlineData("p.a || p.b", "p.a", Relation.Different, null)]
    [InlineData("p.n / p.i > 1", "p.i != 0 && p.n / p.i > 1", Relation.Different, null)]
    [InlineData("Sqrt(p.n) > 1", "Sqrt(p.n) > 1 && true", Relation.Same, null)]
    [InlineData("Sqrt(p.n) >= 0 || p.a", "Sqrt(p.n) >= -1 || p.a", Relation.Undecided, null)]
    public void Two_versions_of_a_rule_are_proved_the_same_or_told_apart_by_a_patient(string old, string now, Relation relation, string? patient)
    {
        using var before = Engine(CoveredLibrary.Of(CoveredLibrary.Rule(old)));
        using var after = Engine(CoveredLibrary.Of(CoveredLibrary.Rule(now)));
        var compared = VersionComparison.Between(before, after, "W", "R");
        Assert.Equal(relation, compared.Relation);
        if (patient is not null) Assert.Equal(patient, compared.Example!.Facts.ToJsonString());
        if (relation != Relation.Different) return;
        Assert.NotEqual(compared.Before, compared.After);
        Assert.NotEqual(before.Judge("W", compared.Example!.Bytes(), compared.Example.AsOf).Judgement!["R"], after.Judge("W", compared.Example.Bytes(), compared.Example.AsOf).Judgement!["R"]);
    }

    /// <summary>What is proved of patients up to 50 says nothing of those up to 100, and 3 mg/dL is not 3 mmol/L.</summary>
    [Theory]
    [InlineData("p.n > 40", "\"maximum\": 50", "\"maximum\": 100")]
    [InlineData("p.n > 40", "\"minimum\": 0, \"maximum\": 5", "\"minimum\": 6, \"maximum\": 9")]
    [InlineData("Round(p.n) > 3", "\"x-unit\": \"mg/dL\"", "\"x-unit\": \"mmol/L\"")]
    [InlineData("p.n > 40", "\"x-unit\": \"umol/L\", \"x-units\": {\"mg/dL\": 88.4}", "\"x-unit\": \"umol/L\", \"x-units\": {\"mg/dL\": 88.42}")]
    public void A_fact_of_which_the_versions_allow_other_values_leaves_its_rules_undecided_and_no_others(string condition, string old, string now)
    {
        using var before = Engine(With(condition, old));
        using var after = Engine(With(condition, now));
        var compared = VersionComparison.Between(before, after, "W", "R");
        Assert.Equal((Relation.Undecided, "the versions allow other values of `p.n`"), (compared.Relation, compared.Why));
        Assert.Equal(Relation.Same, VersionComparison.Between(before, after, "W", "Other").Relation);
    }

    /// <summary>The engine keeps a set of points under a condition and an interval under a minus: what it calls different is not called the same here.</summary>
    [Theory]
    [InlineData("(p.a ? 5 : 3) == 4", "(p.a ? 5 : 3) >= 4 && (p.a ? 5 : 3) <= 4", Relation.Different)]
    [InlineData("-(p.a ? 1 : 5) == -3", "-(p.a ? 1 : 5) >= -3 && -(p.a ? 1 : 5) <= -3", Relation.Same)]
    [InlineData("(p.b ? (p.a ? 1 : 5) + 0 : 3) != 4", "(p.b ? (p.a ? 1 : 5) + 0 : 3) < 4 || (p.b ? (p.a ? 1 : 5) + 0 : 3) > 4", Relation.Undecided)]
    public void Sets_and_intervals_are_told_apart_as_the_engine_does(string old, string now, Relation relation)
    {
        using var before = Engine(CoveredLibrary.Of(CoveredLibrary.Rule(old)));
        using var after = Engine(CoveredLibrary.Of(CoveredLibrary.Rule(now)));
        Assert.Equal(relation, VersionComparison.Between(before, after, "W", "R").Relation);
    }

    private static RuleLibrary With(string condition, string schema)
    {
        static LibraryFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
        var load = RuleLibrary.Load(
        [
            File("facts/p.schema.json", """{"type": "object", "properties": {"a": {"type": "boolean"}, "n": {"type": "number", """ + schema + "}}}"),
            File("w/workflow.json", $$"""{"WorkflowName": "W", "Inputs": [{"Name": "p", "Schema": "p"}], "Rules": [{"RuleName": "R", "Expression": "{{condition}}"}, {"RuleName": "Other", "Expression": "p.a"}]}"""),
        ]);
        Assert.Empty(load.Diagnostics.Where(d => d.IsError).Select(d => d.ToString()));
        return load.Library;
    }

    [Fact]
    public void Only_workflows_that_changed_are_asked_about()
    {
        using var before = Engine(Shipped.Library);
        using var after = Engine(Shipped.Library);
        Assert.Empty(VersionComparison.Between(before, after).Workflows);
    }

    /// <summary>Every rule that names a number itself, its first one a step off.</summary>
    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_threshold_one_step_off_in_a_shipped_rule_is_found_with_a_patient_who_shows_it(string name)
    {
        var mutated = new MutatedLibrary(Shipped.Library);
        using var before = Engine(mutated.Original);
        var planted = MutantFinder.Of(mutated.Original[name].Bound!, [new ThresholdMutation()]).Where(m => m.Part.Kind == MutatedPartKind.Rule).DistinctBy(m => m.Part.Name).ToList();
        output.WriteLine($"{planted.Count} rules of {name}");
        foreach (var mutant in planted)
        {
            if (mutated.With(mutant, out _) is not { } library) continue;
            using var after = Engine(library);
            var found = VersionComparison.Between(before, after, name, mutant.Part.Name);
            Assert.True(found.Relation == Relation.Different, $"{mutant}: {found.Relation} {found.Why}");
            Assert.NotNull(found.Example);
        }
    }

    private static RuleEngine Engine(RuleLibrary library) => new(library, new EngineOptions { Compile = false });
}
