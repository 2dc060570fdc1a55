using BoneMets.Rules.Tests.Verification.Coverage;
using BoneMets.Rules.Verification.Mutation;

namespace BoneMets.Rules.Tests.Verification.Mutation;

/// <summary>Every kind of mistake in expressions, cells and rows: what is written instead.</summary>
public sealed class MutationOperatorTests
{
    [Theory]
    [InlineData("p.n >= 5", "p.n > 5|p.n < 5")]
    [InlineData("p.n > 5", "p.n >= 5|p.n <= 5")]
    [InlineData("p.n <= 5", "p.n < 5|p.n > 5")]
    [InlineData("5 < p.n", "5 <= p.n|5 >= p.n")]
    [InlineData("p.kind == \"x\"", "p.kind != \"x\"")]
    [InlineData("p.kind != \"x\"", "p.kind == \"x\"")]
    [InlineData("p.n is > 5 and <= 7", "p.n is >= 5 and <= 7|p.n is <= 5 and <= 7|p.n is > 5 and < 7|p.n is > 5 and > 7")]
    [InlineData("p.kind is \"x\" or \"y\"", "p.kind is not \"x\" or \"y\"|p.kind is \"x\" or not \"y\"")]
    [InlineData("p.kind is not (\"x\")", "p.kind is (\"x\")|p.kind is not not (\"x\")")]
    [InlineData("p.a", "")]
    public void A_comparison_becomes_another(string written, string mutants) => Mutates("comparison", written, mutants);

    [Theory]
    [InlineData("p.a && p.b || p.c", "p.a && p.b && p.c|p.a || p.b || p.c")]
    [InlineData("p.a AND p.b", "p.a || p.b")]
    [InlineData("p.n is > 5 or < 3", "p.n is > 5 and < 3")]
    [InlineData("p.parts.Any(q => q.m > 1 && q.m < 3)", "p.parts.Any(q => q.m > 1 || q.m < 3)")]
    public void And_becomes_or_and_or_becomes_and(string written, string mutants) => Mutates("logic", written, mutants);

    [Theory]
    [InlineData("p.a && p.b && p.c", "p.a && p.b|p.a && p.c|p.b && p.c")]
    [InlineData("(p.a || p.b) && p.c", "(p.a || p.b)|p.c|(p.a) && p.c|(p.b) && p.c")]
    [InlineData("!(p.a && p.b)", "!(p.a)|!(p.b)")]
    [InlineData("p.kind is \"x\" or \"y\" or \"z\"", "p.kind is \"x\" or \"y\"|p.kind is \"x\" or \"z\"|p.kind is \"y\" or \"z\"")]
    [InlineData("p.n > 1", "")]
    public void One_condition_of_a_chain_is_dropped(string written, string mutants) => Mutates("dropped condition", written, mutants);

    [Theory]
    [InlineData("p.a && !p.b && p.n > 1", "!p.a && !p.b && p.n > 1|p.a && p.b && p.n > 1")]
    [InlineData("!(p.a || p.b)", "(p.a || p.b)|!(!p.a || p.b)|!(p.a || !p.b)")]
    [InlineData("p.kind is \"x\"", "!(p.kind is \"x\")")]
    [InlineData("p.a ? p.b : IsKnown(p.n)", "!p.a ? p.b : IsKnown(p.n)|p.a ? !p.b : IsKnown(p.n)|p.a ? p.b : !IsKnown(p.n)")]
    [InlineData("p.n > 1", "")]
    public void A_condition_is_turned_round(string written, string mutants) => Mutates("negated condition", written, mutants);

    [Theory]
    [InlineData("p.n >= 12.0", "p.n >= 12.1|p.n >= 11.9")]
    [InlineData("p.n >= 12", "p.n >= 13|p.n >= 11")]
    [InlineData("p.i > 3", "p.i > 4|p.i > 2")]
    [InlineData("p.n is >= 1.50", "p.n is >= 1.51|p.n is >= 1.49")]
    [InlineData("p.n * 2 > -5", "p.n * 2 > -4|p.n * 2 > -6|p.n * 3 > -5|p.n * 1 > -5")]
    [InlineData("p.day < Date(\"2026-03-01\")", "p.day < Date(\"2026-03-02\")|p.day < Date(\"2026-02-28\")")]
    [InlineData("p.kind == \"x\"", "")]
    public void A_number_or_date_is_one_step_off(string written, string mutants) => Mutates("threshold", written, mutants);

    [Theory]
    [InlineData("p.kind == \"x\"", "p.kind == \"y\"")]
    [InlineData("p.kind == \"z\"", "p.kind == \"x\"")]
    [InlineData("p.kind is \"x\" or \"y\"", "p.kind is \"z\" or \"y\"|p.kind is \"x\" or \"z\"")]
    [InlineData("p.kind is \"x\" or \"y\" or \"z\"", "")]
    public void A_word_is_mistaken_for_another_of_its_enumeration(string written, string mutants) => Mutates("enumeration word", written, mutants);

