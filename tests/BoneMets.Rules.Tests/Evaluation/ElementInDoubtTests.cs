using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Tests.Evaluation;

/// <summary>While it is open which element is meant, what is read of it is missing of every element that it may be: all missing facts together decide.</summary>
public sealed class ElementInDoubtTests
{
    [Theory]
    [InlineData("p.items.FirstOrDefault(i => i.ok).size > 1", """[{"size": 1}, {"ok": true}, {"ok": true}]""", "p.items[0].ok,p.items[1].size")]
    [InlineData("p.items.OrderBy(i => i.size).Any(i => i.ok)", """[{"ok": true}, {"size": 1}]""", "p.items[0].size,p.items[1].ok")]
    [InlineData("p.items.OrderBy(i => i.size).FirstOrDefault().ok", """[{}, {"size": 1}]""", "p.items[0].ok,p.items[0].size,p.items[1].ok")]
    [InlineData("p.items.Where(i => i.ok).Take(1).Sum(i => i.size) > 1", """[{"size": 1}, {"ok": true}]""", "p.items[0].ok,p.items[1].size")]
    [InlineData("(p.x ? p.a : p.b).ok", """[]""", "p.a.ok,p.b.ok,p.x")]
    public void Facts_of_every_possible_element_are_missing(string expression, string items, string missing)
    {
        const string item = """{ "type": "object", "properties": { "ok": { "type": "boolean" }, "size": { "type": "number" } } }""";
        const string person = """
            { "type": "object", "properties": { "x": { "type": "boolean" }, "a": { "$ref": "item.schema.json" }, "b": { "$ref": "item.schema.json" },
              "items": { "type": "array", "items": { "$ref": "item.schema.json" } } } }
            """;
        var workflow = new JsonObject
        {
            ["WorkflowName"] = "W",
            ["Inputs"] = new JsonArray(new JsonObject { ["Name"] = "p", ["Schema"] = "person" }),
            ["Rules"] = new JsonArray(new JsonObject { ["RuleName"] = "R", ["Expression"] = expression }),
        };
        var load = RuleLibrary.Load([File("facts/item.schema.json", item), File("facts/person.schema.json", person), File("w/workflow.json", workflow.ToJsonString())]);
        Assert.False(load.HasErrors, string.Join("\n", load.Diagnostics));
        var bound = load.Library["W"].Bound!;
        var reader = new FactReader([("p", bound.Inputs[0].Schema)]);
        var (facts, errors) = (reader.Rent(), new List<Diagnostic>());
        Assert.True(reader.Read(Encoding.UTF8.GetBytes("{\"p\": {\"items\": " + items + "}}"), facts, errors), string.Join("\n", errors));
        var value = new Evaluator(bound, facts.Inputs, null).ValueOf(bound.Rules[0]);
        Assert.IsType<UnknownValue>(value);
        Assert.Equal(missing, string.Join(",", value.Missing.ToSortedList()));
    }

    private static LibraryFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
