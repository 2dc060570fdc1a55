using System.Text;
using BoneMets.Rules.Binding;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Tests.Content;
using BoneMets.Rules.Tests.Verification.Coverage;
using BoneMets.Rules.Verification.Mutation;

namespace BoneMets.Rules.Tests.Verification.Mutation;

/// <summary>What is proved to make no difference, and what must not be.</summary>
public sealed class RowEquivalenceTests
{
    [Theory]
    [InlineData("< 10|>= 10 and <= 20|> 20", "< 10|<= 20|> 20", true)]
    [InlineData("< 10|>= 10 and <= 20|> 20", "< 10|<= 20|>= 20", true)]
    [InlineData("< 10|>= 10", "< 10|>= 9", true)]
    [InlineData("< 10|>= 10", "<= 10|>= 10", false)]
    [InlineData("< 10|>= 10", "< 10|> 10", false)]
    [InlineData("<= 100", "<= 101", true)]
    [InlineData("<= 100", "<= 99", false)]
    [InlineData("< 10|< 20", "< 20|< 10", false)]
    [InlineData("< 10 => 1|>= 10 and < 20 => 2|_ => 2", "< 10 => 1|>= 10 and < 30 => 2|_ => 2", true)]
    [InlineData("< 10 => 1|>= 10 and < 20 => 2|_ => 2", "< 10 => 1|>= 10 and < 30 => 2|_ => 3", false)]
    public void Rows_are_equal_when_every_value_and_the_unknown_one_give_the_same(string one, string other, bool proved) =>
        Assert.Equal(proved, Equivalence.IsProved(Table("p.n", one), Table("p.n", other)));

    [Theory]
    [InlineData("<= 3|>= 4", "<= 3|> 3", true)]
    [InlineData("<= 3|>= 4", "< 4|>= 4", true)]
    [InlineData("<= 9", ">= 0", true)]
    [InlineData("<= 3|>= 4", "<= 3|>= 5", false)]
    public void Whole_numbers_have_nothing_between_them(string one, string other, bool proved) => Assert.Equal(proved, Equivalence.IsProved(Table("p.i", one), Table("p.i", other)));

    [Theory]
    [InlineData("p.a && p.b", "p.b && p.a", true)]
    [InlineData("p.a && (p.b || p.a)", "p.a", false)]
    [InlineData("p.kind is \"x\" or \"y\"", "p.kind != \"z\"", true)]
    [InlineData("p.n >= 0", "p.n > -1", true)]
    [InlineData("p.n >= 0", "IsKnown(p.n)", false)]
    [InlineData("p.a && p.b", "p.a || p.b", false)]
    [InlineData("1 / p.n > 0", "1 / p.n > 0", false)]
    [InlineData("p.a && p.n > 5 || !p.a && p.n > 5", "p.n > 5", false)]
    public void Conditions_are_equal_when_they_are_missing_the_same_too(string one, string other, bool proved) => Assert.Equal(proved, Equivalence.IsProved(Condition(one), Condition(other)));

    [Theory]
    [InlineData("[\"routine\"]", true)]
    [InlineData("[\"routine\", \"urgent\"]", false)]
    [InlineData("[]", false)]
    public void The_condition_of_a_use_that_puts_off_no_rule_makes_no_difference(string urgencies, bool proved)
    {
        var library = CoveredLibrary.Of($$"""
            "Uses": [{"Workflow": "V", "Include": true, "ForEach": "p.parts", "As": "q", "When": "p.a", "WhenAppliesTo": {{urgencies}}}], "Rules": []
            """);
        var mutant = MutantFinder.Of(library["W"].Bound!).Single(m => m.After == "!p.a");
        Assert.Equal(proved, new RowEquivalence().Proof(mutant, library["W"].Bound!, library["W"].Bound!, CancellationToken.None) is not null);
    }

    [Fact]
    public void A_half_known_score_can_tell_rows_apart_that_no_single_value_does()
    {
        const string score = "\"Scores\": [{\"Name\": \"s\", \"Items\": [{\"Name\": \"points\", \"Input\": \"p.i\", \"Points\": [{\"When\": \"<= 4\", \"Points\": 1}, {\"When\": \">= 5\", \"Points\": 2}]}]}], ";
        var (one, other) = (Table("s", "<= 1|>= 1 and <= 2", score), Table("s", "<= 1|> 1 and <= 2", score));
        Assert.True(Equivalence.IsProved(one, one));
        Assert.False(Equivalence.IsProved(one, other));
        Assert.False(Equivalence.IsProved(Table("s", "<= 1|<= 2", score), Table("s", "<= 1|<= 3", score)));
    }

