using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Decisions;

/// <summary>
/// Builds the explanations of one decision while it is evaluated. Each definition is explained where it is first evaluated.
/// What nobody would read is left out, so that a long list cannot fill memory: of a list's elements all but the first and those that decide,
/// and everything after <see cref="MostParts"/> parts, where only values remain.
/// </summary>
internal sealed class ExplanationTrace(BoundWorkflow workflow) : ITrace
{
    private const int MostParts = 20_000;
    private const int MostElements = 20;
    private int recorded;
    private readonly Stack<Step> open = new();
    private readonly Stack<string> prefixes = new([""]);
    private readonly Stack<string> texts = new([""]);
    private readonly Dictionary<TableDefinition, List<Explanation>> rows = [];

    /// <summary>By name; <c>Workflow.name</c> for definitions of used workflows, <c>Workflow[patient.lesions[0]].name</c> for those on objects given to them.</summary>
    public Dictionary<string, Explanation> ByDefinition { get; } = new(StringComparer.Ordinal);

    public string KeyOf(BoundWorkflow owner, IReadOnlyList<FactFrame> inputs, string name) => Prefix(owner, [.. inputs.Select(i => i.Path)]) + name;

    private string Prefix(BoundWorkflow owner, IReadOnlyList<string?> paths)
    {
        if (ReferenceEquals(owner, workflow)) return "";
        var given = Enumerable.Range(0, paths.Count).Where(i => paths[i] is { } path && path != owner.Inputs[i].Name).Select(i => paths[i]).ToList();
        return given.Count == 0 ? $"{owner.Name}." : $"{owner.Name}[{string.Join(",", given)}].";
    }

    /// <summary>The limit was met: the explanations are not whole.</summary>
    public bool IsCut { get; private set; }

    public void Enter(BoundNode node)
    {
        var isFurtherElement = open.TryPeek(out var parent) && parent.Node is BoundListQuery query && ReferenceEquals(query.Body, node) && parent.Elements >= MostElements;
        open.Push(isFurtherElement ? Step.Unrecorded : NewStep(node));
    }

    public void Exit(BoundNode node, Value value)
    {
        var step = open.Pop();
        if (ReferenceEquals(step, Step.Unrecorded))
        {
            if (!open.TryPeek(out var parent) || ReferenceEquals(parent, Step.Unrecorded)) return;
            if (parent.Node is BoundListQuery query && ReferenceEquals(query.Body, node) && parent.Elements >= MostElements && !Decides(query, value)) parent.LeftOut++;
            else parent.Children.Add((node, Part(node, null, value, [], []), value));
            return;
        }
        var children = Children(node, step);
        var facts = node is BoundFact or BoundAbsent ? PathOf(node, value, step) : Union(children);
        Add(node, Part(node, step, value, node is BoundFact or BoundAbsent ? [] : children, facts), value);
    }

    public void EnterDefinition(BoundWorkflow owner, IReadOnlyList<FactFrame> inputs, string name)
    {
        open.Push(NewStep(null));
        prefixes.Push(KeyOf(owner, inputs, ""));
        texts.Push(TextOf(owner, name));
    }

    public void ExitDefinition(BoundWorkflow owner, IReadOnlyList<FactFrame> inputs, string name, Value value)
    {
        var step = open.Pop();
        prefixes.Pop();
        var text = texts.Pop();
        if (ReferenceEquals(step, Step.Unrecorded)) return;
        var parts = step.Children.Select(c => c.Explanation).ToList();
        if (owner.Definitions.FirstOrDefault(d => d.Name == name) is TableOutputDefinition output) parts = AllRows(output.Table, parts);
        if (owner.Scores.FirstOrDefault(d => d.Name == name) is { } score) parts = Items(score, KeyOf(owner, inputs, ""));
        var kind = owner.Scores.Any(s => s.Name == name) ? "score" : owner.Tables.Any(t => t.Outputs.Any(o => o.Name == name)) ? "table" : null;
        var key = KeyOf(owner, inputs, name);
        if (kind is null && parts is [var single] && single.Text == text.Trim()) ByDefinition.TryAdd(key, single);
        else ByDefinition.TryAdd(key, new Explanation(kind ?? (owner.Rules.Any(r => r.Name == name) ? "rule" : "reference"), text.Length > 0 ? text : name, 0, text.Length, null, value, Union(parts), parts));
    }

    public void EnterRow(TableDefinition table, int row)
    {
        open.Push(NewStep(null));
        texts.Push(table.Rows[row].Node["Condition"]?.Text ?? "");
    }

    public void ExitRow(TableDefinition table, int row, Value applies)
    {
        texts.Pop();
        var step = open.Pop();
        if (ReferenceEquals(step, Step.Unrecorded)) return;
        var explanation = Row(table, row, applies, step.Children.Select(c => c.Explanation).ToList());
        Add(null, explanation, applies);
        if (row == 0 || !rows.TryGetValue(table, out var seen)) rows[table] = seen = [];
        seen.Add(explanation);
    }

    public void EnterCell(TableDefinition table, int row, int column)
    {
        open.Push(NewStep(null));
        texts.Push(table.Columns[column].Text.Text);
    }

    public void ExitCell(TableDefinition table, int row, int column, Value matches)
    {
        var columnText = texts.Pop();
        var step = open.Pop();
        if (ReferenceEquals(step, Step.Unrecorded)) return;
        var parts = step.Children.Select(c => c.Explanation).ToList();
        Add(null, new Explanation("cell", TableText.Cell(table.Rows[row], column)?.Text ?? "", 0, 0, columnText, matches, Union(parts), parts), matches);
    }

