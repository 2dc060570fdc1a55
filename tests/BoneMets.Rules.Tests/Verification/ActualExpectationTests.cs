using System.Text;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Tests.Content;
using BoneMets.Rules.Tests.Spec;
using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Tests.Verification;

/// <summary>What a failed case would have to expect.</summary>
public sealed class ActualExpectationTests
{
    [Theory]
    [InlineData("""{"p": {"n": 12}}""", """{"Rules": {"Big": "notMet"}}""", """{"Rules":{"Big":"met"}}""")]
    [InlineData("""{"p": {"n": 12}}""", """{"Events": [], "Outputs": {"twice": 1}, "Rules": {"Big": "met"}}""", """{"Events":["big"],"Outputs":{"twice":24},"Rules":{"Big":"met"}}""")]
    [InlineData("""{"p": {}}""", """{"Rules": {"Big": "met"}, "Missing": []}""", """{"Rules":{"Big":"undetermined"},"Missing":["p.n"]}""")]
    [InlineData("""{"p": {"n": 1}}""", """{"Rules": {"Big": "undetermined"}, "Missing": ["p.n"]}""", """{"Rules":{"Big":"notMet"},"Missing":[]}""")]
    [InlineData("""{"p": {"n": 1.50}}""", """{"Outputs": {"text": "x", "flag": false, "twice": null}}""", """{"Outputs":{"text":null,"flag":true,"twice":3}}""")]
    [InlineData("""{"p": {"born": "1950-01-31"}}""", """{"outputs": {"day": "1950-02-01"}}""", """{"outputs":{"day":"1950-01-31"}}""")]
    [InlineData("""{"p": {"n": 0}}""", """{"Rules": {"Faulty": "met", "Nothing": "met"}}""", """{"Rules":{"Faulty":"failed"}}""")]
    public void It_has_the_members_of_the_case_with_what_came(string facts, string expect, string actual)
    {
        var (engine, suite) = CaseLibrary.Of(facts, expect);
        var result = Assert.Single(suite.Replay(engine));
        Assert.False(result.Passed);
        Assert.Equal(actual, ActualExpectation.Of(result.Judgement!, result.Case.Expect));
        Assert.Empty(CaseLibrary.Of(facts, actual).Suite.Replay(engine).SelectMany(r => r.Differences).Select(d => d.ToString()));
    }

    /// <summary>Every case of the shipped library, against rules that say something else.</summary>
    [Fact]
    public void A_case_that_expects_what_came_passes()
    {
        var root = Path.Combine(SpecTable.Root(), "workflows");
        var files = Directory.GetFiles(root, "*.json", SearchOption.AllDirectories).Select(f => new LibraryFile(Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllBytes(f))).Where(f => LibraryFile.IsDocument(f.Path)).ToList();
        var facts = files.Single(f => f.Path == "hypercalcemia/workflow.json");
        var other = Encoding.UTF8.GetString(facts.Content.Span).Replace(">=", "<", StringComparison.Ordinal);
        var library = RuleLibrary.Load([.. files.Where(f => f != facts), facts with { Content = Encoding.UTF8.GetBytes(other) }]).Library;
        using var engine = new RuleEngine(library, new EngineOptions { Compile = false });
        var failed = CaseRunner.Run(engine, ["Hypercalcemia"]).Where(r => !r.Passed).ToList();
        Assert.True(failed.Count > 20, $"only {failed.Count} cases failed");
        var cases = string.Join(",", failed.Select((r, i) =>
            $$"""{"Id":"c{{i}}","Facts":{{r.Case.Facts.Raw}},"Expect":{{ActualExpectation.Of(r.Judgement!, r.Case.Expect)}}{{(r.Case.AsOf is { } asOf ? $",\"AsOf\":\"{asOf:yyyy-MM-dd}\"" : "")}}}"""));
        var again = RuleLibrary.Load([.. files.Where(f => f != facts && f.Path != "hypercalcemia/cases.json"), facts with { Content = Encoding.UTF8.GetBytes(other) },
            new LibraryFile("hypercalcemia/cases.json", Encoding.UTF8.GetBytes($$"""{"Workflow":"Hypercalcemia","Cases":[{{cases}}]}"""))]).Library;
        Assert.Equal(failed.Count, again["Hypercalcemia"].Cases!.Cases.Count);
        Assert.Empty(CaseSuite.Of(again, ["Hypercalcemia"]).Replay(engine).SelectMany(r => r.Differences).Select(d => d.ToString()));
    }

    [Fact]
    public void A_judgement_finds_what_a_decision_finds()
    {
        using var engine = new RuleEngine(Shipped.Library, new EngineOptions { Compile = false });
        foreach (var workflow in Shipped.Library.Workflows)
            foreach (var golden in workflow.Cases!.Cases.Take(10))
            {
                var facts = Encoding.UTF8.GetBytes(golden.Facts.Raw);
                var (judgement, _) = engine.Judge(workflow.Name, facts, golden.AsOf);
                var decision = engine.Decide(workflow.Name, facts, golden.AsOf, Explain.None).Decision!;
                Assert.Equal(decision.Status, judgement!.Status);
                Assert.Equal(decision.Rules.Select(r => (r.Name, r.Verdict, r.Event, string.Join(",", r.Missing))), judgement.Rules.Select(r => (r.Name, r.Verdict, r.Event, string.Join(",", r.Missing))));
                Assert.Equal(decision.Outputs.Select(o => (o.Name, ValueText.Of(o.Value))), judgement.Outputs.Select(o => (o.Name, ValueText.Of(o.Value))));
            }
    }
}
