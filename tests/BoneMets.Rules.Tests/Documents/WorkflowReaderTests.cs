using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Tests.Documents;

public class WorkflowReaderTests
{
    private const string Everything = """
        {
          "$schema": "../../schemas/workflow.schema.json",
          "WorkflowName": "MirelsFractureRisk", "Title": "T", "Description": "D", "Tags": ["fracture"], "Metadata": { "Purpose": "p" },
          "Inputs": [{ "Name": "lesion", "Schema": "lesion" }],
          "Uses": [{ "Workflow": "Hypercalcemia" }, { "Workflow": "Spine", "Include": true, "When": "a", "ForEach": "patient.lesions", "As": "lesion" }],
          "GlobalParams": [{ "Name": "third", "Expression": "lesion.corticalPercent * 3", "Unit": "%" }],
          "Scores": [{ "Name": "mirelsScore", "Title": "S", "Items": [
            { "Name": "site", "Input": "lesion.site", "Points": [{ "When": "\"upperLimb\"", "Points": 1 }, { "When": "_", "Condition": "b", "Points": 2.50 }] },
            { "Name": "size", "Points": [{ "Condition": "c", "Points": -1, "Evidence": [{ "Source": "s" }] }, { "Otherwise": true, "Points": 0 }] }] }],
          "Tables": [{ "Name": "dose", "HitPolicy": "First", "Inputs": [{ "Name": "crCl", "Expression": "x" }],
            "Outputs": [{ "Name": "mg", "Type": "number", "Unit": "mg" }, { "Name": "word", "Type": "enum", "Values": ["a", "b"] }],
            "Rows": [{ "When": ["> 60"], "Then": ["4.0", "\"a\""], "Evidence": [{ "Source": "label", "Locator": "2.1" }] },
                     { "Condition": "d", "Then": ["3", "\"a\""] }, { "Otherwise": true, "Then": ["0", "\"b\""] }] }],
          "Rules": [
            { "RuleName": "Fixation", "Expression": "mirelsScore >= 9", "Title": "R", "SuccessEvent": "E", "ErrorMessage": "m $(x)",
              "LocalParams": [{ "Name": "local", "Expression": "1" }],
              "Recommendation": { "Text": "Consider it.", "Urgency": "urgent", "Strength": "strong" }, "WhenUndetermined": { "Text": "Later." },
              "Withholds": ["Other"], "Evidence": [{ "Source": "mirels-1989", "Locator": "table 2" }] },
            { "RuleName": "Other", "Operator": "OrElse", "Properties": { "free": 1 }, "Rules": [
              { "RuleName": "Left", "Expression": "true" }, { "RuleName": "Off", "Expression": "true", "Enabled": false }] }]
        }
        """;

    [Fact]
    public void Every_construct_is_read_with_its_place()
    {
        var workflow = ReadWell(Everything);
        Assert.Equal(("MirelsFractureRisk", "T", "D", "fracture"), (workflow.Name, workflow.Title, workflow.Description, Assert.Single(workflow.Tags)));
        Assert.Equal(["lesion"], workflow.Inputs!.Select(i => i.Schema));
        Assert.Equal([(false, null), (true, "lesion")], workflow.Uses.Select(u => (u.Include, u.As)));
        Assert.Equal("%", workflow.GlobalParams[0].Unit);
        Assert.Equal([1m, 2.5m, -1m, 0m], workflow.Scores[0].Items.SelectMany(i => i.Bands).Select(b => b.Points));
        Assert.True(workflow.Scores[0].Items[1].Bands[1].Otherwise);
        var table = workflow.Tables[0];
        Assert.Equal((HitPolicy.First, 3, OutputType.Enum), (table.HitPolicy, table.Rows.Count, table.Outputs[1].Type));
        Assert.Equal("/Tables/0/Rows/0/When/0", table.Rows[0].When[0].Node.Pointer);
        var rule = workflow.Rules[0];
        Assert.Equal((Urgency.Urgent, Strength.Strong), (rule.Recommendation!.Urgency, rule.Recommendation.Strength!.Value));
        Assert.Equal(("mirels-1989", "table 2"), (rule.Evidence[0].Source, rule.Evidence[0].Locator));
        Assert.Equal("Other", rule.Withholds[0].Text);
        Assert.Equal((RuleOperator.Or, "Left"), (workflow.Rules[1].Operator, Assert.Single(workflow.Rules[1].Rules).Name));
        Assert.Equal("{ \"free\": 1 }", workflow.Rules[1].Properties!.Raw);
        Assert.Equal(["Off"], workflow.DisabledRules);
    }

