using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>One fact that can be given or left out, under the path that the engine names it by; a list stands for its length.</summary>
internal sealed record FactLeaf(string Path, IReadOnlyList<string> Values);

/// <summary>Every leaf of the facts of a world, lists with as many elements as they can have, and how they are written as JSON.</summary>
internal sealed class FactLayout
{
    private readonly List<FactLeaf> leaves = [];
    private readonly List<Node> inputs = [];

    public IReadOnlyList<FactLeaf> Leaves => leaves;

    /// <summary>The evaluation date is no part of the JSON.</summary>
    public int AsOf { get; private set; }

    public static FactLayout Of(World world)
    {
        var layout = new FactLayout();
        var patient = layout.Members(world.Patient, "p");
        patient.Add(new ObjectNode("inner", layout.Members(world.Inner, "p.inner")));
        patient.Add(layout.List("p", "things", i => new ObjectNode("", layout.Members(world.Thing, $"p.things[{i}]"))));
        patient.Add(layout.List("p", "values", i => layout.Leaf("", $"p.values[{i}]", World.Decimals)));
        layout.inputs.Add(new ObjectNode("p", patient));
        layout.inputs.Add(new ObjectNode("thing", layout.Members(world.Thing, "thing")));
        layout.AsOf = layout.Leaf("", "asOf", World.Dates).Index;
        return layout;
    }

    /// <summary>All facts given; a list of three has all three elements, whatever its length.</summary>
    public Gen<FactValues> Complete => Gen.Choose(0, int.MaxValue - 1).ArrayOf(leaves.Count).Select(drawn =>
        new FactValues(this, [.. drawn.Select((n, i) => leaves[i].Values[n % leaves[i].Values.Count])]));

    /// <summary>Each fact is absent with this probability.</summary>
    public Gen<FactValues> Partial(int percentAbsent) =>
        from full in Complete
        from kept in Kept(percentAbsent)
        select full.Keep(i => kept[i]);

    public Gen<bool[]> Kept(int percentAbsent) => Gen.Choose(1, 100).ArrayOf(leaves.Count).Select(drawn => Array.ConvertAll(drawn, n => n > percentAbsent));

    public string Write(IReadOnlyList<string?> values)
    {
        var text = new StringBuilder("{");
        foreach (var input in inputs) Write(text, input, values, named: true);
        return text.Append('}').ToString();
    }

    private List<Node> Members(IReadOnlyList<Field> fields, string path) => [.. fields.Select(f => (Node)Leaf(f.Name, $"{path}.{f.Name}", f.Values))];

    private LeafNode Leaf(string name, string path, IReadOnlyList<string> values)
    {
        leaves.Add(new FactLeaf(path, values));
        return new LeafNode(name, leaves.Count - 1);
    }

    private ListNode List(string owner, string name, Func<int, Node> element)
    {
        string[] lengths = [.. Enumerable.Range(0, World.LongestList + 1).Select(n => n.ToString(CultureInfo.InvariantCulture))];
        return new ListNode(name, Leaf(name, $"{owner}.{name}", lengths).Index, [.. Enumerable.Range(0, World.LongestList).Select(element)]);
    }

    private static void Write(StringBuilder text, Node node, IReadOnlyList<string?> values, bool named)
    {
        if (node is LeafNode { Index: var index } && values[index] is null && named) return;
        if (node is ListNode { Index: var length } && values[length] is null) return;
        if (text[^1] is not ('{' or '[')) text.Append(',');
        if (named) text.Append('"').Append(node.Name).Append("\":");
        switch (node)
        {
            case LeafNode leaf:
                text.Append(values[leaf.Index] ?? "null");
                break;
            case ObjectNode members:
                text.Append('{');
                foreach (var member in members.Members) Write(text, member, values, named: true);
                text.Append('}');
                break;
            case ListNode list:
                text.Append('[');
                foreach (var element in list.Elements.Take(int.Parse(values[list.Index]!, CultureInfo.InvariantCulture))) Write(text, element, values, named: false);
                text.Append(']');
                break;
        }
    }

    private abstract record Node(string Name);

    private sealed record LeafNode(string Name, int Index) : Node(Name);

    private sealed record ObjectNode(string Name, IReadOnlyList<Node> Members) : Node(Name);

    private sealed record ListNode(string Name, int Index, IReadOnlyList<Node> Elements) : Node(Name);
}

/// <summary>Facts by leaf; null = not given. Immutable.</summary>
internal sealed class FactValues(FactLayout layout, IReadOnlyList<string?> values)
{
    public FactLayout Layout { get; } = layout;
    public IReadOnlyList<string?> Values { get; } = values;

    public DateOnly? AsOf => Values[Layout.AsOf] is { } text ? DateOnly.Parse(text.Trim('"'), CultureInfo.InvariantCulture) : null;

    public FactValues Keep(Func<int, bool> isKept) => new(Layout, [.. Values.Select((v, i) => isKept(i) ? v : null)]);

    /// <summary>These facts and, where they say nothing, those of another set.</summary>
    public FactValues Or(FactValues other) => new(Layout, [.. Values.Select((v, i) => v ?? other.Values[i])]);

    public string ToJson() => Layout.Write(Values);

    public override string ToString() => $"{ToJson()} as of {AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "(unknown)"}";
}
