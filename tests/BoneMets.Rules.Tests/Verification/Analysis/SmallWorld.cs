using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Tests.Verification.Analysis;

/// <summary>Random tables and rules over so few facts that all patients can be counted: each fact with each of its values, or missing.</summary>
internal sealed class SmallWorld(int seed)
{
    private const string Schema = """
        {"type": "object", "properties": {
          "i": {"type": "integer", "minimum": 0, "maximum": 4}, "j": {"type": "integer", "minimum": 0, "maximum": 4},
          "x": {"type": "boolean"}, "y": {"type": "boolean"}, "color": {"enum": ["red", "green", "blue"]}}}
        """;

    private static readonly string[] Urgencies = ["emergency", "urgent", "routine"];
    private readonly Random random = new(seed);

    public static RuleEngine Load(IReadOnlyList<JsonObject> workflows)
    {
        var load = RuleLibrary.Load([
            new LibraryFile("facts/p.schema.json", Encoding.UTF8.GetBytes(Schema)),
            .. workflows.Select((w, i) => new LibraryFile($"w{i}/workflow.json", Encoding.UTF8.GetBytes(w.ToJsonString()))),
        ]);
        Assert.Empty(load.Diagnostics.Where(d => d.IsError).Select(d => d.ToString()));
        return new RuleEngine(load.Library, new EngineOptions { Compile = false });
    }

    /// <summary>All patients, as the workflow reads them.</summary>
    public static IReadOnlyList<FactSet> Patients(RuleEngine engine, string workflow)
    {
        string?[] numbers = [null, "0", "1", "2", "3", "4"], truths = [null, "true", "false"], words = [null, "\"red\"", "\"green\"", "\"blue\""];
        var reader = engine.For(workflow).Facts;
        var all = from i in numbers from j in numbers from x in truths from y in truths from color in words select new[] { ("i", i), ("j", j), ("x", x), ("y", y), ("color", color) };
        return [.. all.Select(facts =>
        {
            var set = reader.Rent();
            var given = facts.Where(f => f.Item2 is not null).Select(f => $"\"{f.Item1}\": {f.Item2}");
            Assert.True(reader.Read(Encoding.UTF8.GetBytes("{\"p\": {" + string.Join(", ", given) + "}}"), set, [], ""));
            return set;
        })];
    }

    /// <summary>Three tables of any hit policy. One that the binder already knows to overlap is a first-hit table.</summary>
    public JsonObject Tables(string name)
    {
        var tables = Enumerable.Range(0, 3).Select(i => Table($"t{i}")).ToArray<JsonNode>();
        var workflow = Workflow(name, "Tables", tables);
        foreach (var table in tables)
            if (HasErrors(Workflow(name, "Tables", table.DeepClone()))) table["HitPolicy"] = "First";
        return workflow;
    }

    /// <summary>Three pairs of rules that advise with the same urgency, often made from each other.</summary>
    public JsonObject Rules(string name) => Workflow(name, "Rules", [.. Urgencies.SelectMany(Pair)]);

    private static JsonObject Workflow(string name, string kind, params JsonNode[] parts) =>
        new() { ["WorkflowName"] = name, ["Inputs"] = new JsonArray(new JsonObject { ["Name"] = "p", ["Schema"] = "p" }), [kind] = new JsonArray(parts) };

    private static bool HasErrors(JsonObject workflow)
    {
        var load = RuleLibrary.Load([new LibraryFile("facts/p.schema.json", Encoding.UTF8.GetBytes(Schema)), new LibraryFile("w/workflow.json", Encoding.UTF8.GetBytes(workflow.ToJsonString()))]);
        return load.Diagnostics.Any(d => d.IsError);
    }