    [Fact]
    public void A_file_written_for_Microsofts_engine_loads_unchanged()
    {
        const string Text = """
            [{
              "workflowName": "Discount rules", "RuleExpressionType": 0, "WorkflowRulesToInject": ["Basics"], "Note": "kept out",
              "GlobalParams": [{ "Name": "Count", "Expression": "input1.Count()" }],
              "Rules": [
                { "RuleName": "Give 10%", "SuccessEvent": "10", "ErrorMessage": "no $(input1.country)", "ErrorType": "Error", "RuleExpressionType": "LambdaExpression",
                  "Operator": null, "Rules": null, "LocalParams": [{ "Name": "p", "Expression": "1" }],
                  "Expression": "input1.country == \"india\" AND p == 1", "Properties": { "a": [1] },
                  "Actions": { "OnSuccess": { "Name": "OutputExpression", "Context": { "expression": "input1.x" } },
                               "OnFailure": { "Name": "EvaluateRule", "Context": { "WorkflowName": "Discount rules", "ruleName": "Both" } } } },
                { "RuleName": "Both", "Operator": "andalso", "Expression": "", "Rules": [
                  { "RuleName": "L", "LocalParams": [{ "Name": "p", "Expression": "1" }], "Expression": "p == 1" }, { "RuleName": "R", "Expression": "true" }] },
                { "RuleName": "Gone", "Enabled": false, "Expression": "x" }]
            }, { "WorkflowName": "Second", "$schema": "https://raw.githubusercontent.com/microsoft/RulesEngine/main/schema/workflow-schema.json", "Rules": [] }]
            """;
        var findings = new DiagnosticBag();
        var workflows = WorkflowReader.ReadAll(JsonText.Parse("d", Text).Root!, findings);
        Assert.Equal(["d(2,99): warning BMR1015: a workflow has no key `Note` [/0/Note]"], findings.Sorted().Select(d => d.ToString()));
        Assert.Equal(["Discount rules", "Second"], workflows.Select(w => w.Name));
        Assert.Null(workflows[0].Inputs);
        Assert.Equal("Basics", workflows[0].WorkflowsToInject[0].Text);
        var rule = workflows[0].Rules[0];
        Assert.Equal("input1.x", rule.OnSuccess!.Expression!.Text);
        Assert.Equal(("Discount rules", "Both"), (rule.OnFailure!.Workflow, rule.OnFailure.RuleName));
        Assert.Equal(2, workflows[0].Rules[1].Rules.Count);
        Assert.Null(workflows[0].Rules[1].Expression);
        Assert.Equal(["Gone"], workflows[0].DisabledRules);
    }

