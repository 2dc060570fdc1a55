namespace BoneMets.Rules.Tests.Binding;

public sealed class LibraryBindingTests
{
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "'GlobalParams': [ { 'Name': 'a', 'Expression': 'b' }, { 'Name': 'b', 'Expression': 'a' } ], 'Rules': []", "BMR2019", "a definition refers to itself: `a` → `b` → `a`" },
        { "'GlobalParams': [ { 'Name': 'a', 'Expression': 'a + 1' } ], 'Rules': []", "BMR2019", "a definition refers to itself: `a` → `a`" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'B' }, { 'RuleName': 'B', 'Expression': '!A' } ]", "BMR2019", "a definition refers to itself: `A` → `B` → `A`" },
        { "'Rules': [ { 'RuleName': 'A', 'Enabled': false, 'Expression': 'p.x' }, { 'RuleName': 'B', 'Expression': '!A' } ]", "BMR2020", "rule `A` is disabled, so it has no verdict" },
        { "'Uses': [ { 'Workflow': 'Nowhere' } ], 'Rules': []", "BMR5001", "there is no workflow `Nowhere`" },
        { "'Uses': [ { 'Workflow': 'W' } ], 'Rules': [ { 'RuleName': 'A', 'Expression': 'W.A' } ]", "BMR5002", "workflows use each other in a circle: `W` → `W`" },
        { "'WorkflowsToInject': [ 'W' ], 'Rules': []", "BMR5002", "workflows inject each other in a circle: `W` → `W`" },
        { "'WorkflowsToInject': [ 'V' ], 'Rules': []", "BMR5001", "there is no workflow `V` to inject" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'Other.B' } ]", "BMR2003", "nothing here is called `Other`" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Withholds': [ 'B' ] } ]", "BMR5007", "there is no rule `B` to withhold" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Withholds': [ 'A' ] } ]", "BMR5007", "rule `A` cannot withhold itself" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Withholds': [ 'V.B' ] } ]", "BMR5001", "there is no workflow `V`" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Withholds': [ 'W.B' ] } ]", "BMR5007", "there is no rule `W.B` to withhold" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Recommendation': { 'Text': 'T.', 'Urgency': 'info' }, 'Evidence': [ { 'Source': 'known' } ] } ], 'Contradictions': [ { 'These': [ 'A' ], 'Against': [ 'AA' ] } ]", "BMR5007", "there is no rule `AA`" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Recommendation': { 'Text': 'T.', 'Urgency': 'info' }, 'Evidence': [ { 'Source': 'known' } ] } ], 'Contradictions': [ { 'These': [ 'A' ], 'Against': [ 'V.B' ] } ]", "BMR5001", "there is no workflow `V`" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Recommendation': { 'Text': 'T.', 'Urgency': 'info' }, 'Evidence': [ { 'Source': 'known' } ] }, { 'RuleName': 'B', 'Expression': 'p.x' } ], 'Contradictions': [ { 'These': [ 'A' ], 'Against': [ 'B' ] } ]", "BMR5018", "rule `B` gives no advice that could contradict other advice" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Recommendation': { 'Text': 'T.', 'Urgency': 'info' }, 'Evidence': [ { 'Source': 'known' } ] } ], 'Contradictions': [ { 'Why': 'both', 'These': [ 'A' ] } ]", "BMR1004", "the contradiction names no rules under `Against`" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Recommendation': { 'Text': 'T.', 'Urgency': 'info' }, 'Evidence': [ { 'Source': 'known' } ] } ], 'Contradictions': [ { 'These': [ 'A' ], 'Against': [ 'W.A' ] } ]", "BMR5007", "there is no rule `W.A`" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Recommendation': { 'Text': 'T.', 'Urgency': 'info' }, 'Evidence': [ { 'Source': 'known' } ] } ], 'Contradictions': [ { 'These': [ 'A' ], 'Against': [ 'A' ] } ]", "BMR5018", "`A` stands on both sides, and no advice contradicts itself" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Evidence': [ { 'Source': 'known', 'Statements': [ 'S9' ] } ] } ]", "BMR5015", "there is no statement `S9` in evidence.json" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Evidence': [ { 'Source': 'known', 'Statements': [ 'S2' ] } ] } ]", "BMR5015", "`S2` is a statement of `other`, not of `known`" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Evidence': [ { 'Source': 'known', 'Statements': [ 'S3' ] } ] } ]", "BMR5015", "evidence.json says that no rule encodes `S3`" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Evidence': [ { 'Source': 'knwon' } ] } ]", "BMR5003", "`knwon` is not in evidence.json" },
        { "'Metadata': { 'CdsHooks': { 'Hooks': [ 'patient-view' ], 'RelevantWhen': 'p.a' } }, 'Rules': []", "BMR2011", "`p.a` is a number, not true or false" },
        { "'Metadata': { 'CdsHooks': { 'Hooks': [ 'patient-view' ], 'RelevantWhen': 'p.cancer' } }, 'Rules': []", "BMR2004", "`person` has no fact `cancer`" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'p.a' } ]", "BMR2011", "`p.a` is a number, not true or false" },
        { "'GlobalParams': [ { 'Name': 'ca', 'Expression': 'p.calcium', 'Unit': 'mmol/L' } ], 'Rules': []", "BMR2008", "`ca` is declared in mmol/L, but its expression is in mg/dL" },
        { "'GlobalParams': [ { 'Name': 'ca', 'Expression': 'p.x', 'Unit': 'mg' } ], 'Rules': []", "BMR2008", "`ca` has the unit mg, but its expression is true or false" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Recommendation': { 'Text': 'dose $(p.doze)', 'Urgency': 'info' }, 'Evidence': [ { 'Source': 'known' } ] } ]", "BMR2004", "`person` has no fact `doze`" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Recommendation': { 'Text': 'dose $(p.a', 'Urgency': 'info' }, 'Evidence': [ { 'Source': 'known' } ] } ]", "BMR2001", "`$(` is never closed" },
        { "'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Actions': { 'OnSuccess': { 'Name': 'EvaluateRule', 'Context': { 'workflowName': 'W', 'ruleName': 'B' } } } } ]", "BMR5007", "workflow `W` has no rule `B`" },
        { Table("Unique", "{ 'When': ['> 1'], 'Then': ['1'] }, { 'When': ['>= 2'], 'Then': ['2'] }"), "BMR5005", "rows 1 and 2 of table `t` both apply, for example with p.a = 2" },
        { Table("First", "{ 'When': ['> 1'], 'Then': ['p.x'] }"), "BMR2007", "output `o` is a number, but `p.x` is true or false" },
        { Table("First", "{ 'When': ['\\u0022x\\u0022'], 'Then': ['1'] }"), "BMR2007", "`\"x\"` is a text, but the value is a number" },
        { Table("First", "{ 'When': ['> 1 and < 1'], 'Then': ['1'] }"), "BMR2026", "nothing can match `> 1 and < 1`" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_in_a_workflow_is_told_with_code_and_words(string members, string code, string message)
    {
        var load = BindingWorld.Load(BindingWorld.Workflow(members));
        var error = Assert.Single(load.Diagnostics, d => d.IsError);
        Assert.Equal((code, message), (error.Code.Id, error.Message));
        Assert.True(error.Line > 0 && error.Pointer.Length > 0, error.ToString());
        Assert.Null(load.Library["W"].Bound);
    }

    [Fact]
    public void A_rule_of_another_workflow_that_is_not_there_cannot_be_withheld()
    {
        var load = BindingWorld.Load(
            BindingWorld.Workflow("'Rules': [ { 'RuleName': 'A', 'Expression': 'p.x', 'Withholds': [ 'V.Bee' ] } ]"),
            BindingWorld.Workflow("'Rules': [ { 'RuleName': 'Be', 'Expression': 'p.x' } ]", "V"));
        var error = Assert.Single(load.Diagnostics, d => d.IsError);
        Assert.Equal(("BMR5007", "workflow `V` has no rule `Bee` to withhold", "did you mean `Be`?"), (error.Code.Id, error.Message, error.Help));
    }

    [Theory]
    [InlineData("", "the advice of `V` is not taken in here, so that it never stands in a decision of `W`")]
    [InlineData("'Uses': [ { 'Workflow': 'V' } ], ", "the advice of `V` is not taken in here, so that it never stands in a decision of `W`")]
    [InlineData("'Uses': [ { 'Workflow': 'V', 'Include': true } ], ", null)]
    [InlineData("'Uses': [ { 'Workflow': 'U', 'Include': true } ], ", null)]
    public void Advice_of_a_workflow_contradicts_only_where_it_is_taken_in(string uses, string? message)
    {
        const string advice = "'Recommendation': { 'Text': 'T.', 'Urgency': 'info' }, 'Evidence': [ { 'Source': 'known' } ]";
        var load = BindingWorld.Load(
            BindingWorld.Workflow(uses + $"'Rules': [ {{ 'RuleName': 'A', 'Expression': 'p.x', {advice} }} ], 'Contradictions': [ {{ 'These': [ 'A' ], 'Against': [ 'V.B' ] }} ]", "W"),
            BindingWorld.Workflow("'Uses': [ { 'Workflow': 'V', 'Include': true } ], 'Rules': []", "U"),
            BindingWorld.Workflow($"'Rules': [ {{ 'RuleName': 'B', 'Expression': 'p.x', {advice} }} ]", "V"));
        Assert.Equal(message, load.Diagnostics.SingleOrDefault(d => d.IsError)?.Message);
    }

    [Fact]
    public void Advice_that_a_workflow_injects_is_its_own_and_so_are_the_contradictions_of_it()
    {
        const string advice = "'Recommendation': { 'Text': 'T.', 'Urgency': 'info' }, 'Evidence': [ { 'Source': 'known' } ]";
        var load = BindingWorld.Load(
            BindingWorld.Workflow($"'WorkflowsToInject': [ 'V' ], 'Rules': [ {{ 'RuleName': 'A', 'Expression': 'p.x', {advice} }} ], 'Contradictions': [ {{ 'These': [ 'A' ], 'Against': [ 'B' ] }} ]", "W"),
            BindingWorld.Workflow($"'Rules': [ {{ 'RuleName': 'B', 'Expression': 'p.x', {advice} }}, {{ 'RuleName': 'C', 'Expression': 'p.x', {advice} }} ], 'Contradictions': [ {{ 'These': [ 'B' ], 'Against': [ 'C' ] }} ]", "V"));
        Assert.DoesNotContain(load.Diagnostics, d => d.IsError);
        Assert.Equal(["A/B", "B/C"], load.Library["W"].Bound!.Model.Contradictions.Select(c => $"{c.These[0].Text}/{c.Against[0].Text}"));
    }

    [Fact]
    public void What_an_injected_workflow_includes_and_when_is_part_of_the_hash()
    {
        string HashWith(string when) => BindingWorld.Load(
            BindingWorld.Workflow("'WorkflowsToInject': [ 'J' ], 'Rules': []", "W"),
            BindingWorld.Workflow($"'Uses': [ {{ 'Workflow': 'V', 'Include': true, 'When': '{when}' }} ], 'Rules': []", "J"),
            BindingWorld.Workflow("'Rules': [ { 'RuleName': 'B', 'Expression': 'p.x' } ]", "V")).Library["W"].Bound!.Hash;
        Assert.NotEqual(HashWith("p.x"), HashWith("!p.x"));
        Assert.Equal(HashWith("p.x"), HashWith("p.x"));
    }

    [Fact]
    public void What_an_injected_workflow_says_must_never_meet_is_part_of_the_hash()
    {
        const string advice = "'Recommendation': { 'Text': 'T.', 'Urgency': 'info' }, 'Evidence': [ { 'Source': 'known' } ]";
        string HashWith(string contradictions) => BindingWorld.Load(
            BindingWorld.Workflow("'WorkflowsToInject': [ 'J' ], 'Rules': []", "W"),
            BindingWorld.Workflow($"'Rules': [ {{ 'RuleName': 'A', 'Expression': 'p.x', {advice} }}, {{ 'RuleName': 'B', 'Expression': 'p.x', {advice} }} ]{contradictions}", "J")).Library["W"].Bound!.Hash;
        Assert.NotEqual(HashWith(""), HashWith(", 'Contradictions': [ { 'These': [ 'A' ], 'Against': [ 'B' ] } ]"));
    }

    [Fact]
    public void A_circle_of_uses_names_its_path()
    {
        var load = BindingWorld.Load(
            BindingWorld.Workflow("'Uses': [ { 'Workflow': 'B' } ], 'Rules': [ { 'RuleName': 'R', 'Expression': 'B.R' } ]", "A"),
            BindingWorld.Workflow("'Uses': [ { 'Workflow': 'C' } ], 'Rules': [ { 'RuleName': 'R', 'Expression': 'C.R' } ]", "B"),
            BindingWorld.Workflow("'Uses': [ { 'Workflow': 'A' } ], 'Rules': [ { 'RuleName': 'R', 'Expression': 'A.R' } ]", "C"));
        var error = Assert.Single(load.Diagnostics, d => d.Code.Id == "BMR5002");
        Assert.Equal("workflows use each other in a circle: `A` → `B` → `C` → `A`", error.Message);
    }

    [Fact]
    public void An_undeclared_use_says_what_to_declare()
    {
        var load = BindingWorld.Load(
            BindingWorld.Workflow("'Rules': [ { 'RuleName': 'R', 'Expression': 'B.R' } ]", "A"),
            BindingWorld.Workflow("'Rules': [ { 'RuleName': 'R', 'Expression': 'p.x' } ]", "B"));
        var error = Assert.Single(load.Diagnostics, d => d.IsError);
        Assert.Equal("workflow `B` is not among the `Uses` of this one", error.Message);
        Assert.Equal("add { \"Workflow\": \"B\" } to `Uses`", error.Help);
    }

    [Theory]
    [InlineData("'Inputs': [ { 'Name': 'c', 'Expression': 'p.a' } ]", "{ 'When': ['> 1'], 'Then': ['1'] }, { 'When': ['<= 1'], 'Then': ['2'] }", true, true)]
    [InlineData("'Inputs': [ { 'Name': 'c', 'Expression': 'p.a' } ]", "{ 'When': ['> 1'], 'Then': ['1'] }, { 'When': ['< 1'], 'Then': ['2'] }", false, true)]
    [InlineData("'Inputs': [ { 'Name': 'c', 'Expression': 'p.i' } ]", "{ 'When': ['> 1'], 'Then': ['1'] }, { 'When': ['< 2'], 'Then': ['2'] }", true, true)]
    [InlineData("'Inputs': [ { 'Name': 'c', 'Expression': 'p.a' } ]", "{ 'When': ['> 1'], 'Then': ['1'] }, { 'When': ['< 2'], 'Then': ['2'] }", true, false)]
    [InlineData("'Inputs': [ { 'Name': 'c', 'Expression': 'p.calcium' } ]", "{ 'When': ['>= 0 and <= 50'], 'Then': ['1'] }", true, true)]
    [InlineData("'Inputs': [ { 'Name': 'c', 'Expression': 'p.calcium' } ]", "{ 'When': ['> 0 and <= 50'], 'Then': ['1'] }", false, true)]
    [InlineData("'Inputs': [ { 'Name': 'c', 'Expression': 'p.color' }, { 'Name': 'd', 'Expression': 'p.x' } ]", "{ 'When': ['_', 'true'], 'Then': ['1'] }, { 'When': ['not \\u0022red\\u0022', 'false'], 'Then': ['2'] }, { 'When': ['\\u0022red\\u0022', '_'], 'Then': ['3'] }", true, false)]
    [InlineData("'Inputs': []", "{ 'Condition': 'p.a > p.b', 'Then': ['1'] }, { 'Condition': 'p.a <= p.b', 'Then': ['2'] }", true, true)]
    [InlineData("'Inputs': []", "{ 'Condition': 'p.x && p.y', 'Then': ['1'] }, { 'Condition': '!p.x || !p.y', 'Then': ['2'] }", true, true)]
    [InlineData("'Inputs': []", "{ 'Condition': 'p.a is null', 'Then': ['1'] }, { 'Condition': 'p.a is not null', 'Then': ['2'] }", true, true)]
    [InlineData("'Inputs': []", "{ 'Condition': 'p.a > 1', 'Then': ['1'] }, { 'Condition': '2 * p.a <= 2', 'Then': ['2'] }", false, false)]
    [InlineData("'Inputs': [ { 'Name': 'c', 'Expression': 'p.a' } ]", "{ 'When': ['> 1'], 'Then': ['1'] }, { 'Otherwise': true, 'Then': ['2'] }", true, true)]
    public void A_table_is_proved_complete_and_disjoint_or_not(string inputs, string rows, bool complete, bool disjoint)
    {
        var load = BindingWorld.Load(BindingWorld.Workflow($"'Tables': [ {{ 'Name': 't', {inputs}, 'Outputs': [ {{ 'Name': 'o', 'Type': 'number' }} ], 'Rows': [ {rows} ] }} ], 'Rules': []"));
        Assert.DoesNotContain(load.Diagnostics, d => d.IsError);
        var table = load.Library["W"].Bound!.Tables[0];
        Assert.Equal((complete, disjoint), (table.IsComplete, table.IsDisjoint));
        Assert.Equal(!complete, load.Diagnostics.Any(d => d.Code.Id == "BMR5011"));
    }

    [Fact]
    public void A_table_with_one_output_stands_for_its_value_and_its_members()
    {
        var load = BindingWorld.Load(BindingWorld.Workflow(
            "'Tables': [ { 'Name': 't', 'Inputs': [ { 'Name': 'c', 'Expression': 'p.x' } ], 'Outputs': [ { 'Name': 'word', 'Type': 'text' } ], 'Rows': [ { 'When': ['true'], 'Then': ['\\u0022yes\\u0022'] }, { 'When': ['false'], 'Then': ['\\u0022no\\u0022'] } ] } ], " +
            "'Rules': [ { 'RuleName': 'A', 'Expression': 't.Length == 3 && t.word == \\u0022yes\\u0022 && t == \\u0022yes\\u0022' } ]"));
        Assert.DoesNotContain(load.Diagnostics, d => d.IsError);
        using var engine = new RuleEngine(load.Library, new EngineOptions { Compile = false });
        Assert.Equal(Verdict.Met, engine.Decide("W", """{"p":{"x":true}}"""u8, null).Decision!["A"]);
    }

    private static string Table(string policy, string rows) =>
        $"'Tables': [ {{ 'Name': 't', 'HitPolicy': '{policy}', 'Inputs': [ {{ 'Name': 'c', 'Expression': 'p.a' }} ], 'Outputs': [ {{ 'Name': 'o', 'Type': 'number' }} ], 'Rows': [ {rows} ] }} ], 'Rules': []";
}
