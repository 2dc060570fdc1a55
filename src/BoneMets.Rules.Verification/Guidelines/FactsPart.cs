using BoneMets.Rules.Decisions;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Guidelines;

/// <summary>The facts that a workflow reads, by input and in the order of forms; what only the workflows that it uses read stands apart.</summary>
internal static class FactsPart
{
    public static IReadOnlyList<Block> Of(LibraryWorkflow workflow)
    {
        if (workflow.Bound is not { } bound)
            return [new Paragraph(["Written for Microsoft's RulesEngine: the inputs are not declared, any fact may come."])];
        var own = BoundTree.Roots(bound).SelectMany(BoundTree.SelfAndDescendants).OfType<BoundFact>().Select(f => f.Property).ToHashSet();
        var facts = bound.FactsRead.Select(path => (Path: path, Property: FactPaths.Find(bound, path)!)).Where(f => f.Property is not null)
            .OrderBy(f => bound.Inputs.ToList().FindIndex(i => f.Path.StartsWith(i.Name + ".", StringComparison.Ordinal)))
            .ThenBy(f => f.Property.Order ?? decimal.MaxValue).ThenBy(f => f.Path, StringComparer.Ordinal).ToList();
        var blocks = new List<Block>();
        blocks.AddRange(Table("Facts that the rules read", [.. facts.Where(f => own.Contains(f.Property))]));
        blocks.AddRange(Table("Facts that only the workflows it builds on read", [.. facts.Where(f => !own.Contains(f.Property))]));
        if (bound.ReadsAsOf) blocks.Add(new Paragraph(["The date of the evaluation, ", new Code("asOf"), ", is read too."]));
        return blocks;
    }

    private static IEnumerable<Block> Table(string caption, IReadOnlyList<(string Path, FactProperty Property)> facts)
    {
        if (facts.Count == 0) yield break;
        yield return new Grid(caption, ["Fact", "Unit", "Values", "Meaning", "Name in rules"], facts.Select(f => new GridRow(
            [f.Property.Label ?? f.Property.Name], [UnitOf(f.Property)], [ValuesOf(f.Property)], [f.Property.Description ?? ""], [new Code(f.Path)])))
        { ShowsCaption = true };
    }

    /// <summary>The canonical unit and what else is accepted. UCUM annotations such as <c>{score}</c> are no units that anybody says.</summary>
    private static string UnitOf(FactProperty property)
    {
        if (property.Unit is not { } unit || unit.StartsWith('{')) return "";
        return property.OtherUnits.Count == 0 ? unit : $"{unit} (or {string.Join(", ", property.OtherUnits.Keys.Order(StringComparer.Ordinal))})";
    }

    private static string ValuesOf(FactProperty property) => property.Type switch
    {
        BooleanType => "yes or no",
        EnumType words => string.Join(", ", words.Values),
        NumberType { IsInteger: var whole } => Range(property.Minimum is { } low ? ValueText.Number(low) : null, property.Maximum is { } high ? ValueText.Number(high) : null, whole ? "whole number" : "number"),
        DateType => Range(property.Earliest?.ToString("yyyy-MM-dd"), property.Latest?.ToString("yyyy-MM-dd"), "date"),
        ListType => "list",
        _ => "text",
    };

    private static string Range(string? low, string? high, string kind) => (low, high) switch
    {
        ({ } from, { } to) => $"{from} to {to}",
        ({ } from, null) => $"{from} or more",
        (null, { } to) => $"{to} or less",
        _ => kind,
    };
}