    /// <summary>Each part stands in a document of ours; expected are all findings as they are printed.</summary>
    [Theory]
    [InlineData("\"Titel\": 1", "d(2,1): error BMR1003: a workflow has no key `Titel` [/Titel] (did you mean `Title`?)")]
    [InlineData("\"Title\": 1", "d(2,10): error BMR1005: `Title` is a text, not a number [/Title] (write `\"1\"`)")]
    [InlineData("\"Tags\": \"a\"", "d(2,9): error BMR1005: `Tags` is a list, not a text [/Tags]")]
    [InlineData("\"Tags\": [\"a\", \"a\", 1, \"\"]",
        "d(2,15): error BMR1007: the tag `a` stands twice in the list [/Tags/1]",
        "d(2,20): error BMR1005: a tag is a text, not a number [/Tags/2] (write `\"1\"`)",
        "d(2,23): error BMR1004: a tag is empty [/Tags/3]")]
    [InlineData("\"GlobalParams\": [1, {\"Name\": \"a b\", \"Expression\": \" \"}, {\"Name\": \"class\", \"Expression\": \"1\"}, {\"Name\": \"Min\"}]",
        "d(2,18): error BMR1005: a param is an object, not a number [/GlobalParams/0]",
        "d(2,30): error BMR1008: `a b` is not a name that expressions can use [/GlobalParams/1/Name] (letters, digits and `_`, not beginning with a digit)",
        "d(2,51): error BMR2001: `Expression` is empty [/GlobalParams/1/Expression]",
        "d(2,66): error BMR1008: `class` is a reserved word [/GlobalParams/2/Name]",
        "d(2,95): error BMR1004: the param has no `Expression` [/GlobalParams/3]",
        "d(2,104): error BMR1008: `Min` is the name of a function [/GlobalParams/3/Name]")]
    [InlineData("\"GlobalParams\": [{\"Name\": \"a\", \"Expression\": \"1\"},\n{\"Name\": \"A\", \"Expression\": \"1\"}, {\"Name\": \"a\", \"Expression\": \"1\"}, {\"Name\": \"R\", \"Expression\": \"1\"}, {\"Name\": \"i\", \"Expression\": \"1\"}]",
        "d(1,104): error BMR1007: `R` is already the name of a param [/Rules/0/RuleName] (the other stands in line 3)",
        "d(3,10): error BMR1007: `A` and `a` differ only in case [/GlobalParams/1/Name] (the other stands in line 2)",
        "d(3,44): error BMR1007: `a` is already the name of a param [/GlobalParams/2/Name] (the other stands in line 2)",
        "d(3,112): error BMR1007: `i` is already the name of an input [/GlobalParams/4/Name] (the other stands in line 1)")]
    [InlineData("\"Uses\": [{\"Workflow\": \"A\", \"ForEach\": \"x\"}, {\"Workflow\": \"A\", \"Include\": 1, \"As\": \"not\"}, {\"Workflow\": \"i\"}, {\"Workflow\": \"i\"}]",
        "d(2,39): error BMR1004: `ForEach` needs `As` [/Uses/0/ForEach] (the input of the used workflow that takes the element)",
        "d(2,39): error BMR1004: `ForEach` needs `\"Include\": true` [/Uses/0/ForEach]",
        "d(2,74): error BMR1005: `Include` is true or false, not a number [/Uses/1/Include]",
        "d(2,83): error BMR1004: `As` needs `ForEach` [/Uses/1/As]",
        "d(2,83): error BMR1008: `not` is a reserved word [/Uses/1/As]",
        "d(2,104): error BMR1007: `i` is already the name of an input [/Uses/2/Workflow] (the other stands in line 1)",
        "d(2,123): error BMR1007: `i` is already the name of an input [/Uses/3/Workflow] (the other stands in line 1)",
        "d(2,123): error BMR1007: `i` is already used in the same way [/Uses/3/Workflow]")]
    public void Every_problem_of_a_workflow_is_reported(string part, params string[] expected) => AssertFindings(part, expected);

