using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Bench.Curves;

/// <summary>A generated library of any size: so many rules of three comparisons over so many numbers, and one rule about a list.</summary>
internal sealed record GrowingLibrary(int Rules, int Facts)
{
    public const string Workflow = "Growing";

    public RuleLibrary Load()
    {
        var load = RuleLibrary.Load(Files());
        return load.HasErrors ? throw new InvalidOperationException(load.Diagnostics.First(d => d.IsError).Message) : load.Library;
    }

    public IReadOnlyList<LibraryFile> Files() =>
    [
        new LibraryFile("facts/m.schema.json", Bytes(Schema())),
        new LibraryFile("growing/workflow.json", Bytes(Document())),
    ];

    /// <summary>A line with every number and a list of that many elements.</summary>
    public byte[] Line(int elements)
    {
        var facts = new JsonObject();
        for (var i = 0; i < Facts; i++) facts[$"n{i}"] = Number(i);
        facts["items"] = new JsonArray([.. Enumerable.Range(0, elements).Select(i => (JsonNode?)new JsonObject { ["size"] = Number(i) })]);
        return Bytes(new JsonObject { ["id"] = "p", ["m"] = facts });
    }

    private JsonObject Document() => new()
    {
        ["$schema"] = "../../schemas/workflow.schema.json",
        ["WorkflowName"] = Workflow,
        ["Title"] = "Cost curve",
        ["Description"] = "Made for measuring, not for patients.",
        ["Inputs"] = new JsonArray(new JsonObject { ["Name"] = "m", ["Schema"] = "m" }),
        [nameof(Rules)] = new JsonArray([.. Enumerable.Range(0, Rules).Select(Rule), new JsonObject { ["RuleName"] = "LargeItems", ["Expression"] = "m.items.Count(i => i.size > 50) >= 3" }]),
    };

    private JsonNode? Rule(int i) => new JsonObject
    {
        ["RuleName"] = $"Rule{i}",
        ["Expression"] = string.Create(CultureInfo.InvariantCulture, $"m.n{i % Facts} > {Limit(i)} && m.n{(i * 7 + 1) % Facts} <= {Limit(i + 1)} || m.n{(i * 13 + 2) % Facts} >= {Limit(i + 2)}"),
    };

    private JsonObject Schema()
    {
        var properties = new JsonObject();
        for (var i = 0; i < Facts; i++) properties[$"n{i}"] = Property($"Number {i}");
        properties["items"] = new JsonObject
        {
            ["type"] = "array",
            ["description"] = "Items.",
            ["x-label"] = "Items",
            ["items"] = new JsonObject { ["type"] = "object", ["description"] = "An item.", ["additionalProperties"] = false, ["properties"] = new JsonObject { ["size"] = Property("Size") } },
        };
        return new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "M", ["description"] = "Made for measuring.", ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
    }

    private static JsonObject Property(string label) => new() { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 100, ["description"] = "A number.", ["x-label"] = label };

    private static int Limit(int i) => 10 + (i * 37) % 80;

    private static decimal Number(int i) => (i * 61 % 1000) / 10m;

    private static byte[] Bytes(JsonObject document) => Encoding.UTF8.GetBytes(document.ToJsonString());
}
