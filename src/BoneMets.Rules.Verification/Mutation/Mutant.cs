using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Mutation;

public enum MutatedPartKind { Rule, Parameter, Table, ScoreItem, Use }

/// <summary>The part of a workflow that a mutant changes; a parameter of a rule belongs to the rule, a used workflow is named by the workflow.</summary>
public sealed record MutatedPart(MutatedPartKind Kind, string Name)
{
    public override string ToString() => $"{Kind switch { MutatedPartKind.Rule => "rule", MutatedPartKind.Parameter => "parameter", MutatedPartKind.Table => "table", MutatedPartKind.ScoreItem => "score item", _ => "use of" }} {Name}";
}

/// <summary>
/// A workflow with one small mistake in it, as an edit of what its author wrote. <see cref="Before"/> and <see cref="After"/> are for people:
/// the expression, the points or the row.
/// </summary>
/// <param name="Operator">The kind of mistake: the name of an <see cref="IMutationOperator"/>.</param>
/// <param name="Replaces">The value that is written anew, or the row that is removed.</param>
public sealed record Mutant(string Workflow, MutatedPart Part, string Operator, SourcePlace Place, string Before, string After, JsonTextNode Replaces)
{
    /// <summary>The smallest part of the expression that shows the mistake, without and with it; the whole of what has no parts.</summary>
    public (string Before, string After) Core { get; init; } = (Before, After);

    /// <summary>Null: the row is removed.</summary>
    internal string? Json { get; init; }

    /// <summary>The definitions whose value the mistake changes at first hand; empty for the condition of a used workflow.</summary>
    internal IReadOnlyList<Language.Definition> Definitions { get; init; } = [];

    /// <summary>The whole document with the mistake in it.</summary>
    public string NewText() => Json is { } json
        ? JsonEdit.Replace(Replaces, json)
        : JsonEdit.RemoveItem(Replaces.Parent!, IndexOf(Replaces));

    public override string ToString() => $"{Part}: {Before} → {After}";

    private static int IndexOf(JsonTextNode item)
    {
        var items = item.Parent!.Items;
        for (var i = 0; i < items.Count; i++)
            if (ReferenceEquals(items[i], item)) return i;
        throw new InvalidOperationException("the item is not in its list");
    }
}