    [Theory]
    [InlineData("\"Scores\": [{\"Name\": \"s\", \"Items\": []}, {\"Name\": \"t\", \"Items\": [{\"Name\": \"u\", \"Points\": []}]}]",
        "d(2,35): error BMR1004: a score needs at least one item [/Scores/0/Items]",
        "d(2,88): error BMR1004: a score item needs at least one band [/Scores/1/Items/0/Points]")]
    [InlineData("\"Scores\": [{\"Name\": \"s\", \"Items\": [{\"Name\": \"t\", \"Points\": [\n{\"Points\": \"1\"},\n{\"When\": \"1\", \"Points\": 1},\n{\"Otherwise\": true, \"Points\": 1},\n{\"Otherwise\": true, \"Condition\": \"a\", \"Points\": 1e40}]}]}]",
        "d(3,1): error BMR5004: the band says nowhere when it applies [/Scores/0/Items/0/Points/0] (add `When`, `Condition` or `\"Otherwise\": true`)",
        "d(3,12): error BMR1005: `Points` is a number, not a text [/Scores/0/Items/0/Points/0/Points]",
        "d(4,10): error BMR5004: `When` needs an `Input` of the score item [/Scores/0/Items/0/Points/1/When] (write a `Condition`, or give the item an `Input`)",
        "d(5,15): error BMR5006: `Otherwise` stands only in the last band [/Scores/0/Items/0/Points/2/Otherwise]",
        "d(6,15): error BMR5006: a band with `Otherwise` has no `When` and no `Condition` [/Scores/0/Items/0/Points/3/Otherwise]",
        "d(6,49): error BMR2021: `Points` has more digits than exact decimals can hold [/Scores/0/Items/0/Points/3/Points]")]
    [InlineData("\"Tables\": [{\"Name\": \"t\", \"HitPolicy\": \"Uniqe\", \"Outputs\": [], \"Rows\": []}]",
        "d(2,39): error BMR1006: `Uniqe` is not allowed here [/Tables/0/HitPolicy] (did you mean `Unique`?)",
        "d(2,59): error BMR5004: a table needs at least one output [/Tables/0/Outputs]",
        "d(2,71): error BMR5004: a table needs at least one row [/Tables/0/Rows]")]
    [InlineData("\"Tables\": [{\"Name\": \"t\", \"HitPolicy\": \"Unique\", \"Inputs\": [{\"Name\": \"a\", \"Expression\": \"1\"}, {\"Name\": \"b\", \"Expression\": \"1\"}], \"Outputs\": [{\"Name\": \"A\", \"Type\": \"number\"}], \"Rows\": [\n{\"When\": [\"1\"], \"Then\": [\"1\", \"2\"]},\n{\"When\": [\"_\", 5], \"Then\": []},\n{\"When\": [\"_\", \"\"], \"Then\": [\"1\"]},\n{\"When\": []},\n{\"Otherwise\": true, \"Then\": [\"1\"]}]}]",
        "d(2,150): error BMR1007: `A` is already the name of a column of this table [/Tables/0/Outputs/0/Name]",
        "d(3,10): error BMR5004: `When` has 1 cell for 2 inputs [/Tables/0/Rows/0/When] (write `_` where any value will do)",
        "d(3,25): error BMR5004: `Then` has 2 cells for 1 output [/Tables/0/Rows/0/Then]",
        "d(4,16): error BMR1005: a cell is a text, not a number [/Tables/0/Rows/1/When/1] (write `\"5\"`)",
        "d(4,28): error BMR5004: `Then` has 0 cells for 1 output [/Tables/0/Rows/1/Then]",
        "d(5,16): error BMR2001: the cell is empty [/Tables/0/Rows/2/When/1] (write `_` where any value will do)",
        "d(6,1): error BMR1004: the table row has no `Then` [/Tables/0/Rows/3]",
        "d(6,1): error BMR5004: the row says nowhere when it applies [/Tables/0/Rows/3] (add `When` or `Condition`; the last row of a `First` table may say `\"Otherwise\": true`)",
        "d(7,15): error BMR5006: `Otherwise` stands only in tables with the hit policy `First` [/Tables/0/Rows/4/Otherwise]")]
    [InlineData("\"Tables\": [{\"Name\": \"t\", \"HitPolicy\": \"Priority\", \"Aggregation\": \"Sum\", \"Outputs\": [{\"Name\": \"a\", \"Type\": \"text\", \"Unit\": \"mg\", \"Values\": []}, {\"Name\": \"b\", \"Type\": \"enum\"}, {\"Name\": \"c\"}], \"Rows\": [{\"Condition\": \"x\", \"Then\": [\"1\", \"2\", \"3\"]}]}]",
        "d(2,39): error BMR5009: `Priority` needs `Values` on the first output [/Tables/0/HitPolicy] (their order is the priority)",
        "d(2,66): error BMR5009: `Aggregation` needs the hit policy `Collect` [/Tables/0/Aggregation]",
        "d(2,123): error BMR5004: only a number has a `Unit` [/Tables/0/Outputs/0/Unit]",
        "d(2,139): error BMR5004: only an output of the type `enum` has `Values` [/Tables/0/Outputs/0/Values]",
        "d(2,144): error BMR1004: an output of the type `enum` needs `Values` [/Tables/0/Outputs/1]",
        "d(2,175): error BMR1004: the table output has no `Type` [/Tables/0/Outputs/2]")]
    [InlineData("\"Tables\": [{\"Name\": \"t\", \"HitPolicy\": \"Collect\", \"Aggregation\": \"Max\", \"Outputs\": [{\"Name\": \"a\", \"Type\": \"text\"}], \"Rows\": [{\"Condition\": \"x\", \"Then\": [\"1\"]}]}]",
        "d(2,65): error BMR5009: `Max` needs exactly one output, a number [/Tables/0/Aggregation]")]
    public void Every_problem_of_a_score_or_table_is_reported(string part, params string[] expected) => AssertFindings(part, expected);

