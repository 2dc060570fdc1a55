using System.Text;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Tests.Binding;

namespace BoneMets.Rules.Tests.Decisions;

public sealed class DecisionTests
{
    private const string Item =
        "{ 'WorkflowName': 'Item', 'Inputs': [ { 'Name': 'item', 'Schema': 'item' } ], 'GlobalParams': [ { 'Name': 'big', 'Expression': 'item.n > 5' } ], " +
        "'Rules': [ { 'RuleName': 'Big', 'Expression': 'big', 'Recommendation': { 'Text': 'n is $(item.n)', 'Urgency': 'urgent' }, 'Evidence': [ { 'Source': 'known' } ] } ] }";

    [Fact]
    public void An_included_workflow_joins_once_per_element_under_the_callers_path()
    {
        var decision = Decide(Including("'ForEach': 'p.items', 'As': 'item'"), """{"p":{"items":[{"n":7},{"n":1},{}]}}""");
        Assert.Equal(["Item[p.items[0]].Big=Met", "Item[p.items[1]].Big=NotMet", "Item[p.items[2]].Big=Undetermined"], Verdicts(decision));
        Assert.Equal("n is 7", Assert.Single(decision.Recommendations).Text);
        Assert.Equal(["p.items[2].n"], decision.Missing.Select(m => m.Fact));
        Assert.Equal(DecisionStatus.Incomplete, decision.Status);
    }

    [Fact]
    public void An_unknown_list_gives_one_undetermined_entry_per_included_rule()
    {
        var decision = Decide(Including("'ForEach': 'p.items', 'As': 'item'"), """{"p":{}}""");
        Assert.Equal(["Item.Big=Undetermined"], Verdicts(decision));
        Assert.Equal(["p.items"], decision.Rules[0].Missing);
    }

    [Theory]
    [InlineData("""{"p":{"x":true,"items":[{"n":7}]}}""", "Met", "")]
    [InlineData("""{"p":{"x":false,"items":[{"n":7}]}}""", "NotMet", "")]
    [InlineData("""{"p":{"items":[{"n":7}]}}""", "Undetermined", "p.x")]
    [InlineData("""{"p":{"items":[{"n":1}]}}""", "NotMet", "")]
    [InlineData("""{"p":{"items":[{}]}}""", "Undetermined", "p.items[0].n,p.x")]
    public void An_include_counts_as_far_as_its_condition_holds(string facts, string verdict, string missing)
    {
        var decision = Decide(Including("'ForEach': 'p.items', 'As': 'item', 'When': 'p.x'"), facts);
        Assert.Equal([$"Item[p.items[0]].Big={verdict}"], Verdicts(decision));
        Assert.Equal(missing, string.Join(",", decision.Rules[0].Missing));
    }

    [Fact]
    public void An_absent_input_of_an_included_workflow_is_unknown_leaf_by_leaf()
    {
        var decision = Decide(Including(""), """{"p":{}}""");
        Assert.Equal(["item.n"], decision.Rules[0].Missing);
    }

    [Fact]
    public void Each_elements_explanation_reads_its_own_facts()
    {
        var decision = Decide(Including("'ForEach': 'p.items', 'As': 'item'"), """{"p":{"items":[{"n":7},{"n":1}]}}""", Explain.Full);
        Assert.Equal("Item[p.items[1]].big", decision.Rules[1].Explanation!.Target);
        Assert.Equal(["p.items[1].n"], decision.Explanations["Item[p.items[1]].big"].Facts);
        Assert.Equal("no", ValueText.Of(decision.Explanations["Item[p.items[1]].big"].Value!));
    }

