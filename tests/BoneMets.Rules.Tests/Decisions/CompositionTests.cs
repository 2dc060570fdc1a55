using System.Text;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Tests.Binding;

namespace BoneMets.Rules.Tests.Decisions;

/// <summary>What joins a decision, and what stands back, when workflows are put together.</summary>
public sealed class CompositionTests
{
    private static readonly string PerItem =
        BindingWorld.Workflow($"'Rules': [ {Rule("Big", "item.n > 5", "urgent")}, {Rule("Small", "item.n <= 5", "routine")}, {Rule("Same", "p.y", "routine")} ]", "PerItem", "p:person", "item:item");

    [Fact]
    public void A_workflow_reached_twice_joins_once()
    {
        var decision = Decide(
            """{"p":{"x":true,"y":true}}""",
            BindingWorld.Workflow("'Uses': [ { 'Workflow': 'A', 'Include': true }, { 'Workflow': 'B', 'Include': true } ], 'Rules': []"),
            BindingWorld.Workflow($"'Uses': [ {{ 'Workflow': 'C', 'Include': true }} ], 'Rules': [ {Rule("InA", "p.x", "routine")} ]", "A"),
            BindingWorld.Workflow($"'Uses': [ {{ 'Workflow': 'C', 'Include': true }} ], 'Rules': [ {Rule("InB", "p.x", "routine")} ]", "B"),
            BindingWorld.Workflow($"'Rules': [ {Rule("InC", "p.y", "routine")} ]", "C"));
        Assert.Equal(["A.InA", "A.C.InC", "B.InB"], decision.Rules.Select(r => r.Name));
    }

    [Theory]
    [InlineData("""{"p":{"y":true,"items":[{"n":7},{"n":1}]}}""", "PerItem.Same=Met,PerItem[p.items[0]].Big=Met,PerItem[p.items[0]].Small=NotMet,PerItem[p.items[1]].Big=NotMet,PerItem[p.items[1]].Small=Met")]
    [InlineData("""{"p":{"y":true,"items":[]}}""", "PerItem.Same=Met")]
    [InlineData("""{"p":{"y":true}}""", "PerItem.Same=Met,PerItem.Big=Undetermined,PerItem.Small=Undetermined")]
    public void What_does_not_depend_on_the_element_joins_once(string facts, string verdicts)
    {
        var decision = Decide(facts, BindingWorld.Workflow("'Uses': [ { 'Workflow': 'PerItem', 'Include': true, 'ForEach': 'p.items', 'As': 'item' } ], 'Rules': []"), PerItem);
        Assert.Equal(verdicts, string.Join(",", decision.Rules.Select(r => $"{r.Name}={r.Verdict}")));
    }

    [Theory]
    [InlineData("""{"p":{"x":true,"y":true}}""", "Other.Advice")]
    [InlineData("""{"p":{"x":true}}""", "Other.Advice")]
    [InlineData("""{"p":{"x":true,"y":false}}""", "")]
    public void A_rule_withholds_advice_of_another_workflow_that_takes_part(string facts, string withheld)
    {
        var decision = Decide(
            facts,
            BindingWorld.Workflow("'Uses': [ { 'Workflow': 'Other', 'Include': true }, { 'Workflow': 'Against', 'Include': true } ], 'Rules': []"),
            BindingWorld.Workflow($"'Rules': [ {Rule("Advice", "p.x", "routine")} ]", "Other"),
            BindingWorld.Workflow($"'Rules': [ {Rule("Hold", "p.y", "urgent", "Other.Advice")} ]", "Against"));
        Assert.Equal(withheld, string.Join(",", decision.Withheld.Select(w => w.Rule)));
        Assert.Equal(Verdict.Met, decision["Other.Advice"]);
        Assert.Equal(withheld.Length == 0, decision.Recommendations.Any(r => r.Rule == "Other.Advice"));
    }