    /// <summary>The promise that counts: an equivalent mutant is taken off the score.</summary>
    [Theory]
    [InlineData("MirelsFractureRisk")]
    [InlineData("SurvivalEstimate")]
    [InlineData("BoneTargetedAgent")]
    public void No_random_patient_tells_an_equivalent_mutant_from_the_original(string name)
    {
        var report = MutationTest.Run(Shipped.Library, new MutationOptions { Workflows = [name], Suggests = false });
        Assert.NotEmpty(report.Equivalents);
        foreach (var mutant in report.Equivalents.Select(e => e.Mutant))
        {
            var document = mutant.Replaces.Document.Name;
            var files = Shipped.Library.Documents.Select(d => new LibraryFile(d.Name, Encoding.UTF8.GetBytes(d.Name == document ? mutant.NewText() : d.Text)));
            var changed = RuleLibrary.Load([.. files]).Library[name].Bound!;
            var (patients, facts) = (new RandomPatients(5), new FactSet(Shipped.Bound(name).Inputs.Select(i => (i.Name, i.Schema))));
            for (var i = 0; i < 2_000; i++)
            {
                patients.Fill(facts, i % 4 / 4.0);
                Assert.Equal(Values(Shipped.Bound(name), facts, mutant.Part.Name), Values(changed, Copied(facts, changed), mutant.Part.Name));
            }
        }
    }

    /// <summary>A score that may be 1 or 5 is neither below 5 nor equal to it nor above it: three verdicts that a fact never leaves open together.</summary>
    [Theory]
    [InlineData("s < p.n || s == p.n", "s <= p.n || s == p.n", false)]
    [InlineData("s < p.n", "!(s >= p.n)", true)]
    public void A_comparison_with_a_score_may_be_half_known(string one, string other, bool proved) => Assert.Equal(proved, Equivalence.IsProved(OfScore(one), OfScore(other)));

    private static BoundNode OfScore(string text) => CoveredLibrary.Of(
        $$"""
        "Scores": [{"Name": "s", "Items": [{"Name": "item", "Input": "p.a", "Points": [{"When": "true", "Points": 5}, {"When": "false", "Points": 1}]}]}],
        {{CoveredLibrary.Rule(text)}}
        """)["W"].Bound!.Rules[0].Condition;

    private static IEnumerable<string> Values(BoundWorkflow workflow, FactSet facts, string part)
    {
        var evaluator = new Evaluator(workflow, facts.Inputs, Shipped.AsOf);
        return workflow.Definitions.Where(d => d.Name == part || d.Name.StartsWith(part + ".", StringComparison.Ordinal)).Select(evaluator.ValueOf)
            .Select(v => $"{string.Join(" ", ValueText.Of(v).Split(" or ").Order(StringComparer.Ordinal))} {string.Join(",", v.Missing.ToSortedList())}");
    }

    /// <summary>The facts in frames of the other library's schemas, which are other objects.</summary>
    private static FactSet Copied(FactSet facts, BoundWorkflow workflow)
    {
        var copy = new FactSet(workflow.Inputs.Select(i => (i.Name, i.Schema)));
        for (var i = 0; i < facts.Inputs.Count; i++)
            foreach (var property in facts.Inputs[i].Schema.Properties.Where(p => p.Type is not ListType)) PatientFacts.CopyFact(facts.Inputs[i], copy.Inputs[i], property);
        return copy;
    }

    private static TableDefinition Table(string column, string cells, string more = "")
    {
        var rows = string.Join(",", cells.Split('|').Select((cell, i) => cell.Split(" => ") is [var pattern, var then] ? (pattern, then) : (cell, $"{i}")).Select(r => $$"""{"When": ["{{r.Item1}}"], "Then": ["{{r.Item2}}"]}"""));
        return CoveredLibrary.Of($$"""{{more}}"Tables": [{"Name": "t", "HitPolicy": "First", "Inputs": [{"Name": "c", "Expression": "{{column}}"}], "Outputs": [{"Name": "o", "Type": "number"}], "Rows": [{{rows}}]}], "Rules": []""")
            ["W"].Bound!.Tables.Single(t => t.Name == "t");
    }

    private static BoundNode Condition(string text) => CoveredLibrary.Of(CoveredLibrary.Rule(text))["W"].Bound!.Rules[0].Condition;
}
