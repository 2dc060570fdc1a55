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