    /// <summary>Every row in document order: those after a hit were not looked at. A table's second output finds the rows as its first left them.</summary>
    private List<Explanation> AllRows(TableDefinition table, List<Explanation> evaluated)
    {
        var result = evaluated.Where(e => e.Kind is "row" or "band").ToList();
        if (result.Count == 0 && rows.TryGetValue(table, out var seen)) result.AddRange(seen);
        for (var row = result.Count; row < table.Rows.Count; row++) result.Add(Row(table, row, null, []));
        return result;
    }

    /// <summary>A score is explained by its items, each of which has an explanation of its own.</summary>
    private List<Explanation> Items(ScoreDefinition score, string prefix) =>
        [.. score.Items.Where(i => ByDefinition.ContainsKey(prefix + i.Name)).Select(i => Item(i.Name, prefix + i.Name, ByDefinition[prefix + i.Name]))];

    private static Explanation Item(string name, string key, Explanation item) => new("reference", name, 0, 0, key, item.Value, item.Facts, []);

    private static Explanation Row(TableDefinition table, int row, Value? applies, IReadOnlyList<Explanation> parts)
    {
        var bound = table.Rows[row];
        var text = bound.Otherwise ? "otherwise" : TableText.Row(bound);
        return new Explanation(table.IsScoreItem ? "band" : "row", text, 0, 0, string.Join("; ", TableText.Then(table, bound)), applies, Union(parts), parts);
    }

    private Step NewStep(BoundNode? node)
    {
        IsCut |= recorded >= MostParts;
        return IsCut || (open.TryPeek(out var parent) && ReferenceEquals(parent, Step.Unrecorded)) ? Step.Unrecorded : new Step(node);
    }

    private void Add(BoundNode? node, Explanation explanation, Value value)
    {
        if (!open.TryPeek(out var parent) || ReferenceEquals(parent, Step.Unrecorded)) return;
        if (parent.Node is BoundListQuery query && ReferenceEquals(query.Body, node)) parent.Elements++;
        parent.Children.Add((node, explanation, value));
    }

    private static bool Decides(BoundListQuery query, Value value) =>
        value is KnownValue { Content: bool found } && (query.Operation is ListOperation.Any or ListOperation.First ? found : query.Operation == ListOperation.All && !found);

    private static string TextOf(BoundWorkflow owner, string name) =>
        owner.Definitions.FirstOrDefault(d => d.Name == name) switch
        {
            ParameterDefinition parameter => parameter.Model.Expression.Text,
            RuleDefinition rule => rule.Model.Expression?.Text ?? "",
            _ => "",
        };

    /// <summary>What was evaluated, in the order of the text; what was not needed appears without a value.</summary>
    private List<Explanation> Children(BoundNode node, Step step)
    {
        var result = new List<Explanation>();
        var inText = BoundTree.Children(node).ToList();
        foreach (var child in inText)
        {
            var seen = step.Children.Where(c => ReferenceEquals(c.Node, child)).Select(c => c.Explanation).ToList();
            if (seen.Count > 0) result.AddRange(seen);
            else result.Add(Part(child, null, null, [], []));
        }
        result.AddRange(step.Children.Where(c => c.Node is null || !inText.Contains(c.Node)).Select(c => c.Explanation));
        if (step.LeftOut > 0) result.Add(new Explanation("more", $"and {step.LeftOut} more elements", 0, 0, null, null, [], []));
        return result;
    }

    private Explanation Part(BoundNode node, Step? step, Value? value, IReadOnlyList<Explanation> children, IReadOnlyList<string> facts)
    {
        recorded++;
        var text = texts.Peek();
        var (start, length) = (Math.Min(node.Span.Start, text.Length), node.Span.Length);
        length = Math.Min(length, text.Length - start);
        return new Explanation(Kinds.Of(node), text.Substring(start, length), start, length, TargetOf(node, step), value, facts, children);
    }

    /// <summary>The key of the definition that a reference leads to.</summary>
    private string? TargetOf(BoundNode node, Step? step)
    {
        if (node is BoundReference reference) return prefixes.Peek() + reference.Target.Name;
        if (node is not BoundUseReference used) return null;
        var paths = used.Use.Arguments.Select(argument => step?.Children.Where(c => ReferenceEquals(c.Node, argument)).Select(c => c.Value).OfType<KnownValue>().Select(v => v.Content).OfType<FactFrame>().FirstOrDefault()?.Path);
        return Prefix(used.Use.Workflow, [.. paths]) + used.Target.Name;
    }

    private static IReadOnlyList<string> PathOf(BoundNode node, Value value, Step step)
    {
        var owner = step.Children.Select(c => c.Value).OfType<KnownValue>().Select(v => v.Content).OfType<FactFrame>().FirstOrDefault();
        var name = node switch { BoundFact fact => fact.Property.Name, BoundAbsent absent => absent.Name, _ => "" };
        if (owner is not null) return [$"{owner.Path}.{name}"];
        return value.Missing.ToSortedList();
    }

    private static IReadOnlyList<string> Union(IReadOnlyList<Explanation> parts) =>
        parts.Count == 0 ? [] : [.. parts.SelectMany(p => p.Facts).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private sealed class Step(BoundNode? node)
    {
        /// <summary>Stands for every step of which only the value is kept.</summary>
        public static readonly Step Unrecorded = new(null);

        public int Elements;
        public int LeftOut;

        public BoundNode? Node { get; } = node;
        public List<(BoundNode? Node, Explanation Explanation, Value Value)> Children { get; } = [];
    }
}