    [Theory]
    [InlineData("p.n + 1 > 2", "p.n - 1 > 2")]
    [InlineData("p.n - p.i > 2", "p.n + p.i > 2")]
    [InlineData("p.n * 3 > 2", "p.n / 3 > 2")]
    [InlineData("p.n / 3 > 2", "p.n * 3 > 2")]
    [InlineData("p.i % 3 == 2", "p.i * 3 == 2")]
    public void An_operation_becomes_another(string written, string mutants) => Mutates("arithmetic", written, mutants);

    [Theory]
    [InlineData("(p.a ?? p.b) && p.c", "(p.a) && p.c")]
    [InlineData("(p.n ?? 0) > 1", "(p.n) > 1")]
    public void A_default_is_dropped(string written, string mutants) => Mutates("default", written, mutants);

    [Fact]
    public void Rows_points_and_outputs_are_mistaken_too()
    {
        var library = CoveredLibrary.Of("""
            "Scores": [{"Name": "s", "Items": [{"Name": "points", "Input": "p.i", "Points": [{"When": "<= 4", "Points": 1}, {"When": ">= 5", "Points": 2.5}]}]}],
            "Tables": [{"Name": "t", "Inputs": [{"Name": "n", "Expression": "p.n"}], "Outputs": [{"Name": "w", "Type": "enum", "Values": ["low", "high"]}, {"Name": "b", "Type": "boolean"}, {"Name": "d", "Type": "number"}], "Rows": [
              {"When": ["< 10"], "Then": ["\"low\"", "true", "4.0"]}, {"Otherwise": true, "Then": ["\"high\"", "p.a", "p.n + 1"]}]}],
            "Rules": []
            """);
        var mutants = MutantFinder.Of(library["W"].Bound!).Select(m => $"{m.Part} {m.Operator}: {m.Before} → {m.After}").ToList();
        string[] expected =
        [
            "score item points removed row: {\"When\": \"<= 4\", \"Points\": 1} → (removed)",
            "score item points points: 1 → 2",
            "score item points points: 2.5 → 2.6",
            "score item points comparison: <= 4 → < 4",
            "score item points threshold: >= 5 → >= 6",
            "table t removed row: {\"Otherwise\": true, \"Then\": [\"\\\"high\\\"\", \"p.a\", \"p.n + 1\"]} → (removed)",
            "table t output: \"low\" → \"high\"",
            "table t output: true → false",
            "table t output: 4.0 → 4.1",
            "table t comparison: < 10 → <= 10",
            "table t negated condition: p.a → !p.a",
            "table t arithmetic: p.n + 1 → p.n - 1",
        ];
        Assert.Empty(expected.Except(mutants));
    }

    [Fact]
    public void A_mutant_knows_its_place_and_writes_the_whole_document()
    {
        var library = CoveredLibrary.Of(CoveredLibrary.Rule("p.a && p.n >= 5"));
        var mutant = MutantFinder.Of(library["W"].Bound!).First(m => m.After == "p.a && p.n > 5");
        var text = library["W"].Model.Node.Document.Text;
        Assert.Equal(text.Replace(">= 5", "> 5", StringComparison.Ordinal), mutant.NewText());
        Assert.Equal((">=", "p.n >= 5", "p.n > 5"), (text.Substring(mutant.Place.Column - 1, 2), mutant.Core.Before, mutant.Core.After));
    }

    [Fact]
    public void Conditions_of_used_workflows_and_parameters_of_rules_are_mutated()
    {
        var library = CoveredLibrary.Of("""
            "Uses": [{"Workflow": "V", "Include": true, "ForEach": "p.parts", "As": "q", "When": "p.a"}],
            "Rules": [{"RuleName": "R", "LocalParams": [{"Name": "mine", "Expression": "p.n > 5"}], "Expression": "mine"}]
            """);
        var parts = MutantFinder.Of(library["W"].Bound!).Select(m => $"{m.Part}: {m.After}").ToList();
        Assert.Contains("use of V: !p.a", parts);
        Assert.Contains("rule R: p.n >= 5", parts);
        Assert.DoesNotContain(parts, p => p.Contains("q.m", StringComparison.Ordinal));
    }

    private static void Mutates(string name, string written, string expected)
    {
        var library = CoveredLibrary.Of(CoveredLibrary.Rule(written));
        var mutants = MutantFinder.Of(library["W"].Bound!, [.. MutationOperators.All.Where(o => o.Name == name)]);
        Assert.Equal(expected, string.Join("|", mutants.Select(m => m.After)));
    }
}