    [Theory]
    [InlineData("""{"p":{"x":true,"y":true}}""", "", "Hold", "Advice")]
    [InlineData("""{"p":{"x":true}}""", "", "", "Advice")]
    [InlineData("""{"p":{"x":true,"y":false}}""", "Advice", "", "")]
    [InlineData("""{"p":{"x":false,"y":true}}""", "", "Hold", "")]
    public void Advice_is_withheld_while_a_rule_against_it_is_not_ruled_out(string facts, string recommended, string holding, string withheld)
    {
        var decision = Decide(
            [BindingWorld.Workflow("'Rules': [ " + Rule("Advice", "p.x", "routine") + ", { 'RuleName': 'Hold', 'Title': 'Hold it', 'Expression': 'p.y', 'Withholds': [ 'Advice' ], 'Recommendation': { 'Text': 'wait', 'Urgency': 'urgent' }, 'WhenUndetermined': { 'Text': 'whether to wait is open' }, 'Evidence': [ { 'Source': 'known' } ] } ]")], facts);
        Assert.Equal(new[] { holding, recommended }.Where(n => n.Length > 0), decision.Recommendations.Select(r => r.Rule));
        Assert.Equal(withheld, string.Join(",", decision.Withheld.Select(w => w.Rule)));
        if (withheld.Length > 0) Assert.Equal(holding.Length > 0 ? "wait" : "whether to wait is open", decision.Withheld[0].Reason);
        Assert.Equal(facts.Contains("\"x\":true", StringComparison.Ordinal) ? Verdict.Met : Verdict.NotMet, decision["Advice"]);
    }

    [Fact]
    public void A_failed_rule_withholds_too_and_fails_the_decision()
    {
        var decision = Decide([BindingWorld.Workflow("'Rules': [ " + Rule("Advice", "p.x", "routine") + ", { 'RuleName': 'Hold', 'Expression': '1 / p.a > 2', 'Withholds': [ 'Advice' ] } ]")], """{"p":{"x":true,"a":0}}""");
        Assert.Equal((DecisionStatus.Failed, Verdict.Failed), (decision.Status, decision["Hold"]));
        Assert.Equal("BMR4001", decision.Rules[1].Error!.Code);
        Assert.Equal("Advice", Assert.Single(decision.Withheld).Rule);
    }

    [Fact]
    public void The_most_urgent_recommendation_comes_first_and_document_order_decides_the_rest()
    {
        var rules = string.Join(", ", Rule("A", "p.x", "info"), Rule("B", "p.x", "emergency"), Rule("C", "p.x", "routine"), Rule("D", "p.x", "emergency"));
        var decision = Decide([BindingWorld.Workflow($"'Rules': [ {rules} ]")], """{"p":{"x":true}}""");
        Assert.Equal(["B", "D", "C", "A"], decision.Recommendations.Select(r => r.Rule));
    }

    [Fact]
    public void Every_row_of_a_table_is_explained_with_the_column_that_it_read()
    {
        var table = "'Tables': [ { 'Name': 't', 'Inputs': [ { 'Name': 'c', 'Expression': 'p.a + 1' } ], 'Outputs': [ { 'Name': 'o', 'Type': 'number' } ], 'Rows': [ { 'When': ['> 5'], 'Then': ['1'] }, { 'When': ['<= 5'], 'Then': ['2'] }, { 'Otherwise': true, 'Then': ['3'] } ] } ], 'Rules': []";
        var explanation = Decide([BindingWorld.Workflow(table)], """{"p":{"a":2}}""", Explain.Full).Explanations["t"];
        Assert.Equal(["> 5", "<= 5", "otherwise"], explanation.Children.Select(c => c.Text));
        Assert.Equal(["no", "yes", null], explanation.Children.Select(c => c.Value is null ? null : ValueText.Of(c.Value)));
        Assert.Equal("p.a + 1", explanation.Children[0].Children[0].Children[0].Text);
    }

    [Fact]
    public void A_full_explanation_of_long_lists_stays_readable()
    {
        var workflow = BindingWorld.Workflow("'Rules': [ { 'RuleName': 'A', 'Expression': 'p.scores.Any(x => p.scores.Any(y => y > x + 100000))' }, { 'RuleName': 'B', 'Expression': 'p.scores.Any(x => x == 999)' } ]");
        var facts = $"{{\"p\":{{\"scores\":[{string.Join(",", Enumerable.Range(0, 1_000))}]}}}}";
        var decision = Decide([workflow], facts, Explain.Full);
        Assert.Equal(["A=NotMet", "B=Met"], Verdicts(decision));
        var list = decision.Rules[1].Explanation!;
        Assert.Equal(["more", "true"], [list.Children[^1].Kind, DecisionText(list.Children[^2])]);
        Assert.Equal("and 979 more elements", list.Children[^1].Text);
        Assert.True(DecisionWriter.ToUtf8(decision, Explain.Full).Length < 2_000_000);
    }