    [Fact]
    public void An_objection_reached_through_every_element_holds_for_every_element()
    {
        var decision = Decide(
            """{"p":{"y":true,"items":[{"n":7},{"n":9}]}}""",
            BindingWorld.Workflow("'Uses': [ { 'Workflow': 'C', 'Include': true, 'ForEach': 'p.items', 'As': 'item' } ], 'Rules': []"),
            BindingWorld.Workflow($"'Uses': [ {{ 'Workflow': 'Against', 'Include': true, 'When': '(item.n ?? 0) > 5' }} ], 'Rules': [ {Rule("Give", "item.n > 5", "routine")} ]", "C", "p:person", "item:item"),
            BindingWorld.Workflow($"'Rules': [ {Rule("Hold", "p.y", "urgent", "C.Give")} ]", "Against"));
        Assert.Equal(["C[p.items[0]].Give", "C[p.items[1]].Give"], decision.Withheld.Select(w => w.Rule));
        Assert.DoesNotContain(decision.Recommendations, r => r.Rule.EndsWith("Give", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("C Against")]
    [InlineData("Against C")]
    public void An_objection_about_the_whole_patient_holds_whatever_reaches_it_first(string order)
    {
        var uses = order.Split(' ').Select(w => w == "C" ? "{ 'Workflow': 'C', 'Include': true, 'ForEach': 'p.items', 'As': 'item' }" : "{ 'Workflow': 'Against', 'Include': true }");
        var decision = Decide(
            """{"p":{"y":true,"items":[{"n":7},{"n":1}]}}""",
            BindingWorld.Workflow($"'Uses': [ {string.Join(", ", uses)} ], 'Rules': []"),
            BindingWorld.Workflow($"'Uses': [ {{ 'Workflow': 'Against', 'Include': true, 'When': '(item.n ?? 0) > 5' }} ], 'Rules': [ {Rule("Give", "item.n > 0", "routine")} ]", "C", "p:person", "item:item"),
            BindingWorld.Workflow($"'Rules': [ {Rule("Hold", "p.y", "urgent", "C.Give")} ]", "Against"));
        Assert.Equal(["C[p.items[0]].Give", "C[p.items[1]].Give"], decision.Withheld.Select(w => w.Rule));
    }

    [Fact]
    public void On_one_list_element_advice_is_withheld_for_that_element_only()
    {
        var decision = Decide(
            """{"p":{"items":[{"n":7},{"n":9}]}}""",
            BindingWorld.Workflow("'Uses': [ { 'Workflow': 'PerItem', 'Include': true, 'ForEach': 'p.items', 'As': 'item' }, { 'Workflow': 'Against', 'Include': true, 'ForEach': 'p.items', 'As': 'item' } ], 'Rules': []"),
            PerItem,
            BindingWorld.Workflow($"'Rules': [ {Rule("Hold", "item.n > 8", "urgent", "PerItem.Big")} ]", "Against", "item:item"));
        Assert.Equal(["PerItem[p.items[1]].Big"], decision.Withheld.Select(w => w.Rule));
        Assert.Contains(decision.Recommendations, r => r.Rule == "PerItem[p.items[0]].Big");
    }

    [Fact]
    public void A_rule_about_the_whole_patient_withholds_advice_about_every_element()
    {
        var decision = Decide(
            """{"p":{"x":true,"items":[{"n":7},{"n":9}]}}""",
            BindingWorld.Workflow("'Uses': [ { 'Workflow': 'PerItem', 'Include': true, 'ForEach': 'p.items', 'As': 'item' } ], 'Rules': [ " + Rule("Hold", "p.x", "urgent", "PerItem.Big") + " ]"), PerItem);
        Assert.Equal(["PerItem[p.items[0]].Big", "PerItem[p.items[1]].Big"], decision.Withheld.Select(w => w.Rule));
    }

    [Theory]
    [InlineData("""{"p":{"x":true,"y":true}}""", "Other.Soon=NotMet,Other.Now=Met")]
    [InlineData("""{"p":{"x":false,"y":true}}""", "Other.Soon=Met,Other.Now=Met")]
    [InlineData("""{"p":{"y":true}}""", "Other.Soon=Undetermined,Other.Now=Met")]
    [InlineData("""{"p":{"y":false}}""", "Other.Soon=NotMet,Other.Now=NotMet")]
    public void The_condition_of_an_include_may_apply_to_some_urgencies_only(string facts, string verdicts)
    {
        var decision = Decide(
            facts,
            BindingWorld.Workflow("'Uses': [ { 'Workflow': 'Other', 'Include': true, 'When': '!p.x', 'WhenAppliesTo': [ 'routine', 'info' ] } ], 'Rules': []"),
            BindingWorld.Workflow($"'Rules': [ {Rule("Soon", "p.y", "routine")}, {Rule("Now", "p.y", "urgent")} ]", "Other"));
        Assert.Equal(verdicts, string.Join(",", decision.Rules.Select(r => $"{r.Name}={r.Verdict}")));
    }

    [Fact]
    public void Advice_that_is_put_off_still_speaks_against_other_advice()
    {
        var decision = Decide(
            """{"p":{"x":true,"y":true}}""",
            BindingWorld.Workflow("'Uses': [ { 'Workflow': 'Other', 'Include': true, 'When': '!p.x', 'WhenAppliesTo': [ 'routine' ] } ], 'Rules': []"),
            BindingWorld.Workflow($"'Rules': [ {Rule("Objects", "p.y", "routine", "Now")}, {Rule("Now", "p.y", "urgent")} ]", "Other"));
        Assert.Equal(Verdict.NotMet, decision["Other.Objects"]);
        Assert.Equal(["Other.Now"], decision.Withheld.Select(w => w.Rule));
        Assert.Equal("do Objects", decision.Withheld[0].Reason);
    }

    [Fact]
    public void A_workflow_that_does_not_take_part_speaks_against_nothing()
    {
        var decision = Decide(
            """{"p":{"x":true,"y":true}}""",
            BindingWorld.Workflow("'Uses': [ { 'Workflow': 'Other', 'Include': true, 'When': '!p.x' } ], 'Rules': [ " + Rule("Now", "p.y", "urgent") + " ]"),
            BindingWorld.Workflow($"'Rules': [ {Rule("Objects", "p.y", "routine", "W.Now")} ]", "Other"));
        Assert.Empty(decision.Withheld);
    }

    [Fact]
    public void A_citation_carries_the_statements_that_the_rule_encodes()
    {
        var decision = Decide("""{"p":{"x":true}}""", BindingWorld.Workflow("'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Recommendation': { 'Text': 'do', 'Urgency': 'info' }, 'Evidence': [ { 'Source': 'known', 'Statements': [ 'S1' ] } ] } ]"));
        Assert.Equal(["S1"], decision.Rules[0].Evidence[0].Statements);
        Assert.Contains("\"statements\":[\"S1\"]", Encoding.UTF8.GetString(DecisionWriter.ToUtf8(decision, Explain.Rules)), StringComparison.Ordinal);
    }

    private static string Rule(string name, string expression, string urgency, params string[] withholds) =>
        $"{{ 'RuleName': '{name}', 'Expression': '{expression}', 'Recommendation': {{ 'Text': 'do {name}', 'Urgency': '{urgency}' }}, 'Withholds': [{string.Join(", ", withholds.Select(w => $"'{w}'"))}], 'Evidence': [ {{ 'Source': 'known' }} ] }}";

    private static Decision Decide(string facts, params string[] workflows)
    {
        var load = BindingWorld.Load(workflows);
        Assert.True(!load.HasErrors, string.Join("\n", load.Diagnostics));
        using var engine = new RuleEngine(load.Library, new EngineOptions { Compile = false });
        var outcome = engine.Decide("W", Encoding.UTF8.GetBytes(facts), null, Explain.Rules);
        return outcome.Decision ?? throw new InvalidOperationException(string.Join("\n", outcome.Errors));
    }
}
