using System.Text.Json.Nodes;
using BoneMets.Rules.Contrasts;
using BoneMets.Rules.Verification.Reasons;

namespace BoneMets.Rules.Cli.Output;

/// <summary>One rule in words: why it has its verdict, what holds its recommendation back, and the nearest facts that would change it.</summary>
internal sealed class ContrastWords(TextWriter writer, Ink ink, int width)
{
    private readonly TextColumn column = new(writer, width);

    public void Write(RuleContrast contrast)
    {
        column.Paragraph("", $"{contrast.Decision.Workflow}, evaluated for {contrast.Decision.AsOf:yyyy-MM-dd}");
        new ReasonWords(column, ink).Write(DecisionReasons.Of(contrast.Rule, contrast.Decision));
        if (contrast.WithheldBy.Count > 0) column.Paragraph("  its recommendation is withheld by ", string.Join(", ", contrast.WithheldBy));
        column.Line();
        column.Line(ink.Heading($"WHAT WOULD MAKE IT {DecisionReasons.Word(contrast.Wanted).ToUpperInvariant()}"));
        if (contrast.Alternatives.Count == 0)
        {
            column.Paragraph("  ", "Nothing near these facts was found. Other patients may still have it so.");
            return;
        }
        if (contrast.Alternatives[0].Changes.Count > 1) column.Paragraph("  ", $"No smaller change than {contrast.Alternatives[0].Changes.Count} facts was found.");
        foreach (var alternative in contrast.Alternatives) Write(alternative);
    }

    private void Write(Alternative alternative)
    {
        var head = "  - ";
        foreach (var change in alternative.Changes)
        {
            column.Paragraph(head, $"{(change.Label is { } label ? $"{label} ({change.Fact})" : change.Fact)}: {ink.Good(Text(change.To))}{Unit(change)} instead of {Text(change.From)}{(change.From is null ? "" : Unit(change))}");
            head = "    ";
        }
        if (alternative.WithheldBy.Count > 0) column.Paragraph("      ", $"but its recommendation would be withheld by {string.Join(", ", alternative.WithheldBy)}");
        foreach (var given in alternative.Given) column.Paragraph("      also recommended: ", $"{given.Rule}{(given.Title is { } title ? $": {title}" : "")}");
        foreach (var gone in alternative.NoLongerGiven) column.Paragraph("      no longer: ", $"{gone.Rule}{(gone.Title is { } title ? $": {title}" : "")}");
    }

    private static string Text(JsonNode? value) => value is null ? "not recorded" : value is JsonValue one && one.TryGetValue<bool>(out var truth) ? (truth ? "yes" : "no") : value is JsonArray { Count: 0 } ? "none" : value.ToJsonString().Trim('"');

    private static string Unit(FactChange change) => change.Unit is { } unit && !unit.StartsWith('{') ? $" {unit}" : "";
}
