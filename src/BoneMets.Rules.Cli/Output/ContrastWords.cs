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
        Verdict[] verdicts = contrast.Rule.Verdict switch { Verdict.Met => [Verdict.NotMet], Verdict.Undetermined => [Verdict.Met, Verdict.NotMet], _ => [Verdict.Met] };
        foreach (var verdict in verdicts) Write(verdict, [.. contrast.Alternatives.Where(a => a.Verdict == verdict)]);
    }

    private void Write(Verdict verdict, IReadOnlyList<Alternative> alternatives)
    {
        column.Line();
        column.Line(ink.Heading($"WHAT WOULD MAKE IT {DecisionReasons.Word(verdict).ToUpperInvariant()}"));
        if (alternatives.Count == 0) column.Paragraph("  ", "Nothing near these facts was found. Other patients may still have it so.");
        else if (alternatives[0].Changes.Count > 1) column.Paragraph("  ", $"No smaller change than {alternatives[0].Changes.Count} facts was found.");
        foreach (var alternative in alternatives) Write(alternative);
    }

    private void Write(Alternative alternative)
    {
        var head = "  - ";
        foreach (var change in alternative.Changes)
        {
            column.Paragraph(head, $"{(change.Label is { } label ? $"{label} ({change.Fact})" : change.Fact)}: {ink.Good(Target(change))} instead of {Text(change.From)}{(change.From is null ? "" : Unit(change))}");
            head = "    ";
        }
        if (alternative.WithheldBy.Count > 0) column.Paragraph("      ", $"but its recommendation would be withheld by {string.Join(", ", alternative.WithheldBy)}");
        foreach (var given in alternative.Given) column.Paragraph("      also recommended: ", $"{given.Rule}{(given.Title is { } title ? $": {title}" : "")}");
        foreach (var gone in alternative.NoLongerGiven) column.Paragraph("      no longer: ", $"{gone.Rule}{(gone.Title is { } title ? $": {title}" : "")}");
    }

    private static string Target(FactChange change) =>
        string.Join(" or ", change.Others.Prepend(change.To).Select(Text)) + (change.Through is { } through ? $" to {Text(through)}" : "") + Unit(change);

    private static string Text(JsonNode? value) => value is null ? "not recorded" : value is JsonValue one && one.TryGetValue<bool>(out var truth) ? (truth ? "yes" : "no") : value is JsonArray { Count: 0 } ? "none" : value.ToJsonString().Trim('"');

    private static string Unit(FactChange change) => change.Unit is { } unit && !unit.StartsWith('{') ? $" {unit}" : "";
}