    [Theory]
    [InlineData("{\"RuleName\": \"A\"}", "d(2,1): error BMR5008: the rule has neither `Expression` nor nested `Rules` [/Rules/1]")]
    [InlineData("{\"RuleName\": \"A\", \"Expression\": \"\"}", "d(2,33): error BMR2001: `Expression` is empty [/Rules/1/Expression] (write an expression or remove the key)")]
    [InlineData("{\"RuleName\": \"A B\", \"Expression\": \"1\"}", "d(2,14): error BMR1008: `A B` is not a name that expressions can use [/Rules/1/RuleName] (letters, digits and `_`, not beginning with a digit)")]
    [InlineData("{\"Expression\": \"1\", \"Recomendation\": {}}",
        "d(2,1): error BMR1004: the rule has no `RuleName` [/Rules/1]",
        "d(2,21): error BMR1003: a rule has no key `Recomendation` [/Rules/1/Recomendation] (did you mean `Recommendation`?)")]
    [InlineData("{\"RuleName\": \"A\", \"Operator\": \"Xor\", \"Rules\": [{\"RuleName\": \"R\", \"Expression\": \"1\"}, 5]}",
        "d(2,31): error BMR1006: `Xor` is not allowed here [/Rules/1/Operator] (did you mean `Or`?)",
        "d(2,61): error BMR1007: `R` is already the name of a rule [/Rules/1/Rules/0/RuleName] (the other stands in line 1)",
        "d(2,86): error BMR1005: a rule is an object, not a number [/Rules/1/Rules/1]")]
    [InlineData("{\"RuleName\": \"A\", \"Expression\": \"1\", \"Operator\": \"And\"}", "d(2,50): error BMR1004: `Operator` joins nested `Rules`, and there are none [/Rules/1/Operator]")]
    [InlineData("{\"RuleName\": \"A\", \"Rules\": [{\"RuleName\": \"B\", \"Expression\": \"1\", \"Enabled\": false}]}",
        "d(2,28): error BMR1004: nested `Rules` need an `Operator` [/Rules/1/Rules] (`And` or `Or`)",
        "d(2,28): error BMR5008: every nested rule is disabled [/Rules/1/Rules] (disable the rule itself)")]
    [InlineData("{\"RuleName\": \"A\", \"Expression\": \"1\", \"RuleExpressionType\": \"CSharp\"}", "d(2,60): error BMR1006: expressions of the type `CSharp` are not supported [/Rules/1/RuleExpressionType] (only `LambdaExpression` is)")]
    [InlineData("{\"RuleName\": \"A\", \"Expression\": \"1\", \"Recommendation\": {\"Text\": \" \", \"Strength\": \"Strong\"}}",
        "d(2,56): error BMR1004: the recommendation has no `Urgency` [/Rules/1/Recommendation]",
        "d(2,65): error BMR1004: `Text` is empty [/Rules/1/Recommendation/Text]",
        "d(2,82): error BMR1006: `Strong` is not allowed here [/Rules/1/Recommendation/Strength] (did you mean `strong`?)")]
    [InlineData("{\"RuleName\": \"A\", \"Expression\": \"1\", \"Recommendation\": {\"Text\": \"t\", \"Urgency\": \"info\"}}", "d(2,56): warning BMR5010: the recommendation of `A` cites no source [/Rules/1/Recommendation] (add `Evidence`)")]
    [InlineData("{\"RuleName\": \"A\", \"Expression\": \"1\", \"Evidence\": [{\"Locator\": \"l\"}]}", "d(2,51): error BMR1004: the citation has no `Source` [/Rules/1/Evidence/0]")]
    [InlineData("{\"RuleName\": \"A\", \"Expression\": \"1\", \"LocalParams\": [{\"Name\": \"A\", \"Expression\": \"1\"}, {\"Name\": \"b\", \"Expression\": \"1\"}, {\"Name\": \"b\", \"Expression\": \"1\"}]}",
        "d(2,63): error BMR1007: `A` is already the name of a rule [/Rules/1/LocalParams/0/Name] (the other stands in line 2)",
        "d(2,131): error BMR1007: `b` is already the name of a local param [/Rules/1/LocalParams/2/Name]")]
    [InlineData("{\"RuleName\": \"A\", \"Expression\": \"1\", \"Actions\": {\"OnSuccess\": {\"Name\": \"SendMail\"}, \"OnFailure\": {\"Name\": \"OutputExpresion\"}, \"OnError\": {}}}",
        "d(2,72): error BMR5013: the action `SendMail` is not supported [/Rules/1/Actions/OnSuccess/Name] (`OutputExpression` and `EvaluateRule` are)",
        "d(2,107): error BMR5013: the action `OutputExpresion` is not supported [/Rules/1/Actions/OnFailure/Name] (did you mean `OutputExpression`?)",
        "d(2,127): error BMR1003: a set of actions has no key `OnError` [/Rules/1/Actions/OnError]")]
    [InlineData("{\"RuleName\": \"A\", \"Expression\": \"1\", \"Actions\": {\"OnSuccess\": {\"Name\": \"EvaluateRule\", \"Context\": {\"ruleName\": \"R\", \"additionalInputs\": []}}}}",
        "d(2,99): error BMR1004: the context of a rule action has no `workflowName` [/Rules/1/Actions/OnSuccess/Context]",
        "d(2,137): error BMR5013: `additionalInputs` of an action is not supported [/Rules/1/Actions/OnSuccess/Context/additionalInputs]")]
    public void Every_problem_of_a_rule_is_reported(string rule, params string[] expected)
    {
        var findings = new DiagnosticBag();
        WorkflowReader.Read(Parse("{\"$schema\": \"s\", \"WorkflowName\": \"W\", \"Rules\": [{\"RuleName\": \"R\", \"Expression\": \"1\"},\n" + rule + "]}"), findings);
        Assert.Equal(expected, findings.Sorted().Select(d => d.ToString()));
    }

