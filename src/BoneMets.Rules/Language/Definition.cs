using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Language;

/// <summary>
/// A named thing of a workflow that has a value in a decision. <see cref="Slot"/> numbers the definitions of one workflow from 0,
/// so that an evaluation keeps their values in an array.
/// </summary>
public abstract class Definition(string name, FactType type, JsonTextNode node)
{
    public string Name { get; } = name;
    public FactType Type { get; } = type;
    public JsonTextNode Node { get; } = node;
    public int Slot { get; internal set; } = -1;

    /// <summary>What its evaluation takes of the steps of a decision. A table takes its own, once for all of its outputs.</summary>
    internal int Steps => steps >= 0 ? steps : steps = WorkSize.StepsOf((this as ParameterDefinition)?.Expression ?? (this as RuleDefinition)?.Condition);

    private int steps = -1;
}

/// <summary>A global or local parameter. <see cref="Rule"/> is set for a local one.</summary>
public sealed class ParameterDefinition(Parameter model, FactType type, BoundNode expression, string? rule) : Definition(model.Name, type, model.Node)
{
    public Parameter Model { get; } = model;
    public BoundNode Expression { get; } = expression;
    public string? Rule { get; } = rule;
}

/// <summary>
/// A decision table or a score item (a first-hit table with one numeric output of constants; <see cref="IsScoreItem"/>).
/// <see cref="IsComplete"/>: whatever the known facts, some row applies (proved, or by otherwise); only then "no row" is no possible outcome.
/// <see cref="IsDisjoint"/>: proved that no two rows apply together. A table has no value itself; its outputs do.
/// </summary>
public sealed class TableDefinition(
    string name, HitPolicy hitPolicy, Aggregation aggregation, IReadOnlyList<TableColumn> columns, IReadOnlyList<BoundRow> rows,
    bool isScoreItem, JsonTextNode node)
{
    public string Name { get; } = name;
    public HitPolicy HitPolicy { get; } = hitPolicy;
    public Aggregation Aggregation { get; } = aggregation;
    public IReadOnlyList<TableColumn> Columns { get; } = columns;
    public IReadOnlyList<BoundRow> Rows { get; } = rows;
    public bool IsScoreItem { get; } = isScoreItem;
    public JsonTextNode Node { get; } = node;

    /// <summary>What its evaluation takes of the steps of a decision.</summary>
    internal int Steps => steps >= 0 ? steps : steps = WorkSize.StepsOf(this);

    private int steps = -1;
    public IReadOnlyList<TableOutputDefinition> Outputs { get; internal set; } = [];
    public bool IsComplete { get; internal set; }
    public bool IsDisjoint { get; internal set; }

    /// <summary>Facts with which no row applies, where an example can be named.</summary>
    public string? Gap { get; internal set; }

    /// <summary>Cells of a row that would fill the gap, one pattern per column and null where any value does; null without a gap that the columns alone decide.</summary>
    public IReadOnlyList<string?>? GapCells => Proved?.GapCells.Value;

    /// <summary>The first pairs of rows that apply together for certain. Of a first-hit table that is no mistake: the earlier row decides.</summary>
    public IReadOnlyList<TableOverlap> Overlaps => Proved?.Overlaps.Value ?? [];

    /// <summary>What only whoever edits the table asks for, found when it is.</summary>
    internal (Lazy<IReadOnlyList<string?>?> GapCells, Lazy<IReadOnlyList<TableOverlap>> Overlaps)? Proved { get; set; }

    /// <summary>Numbers the tables of one workflow from 0.</summary>
    public int Index { get; internal set; } = -1;
}

/// <summary>Two rows, counted from 0, and facts with which both apply.</summary>
public sealed record TableOverlap(int First, int Second, string Example);

public sealed record TableColumn(string Name, BoundNode Expression, AuthoredText Text);

/// <summary>
/// One row: it applies when every cell matches its column and the condition is true. A null cell is <c>_</c>.
/// An otherwise row has neither cells nor condition.
/// </summary>
public sealed record BoundRow(
    IReadOnlyList<BoundPattern?> Cells, BoundNode? Condition, bool Otherwise, IReadOnlyList<BoundNode> Then, IReadOnlyList<Citation> Evidence, JsonTextNode Node);

/// <summary>One output; <see cref="Definition.Name"/> is the table's name when it has one output, else <c>table.output</c>.</summary>
public sealed class TableOutputDefinition(string name, FactType type, TableDefinition table, int index, TableOutput? model, JsonTextNode node) : Definition(name, type, node)
{
    public TableDefinition Table { get; } = table;
    public int Index { get; } = index;

    /// <summary>Null for a score item.</summary>
    public TableOutput? Model { get; } = model;

    /// <summary>The place of a word in the order that the hit policy Priority follows; one that is not listed comes last.</summary>
    public int RankOf(object word)
    {
        var words = Model is { Values.Count: > 0 } listed ? listed.Values : (Type as EnumType)?.Values ?? [];
        for (var i = 0; i < words.Count; i++)
            if (word is string text && words[i] == text) return i;
        return words.Count;
    }
}

/// <summary>A score: the sum of its items, an interval while an item is undecided.</summary>
public sealed class ScoreDefinition(Score model, NumberType type, IReadOnlyList<TableOutputDefinition> items) : Definition(model.Name, type, model.Node)
{
    public Score Model { get; } = model;
    public IReadOnlyList<TableOutputDefinition> Items { get; } = items;
}

/// <summary>
/// A rule; true = met. <see cref="Condition"/> of a rule with nested rules is the logic over references to them.
/// Nested rules are definitions of the workflow too.
/// </summary>
public sealed class RuleDefinition(Rule model, RuleDefinition? parent) : Definition(model.Name, FactType.Boolean, model.Node)
{
    public Rule Model { get; } = model;
    public RuleDefinition? Parent { get; } = parent;
    public BoundNode Condition { get; internal set; } = null!;
    public BoundMessage? RecommendationText { get; internal set; }
    public BoundMessage? WhenUndetermined { get; internal set; }
    public BoundMessage? ErrorMessage { get; internal set; }
    public BoundAction? OnSuccess { get; internal set; }
    public BoundAction? OnFailure { get; internal set; }

    /// <summary>Rules of this workflow whose recommendations this one withholds while it is met or undetermined.</summary>
    public IReadOnlyList<RuleDefinition> Withholds { get; internal set; } = [];

    /// <summary>Rules of other workflows that this one withholds the same way in every decision that both take part in.</summary>
    public IReadOnlyList<RuleName> WithholdsElsewhere { get; internal set; } = [];
    public IReadOnlyList<ParameterDefinition> LocalParams { get; internal set; } = [];
}

/// <summary>A rule by the name of its workflow and its own.</summary>
public readonly record struct RuleName(string Workflow, string Rule)
{
    /// <summary>The rule of another workflow than <paramref name="own"/> that an author's <c>Workflow.Rule</c> names; null for the name of a rule of its own.</summary>
    public static RuleName? Elsewhere(string text, string own) =>
        text.Split('.') is [var workflow, var rule] && workflow != own ? new RuleName(workflow, rule) : null;

    public override string ToString() => $"{Workflow}.{Rule}";
}

/// <summary>A text with <c>$(expression)</c> parts.</summary>
public sealed record BoundMessage(IReadOnlyList<MessagePart> Parts);

/// <summary>Either literal text or an expression.</summary>
public sealed record MessagePart(string? Text, BoundNode? Expression);

/// <summary>What a rule gives out when it is met or not: an expression's value, or another rule's result (as an expression too).</summary>
public sealed record BoundAction(BoundNode Expression);