    [Fact]
    public void An_explanation_that_is_cut_says_so()
    {
        var rules = string.Join(", ", Enumerable.Range(0, 60).Select(i => $"{{ 'RuleName': 'R{i}', 'Expression': 'p.scores.Any(x => p.scores.Any(y => y > x + {i + 1000}))' }}"));
        var decision = Decide([BindingWorld.Workflow($"'Rules': [ {rules} ]")], $"{{\"p\":{{\"scores\":[{string.Join(",", Enumerable.Range(0, 100))}]}}}}", Explain.Full);
        Assert.Equal("BMR4008", Assert.Single(decision.Notices).Code);
        Assert.All(decision.Rules, r => Assert.Equal(Verdict.NotMet, r.Verdict));
        Assert.True(DecisionWriter.ToUtf8(decision, Explain.Full).Length < 20_000_000);
    }

    [Fact]
    public void The_imagined_element_of_an_unknown_list_never_shows()
    {
        string[] workflows = [BindingWorld.Workflow("'Uses': [ { 'Workflow': 'Item' } ], 'Rules': [ { 'RuleName': 'A', 'Expression': 'p.items.Any(i => Item(item: i).Big && p.x)' } ]"), Item];
        var decision = Decide(workflows, """{"p":{}}""", Explain.Full);
        Assert.Equal(["p.items", "p.x"], decision.Rules[0].Missing);
        Assert.DoesNotContain("\\u0000", Encoding.UTF8.GetString(DecisionWriter.ToUtf8(decision, Explain.Full)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_facts_give_the_same_bytes()
    {
        var options = new EngineOptions { Compile = false, NewDecisionId = () => Guid.Empty, Clock = new FixedClock() };
        var load = BindingWorld.Load(Including("'ForEach': 'p.items', 'As': 'item'"));
        using var engine = new RuleEngine(load.Library, options);
        string Once() => Encoding.UTF8.GetString(DecisionWriter.ToUtf8(engine.Decide("W", """{"p":{"items":[{"n":7.50},{}]}}"""u8, engine.Today, Explain.Full).Decision!, Explain.Full));
        Assert.Equal(Once(), Once());
        Assert.Contains("\"asOf\":\"2026-01-31\"", Once(), StringComparison.Ordinal);
    }

    private static string[] Including(string how) =>
        [BindingWorld.Workflow($"'Uses': [ {{ 'Workflow': 'Item', 'Include': true{(how.Length > 0 ? ", " + how : "")} }} ], 'Rules': []"), Item];

    private static string Rule(string name, string expression, string urgency) =>
        $"{{ 'RuleName': '{name}', 'Expression': '{expression}', 'Recommendation': {{ 'Text': 'do {name}', 'Urgency': '{urgency}' }}, 'Evidence': [ {{ 'Source': 'known' }} ] }}";

    private static Decision Decide(string[] workflows, string facts, Explain explain = Explain.Rules)
    {
        var load = BindingWorld.Load(workflows);
        Assert.True(!load.HasErrors, string.Join("\n", load.Diagnostics));
        using var engine = new RuleEngine(load.Library, new EngineOptions { Compile = false });
        var outcome = engine.Decide("W", Encoding.UTF8.GetBytes(facts), null, explain);
        return outcome.Decision ?? throw new InvalidOperationException(string.Join("\n", outcome.Errors));
    }

    private static string DecisionText(Explanation explanation) => explanation.Value is { } value ? ValueText.Of(value) == "yes" ? "true" : "false" : "";

    private static List<string> Verdicts(Decision decision) => [.. decision.Rules.Select(r => $"{r.Name}={r.Verdict}")];

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);
    }
}