    [Theory]
    [InlineData("5", "d(1,1): error BMR1005: a workflow is an object, not a number")]
    [InlineData("[5, {}]",
        "d(1,2): error BMR1005: a workflow is an object, not a number [/0]",
        "d(1,5): error BMR1004: the workflow has no `WorkflowName` [/1]",
        "d(1,5): error BMR1004: the workflow has no `Rules` [/1]")]
    [InlineData("[{\"WorkflowName\": \"a\", \"Rules\": []}, {\"WorkflowName\": \"a\", \"Rules\": []}]", "d(1,55): error BMR1007: `a` is already the name of a workflow in this document [/1/WorkflowName]")]
    [InlineData("{\"WorkflowName\": \"not valid\", \"Inputs\": []}", "d(1,18): error BMR1008: `not valid` is not a name that expressions can use [/WorkflowName]")]
    [InlineData("{\"WorkflowName\": \"any thing\", \"Rules\": [{\"RuleName\": \"r\", \"Operator\": \"Or\", \"Rules\": [], \"Expression\": \"1\"}]}")]
    [InlineData("{\"WorkflowRules\": [{\"WorkflowName\": \"a\", \"Rules\": [{\"RuleName\": \"r\", \"Expresion\": \"1\"}]}]}",
        "d(1,52): error BMR5008: the rule has neither `Expression` nor nested `Rules` [/WorkflowRules/0/Rules/0]",
        "d(1,70): warning BMR1015: a rule has no key `Expresion` [/WorkflowRules/0/Rules/0/Expresion] (did you mean `Expression`?)")]
    public void Every_problem_of_a_document_is_reported(string text, params string[] expected)
    {
        var findings = new DiagnosticBag();
        WorkflowReader.ReadAll(Parse(text), findings);
        Assert.Equal(expected, findings.Sorted().Select(d => d.ToString()));
    }

    [Fact]
    public void A_document_full_of_unknown_keys_is_answered_with_a_bounded_list()
    {
        var findings = new DiagnosticBag();
        WorkflowReader.Read(Parse("{\"Inputs\": [], " + string.Join(',', Enumerable.Range(0, 300_000).Select(i => $"\"Title{i}\": {i}")) + "}"), findings);
        Assert.Equal(DiagnosticBag.Capacity, findings.Items.Count);
    }

    private static void AssertFindings(string part, string[] expected)
    {
        const string Start = "{\"$schema\": \"s\", \"WorkflowName\": \"W\", \"Inputs\": [{\"Name\": \"i\", \"Schema\": \"x\"}], \"Rules\": [{\"RuleName\": \"R\", \"Expression\": \"1\"}],\n";
        var findings = new DiagnosticBag();
        WorkflowReader.Read(Parse(Start + part + "}"), findings);
        Assert.Equal(expected, findings.Sorted().Select(d => d.ToString()));
    }

    private static Workflow ReadWell(string text)
    {
        var findings = new DiagnosticBag();
        var workflow = WorkflowReader.Read(Parse(text), findings);
        Assert.Empty(findings.Items);
        return workflow!;
    }

    private static JsonTextNode Parse(string text)
    {
        var result = JsonText.Parse("d", text);
        Assert.Empty(result.Diagnostics);
        return result.Root!;
    }
}
