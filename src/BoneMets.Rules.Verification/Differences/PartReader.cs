using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Differences;

/// <summary>
/// The parts of a workflow, a file of cases or a list of sources, whatever is wrong with it: what is not of the form that its place asks for
/// becomes a part that shows it as it stands.
/// </summary>
internal sealed class PartReader(LibraryWords words, string? workflow)
{
    private static readonly HashSet<string> About = new(StringComparer.Ordinal) { "workflowname", "title", "description", "tags", "metadata", "workflow" };
    private static readonly HashSet<string> Injected = new(StringComparer.Ordinal) { "workflowstoinject", "workflowrulestoinject" };

    /// <summary>Where a part stands.</summary>
    /// <param name="Path">The names of the rules around it.</param>
    /// <param name="Title">What the table or the score item around it is called.</param>
    /// <param name="Rule">The rule whose parameters its expressions see.</param>
    /// <param name="Node">The table or the score item around it.</param>
    private sealed record Around(string? Path = null, string? Title = null, string? Rule = null, JsonTextNode? Node = null);

    /// <param name="path">Set before the names of its rules; for one of several workflows in a document.</param>
    public IReadOnlyList<PartGroup> Document(JsonTextNode root, IReadOnlyDictionary<string, PartShape> lists, string? path = null)
    {
        if (root.Kind != JsonTextKind.Object) return [new PartGroup("", PartMatching.ByKey, [Value(root, "", "document", path)])];
        var groups = new List<PartGroup>();
        foreach (var (key, property) in Meaning.Keyed(root, isFree: false))
        {
            // Where a schema file lies is not content.
            if (property.Name == "$schema") continue;
            var (name, node) = (property.Name, property.Value);
            if (node.Kind == JsonTextKind.Array && lists.TryGetValue(key, out var shape)) groups.Add(List(node, key, shape, new Around(path)));
            else if (key == "metadata" && node.Kind == JsonTextKind.Object) groups.Add(new PartGroup(key, PartMatching.ByKey, [.. Meaning.Keyed(node, isFree: false).Where(p => IsThere(p.Property.Value)).Select(p => Value(p.Property.Value, p.Key, p.Property.Name, path, PartKind.Metadata))]));
            else if (IsThere(node)) groups.Add(new PartGroup($"{key} ", PartMatching.ByKey, [Value(node, key, name, path, About.Contains(key) ? PartKind.Metadata : Injected.Contains(key) ? PartKind.Use : PartKind.Other)]));
        }
        return groups;
    }

    public PartGroup List(JsonTextNode list, string key, PartShape shape) => List(list, key, shape, new Around());

    private static bool IsThere(JsonTextNode node) => node.Kind != JsonTextKind.Null;

    /// <summary>A value of the document itself.</summary>
    private static Part Value(JsonTextNode node, string key, string name, string? path, PartKind of = PartKind.Other) =>
        new(of, path is null ? name : $"{path} / {name}", node.Pointer, new FieldReader(of).Read(node, key, name)) { Id = (key, "") };

    private PartGroup List(JsonTextNode list, string key, PartShape shape, Around around) =>
        new(key, shape.Id is null ? PartMatching.ByContent : PartMatching.ByName, [.. list.Items.Select((item, i) => Read(item, i, shape, around))]);

    private Part Read(JsonTextNode node, int index, PartShape shape, Around around)
    {
        var id = shape.Id is { } idKey && node[idKey]?.Text is { Length: > 0 } text ? text : null;
        var name = id ?? shape.Numbered(index);
        var path = around.Path is { } outer ? $"{outer} / {name}" : name;
        var title = node["Title"]?.Text;
        var isRule = shape.Of == PartKind.Rule;
        var inside = new Around(isRule ? path : null, title ?? name, isRule && (around.Rule is not null || node["LocalParams"] is { Items.Count: > 0 }) ? name : null, node);
        bool IsList(string key, JsonTextProperty property) => property.Value.Kind == JsonTextKind.Array && shape.Lists.ContainsKey(key);
        return new Part(shape.Of, shape.Of is PartKind.Rule or PartKind.Parameter ? path : name, node.Pointer, Fields(node, shape, isRule ? inside : around, IsList))
        {
            Id = id is null ? null : (id, shape.Id!.ToLowerInvariant()),
            Title = () => shape.Of switch
            {
                PartKind.Row or PartKind.Band or PartKind.Column or PartKind.Output => around.Title,
                PartKind.Use => id is null ? null : words.TitleOf(id),
                _ => title,
            },
            Groups = [.. Meaning.Keyed(node, isFree: false).Where(p => IsList(p.Key, p.Property)).Select(p => List(p.Property.Value, p.Key, shape.Lists[p.Key], inside))],
        };
    }

    private IReadOnlyList<PartField> Fields(JsonTextNode node, PartShape shape, Around around, Func<string, JsonTextProperty, bool> isList)
    {
        var fields = new FieldReader(shape.Of) { Sentences = Sentences(shape.Of, around), Label = shape.Of == PartKind.Case ? CaseLabel : null }
            .Read(node, (key, property) => !isList(key, property) && !(shape.Of == PartKind.Row && IsCells(key, property)));
        return shape.Of == PartKind.Row && around.Node is { } table ? [.. new RowCells(words, workflow, table).Of(node), .. fields] : fields;
    }

    private static bool IsCells(string key, JsonTextProperty property) => key is "when" or "then" && property.Value.Kind == JsonTextKind.Array;

    private Dictionary<string, Func<string, string?>> Sentences(PartKind of, Around around)
    {
        string? Say(string text) => words.Sentence(workflow, around.Rule, text);
        var found = new Dictionary<string, Func<string, string?>>(StringComparer.Ordinal);
        if (of is PartKind.Rule or PartKind.Parameter or PartKind.Column) found["expression"] = Say;
        if (of == PartKind.Rule) (found["actions.onsuccess.context.expression"], found["actions.onfailure.context.expression"]) = (Say, Say);
        if (of == PartKind.ScoreItem) found["input"] = Say;
        if (of is PartKind.Band or PartKind.Row) found["condition"] = Say;
        if (of == PartKind.Band && around.Node?["Input"]?.Text is { } scored) found["when"] = text => words.Test(workflow, scored, text);
        if (of == PartKind.Use) (found["when"], found["foreach"]) = (Say, Say);
        return found;
    }

    private string? CaseLabel(string name)
    {
        var parts = name.Split('.');
        if (parts.Length > 1 && Is(parts[0], "Facts")) return words.FactLabel(workflow, string.Join('.', parts[1..]));
        if (parts.Length < 3 || !Is(parts[0], "Expect")) return null;
        var subject = string.Join('.', parts[2..]);
        if (Is(parts[1], "Rules")) return words.RuleTitle(workflow, subject);
        return Is(parts[1], "Outputs") ? string.Join(": ", parts[2..].Select(FieldLabels.Words)) : null;
    }

    private static bool Is(string key, string known) => string.Equals(key, known, StringComparison.OrdinalIgnoreCase);
}
