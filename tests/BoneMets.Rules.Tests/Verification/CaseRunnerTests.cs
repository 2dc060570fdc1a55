using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Tests.Verification;

public sealed class CaseRunnerTests
{
    [Theory]
    [InlineData("""{"p": {"n": 11}}""", """{"Rules": {"Big": "met"}, "Events": ["big"]}""")]
    [InlineData("""{"p": {"n": 1.10e1}}""", """{"Outputs": {"twice": 22.0, "flag": true}}""")]
    [InlineData("""{"p": {"s": "x", "born": "2000-02-29"}}""", """{"Outputs": {"text": "x", "day": "2000-02-29", "twice": null}}""")]
    [InlineData("{}", """{"Rules": {"Big": "undetermined"}, "Missing": ["p.n"], "Events": []}""")]
    [InlineData("""{"p": {"n": 0}}""", """{"Rules": {"Faulty": "failed", "Big": "notMet"}, "Missing": []}""")]
    [InlineData("{\"p\": {/* not recorded */ \"n\": null, // yet\n \"s\": \"y\"}}", """{"Rules": {"Big": "undetermined"}}""")]
    public void A_case_passes_when_all_that_it_states_holds(string facts, string expect) => Assert.Empty(Differences(facts, expect));

    [Theory]
    [InlineData("""{"p": {"n": 11}}""", """{"Rules": {"Big": "notMet"}}""", "rule Big: expected notMet, got met")]
    [InlineData("{}", """{"Rules": {"Big": "met"}}""", "rule Big: expected met, got undetermined (missing p.n)")]
    [InlineData("""{"p": {"n": 0}}""", """{"Rules": {"Faulty": "met"}}""", "rule Faulty: expected met, got failed (division by zero)")]
    [InlineData("{}", """{"Rules": {"Bigg": "met"}}""", "rule Bigg: expected met, got no such rule")]
    [InlineData("{}", """{"Rules": {"Big": "undetermined"}, "Missing": []}""", "missing: expected nothing, got p.n")]
    [InlineData("{}", """{"Outputs": {"twice": 1}}""", "output twice: expected 1, got not recorded")]
    [InlineData("""{"p": {"n": 2}}""", """{"Outputs": {"twice": null}}""", "output twice: expected undecided, got 4")]
    [InlineData("""{"p": {"n": 2}}""", """{"Outputs": {"twice": "4"}}""", "output twice: expected \"4\", got 4")]
    [InlineData("""{"p": {"n": 2}}""", """{"Outputs": {"thrice": 6}}""", "output thrice: expected 6, got no such output")]
    [InlineData("""{"p": {"n": 2}}""", """{"Events": ["big"]}""", "events: expected big, got nothing")]
    [InlineData("""{"p": {"n": -1}}""", """{"Events": []}""", "facts /p/n: expected valid facts, got `p.n`")]
    public void A_case_fails_with_what_was_expected_and_what_came(string facts, string expect, string difference) =>
        Assert.StartsWith(difference, Assert.Single(Differences(facts, expect)), StringComparison.Ordinal);

    [Fact]
    public void Results_stand_in_the_order_of_the_cases()
    {
        var cases = string.Join(",", Enumerable.Range(0, 500).Select(i => $$$"""{"Id": "c{{{i}}}", "Facts": {"p": {"n": {{{i}}} } }, "Expect": {"Rules": {"Big": "met"} } }"""));
        var load = CaseLibrary.Load($$"""{"Workflow": "W", "Cases": [{{cases}}]}""");
        var suite = CaseSuite.Of(load.Library, ["W"]);
        var engine = new RuleEngine(load.Library, new EngineOptions { Compile = false });
        for (var round = 0; round < 3; round++)
        {
            var results = suite.Replay(engine);
            Assert.Equal(Enumerable.Range(0, 500).Select(i => $"c{i}"), results.Select(r => r.Case.Id));
            Assert.Equal(11, results.Count(r => !r.Passed));
        }
        Assert.Empty(CaseSuite.Of(load.Library, ["Other"]).Cases);
    }

    private static IEnumerable<string> Differences(string facts, string expect)
    {
        var (engine, suite) = CaseLibrary.Of(facts, expect);
        return Assert.Single(suite.Replay(engine)).Differences.Select(d => d.ToString());
    }
}