    private JsonObject Table(string name)
    {
        var columns = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick("p.i", "p.j", "p.x", "p.color", "p.i + p.j", "p.i * 2")).ToList();
        var policy = Pick("First", "First", "Unique", "Any", "Priority", "Collect");
        var isWord = policy == "Priority";
        JsonArray Then() => [isWord ? Pick("\"high\"", "\"low\"") : Pick("1", "2")];
        var rows = new JsonArray();
        for (var count = random.Next(1, 6); count > 0; count--)
        {
            var row = new JsonObject { ["When"] = new JsonArray([.. columns.Select(c => (JsonNode)Cell(c))]), ["Then"] = Then() };
            if (random.Next(5) == 0) row["Condition"] = Truth(1);
            rows.Add(row);
        }
        if (policy == "First" && random.Next(5) == 0) rows.Add(new JsonObject { ["Otherwise"] = true, ["Then"] = Then() });
        var output = new JsonObject { ["Name"] = "o", ["Type"] = isWord ? "enum" : "number" };
        if (isWord) output["Values"] = new JsonArray("high", "low");
        var table = new JsonObject
        {
            ["Name"] = name,
            ["HitPolicy"] = policy,
            ["Inputs"] = new JsonArray([.. columns.Select((c, i) => (JsonNode)new JsonObject { ["Name"] = $"c{i}", ["Expression"] = c })]),
            ["Outputs"] = new JsonArray(output),
            ["Rows"] = rows,
        };
        if (policy == "Collect") table["Aggregation"] = "Sum";
        return table;
    }

    private IEnumerable<JsonNode> Pair(string urgency)
    {
        var first = Truth(2);
        var second = random.Next(6) switch
        {
            0 => $"({first}) && ({Truth(1)})",
            1 => $"({Truth(1)}) || ({first})",
            2 => $"!(!({first}))",
            3 => $"!({first} ? false : true)",
            _ => Truth(2),
        };
        var text = Pick("Do it.", "Do that.");
        JsonNode Rule(string name, string expression, string advice) => new JsonObject
        {
            ["RuleName"] = name,
            ["Expression"] = expression,
            ["Recommendation"] = new JsonObject { ["Text"] = advice, ["Urgency"] = urgency },
        };
        return [Rule($"{urgency}One", first, text), Rule($"{urgency}Two", second, random.Next(2) == 0 ? text : "Do this.")];
    }

    private string Cell(string column) => column switch
    {
        "p.x" => Pick("true", "false", "_", "not null"),
        "p.color" => Pick("\"red\"", "\"green\" or \"blue\"", "not \"red\"", "\"blue\"", "_", "null"),
        _ => Pick("_", "null", "not null", Range(), Range(), Range(), Range()),
    };

    private string Range()
    {
        var (low, high) = (random.Next(0, 4), random.Next(1, 7));
        return random.Next(7) switch
        {
            0 => $"{low}",
            1 => $"not {low}",
            2 => $"{low} or {high}",
            3 => $">= {Math.Min(low, high)} and <= {Math.Max(low, high)}",
            4 => $"< {high}",
            5 => $">= {low}",
            _ => $"> {low}",
        };
    }

    private string Truth(int depth)
    {
        if (depth == 0) return Leaf();
        return random.Next(7) switch
        {
            0 or 1 => $"({Truth(depth - 1)}) && ({Truth(depth - 1)})",
            2 or 3 => $"({Truth(depth - 1)}) || ({Truth(depth - 1)})",
            4 => $"!({Truth(depth - 1)})",
            5 => $"({Truth(depth - 1)} ? {Leaf()} : {Leaf()})",
            _ => Leaf(),
        };
    }

    private string Leaf() => random.Next(10) switch
    {
        0 => Pick("p.x", "p.y"),
        1 => Pick("p.color == \"red\"", "p.color is \"red\" or \"blue\"", "p.color != \"green\""),
        2 => Pick("IsKnown(p.i)", "p.j is null", "(p.x ?? p.y)", "(p.y ?? false)"),
        3 => $"{Number()} is {Range()}",
        4 => $"6 / p.i {Pick("<", ">=")} {random.Next(1, 5)}",
        5 => $"{Number()} {Pick("<", "<=", "==", "!=")} {Number()}",
        _ => $"{Number()} {Pick("<", "<=", ">", ">=", "==", "!=")} {random.Next(0, 6)}",
    };

    private string Number() => Pick("p.i", "p.j", "(p.i + p.j)", "(p.i * 2)", "(p.i - p.j)", "(p.i ?? 2)", "(p.x ? 1 : 3)", "Max(p.i, p.j)");

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
